using IpMarket.Domain.Trading.Auctions;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Trading;

/// <summary>Which auctions are wanted, and for whom.</summary>
/// <param name="Status">Only those.</param>
/// <param name="Listing">Only those of this listing.</param>
/// <param name="OwnOnly">Only those <paramref name="Party"/> sells or is enrolled in.</param>
/// <param name="Party">Sees its own drafts too; null: nobody's.</param>
/// <param name="IsDesk">Sees every draft.</param>
public sealed record AuctionWish(AuctionStatus? Status, string? Listing, bool OwnOnly, string? Party, bool IsDesk);

/// <summary>An escrow case with its auction; null in the case of a listing.</summary>
public sealed record EscrowLine(EscrowRow Escrow, AuctionRow? Auction);

/// <summary>Reads the trading views.</summary>
public sealed class TradingLists(IDbContextFactory<TradingViewContext> views)
{
    /// <summary>Running, announced, drafts, ended; each by its end, the ended ones latest first.</summary>
    public async Task<(IReadOnlyList<AuctionRow> Rows, long Total)> Auctions(
        AuctionWish wish, int skip, int take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await using var context = await views.CreateDbContextAsync(cancel);
        var (party, isDesk) = (wish.Party, wish.IsDesk);
        var wanted = context.Auctions.Where(row =>
            row.IsAnnounced || isDesk || (party != null && row.Seller == party));
        if (wish.OwnOnly)
        {
            wanted = wanted.Where(row => party != null && (row.Seller == party || context.Enrolments.Any(
                enrolment => enrolment.Auction == row.Id && enrolment.Party == party)));
        }

        if (wish.Status is { } status) wanted = wanted.Where(row => row.Status == status);
        if (wish.Listing is { } listing) wanted = wanted.Where(row => row.Listing == listing);
        var rows = await wanted
            .OrderBy(row => row.Rank).ThenBy(row => row.Place).ThenBy(row => row.Id)
            .Skip(skip).Take(take)
            .ToListAsync(cancel);
        return (rows, await wanted.LongCountAsync(cancel));
    }

    /// <summary>Accepted bids before a version, newest first; how many there are in all.</summary>
    public async Task<(IReadOnlyList<BidRow> Rows, long Total)> Bids(
        string auction, long beforeVersion, int take, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var all = context.Bids.Where(row => row.Auction == auction);
        var rows = await all.Where(row => row.Version < beforeVersion)
            .OrderByDescending(row => row.Version)
            .Take(take)
            .ToListAsync(cancel);
        return (rows, await all.LongCountAsync(cancel));
    }

    /// <summary>What is auctioned, by the auction's stream; streams that are no auction's are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Titles(
        IReadOnlyCollection<string> streams, bool english, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        return await context.Auctions
            .Where(row => streams.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.TitleIn(english), StringComparer.Ordinal, cancel);
    }

    /// <summary>Escrow cases, newest first.</summary>
    public async Task<(IReadOnlyList<EscrowLine> Rows, long Total)> Escrows(
        int skip, int take, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var rows = await context.Escrows
            .OrderByDescending(row => row.OpenedAt).ThenBy(row => row.Id)
            .Skip(skip).Take(take)
            .ToListAsync(cancel);
        var asked = rows.Select(row => row.Auction).ToHashSet(StringComparer.Ordinal);
        var auctions = await context.Auctions.Where(row => asked.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancel);
        return (
            [
                .. rows.Select(row => new EscrowLine(row, auctions.GetValueOrDefault(row.Auction))),
            ],
            await context.Escrows.LongCountAsync(cancel));
    }
}
