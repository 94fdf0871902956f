using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Views.Catalogue;

/// <content>Listing periods and purchase intents.</content>
public sealed partial class CatalogueViews
{
    private static async Task Periods(
        CatalogueViewContext views, Recorded record, ListingRow listing, CancellationToken cancel)
    {
        var period = await views.Periods.FindAsync([record.Stream], cancel);
        if (record.Event is ListingPeriodBegan or ListingInterestOpened && period is null)
            views.Periods.Add(period = new PeriodRow { Id = record.Stream });
        if (period is null) return;
        await Intents(views, record, period, cancel);
        Move(views, record, listing, period);
    }

    private static void Move(CatalogueViewContext views, Recorded record, ListingRow listing, PeriodRow period)
    {
        switch (record.Event)
        {
            case ListingPeriodBegan began:
                (period.Phase, period.Notice, period.EndsAt) = (PeriodPhase.Running, began.Notice, began.EndsAt);
                (period.ContractBy, period.IntentsAtEnd, period.HasChange) = (null, null, false);
                period.Interested = 0;
                listing.Offers(began.Offer);
                Note(views, record, listing, PatentHistoryKind.NoticeIssued, $"{began.Notice}");
                break;
            case ListingInterestOpened opened:
                (period.Phase, period.Notice, period.EndsAt) = (PeriodPhase.Open, opened.Notice, null);
                (period.ContractBy, period.IntentsAtEnd, period.HasChange) = (null, null, false);
                period.Interested = 0;
                if (opened.Notice > 1)
                    Note(views, record, listing, PatentHistoryKind.InterestAsked, $"{opened.Notice}");
                break;
            case ListingPeriodStopped:
                period.Phase = PeriodPhase.Stopped;
                break;
            case ListingPeriodWentOn on:
                (period.Phase, period.EndsAt) = (PeriodPhase.Running, on.EndsAt);
                break;
            case ListingPeriodExtended extended:
                (period.Phase, period.EndsAt, period.IntentsAtEnd) = (PeriodPhase.Running, extended.EndsAt, null);
                Note(views, record, listing, PatentHistoryKind.PeriodExtended, $"{extended.WorkingDays}");
                break;
            case ListingPeriodEnded ended:
                period.Phase = ended.Next;
                (period.ContractBy, period.IntentsAtEnd, period.HasChange) = (ended.ContractBy, ended.Intents, false);
                if (ended.Next == PeriodPhase.ContractDue) listing.State = ListingState.ContractDue;
                var kind = ended.Next is PeriodPhase.Open or PeriodPhase.Negotiating
                    ? PatentHistoryKind.PeriodEndedInTalks
                    : PatentHistoryKind.PeriodEnded;
                Note(views, record, listing, kind, $"{ended.Intents}");
                break;
            case ListingAmended amended:
                listing.Offers(amended.Offer);
                break;
            case ListingChangeRequested:
                period.HasChange = true;
                break;
            case ListingChangeRefused:
                period.HasChange = false;
                break;
            case ListingLeftAuction left when period.IntentsAtEnd >= 2:
                period.Phase = ListingPeriod.PhaseAfterAuction(period.BeforeAuction, left.WasCalledOff);
                break;
            case ListingContracted:
                (period.Phase, listing.State) = (PeriodPhase.None, ListingState.Sold);
                Note(views, record, listing, PatentHistoryKind.Sold, listing.Id);
                break;
            case ListingLicensed licensed:
                Note(views, record, listing, PatentHistoryKind.Licensed, $"{licensed.Number}");
                break;
            case ListingContractFailed failed:
                (period.Phase, period.ContractBy) = (failed.Next, null);
                listing.State = listing.IsSuspended ? ListingState.Suspended : ListingState.Published;
                if (failed.Next != PeriodPhase.SellersChoice) break;
                period.IntentsAtEnd = 0;
                Note(views, record, listing, PatentHistoryKind.ContractFailed, listing.Id);
                break;
            case ListingReturned:
                // No intent stands under a notice that is none.
                (period.Phase, period.HasChange, period.Notice) = (PeriodPhase.None, false, 0);
                (period.ContractBy, period.IntentsAtEnd) = (null, null);
                period.Interested = 0;
                break;
            case IntentFiled or IntentConfirmed or IntentWithdrawn or IntentDepositReceived or IntentDepositsReleased:
                // Not a change of the listing: that somebody filed is nobody else's to see.
                period.IsDue = IsDue(listing, period);
                return;
            case ListingEnteredAuction:
                (period.BeforeAuction, period.Phase, period.HasChange) = (period.Phase, PeriodPhase.None, false);
                break;
            case ListingPeriodClosed or ListingSold:
                (period.Phase, period.HasChange) = (PeriodPhase.None, false);
                break;
            default:
                return;
        }

        listing.AllowsAuction = ListingPeriod.AllowsAuctionIn(period.Phase, period.IntentsAtEnd ?? 0);
        listing.IsAuctionDue = period.Phase == PeriodPhase.AuctionDue;
        period.IsDue = IsDue(listing, period);
        period.ChangedAt = listing.ChangedAt = record.At;
    }

    private static bool IsDue(ListingRow listing, PeriodRow period) =>
        listing.State != ListingState.InAuction && (period.HasChange
            || period.Phase is PeriodPhase.SellersChoice or PeriodPhase.ContractDue or PeriodPhase.AuctionDue
                or PeriodPhase.Negotiating
            || period is { Phase: PeriodPhase.Open, Interested: > 0 });

    private static async Task Intents(
        CatalogueViewContext views, Recorded record, PeriodRow period, CancellationToken cancel)
    {
        switch (record.Event)
        {
            case IntentFiled filed:
                period.Interested++;
                views.Intents.Add(new IntentRow
                {
                    Listing = record.Stream,
                    Number = filed.Intent,
                    Party = filed.Party ?? "",
                    PriceFen = filed.Price?.Fen ?? 0,
                    FiledAt = record.At,
                    Notice = filed.Notice,
                    DepositFen = filed.DepositDue?.Fen,
                });
                break;
            case IntentConfirmed confirmed when await Find(confirmed.Intent) is { } row:
                period.Interested++;
                (row.Notice, row.FiledAt) = (confirmed.Notice, record.At);
                row.PriceFen = confirmed.Price?.Fen ?? row.PriceFen;
                break;
            case IntentWithdrawn withdrawn when await Find(withdrawn.Intent) is { } row:
                row.IsWithdrawn = Left(row);
                break;
            case ListingContracted contracted when await Find(contracted.Intent) is { } row:
                row.IsConcluded = Left(row);
                break;
            case ListingLicensed licensed when await Find(licensed.Intent) is { } row:
                row.IsConcluded = Left(row);
                break;
            case ListingContractFailed failed when await Find(failed.Intent) is { } row:
                row.HasFailed = Left(row);
                break;
            case IntentDepositReceived received when await Find(received.Intent) is { } row:
                row.IsPaid = true;
                break;
            case IntentDepositsReleased released:
                foreach (var number in released.Intents)
                {
                    if (await Find(number) is not { } over) continue;
                    over.IsReleased = over is { IsWithdrawn: true } or { HasFailed: true } || Left(over);
                }

                break;
            default:
                break;
        }

        // One that was not confirmed under the newest notice is not counted any more.
        bool Left(IntentRow row)
        {
            if (row.Notice == period.Notice) period.Interested--;
            return true;
        }

        ValueTask<IntentRow?> Find(int number) => views.Intents.FindAsync([record.Stream, number], cancel);
    }
}
