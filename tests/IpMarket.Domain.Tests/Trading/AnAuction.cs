using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>
/// An auction driven by plain words, its events folded as the journal would. Start ¥10,000.00, step ¥500.00, opens
/// 10:00, closes 10:10, window 5 minutes, deposit ¥1,000.00, on Monday 2026-11-23 (UTC+8).
/// </summary>
internal sealed class AnAuction
{
    public const string Seller = "party:seller";
    public static readonly DateTimeOffset Day = new(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly List<Recorded> records = [];
    private DateTimeOffset at = Day;

    public Auction State { get; private set; } = Auction.Empty;

    public IReadOnlyList<Recorded> Records => records;

    public AuctionTerms Terms { get; init; } = new(
        Money.Cny(1_000_000), Money.Cny(50_000), null, At("10:00"), At("10:10"), 300, Money.Cny(100_000));

    /// <summary>The profile it is announced under.</summary>
    public RuleProfile Rules { get; init; } = ProfileOf("online-bidding")! with { Options = OfferedHere.Options };

    public static DateTimeOffset At(string time) =>
        Day + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    public static PartyStanding Party(string name, params string[] affiliates) =>
        new("party:" + name, OnboardingStatus.Verified, false, [PartyKind.Enterprise], [.. affiliates]);

    public static DraftFacts Facts(DutyHolder duty, string profile = "online-bidding") => new(
        ProfileOf(profile),
        WorkingCalendar.Plain,
        new ListingFacts(new AuctionLot("listing:1", "patent:1", "提钒方法", Seller), true, Party("seller")),
        ApprovalRoute.HandlerThenReviewer,
        duty);

    /// <summary>The first version: short times, so that an auction fits into a morning.</summary>
    public static RuleProfile? ProfileOf(string code) =>
        ((IRuleProfiles)new HouseProfiles(withDemo: true)).Versions(code) is [var first, ..] ? first : null;

    public static BidderFacts Bidder(string name, params string[] affiliates) =>
        new(Party(name, affiliates), Party("seller"), false);

    /// <summary>Announced at 9:00, bidders a, b, c admitted as 1, 2, 3.</summary>
    public AnAuction Announced()
    {
        var lot = Facts(DutyHolder.None).Listing;
        Must("8:00", Do("8:00", "seller", (s, m) =>
            AuctionDecider.Decide(s, new ProposeAuction("listing:1", Terms, lot), m)));
        Must("8:10", Do("8:10", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", Terms, Facts(DutyHolder.With(CentreRole.Handler)) with
            {
                Profile = Rules,
            }), m)));
        Must("9:00", Do("9:00", "reviewer", (s, m) => AuctionDecider.Decide(
            s, new PublishAuction(Facts(DutyHolder.With(CentreRole.Reviewer)) with { Profile = Rules }), m)));
        foreach (var name in new[] { "a", "b", "c" })
        {
            Must("enrol", Do("9:10", name, (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(Bidder(name)), m)));
            Must("admit", Do("9:20", "house", (s, m) => AuctionDecider.Decide(
                s, new AdmitBidder(s.EnrolmentsRequested, Bidder(name)), m)));
        }

        return this;
    }

    public AnAuction Open()
    {
        if (State.Status == AuctionStatus.None) Announced();
        Must("open", Turn("10:00"));
        return this;
    }

    public Refusal? Turn(string time, Silence? gap = null) => Do(
        time, "house", (s, m) => AuctionDecider.Decide(s, new TakeTurn(s.NextTurn ?? default, gap), m));

    public Refusal? Bid(string time, string bidder, long yuan, bool verified = true, bool centre = false) => Do(
        time, bidder, (s, m) => AuctionDecider.Decide(
            s, new PlaceBid(Money.Cny(yuan * 100), new BidFacts(verified, centre)), m));

    /// <summary>Null ends the automatic bids.</summary>
    public Refusal? Proxy(string time, string bidder, long? yuan) => Do(
        time, bidder, (s, m) => AuctionDecider.Decide(
            s, new SetProxy(yuan is { } most ? Money.Cny(most * 100) : null, new BidFacts(true, false)), m));

    public Refusal? Match(string time, string bidder, long yuan) => Do(
        time, bidder, (s, m) => AuctionDecider.Decide(
            s, new MatchPrice(Money.Cny(yuan * 100), new BidFacts(true, false)), m));

    /// <summary>The price of a descending clock.</summary>
    public Refusal? Take(string time, string bidder, long yuan, Refusal? halt = null) => Do(
        time, bidder, (s, m) => TakeDecider.Decide(
            s, new TakePrice(Money.Cny(yuan * 100), new BidFacts(true, false), halt), m));

    public Refusal? Right(string time, int enrolment, int rank, string reason = "按份共有人", string paper = "登记簿") => Do(
        time, "handler", (s, m) => AuctionDecider.Decide(
            s,
            new RecordPreemption(
                enrolment, rank, PreemptionSource.Law, reason, paper, DutyHolder.With(CentreRole.Handler)),
            m));

    public Refusal? Officer(string time, string user, string verb, string reason = "按规定")
    {
        var duty = DutyHolder.With(CentreRole.Reviewer);
        return Do(time, user, (s, m) => verb switch
        {
            "suspend" => AuctionDecider.Decide(s, new SuspendAuction(reason, duty), m),
            "resume" => AuctionDecider.Decide(s, new ResumeAuction(reason, duty), m),
            _ => AuctionDecider.Decide(s, new CancelAuction(reason, duty), m),
        });
    }

    public Refusal? Do(
        string time, string who, Func<Auction, Moment, Outcome<IReadOnlyList<IEvent>>> decide) =>
        Do(At(time), who, decide);

    public Refusal? Do(
        DateTimeOffset instant, string who, Func<Auction, Moment, Outcome<IReadOnlyList<IEvent>>> decide)
    {
        if (instant > at) at = instant;
        var actor = new Actor("user:" + who, "party:" + who);
        var decided = decide(State, new Moment(at, actor));
        if (decided.Refusal is { } refusal) return refusal;
        var command = CommandIds.Of("test", records.Count, who);
        foreach (var fact in decided.Value)
        {
            var record = new Recorded(0, "auction:test", State.Version + 1, at, command, actor, fact);
            records.Add(record);
            State = State.Evolve(record);
        }

        return null;
    }

    private static void Must(string what, Refusal? refusal) =>
        Assert.True(refusal is null, $"{what} was refused: {refusal?.Code}");
}
