using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>
/// A deposit that is in admits its bidder at once. When the auction ended meanwhile it refuses, and the settlement of
/// the case gives the deposit back.
/// </summary>
public sealed class EscrowToAuction(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-escrow-to-auction";

    public override bool Wants(IEvent fact) =>
        fact is DepositCounted { State: DepositState.Received or DepositState.Over };

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        if (EscrowIds.ListingOf(recorded.Stream) is not null) return;
        var counted = (DepositCounted)recorded.Event;
        var auction = grains.GetGrain<IAuctionGrain>(EscrowIds.AuctionOf(recorded.Stream));
        var admitted = await auction.Admit(As(commandId), counted.Enrolment);
        // A turn that could not be stored says nothing about the bidder: tried again.
        if (admitted.Refusal?.Is(AuctionRefusal.TurnDue) == true)
            throw new InvalidOperationException($"{Name}: a turn of {counted.Enrolment}'s auction is due first.");
        Done(admitted);
    }
}
