using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>Where lists show a listing's period to stand.</summary>
public abstract partial class CatalogueViewContract
{
    private static readonly ListingLeftAuction CalledOff = new("auction:x") { WasCalledOff = true };

    public static TheoryData<string, ListingLeftAuction[], PeriodPhase> Auctions => new()
    {
        { "called off", [CalledOff], PeriodPhase.AuctionDue },
        { "without sale", [new("auction:x")], PeriodPhase.SellersChoice },
        { "without sale, then called off", [new("auction:x"), CalledOff], PeriodPhase.SellersChoice },
        { "called off, then without sale", [CalledOff, new("auction:x")], PeriodPhase.SellersChoice },
        { "called off twice", [CalledOff, CalledOff], PeriodPhase.AuctionDue },
    };

    [Fact]
    public async Task An_intent_is_listed_with_its_deposit_and_counted_until_it_is_over()
    {
        var terms = new PeriodTerms(5, "online-bidding", "网络竞价") { Deposit = Money.Cny(100) };
        await Draft("listing:a");
        await Journal.Append(
            "listing:a",
            At,
            new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")),
            new ListingPeriodBegan(1, Patent, "party:s", Offer, terms, At.AddDays(7), ""),
            Filed(1),
            Filed(2),
            Filed(3),
            new IntentDepositReceived(1, "party:1"),
            new IntentWithdrawn(3),
            new IntentDepositsReleased([3]),
            new ListingPeriodEnded(At.AddDays(7), 1, null),
            new IntentDepositsReleased([2]));
        await using var views = await Filled();
        Assert.Equal(1, (await views.Periods.SingleAsync(Cancel)).Interested);
        Assert.Equal(
            [(1, 100, true, false), (2, 100, false, true), (3, 100, false, true)],
            (await views.Intents.OrderBy(row => row.Number).ToListAsync(Cancel))
                .Select(row => (row.Number, row.DepositFen, row.IsPaid, row.IsReleased)));

        static IntentFiled Filed(int number) =>
            new(number, 1, $"party:{number}", "user:x", Money.Cny(5)) { DepositDue = Money.Cny(100) };
    }

    [Theory]
    [MemberData(nameof(Auctions))]
    public async Task A_period_stands_in_lists_where_its_listing_says_it_stands(
        string what, ListingLeftAuction[] ends, PeriodPhase phase)
    {
        var (terms, endsAt) = (new PeriodTerms(5, "online-bidding", "网络竞价"), At.AddDays(7));
        var facts = new List<IEvent>
        {
            new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")),
            new ListingPeriodBegan(1, Patent, "party:s", Offer, terms, endsAt, ""),
            new ListingPeriodEnded(endsAt, 2, null),
        };
        foreach (var end in ends) facts.AddRange([new ListingEnteredAuction("auction:x"), end]);
        await Draft("listing:a");
        await Journal.Append("listing:a", At, [.. facts]);
        var state = facts.Aggregate(ListingPeriod.None, (before, fact) => before.Evolve(
            new Recorded(1, "listing:a", 1, At, Guid.Empty, null, fact)));

        await using var views = await Filled();
        var row = await views.Periods.SingleAsync(Cancel);
        var listing = await views.Listings.SingleAsync(Cancel);
        Assert.True((state.Phase, row.Phase) == (phase, phase), what);
        Assert.Equal(
            (state.AllowsAuction, phase == PeriodPhase.AuctionDue, true),
            (listing.AllowsAuction, listing.IsAuctionDue, row.IsDue));
    }
}
