using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Subject;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>Where an item of the pack stands.</summary>
public enum TitleItemState
{
    /// <summary>Not there, and not owed.</summary>
    NotGiven,

    /// <summary>Owed and not there.</summary>
    Missing,

    /// <summary>There, but issued too long ago, or declared after a text that is no more the house's.</summary>
    Outdated,

    /// <summary>There.</summary>
    Given,
}

/// <summary>An item of the pack on a day.</summary>
/// <param name="Rule">What decided it.</param>
/// <param name="FreshFrom">The earliest day of issue taken on that day; null = any.</param>
public sealed record TitlePackItem(
    ListingDocumentKind Kind, TitleRule Rule, TitleItemState State, DateOnly? FreshFrom)
{
    public TitleDue Due => Rule.Due;

    /// <summary>The further patent it is about; null of the first patent's and of the whole listing's.</summary>
    public string? Patent { get; init; }

    public PackKey Key => new(Kind, Patent);
}

/// <summary>The whole pack of a listing on a day. Pure.</summary>
public static class TitlePackItems
{
    /// <summary>Every item of a listing of one patent in the pack's order.</summary>
    /// <param name="pack">What the seller has given.</param>
    /// <param name="facts">What decides.</param>
    /// <param name="rules">The house's rules.</param>
    /// <param name="day">The day, in the market's zone.</param>
    public static ImmutableArray<TitlePackItem> Of(
        ListingPack pack, TitlePackFacts facts, TitlePackRules rules, DateOnly day) => Of(pack, [facts], rules, day);

    /// <summary>
    /// Every item in the pack's order: what is about the whole listing and about its first patent, then what is about
    /// each further one. Of the whole listing that is owed which any of its patents makes due.
    /// </summary>
    /// <param name="facts">What decides, by patent, the first one first.</param>
    public static ImmutableArray<TitlePackItem> Of(
        ListingPack pack, ImmutableArray<TitlePackFacts> facts, TitlePackRules rules, DateOnly day)
    {
        var items = ImmutableArray.CreateBuilder<TitlePackItem>();
        foreach (var patent in facts)
            foreach (var kind in patent.IsKnowHow ? KnowHowRules.Papers : ListingDocuments.TitleKinds)
            {
                var isOfEach = ListingDocuments.IsOfEachPatent(kind);
                if (!isOfEach && patent.Patent is not null) continue;
                var rule = isOfEach
                    ? rules.For(kind, patent, day)
                    : facts.Select(one => rules.For(kind, one, day)).MaxBy(one => one?.Due);
                if (rule is null) continue;
                DateOnly? freshFrom = rule.MaxAgeDays is { } days ? day.AddDays(-days) : null;
                var key = new PackKey(kind, patent.Patent);
                items.Add(new TitlePackItem(kind, rule, StateOf(pack, key, rule.Due, freshFrom), freshFrom)
                {
                    Patent = patent.Patent,
                });
            }

        return items.ToImmutable();
    }

    private static TitleItemState StateOf(
        ListingPack pack, PackKey item, TitleDue due, DateOnly? freshFrom)
    {
        var declared = item.Kind == ListingDocumentKind.DefectStatement ? pack.Declaration : null;
        if (declared is { IsOfCurrentText: true }) return TitleItemState.Given;
        var given = pack.Documents.Where(document => document.Key == item).ToList();
        if (given.Count == 0 && declared is not null) return TitleItemState.Outdated;
        if (given.Count == 0) return due == TitleDue.Required ? TitleItemState.Missing : TitleItemState.NotGiven;
        return freshFrom is null || given.Any(document => document.IssuedOn >= freshFrom)
            ? TitleItemState.Given
            : TitleItemState.Outdated;
    }
}
