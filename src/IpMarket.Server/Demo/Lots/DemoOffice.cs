using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Trading.Auctions;

namespace IpMarket.Server.Demo.Lots;

/// <summary>
/// The demo's seller and officers: take a lot from its patent to its announced auction, step by step.
/// </summary>
public sealed class DemoOffice(IGrainFactory grains, DemoSteps steps, DemoPapers papers)
{
    private const string Profile = "demo-online-bidding";
    private const string Source = "示例数据";

    /// <summary>The stream of a lot's auction, whether it exists yet or not.</summary>
    public string AuctionOf(DemoLot lot) => Ids.Create("auction", DemoIds.Of(Step(lot, "auction")), Seller);

    private Actor Seller => steps.ActorOf(DemoPeople.Seller);

    private Actor Handler => steps.ActorOf(DemoPeople.Handler);

    private Actor Reviewer => steps.ActorOf(DemoPeople.Reviewer);

    /// <summary>Patent and listing, up to the given state: the desks of the demo are not empty.</summary>
    public async Task<string> List(DemoLot lot, ListingState upTo)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var listing = Ids.Create(Listing.StreamWord, DemoIds.Of(Step(lot, "draft")), Seller);
        var grain = grains.GetGrain<IListingGrain>(listing);
        // What stands already is never redone: an older demo may have come this far in another way.
        var stands = (await grain.Get()).State;
        if (stands.Exists && stands.State >= upTo) return listing;
        var number = PatentNumber.Parse(lot.Application).Value;
        var patent = grains.GetGrain<IPatentGrain>(number.Stream);
        var record = new RecordPatent(
            number.Text, lot.Facts, new StatusSeen("授权", Source, null), Source, FactOrigin.Centre);
        await DemoSteps.Do(Handler, Step(lot, "patent"), context => patent.Record(context, record));

        await DemoSteps.Do(
            Seller, Step(lot, "draft"), context => grain.Draft(context, new DraftListing(number.Stream, lot.Offer)));
        if (upTo == ListingState.Draft) return listing;
        await papers.Bring(lot, listing, Step(lot, "pack"));
        await DemoSteps.Do(Seller, Step(lot, "submit"), context => grain.Submit(context, new SubmitListing([])));
        if (upTo == ListingState.Submitted) return listing;
        await papers.Check(listing, Step(lot, "pack"));
        await DemoSteps.Do(
            Handler,
            Step(lot, "handle"),
            context => grain.Handle(context, new HandleListing(DemoSteps.Duty(DemoPeople.Handler))));
        if (upTo == ListingState.Handled) return listing;
        await DemoSteps.Do(
            Reviewer,
            Step(lot, "publish"),
            context => grain.Publish(context, new PublishListing(DemoSteps.Duty(DemoPeople.Reviewer))));
        return listing;
    }

    /// <summary>Lists the lot and announces its auction, which opens at an instant.</summary>
    public async Task Announce(DemoLot lot, DateTimeOffset opensAt)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var auction = grains.GetGrain<IAuctionGrain>(AuctionOf(lot));
        if ((await auction.Get()).State.Status is not (AuctionStatus.None or AuctionStatus.Draft)) return;
        var listing = await List(lot, ListingState.Published);
        var terms = lot.Terms(opensAt.WholeMicroseconds());
        // The times differ at every try, so the ids do too.
        var suffix = $"-{opensAt.ToUnixMicroseconds()}";
        await DemoSteps.Do(
            Seller,
            Step(lot, "propose") + suffix,
            context => auction.Propose(context, new ProposeAuction(listing, terms)));
        await DemoSteps.Do(
            Handler,
            Step(lot, "auction-draft") + suffix,
            context => auction.Draft(context, new DraftAuction(Profile, terms), DemoSteps.Duty(DemoPeople.Handler)));
        await DemoSteps.Do(
            Reviewer,
            Step(lot, "announce") + suffix,
            context => auction.Publish(context, DemoSteps.Duty(DemoPeople.Reviewer)));
    }

    private static string Step(DemoLot lot, string step) => $"lot-{lot.Number}-{step}";
}
