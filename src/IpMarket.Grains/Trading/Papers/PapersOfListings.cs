using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Kernel.Papers;
using IpMarket.Grains.Trading.Auctions;

namespace IpMarket.Grains.Trading.Papers;

/// <summary>
/// The papers a listing period needs: began → 挂牌公告, and the notice before it is void; extended → 延期公告; an intent's
/// deposit in → 保证金收据; withdrawn or sent back → the notices are void (a receipt for money stays true).
/// </summary>
public sealed class PapersOfListings(
    PaperDesk desk, PaperFactsOfAuctions records, IPaperSurroundings surroundings, IGrainFactory grains)
    : MarketProcess
{
    private const string Renewed = "挂牌内容变更，已重新公告";
    private const string Ended = "挂牌已撤回或退回";

    public override string Name => "process-papers-of-listings";

    public override bool Wants(IEvent fact) => fact is ListingPeriodBegan or ListingPeriodExtended
        or ListingWithdrawn or ListingReturned or IntentDepositReceived;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        switch (recorded.Event)
        {
            case ListingPeriodBegan began:
                await desk.Issue(Order(recorded, commandId), () => Notice(recorded, began));
                if (began.Notice > 1) await VoidEarlier(recorded, commandId, Renewed, cancel);
                break;
            case ListingPeriodExtended extended:
                await desk.Issue(Order(recorded, commandId), () => Extension(recorded, extended));
                break;
            case IntentDepositReceived received:
                await desk.Issue(
                    Order(recorded, commandId, TradingPapers.DepositReceipt),
                    () => Receipt(recorded.Stream, received, cancel));
                break;
            default:
                await VoidEarlier(recorded, commandId, Ended, cancel);
                break;
        }
    }

    private async Task<PaperDraft?> Notice(Recorded recorded, ListingPeriodBegan began) =>
        await About(recorded.Stream, began.Patent, began.Further, began.Seller, began.Offer) is { } listing
            ? ListingPapers.Notice(listing, began, recorded.At)
            : null;

    private async Task<PaperDraft?> Receipt(
        string stream, IntentDepositReceived received, CancellationToken cancel)
    {
        var listing = (await grains.GetGrain<IListingGrain>(stream).Get()).State;
        return await About(stream, listing.Patent, listing.FurtherStreams, listing.Seller!) is { } about
            ? await records.Receipt(about, received, cancel)
            : null;
    }

    private async Task<PaperDraft?> Extension(Recorded recorded, ListingPeriodExtended extended) =>
        await About(recorded.Stream, extended.Patent, extended.Further, extended.Seller) is { } listing
            ? ListingPapers.Extension(listing, extended)
            : null;

    /// <summary>Null where its seller's name was erased.</summary>
    /// <param name="announced">The offer the paper announces; null = the one that stands.</param>
    private async Task<ListingOnPaper?> About(
        string listing,
        string patent,
        ImmutableArray<string> further,
        string seller,
        ListingOffer? announced = null)
    {
        if (await surroundings.Party(seller) is not { } party) return null;
        if (patent.Length == 0)
        {
            var offered = announced ?? (await grains.GetGrain<IListingGrain>(listing).Get()).State.Offer;
            return new ListingOnPaper(listing, offered.Subject!.Title, null, party);
        }

        var first = await LotPatents.Of(grains, patent);
        return new ListingOnPaper(listing, first.Title, await surroundings.Patent(patent), party)
        {
            Further = await LotPatents.Of(grains, further),
        };
    }

    /// <summary>Derives the same orders again from the listing's records, so the same numbers are found.</summary>
    private async Task VoidEarlier(Recorded cause, Guid commandId, string reason, CancellationToken cancel)
    {
        await foreach (var earlier in records.Records(cause.Stream, cause.Version - 1, cancel))
        {
            if (earlier.Event is not (ListingPeriodBegan or ListingPeriodExtended)) continue;
            var order = Order(earlier, CommandIds.Of(earlier.Stream, earlier.Version, Name));
            await desk.Void(order, CommandIds.Step(commandId, $"{earlier.Version}"), reason);
        }
    }

    private PaperOrder Order(Recorded recorded, Guid cause, PaperKind? kind = null) => new(
        kind ?? TradingPapers.ListingNotice, recorded.Stream, recorded.At, cause, Actor.Process(Name));
}
