using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Benchmarks.Bids;

/// <summary>Parties as the measured auctions see them: all are verified. A grain asks once in two seconds.</summary>
internal sealed class BidSurroundings : IAuctionSurroundings
{
    public Task<ListingFacts> Listing(string listing, string auction) =>
        Task.FromResult(new ListingFacts(null, false, null));

    public Task<Refusal?> EnterAuction(CommandContext context, string listing, string auction) =>
        Task.FromResult<Refusal?>(null);

    public Task<Refusal?> LeaveAuction(CommandContext context, string listing, string auction, ListingEnd end) =>
        Task.FromResult<Refusal?>(null);

    public Task<Refusal?> HaltOf(string listing, DateTimeOffset at) => Task.FromResult<Refusal?>(null);

    public Task<Refusal?> BuyerFault(string listing, string party, DateTimeOffset at) =>
        Task.FromResult<Refusal?>(null);

    public Task<PartyStanding?> Standing(string party) => Task.FromResult<PartyStanding?>(
        new PartyStanding(party, OnboardingStatus.Verified, false, [PartyKind.Enterprise], []));

    public Task<bool> IsMember(string party, string user) => Task.FromResult(false);

    public Task<bool> OwnsAccount(string party, string account) => Task.FromResult(true);

    public Task<ApprovalRoute> Route() => Task.FromResult(ApprovalRoute.HandlerThenReviewer);
}
