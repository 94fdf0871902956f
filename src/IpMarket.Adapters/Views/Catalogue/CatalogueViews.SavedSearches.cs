using System.Text.Json;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Views.Catalogue;

/// <content>Which saved searches alert, and what their owners were told.</content>
public sealed partial class CatalogueViews
{
    private static async Task<bool> Searched(
        CatalogueViewContext views, Recorded record, CancellationToken cancel)
    {
        switch (record.Event)
        {
            case SearchSaved fact:
                var question = JsonSerializer.Serialize(fact.Question, EventCodec.Options);
                views.SavedSearches.Add(new SavedSearchRow
                {
                    Owner = record.Stream, Number = fact.Number, Name = fact.Name, Question = question,
                });
                await Alert(views, record, fact.Number, fact.Alerts, question, cancel);
                return true;
            case SavedSearchChanged fact:
                if (await views.SavedSearches.FindAsync([record.Stream, fact.Number], cancel) is not { } search)
                    return true;
                search.Name = fact.Name;
                await Alert(views, record, fact.Number, fact.Alerts, search.Question, cancel);
                return true;
            case SavedSearchDeleted fact:
                await Alert(views, record, fact.Number, alerts: false, "", cancel);
                if (await views.SavedSearches.FindAsync([record.Stream, fact.Number], cancel) is { } gone)
                    views.SavedSearches.Remove(gone);
                return true;
            case SavedSearchHit fact:
                await Hit(views, record, fact, cancel);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Alerts that go on keep their beginning.</summary>
    private static async Task Alert(
        CatalogueViewContext views,
        Recorded record,
        int number,
        bool alerts,
        string question,
        CancellationToken cancel)
    {
        var known = await views.AlertingSearches.FindAsync([record.Stream, number], cancel);
        if (!alerts && known is not null) views.AlertingSearches.Remove(known);
        if (!alerts || known is not null) return;
        views.AlertingSearches.Add(new AlertingSearchRow
        {
            Owner = record.Stream, Number = number, SincePos = record.Pos, Question = question,
        });
    }

    private static async Task Hit(
        CatalogueViewContext views, Recorded record, SavedSearchHit fact, CancellationToken cancel)
    {
        var name = (await views.SavedSearches.FindAsync([record.Stream, fact.Number], cancel))?.Name ?? "";
        var day = WorkingCalendar.DayOf(record.At);
        if (await views.SavedHits.FindAsync([record.Stream, fact.Number, day], cancel) is not { } hit)
        {
            hit = new SavedHitRow
            {
                Owner = record.Stream, Number = fact.Number, Day = day, Patents = "", Name = name,
            };
            views.SavedHits.Add(hit);
        }

        var named = hit.Patents.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(fact.Patents);
        (hit.Pos, hit.At, hit.Name) = (record.Pos, record.At, name);
        hit.Count += fact.Patents.Length;
        hit.Patents = string.Join(' ', named.TakeLast(SavedHitRow.NamedMax));
    }
}
