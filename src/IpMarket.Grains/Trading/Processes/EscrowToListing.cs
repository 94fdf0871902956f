using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>
/// A deposit that is in makes its purchase intent count. When the intent is over, or the period, the listing refuses,
/// and what it released gives the deposit back.
/// </summary>
public sealed class EscrowToListing(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-escrow-to-listing";

    public override bool Wants(IEvent fact) =>
        fact is DepositCounted { State: DepositState.Received or DepositState.Over };

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        if (EscrowIds.ListingOf(recorded.Stream) is not { } listing) return;
        var counted = (DepositCounted)recorded.Event;
        Done(await grains.GetGrain<IListingPeriodGrain>(listing).CountDeposit(
            As(commandId), new CountIntentDeposit(counted.Enrolment, recorded.At)));
    }
}
