using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.SavedSearches;

/// <summary>
/// What is asked of the catalogue again and again; as <see cref="CatalogueQuery"/>, without page and order. One saved
/// before offers were searched by mode and figures has none of them and asks what it asked then.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-question/1")]
public sealed record SavedQuestion(
    [property: Id(0)] string Text,
    [property: Id(1)] ImmutableArray<string> Types,
    [property: Id(2)] ImmutableArray<MarketStatus> Statuses,
    [property: Id(3)] Money? PriceMin,
    [property: Id(4)] Money? PriceMax,
    [property: Id(5)] ImmutableArray<string> IpcPrefixes,
    [property: Id(6)] string? Applicant,
    [property: Id(7)] ImmutableArray<string> Applicants,
    [property: Id(8)] ImmutableArray<int> Years)
{
    [Id(9)]
    public ImmutableArray<ListingMode> Modes { get; init; } = [];

    [Id(10)]
    public ImmutableArray<VtiField> Fields { get; init; } = [];

    [Id(11)]
    public ImmutableArray<ProcessRoute> Routes { get; init; } = [];

    [Id(12)]
    public ImmutableArray<FigureRange> Figures { get; init; } = [];

    /// <summary>Whether it narrows nothing: every patent would be an answer.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Types.IsEmpty && Statuses.IsEmpty && PriceMin is null
        && PriceMax is null && IpcPrefixes.IsEmpty && string.IsNullOrWhiteSpace(Applicant) && Applicants.IsEmpty
        && Years.IsEmpty && Modes.IsEmpty && Fields.IsEmpty && Routes.IsEmpty && Figures.IsEmpty;

    public static SavedQuestion Of(CatalogueQuery query) => new(
        query.Text,
        query.Types,
        query.Statuses,
        query.PriceMin,
        query.PriceMax,
        query.IpcPrefixes,
        query.Applicant,
        query.Applicants,
        query.Years)
    {
        Modes = query.Modes,
        Fields = query.Fields,
        Routes = query.Routes,
        Figures = query.Figures,
    };

    public CatalogueQuery ToQuery() => new()
    {
        Text = Text,
        Types = Types,
        Statuses = Statuses,
        PriceMin = PriceMin,
        PriceMax = PriceMax,
        IpcPrefixes = IpcPrefixes,
        Applicant = Applicant,
        Applicants = Applicants,
        Years = Years,
        Modes = Modes,
        Fields = Fields,
        Routes = Routes,
        Figures = Figures,
    };
}

/// <summary>A saved search (保存的检索).</summary>
/// <param name="Number">1 and up, never given twice to one user.</param>
/// <param name="Name">Of its owner, different from his others.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Alerts">Whether he is told when something comes to match.</param>
/// <param name="Told">The last patents he was told of, at most <see cref="Limits.SavedHitsRememberedMax"/>.</param>
[GenerateSerializer, Immutable, Alias("catalogue.saved-search/1")]
public sealed record SavedSearch(
    [property: Id(0)] int Number,
    [property: Id(1)] string Name,
    [property: Id(2)] SavedQuestion Question,
    [property: Id(3)] bool Alerts,
    [property: Id(4)] ImmutableArray<string> Told);

/// <summary>
/// The searches one user keeps. Stream <c>saved-searches:…</c>, the rest of which is that of <c>user:…</c>.
/// </summary>
/// <param name="Searches">In the order they were saved, at most <see cref="Limits.SavedSearchesMax"/>.</param>
/// <param name="LastNumber">The number given last; 0 before the first.</param>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.state/1")]
public sealed record SavedSearchList(
    [property: Id(0)] ImmutableArray<SavedSearch> Searches,
    [property: Id(1)] int LastNumber) : IAggregateState<SavedSearchList>
{
    /// <summary>The word of its stream.</summary>
    public const string StreamWord = "saved-searches";

    public static SavedSearchList Empty { get; } = new([], 0);

    /// <summary>The stream of a user's searches, also found from his watchlist's.</summary>
    public static string StreamOf(string user) =>
        Ids.Of(StreamWord, user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    public SavedSearch? Find(int number) => Searches.FirstOrDefault(search => search.Number == number);

    public SavedSearchList Evolve(Recorded recorded) => recorded.Event switch
    {
        SearchSaved fact => new SavedSearchList(
            Searches.Add(new SavedSearch(fact.Number, fact.Name, fact.Question, fact.Alerts, [])), fact.Number),
        SavedSearchChanged fact => With(
            fact.Number, search => search with { Name = fact.Name, Alerts = fact.Alerts }),
        SavedSearchDeleted fact => this with { Searches = Searches.RemoveAll(one => one.Number == fact.Number) },
        SavedSearchHit fact => With(
            fact.Number,
            search => search with
            {
                Told = [.. search.Told.Concat(fact.Patents).TakeLast(Limits.SavedHitsRememberedMax)],
            }),
        _ => this,
    };

    private SavedSearchList With(int number, Func<SavedSearch, SavedSearch> change) => this with
    {
        Searches = [.. Searches.Select(search => search.Number == number ? change(search) : search)],
    };
}
