using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Kernel.Papers;

namespace IpMarket.Grains.Trading.Papers;

/// <summary>
/// The papers an auction needs: announced → 公告; bidder admitted → 保证金收据 and 竞买资格确认书; closed → 竞价记录 and,
/// when sold, 成交确认书; cancelled → the notice and the qualifications are void (a receipt for money stays true).
/// </summary>
public sealed class PapersOfAuctions(PaperDesk desk, PaperFactsOfAuctions facts) : MarketProcess
{
    private const string CancelledReason = "竞价已撤销";

    public override string Name => "process-papers";

    public override bool Wants(IEvent fact) => fact is AuctionAnnounced or BidderAdmitted or AuctionClosed
        or AuctionCancelled { Before: not AuctionStatus.Draft };

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        switch (recorded.Event)
        {
            case AuctionAnnounced announced:
                await desk.Issue(
                    Order(TradingPapers.PublicNotice, recorded, commandId),
                    () => facts.Notice(recorded.Stream, announced));
                break;
            case BidderAdmitted admitted:
                await desk.Issue(
                    Order(TradingPapers.DepositReceipt, recorded, commandId),
                    () => facts.Receipt(recorded.Stream, admitted, cancel));
                await desk.Issue(
                    Order(TradingPapers.BidderQualification, recorded, commandId),
                    () => facts.Qualification(recorded.Stream, admitted, recorded.At));
                break;
            case AuctionClosed closed:
                await desk.Issue(
                    Order(TradingPapers.BidRecord, recorded, commandId),
                    async () => await facts.BidRecord(recorded, closed, cancel));
                if (closed.Outcome == AuctionOutcome.Sold)
                {
                    await desk.Issue(
                        Order(TradingPapers.SaleConfirmation, recorded, commandId),
                        () => facts.Confirmation(recorded.Stream, closed));
                }

                break;
            default:
                await VoidAll(recorded, commandId, cancel);
                break;
        }
    }

    /// <summary>Derives the same orders again from the auction's records, so the same numbers are found.</summary>
    private async Task VoidAll(Recorded cancelled, Guid commandId, CancellationToken cancel)
    {
        await foreach (var earlier in facts.Records(cancelled.Stream, cancelled.Version, cancel))
        {
            var kind = earlier.Event switch
            {
                AuctionAnnounced => TradingPapers.PublicNotice,
                BidderAdmitted => TradingPapers.BidderQualification,
                _ => null,
            };
            if (kind is null) continue;
            var order = Order(kind, earlier, CommandIds.Of(earlier.Stream, earlier.Version, Name));
            await desk.Void(order, CommandIds.Step(commandId, $"{earlier.Version}"), CancelledReason);
        }
    }

    private PaperOrder Order(PaperKind kind, Recorded recorded, Guid cause) =>
        new(kind, recorded.Stream, recorded.At, cause, Actor.Process(Name));
}
