using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>The end of an auction reaches its listing: sold, or published as before.</summary>
public sealed class AuctionToListing(IAuctionSurroundings surroundings) : MarketProcess
{
    public override string Name => "process-auction-to-listing";

    public override bool Wants(IEvent fact) => fact is AuctionClosed or AuctionCancelled;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        var (listing, end) = recorded.Event switch
        {
            AuctionClosed { Outcome: AuctionOutcome.Sold } sold => (sold.Lot.Listing, ListingEnd.Sold),
            AuctionClosed closed => (closed.Lot.Listing, ListingEnd.NoSale),
            AuctionCancelled cancelled => (cancelled.Listing, ListingEnd.CalledOff),
            _ => throw new InvalidOperationException($"{Name} does not want {recorded.Event.GetType().Name}."),
        };
        Done(await surroundings.LeaveAuction(As(commandId), listing, recorded.Stream, end));
    }
}
