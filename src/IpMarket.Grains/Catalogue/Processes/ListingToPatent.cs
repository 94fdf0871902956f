using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Catalogue.Processes;

/// <summary>
/// A listing's reservation of its patent: submitted → confirmed; returned, withdrawn or sold → released.
/// </summary>
public sealed class ListingToPatent(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-listing-to-patent";

    public override bool Wants(IEvent fact) => fact is ListingSubmitted or ListingReturned or ListingSold
        or ListingWithdrawn { Reservation: not null };

    public override Task React(Recorded recorded, Guid commandId, CancellationToken cancel) => recorded.Event switch
    {
        ListingSubmitted submitted => Confirm(recorded, commandId, submitted),
        ListingReturned returned => Release(recorded, commandId, returned.Patent, returned.Reservation),
        ListingSold sold => Release(recorded, commandId, sold.Patent, sold.Reservation),
        ListingWithdrawn { Reservation: { } held } withdrawn => Release(recorded, commandId, withdrawn.Patent, held),
        _ => throw new InvalidOperationException($"{Name} does not want {recorded.Event.GetType().Name}."),
    };

    private async Task Confirm(Recorded recorded, Guid commandId, ListingSubmitted submitted) =>
        Done(await grains.GetGrain<IPatentGrain>(submitted.Patent).ConfirmReservation(
            As(commandId), new ConfirmReservation(recorded.Stream, submitted.Reservation)));

    private async Task Release(Recorded recorded, Guid commandId, string patent, Guid reservation) =>
        Done(await grains.GetGrain<IPatentGrain>(patent).Release(
            As(commandId), new ReleasePatent(recorded.Stream, reservation)));
}
