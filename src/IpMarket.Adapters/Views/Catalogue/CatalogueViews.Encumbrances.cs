using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Views.Catalogue;

/// <content>Encumbrances in a patent's history, and the listings they suspend.</content>
public sealed partial class CatalogueViews
{
    private static async Task Encumbrances(CatalogueViewContext views, Recorded record, CancellationToken cancel)
    {
        switch (record.Event)
        {
            case PatentEncumbered fact:
                var text = $"{fact.Terms.Kind} {fact.Terms.Reference}".TrimEnd();
                views.Encumbrances.Add(
                    new EncumbranceRow { Patent = record.Stream, Number = fact.Number, Text = text });
                Note(views, record, record.Stream, PatentHistoryKind.Encumbered, text);
                break;
            case PatentEncumbranceRenewed fact:
                await NoteOf(fact.Number, PatentHistoryKind.EncumbranceRenewed);
                break;
            case PatentEncumbranceEnded fact:
                await NoteOf(fact.Number, PatentHistoryKind.EncumbranceEnded);
                break;
            case PatentConsentRecorded fact:
                Note(views, record, record.Stream, PatentHistoryKind.ConsentRecorded, $"#{fact.Number}");
                break;
            case PatentConsentWithdrawn fact:
                Note(views, record, record.Stream, PatentHistoryKind.ConsentWithdrawn, $"#{fact.Number}");
                break;
            default:
                break;
        }

        async Task NoteOf(int number, PatentHistoryKind kind)
        {
            if (await views.Encumbrances.FindAsync([record.Stream, number], cancel) is { } row)
                Note(views, record, record.Stream, kind, row.Text);
        }
    }

    private static void Suspend(
        CatalogueViewContext views, Recorded record, ListingRow listing, ListingSuspended suspended)
    {
        listing.IsSuspended = true;
        if (listing.State == ListingState.Published) listing.State = ListingState.Suspended;
        Note(views, record, listing, PatentHistoryKind.Suspended, suspended.Reasons[0].Rule);
    }
}
