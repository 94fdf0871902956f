using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

public class AuctionPreparationTests
{
    private static readonly DutyHolder Handler = DutyHolder.With(CentreRole.Handler);
    private static readonly DutyHolder Reviewer = DutyHolder.With(CentreRole.Reviewer);

    // start, step, reserve (0 = none), deposit in fen; window in s; from and to → the code; bounds of 网络竞价 v1.
    [Theory]
    [InlineData(1_000_000, 50_000, 0, 100_000, 300, "10:00", "10:10", null)]
    [InlineData(99, 50_000, 0, 100_000, 300, "10:00", "10:10", "START_PRICE_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 999, 0, 100_000, 300, "10:00", "10:10", "STEP_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 1_000, 0, 100_000, 300, "10:00", "10:10", null)]
    [InlineData(1_000_000, 200_000, 0, 100_000, 300, "10:00", "10:10", null)]
    [InlineData(1_000_000, 200_001, 0, 100_000, 300, "10:00", "10:10", "STEP_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 999_999, 100_000, 300, "10:00", "10:10", "RESERVE_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 1_000_000, 100_000, 300, "10:00", "10:10", null)]
    [InlineData(1_000_000, 50_000, 0, 49_999, 300, "10:00", "10:10", "DEPOSIT_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 0, 50_000, 300, "10:00", "10:10", null)]
    [InlineData(1_000_000, 50_000, 0, 200_001, 300, "10:00", "10:10", "DEPOSIT_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 0, 100_000, 59, "10:00", "10:10", "SOFT_CLOSE_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 0, 100_000, 901, "10:00", "10:10", "SOFT_CLOSE_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 0, 100_000, 300, "8:10", "10:10", "OPENS_IN_THE_PAST")]
    [InlineData(1_000_000, 50_000, 0, 100_000, 300, "10:00", "10:09:59.999999", "DURATION_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 50_000, 0, 100_000, 300, "10:00", "9:00", "DURATION_OUT_OF_BOUNDS")]
    public void The_profile_bounds_the_terms(
        long start, long step, long reserve, long deposit, int window, string opens, string closes, string? code)
    {
        var terms = new AuctionTerms(
            Money.Cny(start), Money.Cny(step), reserve == 0 ? null : Money.Cny(reserve),
            AnAuction.At(opens), AnAuction.At(closes), window, Money.Cny(deposit));
        var auction = new AnAuction();
        var proposed = Propose(auction, terms);
        Assert.Equal(code, (proposed ?? Draft(auction, terms))?.Code);
    }

    [Fact]
    public void The_sellers_money_terms_stand_the_timetable_is_the_handlers()
    {
        var auction = new AnAuction();
        Propose(auction, auction.Terms);
        Assert.Equal("NOT_AS_PROPOSED", Draft(auction, auction.Terms with { Step = Money.Cny(60_000) })?.Code);
        Assert.Equal("NOT_AS_PROPOSED", Draft(auction, auction.Terms with { Reserve = Money.Cny(9_000_000) })?.Code);
        Assert.Null(Draft(auction, auction.Terms with { ClosesAt = AnAuction.At("11:00") }));
        Assert.Null(Propose(auction, auction.Terms));
        Assert.Equal("WRONG_STATUS", Publish(auction, "reviewer", Reviewer)?.Code);
    }

    [Fact]
    public void Nobody_publishes_what_he_drafted()
    {
        var auction = new AnAuction();
        Propose(auction, auction.Terms);
        Assert.Equal("ROLE_MISSING", Draft(auction, auction.Terms, Reviewer)?.Code);
        Assert.Null(Draft(auction, auction.Terms));
        var both = DutyHolder.With(CentreRole.Handler, CentreRole.Reviewer);
        Assert.Equal("ACTED_ALREADY", Publish(auction, "handler", both)?.Code);
        Assert.Null(Publish(auction, "reviewer", Reviewer));
        Assert.Equal(AuctionStatus.Announced, auction.State.Status);
    }

    [Theory]
    [InlineData("online-bidding", 1_000_000L, null)]
    [InlineData("online-bidding", 1_000_001L, "BELOW_ANNOUNCED_PRICE")]
    [InlineData("online-bidding", null, null)]
    [InlineData("demo-online-bidding", 1_000_000L, "NOT_THE_ANNOUNCED_PROFILE")]
    public void An_old_draft_does_not_undercut_a_newer_notice(string profile, long? fen, string? code)
    {
        var auction = new AnAuction();
        Propose(auction, auction.Terms);
        Assert.Null(Draft(auction, auction.Terms));
        var newer = new AnnouncedTerms(profile, profile, fen is { } asked ? Money.Cny(asked) : null);
        Assert.Equal(code, Publish(auction, "reviewer", Reviewer, newer)?.Code);
    }

    [Fact]
    public void A_route_of_three_steps_needs_three_people()
    {
        var route = new ApprovalRoute([CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver]);
        var auction = new AnAuction();
        Propose(auction, auction.Terms);
        Assert.Null(auction.Do("8:10", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", auction.Terms, AnAuction.Facts(Handler) with { Route = route }), m)));
        Assert.Null(Publish(auction, "reviewer", Reviewer));
        Assert.Equal(AuctionStatus.Draft, auction.State.Status);
        Assert.Null(Publish(auction, "approver", DutyHolder.With(CentreRole.Approver)));
        Assert.Equal(AuctionStatus.Announced, auction.State.Status);
    }

    [Fact]
    public void A_listing_that_is_not_on_offer_is_not_auctioned()
    {
        var auction = new AnAuction();
        var facts = AnAuction.Facts(Handler).Listing;
        Assert.Equal("LISTING_NOT_PUBLISHED", Propose(auction, auction.Terms, facts with { IsOnOffer = false })?.Code);
        Assert.Equal("LISTING_NOT_PUBLISHED", Propose(auction, auction.Terms, facts with { Lot = null })?.Code);
        var suspended = facts.Seller! with { Status = OnboardingStatus.Suspended };
        Assert.Equal("SELLER_NOT_VERIFIED", Propose(auction, auction.Terms, facts with { Seller = suspended })?.Code);
        Assert.Equal("NOT_THE_SELLER", Propose(auction, auction.Terms, facts, "other")?.Code);
        Assert.Null(Propose(auction, auction.Terms));
        Assert.Equal("UNKNOWN_PROFILE", Draft(auction, auction.Terms, Handler, "no-such")?.Code);
    }

    [Fact]
    public void Opening_and_close_lie_within_the_hours_of_working_days()
    {
        var house = AnAuction.ProfileOf("online-bidding")!;
        var calendar = new WorkingCalendar([new DateOnly(2026, 11, 24)], [new DateOnly(2026, 11, 28)]);
        bool Within(string day, string time) => calendar.IsWithin(
            house.Hours, DateTimeOffset.Parse($"{day}T{time}+08:00", System.Globalization.CultureInfo.InvariantCulture));

        Assert.True(Within("2026-11-23", "09:00:00"));
        Assert.True(Within("2026-11-23", "17:00:00"));
        Assert.False(Within("2026-11-23", "08:59:59"));
        Assert.False(Within("2026-11-23", "17:00:01"));
        Assert.False(Within("2026-11-24", "10:00:00"));
        Assert.True(Within("2026-11-28", "10:00:00"));
        Assert.False(Within("2026-11-29", "10:00:00"));
        Assert.True(calendar.IsWithin(null, AnAuction.Day));

        var auction = new AnAuction();
        Propose(auction, auction.Terms);
        var holiday = new WorkingCalendar([DateOnly.FromDateTime(AnAuction.Day.Date)], []);
        var outside = AnAuction.Facts(Handler) with { Calendar = holiday };
        Assert.Equal("OUTSIDE_HOURS", auction.Do("8:10", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", auction.Terms, outside), m))?.Code);
    }

    [Fact]
    public void The_examples_profile_is_offered_only_with_the_demo_and_拍卖_is_said_where_the_profile_permits()
    {
        IRuleProfiles without = new HouseProfiles(withDemo: false), with = new HouseProfiles(withDemo: true);
        Assert.Null(without.Find("demo-online-bidding"));
        Assert.Null(with.Find("demo-online-bidding")!.Hours);
        Assert.Equal("网络竞价", with.All[0].Name);
        Assert.All(
            with.All.Where(profile => !profile.MaySayAuction),
            profile => Assert.DoesNotContain("拍卖", profile.Name, StringComparison.Ordinal));
        Assert.Equal(
            "judicial-online auction-law",
            string.Join(" ", with.All.Where(profile => profile.MaySayAuction).Select(profile => profile.Code)));
        Assert.All(
            Enum.GetValues<AuctionRefusal>(),
            code => Assert.DoesNotContain("拍卖", Refusal.Of(code).Zh, StringComparison.Ordinal));
    }

    private static Refusal? Propose(
        AnAuction auction, AuctionTerms terms, ListingFacts? facts = null, string who = "seller") =>
        auction.Do("8:00", who, (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", terms, facts ?? AnAuction.Facts(Handler).Listing), m));

    private static Refusal? Draft(
        AnAuction auction, AuctionTerms terms, DutyHolder? duty = null, string profile = "online-bidding") =>
        auction.Do("8:10", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction(profile, terms, AnAuction.Facts(duty ?? Handler, profile)), m));

    private static Refusal? Publish(
        AnAuction auction, string who, DutyHolder duty, AnnouncedTerms? announced = null) => auction.Do(
        "8:20",
        who,
        (s, m) => AuctionDecider.Decide(s, new PublishAuction(Announced(AnAuction.Facts(duty), announced)), m));

    private static DraftFacts Announced(DraftFacts facts, AnnouncedTerms? announced) =>
        facts with { Listing = facts.Listing with { Announced = announced } };
}
