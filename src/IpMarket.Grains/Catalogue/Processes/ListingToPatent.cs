using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Catalogue.Processes;

/// <summary>
/// A listing's reservation of its patents: submitted → confirmed; returned, withdrawn or sold → released. A listing of
/// know-how holds none.
/// </summary>
public sealed class ListingToPatent(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-listing-to-patent";

    public override bool Wants(IEvent fact) => fact is ListingSubmitted { Patent.Length: > 0 }
        or ListingReturned { Patent.Length: > 0 }
        or ListingSold
        or ListingContracted { Patent.Length: > 0 }
        or ListingWithdrawn { Reservation: not null, Patent.Length: > 0 };

    public override Task React(Recorded recorded, Guid commandId, CancellationToken cancel) => recorded.Event switch
    {
        ListingSubmitted submitted => Confirm(recorded, commandId, submitted),
        ListingReturned ended => Release(recorded, commandId, [ended.Patent, .. ended.Further], ended.Reservation),
        ListingSold ended => Release(recorded, commandId, [ended.Patent, .. ended.Further], ended.Reservation),
        ListingContracted ended => Release(recorded, commandId, [ended.Patent, .. ended.Further], ended.Reservation),
        ListingWithdrawn { Reservation: { } held } ended =>
            Release(recorded, commandId, [ended.Patent, .. ended.Further], held),
        _ => throw new InvalidOperationException($"{Name} does not want {recorded.Event.GetType().Name}."),
    };

    private async Task Confirm(Recorded recorded, Guid commandId, ListingSubmitted submitted)
    {
        string[] patents = [submitted.Patent, .. submitted.Further.Select(one => one.Patent)];
        foreach (var patent in patents)
        {
            var id = Of(commandId, patent, submitted.Patent);
            var confirm = new ConfirmReservation(recorded.Stream, submitted.Reservation);
            var confirmed = await grains.GetGrain<IPatentGrain>(patent).ConfirmReservation(As(id), confirm);
            if (confirmed.Refusal?.Is(PatentRefusal.NotReserved) == true) await HoldAgain(patent, id, confirm);
            else Done(confirmed);
        }
    }

    /// <summary>
    /// What another attempt of the listing took over, or gave up, is held again: for as long as the listing stands.
    /// </summary>
    private async Task HoldAgain(string patent, Guid id, ConfirmReservation confirm)
    {
        var listing = (await grains.GetGrain<IListingGrain>(confirm.Listing).Get()).State;
        if (!listing.HoldsItsPatents || listing.Reservation != confirm.Reservation) return;
        var grain = grains.GetGrain<IPatentGrain>(patent);
        Done(await grain.Reserve(
            As(CommandIds.Step(id, "hold again")), new ReservePatent(confirm.Listing, confirm.Reservation)));
        Done(await grain.ConfirmReservation(As(CommandIds.Step(id, "confirm again")), confirm));
    }

    private async Task Release(Recorded recorded, Guid commandId, string[] patents, Guid reservation)
    {
        foreach (var patent in patents)
            Done(await grains.GetGrain<IPatentGrain>(patent).Release(
                As(Of(commandId, patent, patents[0])), new ReleasePatent(recorded.Stream, reservation)));
    }

    private static Guid Of(Guid commandId, string patent, string first) =>
        patent == first ? commandId : CommandIds.Step(commandId, patent);
}
