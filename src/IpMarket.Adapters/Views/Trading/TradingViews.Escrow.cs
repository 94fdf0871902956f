using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Escrow;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Trading;

/// <content>What is left to do in each escrow case, counted.</content>
public sealed partial class TradingViews
{
    private static async Task ApplyToEscrow(TradingViewContext views, Recorded record, CancellationToken cancel)
    {
        var row = await views.Escrows.FindAsync([record.Stream], cancel);
        if (record.Event is EscrowOpened opened)
        {
            if (row is not null) return;
            views.Escrows.Add(new EscrowRow
            {
                Id = record.Stream,
                Auction = opened.Auction,
                Listing = opened.Listing,
                DepositFen = opened.Deposit.Fen,
                OpenedAt = record.At,
            });
            return;
        }

        if (row is null) return;
        switch (record.Event)
        {
            case DepositExpected expected:
                views.AwaitedDeposits.Add(new() { Escrow = row.Id, Enrolment = expected.Enrolment });
                row.Awaited++;
                break;
            case DepositCounted { State: DepositState.Received or DepositState.Over } counted:
                await NoLongerAwaited(views, row, counted.Enrolment, cancel);
                break;
            case EnrolmentReleased released:
                await NoLongerAwaited(views, row, released.Enrolment, cancel);
                break;
            case EscrowSettled:
                await NoneAwaited(views, row, cancel);
                break;
            case ReceiptEntered { Kind: ReceiptKind.Unidentified }:
                row.Unidentified++;
                break;
            case ReceiptAssigned:
                row.Unidentified--;
                break;
            case RefundFellDue due:
                row.ToBeRefunded++;
                if (due.Reason == RefundReason.Unidentified) row.Unidentified--;
                break;
            case RefundPaid:
                row.ToBeRefunded--;
                break;
        }
    }

    private static async Task NoLongerAwaited(
        TradingViewContext views, EscrowRow row, int enrolment, CancellationToken cancel)
    {
        if (await views.AwaitedDeposits.FindAsync([row.Id, enrolment], cancel) is not { } awaited) return;
        if (views.Entry(awaited).State == EntityState.Deleted) return;
        views.AwaitedDeposits.Remove(awaited);
        row.Awaited--;
    }

    /// <summary>The auction ended: what comes from here on goes back.</summary>
    private static async Task NoneAwaited(TradingViewContext views, EscrowRow row, CancellationToken cancel)
    {
        await views.SaveChangesAsync(cancel);
        views.AwaitedDeposits.RemoveRange(
            await views.AwaitedDeposits.Where(awaited => awaited.Escrow == row.Id).ToListAsync(cancel));
        row.Awaited = 0;
    }
}
