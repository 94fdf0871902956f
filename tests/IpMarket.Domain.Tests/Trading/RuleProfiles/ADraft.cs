using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Tests.Trading.RuleProfiles;

/// <summary>
/// An auction about to be announced under a profile: proposed, drafted and published at one instant, Monday 2026-11-23
/// 9:00 (UTC+8), by a centre that is whatever the profile asks for.
/// </summary>
internal sealed record ADraft(RuleProfile Profile, AuctionTerms Terms)
{
    private static readonly IRuleProfiles House = new HouseProfiles(withDemo: true);

    public DateTimeOffset Now { get; init; } = AnAuction.At("9:00");

    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Plain;

    public HostQualification Held { get; init; } = Profile.Host;

    public AuctionBefore? Before { get; init; }

    public AnnouncedTerms? Announced { get; init; }

    /// <summary>As its profile would have it: start ¥10,000, appraised at it; opens on a far Monday, lasts a day.</summary>
    public static ADraft Of(string code)
    {
        var opens = AnAuction.At("10:00").AddDays(42);
        var terms = new AuctionTerms(
            Money.Cny(1_000_000), Money.Cny(50_000), null, opens, opens.AddDays(1), 300, Money.Cny(100_000))
        {
            Appraisal = new Appraisal(Money.Cny(1_000_000), new DateOnly(2026, 11, 1), "示例评估所 2026-001"),
            Viewing = new ViewingPeriod(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2)),
        };
        return new ADraft(House.Find(code)!, terms);
    }

    /// <summary>Null when it was announced.</summary>
    public Refusal? Announce(bool isOnlyDrafted = false)
    {
        var listing = AnAuction.Facts(DutyHolder.None).Listing with { Before = Before, Announced = Announced };
        HeldQualification? held = Held == HostQualification.None
            ? null
            : new HeldQualification(Held, "示例批准文号", new DateOnly(2026, 1, 1), null);
        DraftFacts Facts(CentreRole role) => new(
            Profile, Calendar, listing, ApprovalRoute.HandlerThenReviewer, DutyHolder.With(role)) { Host = held };
        var auction = Auction.Empty;
        var refused = Do(ref auction, "seller", (s, m) => AuctionDecider.Decide(
                s, new ProposeAuction("listing:1", Terms, listing), m))
            ?? Do(ref auction, "handler", (s, m) => AuctionDecider.Decide(
                s, new DraftAuction(Profile.Code, Terms, Facts(CentreRole.Handler)), m));
        if (refused is not null || isOnlyDrafted) return refused;
        return Do(ref auction, "reviewer", (s, m) => AuctionDecider.Decide(
            s, new PublishAuction(Facts(CentreRole.Reviewer)), m));
    }

    private Refusal? Do(
        ref Auction auction, string who, Func<Auction, Moment, Outcome<IReadOnlyList<IEvent>>> decide)
    {
        var actor = new Actor("user:" + who, "party:" + who);
        var decided = decide(auction, new Moment(Now, actor));
        if (decided.Refusal is { } refusal) return refusal;
        foreach (var fact in decided.Value)
        {
            auction = auction.Evolve(
                new Domain.Kernel.Journal.Recorded(0, "auction:test", auction.Version + 1, Now, Guid.Empty, actor, fact));
        }

        return null;
    }
}
