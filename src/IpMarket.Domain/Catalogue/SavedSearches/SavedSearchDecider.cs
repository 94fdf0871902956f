using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.SavedSearches;

/// <summary>The rules of a user's saved searches.</summary>
public static class SavedSearchDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(SavedSearchList list, SaveSearch command, Moment moment)
    {
        if (command.Question.IsEmpty) return Decided.No(SavedSearchRefusal.SearchAsksNothing);
        if (IsTaken(list, command.Name, except: 0))
            return Decided.No(SavedSearchRefusal.SearchNameTaken, ("name", command.Name));
        return list.Searches.Length >= Limits.SavedSearchesMax
            ? Decided.No(SavedSearchRefusal.SavedSearchesFull, ("max", Limits.SavedSearchesMax))
            : Decided.As(new SearchSaved(list.LastNumber + 1, command.Name, command.Question, command.Alerts));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(
        SavedSearchList list, ChangeSavedSearch command, Moment moment)
    {
        if (list.Find(command.Number) is not { } search) return Decided.No(SavedSearchRefusal.SearchNotSaved);
        if (IsTaken(list, command.Name, except: command.Number))
            return Decided.No(SavedSearchRefusal.SearchNameTaken, ("name", command.Name));
        return search.Name == command.Name && search.Alerts == command.Alerts
            ? Decided.No(SavedSearchRefusal.SavedSearchStands)
            : Decided.As(new SavedSearchChanged(command.Number, command.Name, command.Alerts));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(
        SavedSearchList list, DeleteSavedSearch command, Moment moment) => list.Find(command.Number) is null
        ? Decided.No(SavedSearchRefusal.SearchNotSaved)
        : Decided.As(new SavedSearchDeleted(command.Number));

    /// <summary>
    /// Tells what was not told before: a search given up meanwhile, or one whose alerts ended, tells nothing.
    /// </summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(SavedSearchList list, TellHits command, Moment moment)
    {
        var told = ImmutableArray.CreateBuilder<IEvent>();
        foreach (var (number, patents) in command.Hits)
        {
            if (list.Find(number) is not { Alerts: true } search) continue;
            var news = patents.Except(search.Told, StringComparer.Ordinal).ToImmutableArray();
            if (!news.IsEmpty) told.Add(new SavedSearchHit(number, news));
        }

        return told.Count == 0 ? Decided.No(SavedSearchRefusal.HitsToldAlready) : Decided.As([.. told]);
    }

    private static bool IsTaken(SavedSearchList list, string name, int except) => list.Searches.Any(search =>
        search.Number != except && string.Equals(search.Name, name, StringComparison.OrdinalIgnoreCase));
}
