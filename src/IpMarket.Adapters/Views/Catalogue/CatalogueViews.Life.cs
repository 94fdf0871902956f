using System.Globalization;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Views.Catalogue;

/// <content>Facts of a patent's life in its history; who watches it and what he was reminded of.</content>
public sealed partial class CatalogueViews
{
    private static bool Lived(CatalogueViewContext views, Recorded record)
    {
        (PatentHistoryKind Kind, string Text)? seen = record.Event switch
        {
            LegalEventRecorded { Event: var fact } =>
                (PatentHistoryKind.LegalEvent, $"{fact.Code} {Day(fact.On)}"),
            FeePaymentRecorded { Payment: var fact } => (PatentHistoryKind.FeePaid, Number(fact.Year)),
            FeeReductionRecorded { Reduction: var fact } =>
                (PatentHistoryKind.FeeReduced, $"{Number(fact.FromYear)}–{Number(fact.ToYear)}"),
            LapseNoticeRecorded { Notice: var fact } => (PatentHistoryKind.LapseNotice, Number(fact.Year)),
            OwnershipRecorded { Ownership: var fact } => (PatentHistoryKind.Ownership, fact.Source),
            LifeFactRetracted fact => (PatentHistoryKind.Retracted, $"{Number(fact.Number)} {fact.Reason}"),
            _ => null,
        };
        if (seen is { } note) Note(views, record, record.Stream, note.Kind, note.Text);
        return seen is not null;
    }

    private static async Task<bool> Watched(
        CatalogueViewContext views, Recorded record, CancellationToken cancel)
    {
        switch (record.Event)
        {
            case PatentWatched fact:
                views.Watches.Add(new WatchRow
                {
                    Watchlist = record.Stream, Patent = fact.Patent, SincePos = record.Pos, At = record.At,
                });
                return true;
            case PatentUnwatched fact:
                if (await views.Watches.FindAsync([record.Stream, fact.Patent], cancel) is { } watch)
                    views.Watches.Remove(watch);
                return true;
            case FeeReminded fact:
                views.FeeReminders.Add(new FeeReminderRow
                {
                    Pos = record.Pos,
                    Watchlist = record.Stream,
                    Patent = fact.Patent,
                    At = record.At,
                    Milestone = fact.Reminder.Milestone,
                    Year = fact.Reminder.Year,
                    On = fact.Reminder.On,
                });
                return true;
            default:
                return false;
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
