using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>
/// The group <c>catalogue</c>: listings, patents in brief, what happened to each patent, who watches it, whose saved
/// searches alert.
/// </summary>
public sealed partial class CatalogueViews : ViewGroup<CatalogueViewContext>
{
    public override string Name => "catalogue";

    public override int Revision => 2;

    public override async Task Apply(
        CatalogueViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            switch (record.Event)
            {
                case PatentRegistered registered:
                    // One that was withdrawn may come again.
                    if (await views.Patents.FindAsync([record.Stream], cancel) is null)
                        views.Patents.Add(new PatentRow { Id = record.Stream, Number = registered.Number });
                    Note(views, record, record.Stream, PatentHistoryKind.Entered, registered.Number);
                    break;
                case PatentFactsRecorded recorded:
                    await Facts(views, record, recorded, cancel);
                    break;
                case PatentHoldersRecorded holders:
                    Note(
                        views, record, record.Stream, PatentHistoryKind.HoldersRecorded,
                        string.Join("; ", holders.Holders));
                    break;
                case PatentStatusSeen seen:
                    Note(views, record, record.Stream, PatentHistoryKind.StatusSeen, seen.Status.Text);
                    break;
                case PatentFactsTakenBack back:
                    await Titles(views, record, back.Facts.TitleZh, back.Facts.TitleEn, cancel);
                    Note(views, record, record.Stream, PatentHistoryKind.FactsTakenBack, back.Source);
                    break;
                case PatentWithdrawn withdrawn:
                    await Titles(views, record, null, null, cancel);
                    Note(views, record, record.Stream, PatentHistoryKind.TakenOut, withdrawn.Source);
                    break;
                case PatentJoined joined:
                    Note(views, record, joined.To, PatentHistoryKind.PublicationJoined, joined.Number);
                    break;
                case IChangesEncumbrances:
                    await Encumbrances(views, record, cancel);
                    break;
                case ListingDrafted drafted:
                    Drafted(views, record, drafted);
                    break;
                default:
                    if (await Watched(views, record, cancel)
                        || await Searched(views, record, cancel)
                        || Lived(views, record))
                        break;
                    if (Ids.Word(record.Stream) == Listing.StreamWord
                        && await views.Listings.FindAsync([record.Stream], cancel) is { } listing)
                    {
                        await FurtherPatents(views, record, listing, cancel);
                        Listed(views, record, listing);
                        await Periods(views, record, listing, cancel);
                    }

                    break;
            }
        }
    }

    private static void Drafted(CatalogueViewContext views, Recorded record, ListingDrafted drafted)
    {
        var listing = new ListingRow
        {
            Id = record.Stream, Seller = drafted.Seller, Patent = drafted.Patent, ChangedAt = record.At,
        };
        listing.Offers(drafted.Offer);
        views.Listings.Add(listing);
    }

    /// <summary>The patents it offers beside its first one.</summary>
    private static async Task FurtherPatents(
        CatalogueViewContext views, Recorded record, ListingRow listing, CancellationToken cancel)
    {
        var known = listing.PatentsOf().Skip(1).ToList();
        List<string>? now = record.Event switch
        {
            ListingPatentAdded added => [.. known, added.Patent],
            ListingPatentRemoved removed => [.. known.Where(patent => patent != removed.Patent)],
            ListingSubmitted submitted => [.. submitted.Further.Select(one => one.Patent)],
            _ => null,
        };
        if (now is null) return;
        foreach (var gone in known.Except(now, StringComparer.Ordinal))
            if (await views.FurtherPatents.FindAsync([listing.Id, gone], cancel) is { } row)
                views.FurtherPatents.Remove(row);
        foreach (var added in now.Except(known, StringComparer.Ordinal))
            views.FurtherPatents.Add(new FurtherPatentRow { Listing = listing.Id, Patent = added });
        listing.Further = string.Join(' ', now);
        listing.ChangedAt = record.At;
    }

    private static async Task Titles(
        CatalogueViewContext views, Recorded record, string? zh, string? en, CancellationToken cancel)
    {
        if (await views.Patents.FindAsync([record.Stream], cancel) is { } patent)
            (patent.TitleZh, patent.TitleEn) = (zh, en);
    }

    private static async Task Facts(
        CatalogueViewContext views, Recorded record, PatentFactsRecorded recorded, CancellationToken cancel)
    {
        if (await views.Patents.FindAsync([record.Stream], cancel) is { } patent)
        {
            patent.TitleZh = recorded.Facts.TitleZh ?? patent.TitleZh;
            patent.TitleEn = recorded.Facts.TitleEn ?? patent.TitleEn;
        }

        Note(views, record, record.Stream, PatentHistoryKind.FactsRecorded, recorded.Source);
    }

    private static void Listed(CatalogueViewContext views, Recorded record, ListingRow listing)
    {
        switch (record.Event)
        {
            case ListingRevised revised:
                listing.Offers(revised.Offer);
                break;
            case ListingSubmitted submitted:
                listing.State = ListingState.Submitted;
                listing.Patent = submitted.Patent;
                listing.SubmittedAt = record.At;
                listing.Submitted(submitted.Route);
                break;
            case ListingHandled handled:
                listing.State = ListingState.Handled;
                listing.Took(handled.Step);
                break;
            case ListingReviewed reviewed:
                listing.Took(reviewed.Step);
                break;
            case ListingPublished published:
                listing.State = ListingState.Published;
                listing.PublishedAt ??= record.At;
                listing.Took(published.Step);
                Note(views, record, listing, PatentHistoryKind.Published, listing.Id);
                break;
            case ListingReturned:
                (listing.State, listing.IsSuspended) = (ListingState.Returned, false);
                break;
            case ListingWithdrawn:
                if (Listing.IsPublicState(listing.State))
                    Note(views, record, listing, PatentHistoryKind.Withdrawn, listing.Id);
                (listing.State, listing.IsSuspended) = (ListingState.Withdrawn, false);
                break;
            case ListingEnteredAuction entered:
                (listing.State, listing.Auction) = (ListingState.InAuction, entered.Auction);
                Note(views, record, listing, PatentHistoryKind.EnteredAuction, listing.Id);
                break;
            case ListingLeftAuction:
                listing.State = listing.IsSuspended ? ListingState.Suspended : ListingState.Published;
                listing.Auction = null;
                Note(views, record, listing, PatentHistoryKind.LeftAuction, listing.Id);
                break;
            case ListingSold:
                listing.State = ListingState.Sold;
                Note(views, record, listing, PatentHistoryKind.Sold, listing.Id);
                break;
            case ListingSuspended suspended:
                Suspend(views, record, listing, suspended);
                break;
            case ListingResumed:
                listing.IsSuspended = false;
                if (listing.State == ListingState.Suspended) listing.State = ListingState.Published;
                Note(views, record, listing, PatentHistoryKind.Resumed, listing.Id);
                break;
            default:
                return;
        }

        listing.ChangedAt = record.At;
    }

    /// <summary>What happens to a listing happens to each of its patents.</summary>
    private static void Note(
        CatalogueViewContext views, Recorded record, ListingRow listing, PatentHistoryKind kind, string text)
    {
        foreach (var patent in listing.PatentsOf()) Note(views, record, patent, kind, text);
    }

    private static void Note(
        CatalogueViewContext views, Recorded record, string patent, PatentHistoryKind kind, string text) =>
        views.History.Add(new PatentHistoryRow
        {
            Pos = record.Pos,
            Patent = patent,
            At = record.At,
            Kind = kind,
            By = AuthorOf(record.Actor),
            ByParty = record.Actor?.Party,
            Text = text,
        });

    private static HistoryAuthor AuthorOf(Actor? actor)
    {
        if (actor?.Party is not null) return HistoryAuthor.Party;
        return actor is null || Ids.Word(actor.User) == "process" ? HistoryAuthor.House : HistoryAuthor.Centre;
    }
}
