using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Papers;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Server.Tests.Trading;

/// <summary>
/// Parties and listings as trading sees them: every party is verified and owns the account <c>own-NAME</c>, every
/// listing is the seller's and published unless an auction has it.
/// </summary>
internal sealed class PlannedParties : IAuctionSurroundings, IPaperSurroundings, IMemberships
{
    public const string Seller = "party:seller";

    /// <summary>The party a user acts for.</summary>
    public ConcurrentDictionary<string, string> Acting { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, OnboardingStatus> Status { get; } = new(StringComparer.Ordinal);

    /// <summary>Listings that left an auction, and whether sold.</summary>
    public ConcurrentDictionary<string, bool> Left { get; } = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> inAuction = new(StringComparer.Ordinal);

    public Task<ListingFacts> Listing(string listing, string auction) => Task.FromResult(new ListingFacts(
        new AuctionLot(listing, "patent:CN209910000001", "示例：提钒方法", Seller),
        !inAuction.TryGetValue(listing, out var holder) || holder == auction,
        Of(Seller)));

    public Task<Refusal?> EnterAuction(CommandContext context, string listing, string auction) => Task.FromResult(
        inAuction.GetOrAdd(listing, auction) == auction ? null : Refusal.Of(AuctionRefusal.ListingNotPublished));

    public Task<Refusal?> LeaveAuction(CommandContext context, string listing, string auction, ListingEnd end)
    {
        Left[listing] = end == ListingEnd.Sold;
        return Task.FromResult<Refusal?>(null);
    }

    public Task<Refusal?> HaltOf(string listing, DateTimeOffset at) => Task.FromResult<Refusal?>(null);

    public Task<Refusal?> BuyerFault(string listing, string party, DateTimeOffset at) =>
        Task.FromResult<Refusal?>(null);

    public Task<PartyStanding?> Standing(string party) => Task.FromResult<PartyStanding?>(Of(party));

    public Task<bool> IsMember(string party, string user) => Task.FromResult(false);

    public Task<bool> OwnsAccount(string party, string account) =>
        Task.FromResult(account == "own-" + party["party:".Length..]);

    public Task<PartyOnPaper?> Party(string party) =>
        Task.FromResult<PartyOnPaper?>(new PartyOnPaper(party, "公司-" + party["party:".Length..], false));

    public Task<PatentOnPaper> Patent(string patent) =>
        Task.FromResult(new PatentOnPaper("CN209910000001.3", "发明专利", true));

    public Task<ApprovalRoute> Route() => Task.FromResult(ApprovalRoute.HandlerThenReviewer);

    public Task<ILookup<string, Membership>> Of(
        IReadOnlyCollection<string> users, DateTimeOffset at, CancellationToken cancel) =>
        Task.FromResult(users.Where(Acting.ContainsKey).ToLookup(
            user => user,
            user => new Membership(Acting[user], null, MemberRole.Representative),
            StringComparer.Ordinal));

    private PartyStanding Of(string party) => new(
        party,
        Status.GetValueOrDefault(party, OnboardingStatus.Verified),
        false,
        [PartyKind.Enterprise],
        party.EndsWith("-affiliate", StringComparison.Ordinal) ? [Seller] : []);
}
