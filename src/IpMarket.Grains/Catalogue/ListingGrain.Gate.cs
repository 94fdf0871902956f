using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;

namespace IpMarket.Grains.Catalogue;

/// <content>The encumbrance gate.</content>
public sealed partial class ListingGrain
{
    private static readonly Actor Gate = Actor.Process("listing-gate");

    public async Task<Outcome<Accepted>> Recheck(CommandContext context, RecheckListing command) =>
        await Handle(context, command with { Lookup = await LookUp() }, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Resume(CommandContext context, ResumeListing command) =>
        await Handle(context, command with { Lookup = await LookUp() }, ListingDecider.Decide);

    public async Task<Refusal?> HaltAt(DateTimeOffset at) =>
        Confirmed.State.Exists
            ? ListingDecider.HaltAt(Confirmed.State, await LookUp(), new Moment(at, Gate))
            : null;

    private async Task<ListingLookup> LookUp() => new(await PatentNow(), await SellerNow(), house);
}
