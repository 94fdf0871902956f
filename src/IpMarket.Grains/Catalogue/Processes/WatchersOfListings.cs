using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Catalogue.Watching;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;

namespace IpMarket.Grains.Catalogue.Processes;

/// <summary>
/// Whoever submits a listing, files an intent or asks to be a bidder watches the patent from then on, so that he is
/// told what becomes of it: suspended, resumed, announced anew, ended, sold. He may stop watching.
/// </summary>
public sealed class WatchersOfListings(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-watchers-of-listings";

    public override bool Wants(IEvent fact) => fact is ListingSubmitted or IntentFiled or EnrolmentRequested;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        var (user, patent) = recorded.Event switch
        {
            ListingSubmitted submitted => (recorded.Actor?.User, submitted.Patent),
            IntentFiled filed => (filed.User, (await Listing(recorded.Stream)).Patent),
            EnrolmentRequested requested => (requested.User, await PatentOf(recorded.Stream)),
            _ => throw new InvalidOperationException($"{Name} does not want {recorded.Event.GetType().Name}."),
        };
        // Of know-how there is no patent to watch.
        if (user is null || Ids.Word(user) != "user" || patent.Length == 0) return;
        Done(await grains.GetGrain<IWatchlistGrain>(Watchlist.StreamOf(user)).Watch(
            As(commandId), new WatchPatent(patent, null)));
    }

    private async Task<Listing> Listing(string stream) =>
        (await grains.GetGrain<IListingGrain>(stream).Get()).State;

    private async Task<string> PatentOf(string auction) =>
        (await grains.GetGrain<IAuctionGrain>(auction).Get()).State.Lot!.Patent;
}
