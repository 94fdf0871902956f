using IpMarket.Adapters.Views.Trading;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>Which auctions are asked for.</summary>
public sealed record AuctionFilter
{
    /// <summary>Only those; drafts are listed for their seller and the centre's desks only.</summary>
    [FromQuery(Name = "status")]
    public AuctionStatus? Status { get; init; }

    /// <summary>Only those the acting party sells or is enrolled in.</summary>
    [FromQuery(Name = "mine")]
    public bool? Mine { get; init; }

    /// <summary>Only those of this listing.</summary>
    [FromQuery(Name = "listing")]
    public string? Listing { get; init; }
}

/// <summary>Shows what the trading views hold.</summary>
public sealed class AuctionLists(TradingLists lists)
{
    public async Task<Page<AuctionSummary>> Page(
        AuctionFilter filter, PageQuery page, Caller caller, bool english, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(caller);
        var wish = new AuctionWish(
            filter.Status, filter.Listing, filter.Mine == true, caller.Party, caller.Duties.ReadsTheDesk(caller.At));
        var (rows, total) = await lists.Auctions(wish, page.Skip, page.Take, cancel);
        return page.Of<AuctionSummary>([.. rows.Select(row => Present(row, caller, english))], total);
    }

    /// <summary>Accepted bids before a version, newest first.</summary>
    public async Task<BidHistory> Bids(string auction, long beforeVersion, int take, CancellationToken cancel)
    {
        var (rows, total) = await lists.Bids(auction, beforeVersion, take + 1, cancel);
        var items = rows.Take(take)
            .Select(row => new RoomBid(row.Bidder, Money.Cny(row.AmountFen), row.At, row.Version)
            {
                Kind = row.Kind,
                Answer = row.Answerer is { } bidder
                    ? new BidAnswer(bidder, Money.Cny(row.AnswerFen ?? 0), row.AnswerLeads)
                    : null,
            })
            .ToList();
        return new BidHistory(items, total, rows.Count > take ? $"{items[^1].Version}" : null);
    }

    private static AuctionSummary Present(AuctionRow row, Caller caller, bool english)
    {
        var (number, isDemo) = PatentNumber.PrintedOf(row.Patent);
        return new AuctionSummary(
            row.Id,
            row.Status,
            row.TitleIn(english),
            row.Patents,
            number,
            isDemo,
            row.Protocol,
            Money.Cny(row.StartPriceFen),
            row.PriceFen is { } fen ? Money.Cny(fen) : null,
            row.Bids,
            row.Bidders,
            row.OpensAt,
            row.ClosesAt,
            row.Outcome,
            row.WaitsFor,
            row.WaitsFor is { } role && caller.Is(role) ? [row.StepsTaken == 0 ? "draft" : "publish"] : []);
    }
}
