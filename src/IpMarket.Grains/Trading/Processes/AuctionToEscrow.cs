using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Escrow;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>
/// What happens in an auction reaches its escrow case, in order: announced → opened, enrolment → deposit expected,
/// enrolment ended → released, auction ended → settled.
/// </summary>
public sealed class AuctionToEscrow(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-auction-to-escrow";

    public override bool Wants(IEvent fact) => fact is AuctionAnnounced or EnrolmentRequested or EnrolmentCancelled
        or EnrolmentRefused or AuctionClosed or AuctionCancelled { Before: not AuctionStatus.Draft };

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        var escrow = grains.GetGrain<IEscrowGrain>(EscrowIds.Of(recorded.Stream));
        var context = As(commandId);
        Done(await (recorded.Event switch
        {
            AuctionAnnounced announced => escrow.Open(
                context, new OpenEscrow(recorded.Stream, announced.Terms.Deposit, "")),
            EnrolmentRequested requested => escrow.Expect(
                context, new ExpectDeposit(requested.Enrolment, requested.Party!)),
            EnrolmentCancelled cancelled => escrow.Release(context, new ReleaseEnrolment(cancelled.Enrolment)),
            EnrolmentRefused refused => escrow.Release(context, new ReleaseEnrolment(refused.Enrolment)),
            AuctionClosed closed => escrow.Settle(
                context, new SettleEscrow(closed.ClosedAt, closed.WinnerEnrolment, IsCancelled: false)),
            _ => escrow.Settle(context, new SettleEscrow(recorded.At, null, IsCancelled: true)),
        }));
    }
}
