using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Domain.Catalogue.Search;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>A word of the list of synonyms.</summary>
    Word,

    /// <summary>An applicant in the catalogue.</summary>
    Applicant,

    /// <summary>An IPC code with its Chinese title.</summary>
    Ipc,

    /// <summary>A patent.</summary>
    Patent,
}

/// <summary>What somebody may be about to type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">To be asked for: a word, a name, a code, a patent's number.</param>
/// <param name="Note">Another word, a code's title, a patent's title; null where it speaks for itself.</param>
/// <param name="Count">Patents it leads to, where they were counted.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text, string? Note, int? Count);

/// <summary>Suggestions while typing: of one search, the list of words, the titles of codes.</summary>
public static class Suggestions
{
    private const int WordsMax = 3;
    private const int ApplicantsMax = 2;
    private const int CodesMax = 2;

    public static async Task<IReadOnlyList<Suggestion>> To(
        string typed, ICatalogueSearch search, Synonyms synonyms, CancellationToken cancel)
    {
        if (Synonyms.Key(typed).Length == 0) return [];
        var hits = await search.Search(
            new CatalogueQuery
            {
                Text = typed, IsTyping = true, WithFacets = true, Limit = SearchLimits.SuggestionsMax,
            },
            cancel);
        var asked = AskedText.Read(typed, synonyms, isTyping: true);
        var applicants = hits.Facets!.Applicants
            .Where(name => !TextMarks.Of(name.Value, asked).IsEmpty).Take(ApplicantsMax)
            .Select(name => new Suggestion(SuggestionKind.Applicant, name.Value, null, name.Count));
        var before = Words(typed, synonyms).Concat(applicants).Concat(Codes(typed)).ToList();
        var patents = hits.Items.Take(SearchLimits.SuggestionsMax - before.Count).Select(patent => new Suggestion(
            SuggestionKind.Patent, patent.Numbers[0], patent.TitleZh ?? patent.TitleEn, null));
        return [.. before, .. patents];
    }

    /// <summary>Words that begin so, or whose pinyin does.</summary>
    private static IEnumerable<Suggestion> Words(string typed, Synonyms synonyms)
    {
        var key = Synonyms.Key(typed);
        return synonyms.Groups.Where(group => group.Kind == SynonymKind.Term)
            .SelectMany(group => group.Terms.Where(term => Begins(term, key)).Take(1).Select(term =>
                new Suggestion(SuggestionKind.Word, term, group.Terms.First(other => other != term), null)))
            .OrderBy(word => word.Text.Length).ThenBy(word => word.Text, StringComparer.Ordinal).Take(WordsMax);
    }

    private static bool Begins(string term, string key)
    {
        var spelled = Synonyms.Key(term);
        if (spelled == key) return false;
        if (spelled.StartsWith(key, StringComparison.Ordinal)) return true;
        if (key.Length < 2 || SearchText.Runs(term).ToList() is not [{ IsHan: true } run]) return false;
        var sounds = run.Characters.Select(character => Pinyin.Of(character).FirstOrDefault("")).ToImmutableArray();
        return string.Concat(sounds).StartsWith(key, StringComparison.Ordinal)
            || string.Concat(sounds.Select(sound => sound.FirstOrDefault())).StartsWith(key, StringComparison.Ordinal);
    }

    private static IEnumerable<Suggestion> Codes(string typed)
    {
        var code = SearchText.Ipc(typed);
        var isTitle = typed.Length > 2 || SearchText.Runs(typed).Any(run => run.IsHan);
        return IpcTitles.All
            .Where(title => SearchText.Ipc(title.Code).StartsWith(code, StringComparison.Ordinal)
                || (isTitle && title.Zh.Contains(typed, StringComparison.OrdinalIgnoreCase)))
            .Take(CodesMax).Select(title => new Suggestion(SuggestionKind.Ipc, title.Code, title.Zh, null));
    }
}
