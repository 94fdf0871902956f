using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>What the words of a group are.</summary>
public enum SynonymKind
{
    /// <summary>Words, formulae and translations of one thing; they match titles.</summary>
    Term,

    /// <summary>曾用名: an applicant's name, those it had before and its translations; they match applicants.</summary>
    Name,
}

/// <summary>Words that mean the same: whoever asks for one finds them all.</summary>
/// <param name="Kind">Where they match.</param>
/// <param name="Terms">Two or more.</param>
[GenerateSerializer, Immutable, Alias("catalogue.synonyms.group/1")]
public sealed record SynonymGroup(
    [property: Id(0)] SynonymKind Kind, [property: Id(1)] ImmutableArray<string> Terms);

/// <summary>Groups of synonyms, ready to be asked. Spelling of case, width and dashes does not matter.</summary>
public sealed class Synonyms
{
    private const int OthersMax = 12;
    private readonly FrozenDictionary<string, ImmutableArray<Synonym>> others;

    public Synonyms(ImmutableArray<SynonymGroup> groups)
    {
        Groups = groups;
        var pairs = from gathered in groups
                    from term in gathered.Terms
                    from other in gathered.Terms
                    where Key(term).Length > 0 && Key(term) != Key(other)
                    select (Key: Key(term), Other: new Synonym(gathered.Kind, other));
        others = pairs.GroupBy(pair => pair.Key, pair => pair.Other, StringComparer.Ordinal).ToFrozenDictionary(
            group => group.Key, group => group.Distinct().Take(OthersMax).ToImmutableArray(), StringComparer.Ordinal);
        CharsMax = others.Keys.Select(key => key.Length).DefaultIfEmpty(0).Max();
        WordsMax = others.Keys.Select(key => key.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    public static Synonyms None { get; } = new([]);

    /// <summary>The list that is part of the house; in force until the centre sets its own.</summary>
    public static Synonyms House { get; } = new([.. Tables.Lines("synonyms.txt").Select(Read)]);

    public ImmutableArray<SynonymGroup> Groups { get; }

    /// <summary>Characters of the longest word's key.</summary>
    public int CharsMax { get; }

    /// <summary>Blank-parted pieces of the longest word's key.</summary>
    public int WordsMax { get; }

    /// <summary>What means the same as a word; nothing when it stands in no group.</summary>
    public ImmutableArray<Synonym> Of(string word) => others.TryGetValue(Key(word), out var found) ? found : [];

    /// <summary>The form in which words are the same: runs of letters, lower case, parted by one blank.</summary>
    public static string Key(string word) => string.Join(' ', SearchText.Runs(word).Select(run => run.Text));

    private static SynonymGroup Read(string line)
    {
        const string name = "name:";
        var isName = line.StartsWith(name, StringComparison.Ordinal);
        var terms = (isName ? line[name.Length..] : line).Split('=', StringSplitOptions.TrimEntries);
        return new SynonymGroup(isName ? SynonymKind.Name : SynonymKind.Term, [.. terms]);
    }
}

/// <summary>Another word for what was asked.</summary>
public sealed record Synonym(SynonymKind Kind, string Text);
