using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Grains.Tests.Trading;

internal sealed class PlannedHeartbeats : IHeartbeats
{
    public Silence? Silence { get; set; }

    public bool IsDown { get; set; }

    public Task<Silence?> FindSilence(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        IsDown ? throw new TimeoutException("Test fault: no database.") : Task.FromResult(Silence);
}

internal sealed class MemoryVault : IVault
{
    public ConcurrentDictionary<string, (string Person, byte[] Plain)> Rows { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, DateTimeOffset> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>Called before a row is stored; throw to fail it.</summary>
    public Action<string>? BeforePut { get; set; }

    public Task Put(string person, string row, ReadOnlyMemory<byte> plain, CancellationToken cancel)
    {
        if (Erased.TryGetValue(person, out var at)) throw new PersonErasedException(person, at);
        BeforePut?.Invoke(row);
        Rows[row] = (person, plain.ToArray());
        return Task.CompletedTask;
    }

    public Task<long> Count(string person, string prefix, CancellationToken cancel) => Task.FromResult<long>(
        Rows.Count(row => row.Value.Person == person && row.Key.StartsWith(prefix, StringComparison.Ordinal)));

    public Task<byte[]?> Get(string row, CancellationToken cancel) =>
        Task.FromResult(Rows.TryGetValue(row, out var found) ? found.Plain : null);

    public Task<DateTimeOffset> Erase(string person, CancellationToken cancel)
    {
        foreach (var row in Rows.Where(row => row.Value.Person == person)) Rows.TryRemove(row.Key, out _);
        return Task.FromResult(Erased.GetOrAdd(person, DateTimeOffset.UnixEpoch));
    }

    public Task<DateTimeOffset?> ErasedAt(string person, CancellationToken cancel) =>
        Task.FromResult<DateTimeOffset?>(Erased.TryGetValue(person, out var at) ? at : null);
}

/// <summary>Parties and listings as trading sees them: every party is verified and owns the account <c>own-NAME</c>.</summary>
internal sealed class PlannedSurroundings : IAuctionSurroundings
{
    /// <summary>Which auction a listing is in; what is not here is published.</summary>
    public ConcurrentDictionary<string, string> InAuction { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Left { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, OnboardingStatus> Status { get; } = new(StringComparer.Ordinal);

    /// <summary>Why nothing may go on with a listing.</summary>
    public ConcurrentDictionary<string, Refusal> Halts { get; } = new(StringComparer.Ordinal);

    /// <summary>Parties that may not take what is offered, and why.</summary>
    public ConcurrentDictionary<string, Refusal> Barred { get; } = new(StringComparer.Ordinal);

    public Refusal? EnterRefusal { get; set; }

    public Func<Task>? AfterEnter { get; set; }

    public Task<ListingFacts> Listing(string listing, string auction) => Task.FromResult(new ListingFacts(
        new AuctionLot(listing, "patent:CN2099", "示例：提钒方法", "party:seller"),
        !InAuction.TryGetValue(listing, out var held) || held == auction,
        Of("party:seller")));

    public async Task<Refusal?> EnterAuction(CommandContext context, string listing, string auction)
    {
        if (EnterRefusal is { } refusal) return refusal;
        if (InAuction.GetOrAdd(listing, auction) != auction) return Refusal.Of(AuctionRefusal.ListingNotPublished);
        if (AfterEnter is { } then) await then();
        return null;
    }

    public Task<Refusal?> LeaveAuction(CommandContext context, string listing, string auction, ListingEnd end)
    {
        if (InAuction.TryGetValue(listing, out var held) && held == auction)
        {
            Left[listing] = end == ListingEnd.Sold;
            if (end != ListingEnd.Sold) InAuction.TryRemove(listing, out _);
        }

        return Task.FromResult<Refusal?>(null);
    }

    public Task<Refusal?> HaltOf(string listing, DateTimeOffset at) =>
        Task.FromResult(Halts.GetValueOrDefault(listing));

    public Task<Refusal?> BuyerFault(string listing, string party, DateTimeOffset at) =>
        Task.FromResult(Barred.GetValueOrDefault(party));

    public Task<PartyStanding?> Standing(string party) => Task.FromResult<PartyStanding?>(Of(party));

    public bool SellersPerson { get; set; }

    public Task<bool> IsMember(string party, string user) => Task.FromResult(SellersPerson);

    public Task<bool> OwnsAccount(string party, string account) =>
        Task.FromResult(account == "own-" + party["party:".Length..]);

    public Task<ApprovalRoute> Route() => Task.FromResult(ApprovalRoute.HandlerThenReviewer);

    private PartyStanding Of(string party) =>
        new(party, Status.GetValueOrDefault(party, OnboardingStatus.Verified), false, [PartyKind.Enterprise], []);
}
