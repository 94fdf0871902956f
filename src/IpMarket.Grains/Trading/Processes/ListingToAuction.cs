using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>
/// A suspended listing stops its running auction. One that has not opened yet is stopped as it opens, one whose close
/// is due as it closes: the auction asks by itself then.
/// </summary>
public sealed class ListingToAuction(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-listing-to-auction";

    public override bool Wants(IEvent fact) => fact is ListingSuspended { Auction: not null };

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        var suspended = (ListingSuspended)recorded.Event;
        Done(await grains.GetGrain<IAuctionHaltGrain>(suspended.Auction!).Halt(
            As(commandId), new HaltAuction(suspended.Reasons[0].Zh)));
    }
}
