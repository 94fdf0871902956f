using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Catalogue.Processes;

/// <summary>
/// The gate on every new fact (P9): a fact of a patent makes the listing that holds it ask again. So does a listing
/// that has just come out, for a fact may have been recorded while it did. What closes by a date alone, the listing's
/// own deadline asks for.
/// </summary>
public sealed class RecheckListings(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-recheck-listings";

    public override bool Wants(IEvent fact) => fact is IChangesEncumbrances
        or PatentStatusSeen
        or PatentHoldersRecorded
        or LegalEventRecorded
        or LifeFactRetracted
        or OwnershipRecorded
        or PatentFactsRecorded { Facts: { Applicants.IsEmpty: false } or { FilingDate: not null } }
        or ListingPublished
        or ListingResumed
        or ListingPeriodEnded
        or ListingEnteredAuction;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        if (await ListingOf(recorded) is not { } listing) return;
        Done(await grains.GetGrain<IListingGateGrain>(listing).Recheck(As(commandId), new RecheckListing()));
    }

    private async Task<string?> ListingOf(Recorded recorded) => Ids.Word(recorded.Stream) == Listing.StreamWord
        ? recorded.Stream
        : (await grains.GetGrain<IPatentGrain>(recorded.Stream).Get()).State.Reservation?.Listing;
}
