using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>Every command in every state, every refusal code, and the order of the codes.</summary>
public class AuctionCommandTests
{
    private static readonly DutyHolder Handler = DutyHolder.With(CentreRole.Handler);
    private static readonly DutyHolder Reviewer = DutyHolder.With(CentreRole.Reviewer);

    private static readonly (string Name, Func<Auction, Moment, Outcome<IReadOnlyList<IEvent>>> Decide)[] Commands =
    [
        ("propose", (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", new AnAuction().Terms, AnAuction.Facts(Handler).Listing), m)),
        ("draft", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", new AnAuction().Terms, AnAuction.Facts(Handler)), m)),
        ("publish", (s, m) => AuctionDecider.Decide(s, new PublishAuction(AnAuction.Facts(Reviewer)), m)),
        ("turn", (s, m) => AuctionDecider.Decide(s, new TakeTurn(s.NextTurn ?? default), m)),
        ("suspend", (s, m) => AuctionDecider.Decide(s, new SuspendAuction("r", Reviewer), m)),
        ("resume", (s, m) => AuctionDecider.Decide(s, new ResumeAuction("r", Reviewer), m)),
        ("cancel", (s, m) => AuctionDecider.Decide(s, new CancelAuction("r", Reviewer), m)),
        ("enrol", (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(AnAuction.Bidder("new")), m)),
        ("unenrol", (s, m) => AuctionDecider.Decide(s, new CancelEnrolment(1), m)),
        ("admit", (s, m) => AuctionDecider.Decide(s, new AdmitBidder(1, AnAuction.Bidder("a")), m)),
        ("bid", (s, m) => AuctionDecider.Decide(s, new PlaceBid(Money.Cny(5_000_000), new BidFacts(true, false)), m)),
    ];

    [Theory]
    [InlineData("none", "NOT_THE_SELLER UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN")]
    [InlineData("announced", "WRONG WRONG WRONG NOT_DUE WRONG WRONG ok ok UNKNOWN_ENROLMENT ENROLMENT_DECIDED NOT_OPEN_YET")]
    [InlineData("open", "WRONG WRONG WRONG NOT_DUE ok WRONG ok ok UNKNOWN_ENROLMENT ENROLMENT_DECIDED NOT_ADMITTED")]
    [InlineData("suspended", "WRONG WRONG WRONG NOT_DUE WRONG ok ok ok UNKNOWN_ENROLMENT ENROLMENT_DECIDED SUSPENDED")]
    [InlineData("closed", "WRONG WRONG WRONG NOT_DUE WRONG WRONG WRONG WRONG WRONG WRONG ALREADY_CLOSED")]
    [InlineData("cancelled", "WRONG WRONG WRONG NOT_DUE WRONG WRONG WRONG WRONG WRONG WRONG ALREADY_CANCELLED")]
    public void Every_command_has_its_answer_in_every_state(string status, string answers)
    {
        var auction = In(status);
        var expected = answers.Split(' ');
        for (var i = 0; i < Commands.Length; i++)
        {
            var moment = new Moment(AnAuction.At("9:50"), new Actor("user:x", "party:new"));
            var answer = Commands[i].Decide(auction.State, moment).Refusal?.Code ?? "ok";
            var full = expected[i] switch
            {
                "WRONG" => "WRONG_STATUS",
                "UNKNOWN" => "UNKNOWN_AUCTION",
                _ => expected[i],
            };
            Assert.True(full == answer, $"{Commands[i].Name} in {status}: {answer}");
        }
    }

    [Fact]
    public void An_auction_that_is_due_is_settled_before_anything_else()
    {
        foreach (var auction in new[] { In("announced"), In("open") })
        {
            var moment = new Moment(auction.State.NextTurn!.Value, new Actor("user:a", "party:a"));
            foreach (var (name, decide) in Commands[4..])
                Assert.True(
                    decide(auction.State, moment).Refusal?.Code == "TURN_DUE", $"{name} in {auction.State.Status}");
        }
    }

    [Fact]
    public void One_party_cannot_use_up_the_enrolments_of_an_auction()
    {
        var auction = new AnAuction().Open();
        for (var i = 0; i < Limits.EnrolmentRequestsMax; i++)
        {
            Assert.Null(auction.Do("10:01", "d", (s, m) => AuctionDecider.Decide(
                s, new RequestEnrolment(AnAuction.Bidder("d")), m)));
            Assert.Null(auction.Do("10:02", "d", (s, m) => AuctionDecider.Decide(
                s, new CancelEnrolment(s.EnrolmentsRequested), m)));
        }

        Assert.Equal("ENROLLED_TOO_OFTEN", auction.Do("10:03", "d", (s, m) => AuctionDecider.Decide(
            s, new RequestEnrolment(AnAuction.Bidder("d")), m))?.Code);
        Assert.Null(auction.Do("10:03", "e", (s, m) => AuctionDecider.Decide(
            s, new RequestEnrolment(AnAuction.Bidder("e")), m)));
    }

    [Fact]
    public void Who_may_not_take_the_lot_is_neither_enrolled_nor_admitted_and_places_no_bid()
    {
        var auction = new AnAuction().Open();
        var closed = AnAuction.Bidder("d") with { Deal = Refusal.Of(GateRule.ExportUnchecked) };
        Assert.Equal("EXPORT_UNCHECKED", Enrol(auction, "d", closed)?.Code);
        Assert.Null(auction.State.EnrolmentOf("party:d"));
        Assert.Null(Enrol(auction, "d", AnAuction.Bidder("d")));
        Assert.Null(auction.Do("10:01", "house", (s, m) => AuctionDecider.Decide(
            s, new AdmitBidder(s.EnrolmentsRequested, closed), m)));
        var refused = auction.State.EnrolmentOf("party:d")!;
        Assert.Equal((EnrolmentStatus.Refused, "EXPORT_UNCHECKED"), (refused.Status, refused.Reason));
        Assert.Equal("LOT_CLOSED_TO_BIDDER", auction.Do("10:01", "a", (s, m) => AuctionDecider.Decide(
            s, new PlaceBid(s.NextMinimum, new BidFacts(true, false) { IsLotClosed = true }), m))?.Code);
    }

    [Fact]
    public void Who_acts_for_the_seller_neither_enrols_nor_bids_for_another()
    {
        var auction = new AnAuction().Open();
        Assert.Equal("BIDDER_BARRED", auction.Do("10:01", "d", (s, m) => AuctionDecider.Decide(
            s, new RequestEnrolment(AnAuction.Bidder("d") with { IsSellersPerson = true }), m))?.Code);
        Assert.Equal("BIDDER_BARRED", auction.Do("10:01", "a", (s, m) => AuctionDecider.Decide(
            s, new PlaceBid(s.NextMinimum, new BidFacts(true, false, IsSellersPerson: true)), m))?.Code);
    }

    [Theory]
    [InlineData("CENTRE_PERSON", true, false, "stranger", 1)]
    [InlineData("PARTY_NOT_VERIFIED", false, false, "stranger", 1)]
    [InlineData("NOT_ADMITTED", false, true, "stranger", 1)]
    [InlineData("BELOW_NEXT_MINIMUM", false, true, "a", 1)]
    [InlineData("ABOVE_MAXIMUM", false, true, "a", 10_000_000_001)]
    public void The_first_of_several_reasons_is_given(
        string code, bool isCentre, bool isVerified, string who, long yuan)
    {
        var auction = new AnAuction().Open();
        var refusal = auction.Bid("10:01", who, yuan, isVerified, isCentre);
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(auction.State.NextMinimum, refusal!.Figures["nextMinimum"].Amount);
        Assert.Equal(auction.State.ClosesAt, refusal.Figures["closesAt"].Instant);
        Assert.Equal(auction.State.Version, refusal.Figures["version"].Number);
    }

    [Theory]
    [InlineData("seller", new string[0], "BIDDER_BARRED")]
    [InlineData("daughter", new[] { AnAuction.Seller }, "BIDDER_BARRED")]
    [InlineData("a", new string[0], "ALREADY_ENROLLED")]
    [InlineData("fresh", new string[0], null)]
    public void The_seller_and_its_affiliates_are_barred(string name, string[] affiliates, string? code)
    {
        var auction = new AnAuction().Announced();
        Assert.Equal(code, Enrol(auction, name, AnAuction.Bidder(name, affiliates))?.Code);
    }

    [Fact]
    public void An_affiliate_the_seller_names_is_barred_too()
    {
        var facts = AnAuction.Bidder("mother") with { Seller = AnAuction.Party("seller", "party:mother") };
        Assert.Equal("BIDDER_BARRED", Enrol(new AnAuction().Announced(), "mother", facts)?.Code);
    }

    [Fact]
    public void Who_shares_a_controller_with_the_seller_is_barred()
    {
        static PartyStanding Under(PartyStanding party) => party with { Controllers = ["credit-code:HOLDING"] };
        var facts = AnAuction.Bidder("sister");
        facts = facts with { Bidder = Under(facts.Bidder!), Seller = Under(facts.Seller!) };
        Assert.Equal("BIDDER_BARRED", Enrol(new AnAuction().Announced(), "sister", facts)?.Code);
    }

    [Fact]
    public void Centre_people_and_the_unverified_do_not_enrol()
    {
        var auction = new AnAuction().Announced();
        var facts = AnAuction.Bidder("n");
        Assert.Equal("CENTRE_PERSON", Enrol(auction, "n", facts with { IsCentrePerson = true })?.Code);
        var suspended = facts.Bidder! with { Status = OnboardingStatus.Suspended };
        Assert.Equal("PARTY_NOT_VERIFIED", Enrol(auction, "n", facts with { Bidder = suspended })?.Code);
        Assert.Equal("PARTY_NOT_VERIFIED", Enrol(auction, "n", facts with { Bidder = null })?.Code);
    }

    [Fact]
    public void One_person_acts_for_one_bidder()
    {
        var auction = new AnAuction().Announced();
        var refusal = AuctionDecider.Decide(
            auction.State,
            new RequestEnrolment(AnAuction.Bidder("n")),
            new Moment(AnAuction.At("9:30"), new Actor("user:a", "party:n"))).Refusal;
        Assert.Equal("ONE_PERSON_ONE_BIDDER", refusal?.Code);
    }

    [Fact]
    public void A_party_no_longer_fit_when_its_deposit_arrives_is_refused_and_may_ask_again()
    {
        var auction = new AnAuction().Announced();
        Assert.Null(Enrol(auction, "n", AnAuction.Bidder("n")));
        var unfit = AnAuction.Bidder("n") with { Bidder = null };
        Assert.Null(auction.Do("9:40", "house", (s, m) => AuctionDecider.Decide(s, new AdmitBidder(4, unfit), m)));
        Assert.Equal(EnrolmentStatus.Refused, auction.State.EnrolmentNumbered(4)!.Status);
        Assert.Equal("PARTY_NOT_VERIFIED", auction.State.EnrolmentNumbered(4)!.Reason);
        Assert.Null(Enrol(auction, "n", AnAuction.Bidder("n")));
        Assert.Equal(5, auction.State.EnrolmentOf("party:n")!.Number);
    }

    [Fact]
    public void A_request_may_be_taken_back_until_it_is_decided()
    {
        var auction = new AnAuction().Announced();
        Enrol(auction, "n", AnAuction.Bidder("n"));
        Assert.Null(auction.Do("9:40", "n", (s, m) => AuctionDecider.Decide(s, new CancelEnrolment(4), m)));
        Assert.Equal("ENROLMENT_DECIDED", auction.Do(
            "9:41", "n", (s, m) => AuctionDecider.Decide(s, new CancelEnrolment(4), m))?.Code);
        Assert.Equal("ENROLMENT_DECIDED", auction.Do(
            "9:41", "a", (s, m) => AuctionDecider.Decide(s, new CancelEnrolment(1), m))?.Code);
        Assert.Equal("NOT_ADMITTED", auction.Open().Bid("10:01", "n", 10_000)?.Code);
    }

    [Fact]
    public void Reasons_are_needed_and_officers_only_act()
    {
        var auction = new AnAuction().Open();
        Assert.Equal("REASON_MISSING", auction.Officer("10:01", "x", "suspend", " ")?.Code);
        Assert.Equal("REASON_MISSING", auction.Officer("10:01", "x", "cancel", new string('理', 4_001))?.Code);
        foreach (var duty in new[] { DutyHolder.None, DutyHolder.With(CentreRole.Cashier), null })
        {
            Assert.Equal("NOT_AN_OFFICER", auction.Do(
                "10:01", "x", (s, m) => AuctionDecider.Decide(s, new SuspendAuction("r", duty), m))?.Code);
            Assert.Equal("NOT_AN_OFFICER", auction.Do(
                "10:01", "x", (s, m) => AuctionDecider.Decide(s, new CancelAuction("r", duty), m))?.Code);
        }
    }

    [Fact]
    public void The_seller_may_drop_his_own_draft()
    {
        var auction = new AnAuction();
        auction.Do("8:00", "seller", (s, m) => Commands[0].Decide(s, m));
        Assert.Null(auction.Do(
            "8:01", "seller", (s, m) => AuctionDecider.Decide(s, new CancelAuction("r", DutyHolder.None), m)));
        Assert.Equal(AuctionStatus.Cancelled, auction.State.Status);
    }

    private static Refusal? Enrol(AnAuction auction, string who, BidderFacts facts) =>
        auction.Do("9:30", who, (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(facts), m));

    private static AnAuction In(string status)
    {
        var auction = new AnAuction();
        if (status != "none") auction.Announced();
        if (status is "open" or "suspended" or "closed") auction.Open();
        if (status == "suspended") auction.Officer("10:01", "x", "suspend");
        if (status == "closed") auction.Turn("10:10");
        if (status == "cancelled") auction.Officer("9:40", "x", "cancel");
        return auction;
    }
}
