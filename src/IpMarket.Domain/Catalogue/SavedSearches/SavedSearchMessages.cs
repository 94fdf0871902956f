using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.SavedSearches;

/// <summary>Keeps a question. The user himself.</summary>
/// <param name="Name">Clean, of 1 to <see cref="Limits.SavedSearchNameCharsMax"/> characters.</param>
/// <param name="Question">Within the bounds of a search.</param>
/// <param name="Alerts">Whether he is told when something comes to match.</param>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.save/1")]
public sealed record SaveSearch(
    [property: Id(0)] string Name,
    [property: Id(1)] SavedQuestion Question,
    [property: Id(2)] bool Alerts) : ICommand;

/// <summary>Another name, or alerts begun or ended. The user himself.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.change/1")]
public sealed record ChangeSavedSearch(
    [property: Id(0)] int Number,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Alerts) : ICommand;

/// <summary>Gives it up. The user himself.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.delete/1")]
public sealed record DeleteSavedSearch([property: Id(0)] int Number) : ICommand;

/// <summary>Patents came to match. The follower of saved searches sends it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.tell/1")]
public sealed record TellHits([property: Id(0)] ImmutableArray<SearchHits> Hits) : ICommand;

/// <summary>Patents that came to match one search.</summary>
/// <param name="Number">The search.</param>
/// <param name="Patents">Their streams.</param>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.hits/1")]
public sealed record SearchHits([property: Id(0)] int Number, [property: Id(1)] ImmutableArray<string> Patents);

/// <summary>The user keeps a question.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.search-saved/1")]
public sealed record SearchSaved(
    [property: Id(0)] int Number,
    [property: Id(1)] string Name,
    [property: Id(2)] SavedQuestion Question,
    [property: Id(3)] bool Alerts) : IEvent;

/// <summary>It has this name, and alerts or none, from now on.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.search-changed/1")]
public sealed record SavedSearchChanged(
    [property: Id(0)] int Number,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Alerts) : IEvent;

/// <summary>He keeps it no more.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.search-deleted/1")]
public sealed record SavedSearchDeleted([property: Id(0)] int Number) : IEvent;

/// <summary>He was told that these patents came to match, none of them a second time.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.saved-searches.search-hit/1")]
public sealed record SavedSearchHit(
    [property: Id(0)] int Number,
    [property: Id(1)] ImmutableArray<string> Patents) : IEvent;

/// <summary>Why saved searches are refused, by descending precedence.</summary>
public enum SavedSearchRefusal
{
    [RefusalText("没有这条保存的检索。", "There is no such saved search.", Status = 404)]
    SearchNotSaved,

    [RefusalText(
        "没有检索词也没有筛选条件，保存后会匹配全部专利；请先输入条件。",
        "It has neither words nor filters and would match every patent; enter some first.",
        Status = 400)]
    SearchAsksNothing,

    [RefusalText("您已有名为“{name}”的检索。", "You have a saved search named “{name}” already.")]
    SearchNameTaken,

    [RefusalText("最多保存 {max} 条检索。", "At most {max} searches can be saved.")]
    SavedSearchesFull,

    [RefusalText("没有需要变更的内容。", "Nothing would change.")]
    SavedSearchStands,

    [RefusalText("这些结果已经提醒过。", "These hits were told already.")]
    HitsToldAlready,
}
