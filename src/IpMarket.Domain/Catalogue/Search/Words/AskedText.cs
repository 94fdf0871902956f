using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>
/// A typed question as every engine reads it: units that must all match, each as it was typed or by a synonym.
/// </summary>
/// <param name="Units">In the order typed.</param>
/// <param name="Number">The whole text as one number, where its groups were written apart.</param>
/// <param name="Sounds">The whole text as pinyin, where its syllables were written apart.</param>
public sealed partial record AskedText(
    ImmutableArray<AskedUnit> Units, AskedNumber Number, ImmutableArray<ImmutableArray<string>> Sounds)
{
    private const RegexOptions Plain =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <param name="text">As typed; nothing in it is syntax.</param>
    /// <param name="synonyms">Those in force.</param>
    /// <param name="isTyping">The last word may be unfinished.</param>
    /// <param name="isLoose">What was written without blanks is taken apart where words of the list end.</param>
    public static AskedText Read(string text, Synonyms synonyms, bool isTyping = false, bool isLoose = false)
    {
        string[] words = isLoose
            ? [.. SearchText.Runs(text).SelectMany(run => run.IsHan ? Pieces(run, synonyms) : [run.Text])]
            : [.. WithWholeCodes(SearchText.Fold(text)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        var units = ImmutableArray.CreateBuilder<AskedUnit>();
        for (var from = 0; from < words.Length;)
        {
            var taken = Math.Min(synonyms.WordsMax, words.Length - from);
            while (taken > 1 && synonyms.Of(string.Join(' ', words[from..(from + taken)])).IsEmpty) taken--;
            taken = Math.Max(taken, 1);
            var isLast = from + taken == words.Length;
            if (taken > 1) units.Add(Several(words[from..(from + taken)], synonyms, isTyping && isLast));
            else units.AddRange(One(words[from], synonyms, isTyping && isLast));
            from += taken;
        }

        var isApart = words.Length > 1;
        return new AskedText(
            units.ToImmutable(),
            isApart ? NumberForms.Asked(text) : AskedNumber.None,
            isApart ? Pinyin.Split(string.Concat(words).ToLowerInvariant(), isTyping) : []);
    }

    /// <summary>An IPC code as it is printed, <c>C22B 34/22</c>, is one word.</summary>
    private static IEnumerable<string> WithWholeCodes(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var isCode = i + 1 < words.Length && Subclass().IsMatch(words[i]) && Group().IsMatch(words[i + 1]);
            yield return isCode ? words[i] + words[++i] : words[i];
        }
    }

    /// <summary>Words that together stand in the list, like <c>titanium dioxide</c>.</summary>
    private static AskedUnit Several(string[] words, Synonyms synonyms, bool isBeginning) => new(
        [.. words.Select((word, i) => AskedWord.Of(word, isBeginning && i == words.Length - 1))],
        synonyms.Of(string.Join(' ', words)));

    [GeneratedRegex("^[A-HY][0-9]{2}[A-Z]$", Plain, Timeout.Infinite)]
    private static partial Regex Subclass();

    /// <summary>Four figures alone are rather a year.</summary>
    [GeneratedRegex("^([0-9]{1,3}|[0-9]{1,4}/[0-9]{0,6})$", Plain, Timeout.Infinite)]
    private static partial Regex Group();

    /// <summary>
    /// One word; where Chinese and Latin meet (<c>TiO2含量</c>) it is two that need not stand side by side.
    /// </summary>
    private static IEnumerable<AskedUnit> One(string word, Synonyms synonyms, bool isBeginning)
    {
        var whole = synonyms.Of(word);
        var parts = whole.IsEmpty ? Parts(word) : [word];
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = synonyms.Of(parts[i]);
            yield return new AskedUnit(
                [AskedWord.Of(parts[i], isBeginning && i == parts.Length - 1)],
                exact.IsEmpty ? Within(parts[i], synonyms) : exact);
        }
    }

    private static string[] Parts(string word)
    {
        var runs = SearchText.Runs(word).ToList();
        var meets = runs.Zip(runs.Skip(1)).Any(pair => pair.First.IsHan != pair.Second.IsHan);
        // One letter is part of a word: V型.
        return meets && runs.All(run => run.IsHan || run.Characters.Count > 1) && !NumberForms.Asked(word).IsNumber
            ? [.. runs.Select(run => run.Text)]
            : [word];
    }

    /// <summary>
    /// 石煤提钒 as 石煤 and 提钒: the longest words of the list from the left and what is between them; single
    /// characters between say too little.
    /// </summary>
    private static IEnumerable<string> Pieces(TextRun run, Synonyms synonyms)
    {
        var between = "";
        for (var from = 0; from < run.Characters.Count;)
        {
            var length = Math.Min(synonyms.CharsMax, run.Characters.Count - from);
            while (length > 1 && synonyms.Of(string.Concat(run.Characters.Skip(from).Take(length))).IsEmpty) length--;
            if (length > 1)
            {
                if (between.Length > 1) yield return between;
                between = "";
                yield return string.Concat(run.Characters.Skip(from).Take(length));
            }
            else
            {
                between += run.Characters[from];
            }

            from += Math.Max(length, 1);
        }

        if (between.Length > 1 || run.Characters.Count == 1) yield return between;
    }

    /// <summary>The word with its longest known piece of two characters or more put otherwise.</summary>
    private static ImmutableArray<Synonym> Within(string word, Synonyms synonyms)
    {
        var run = SearchText.Runs(word).ToList() is [{ IsHan: true } only] ? only : null;
        if (run is null || run.Characters.Count < 3) return [];
        for (var length = Math.Min(run.Characters.Count - 1, synonyms.CharsMax); length > 1; length--)
        {
            for (var from = 0; from + length <= run.Characters.Count; from++)
            {
                var found = synonyms.Of(string.Concat(run.Characters.Skip(from).Take(length)));
                if (found.IsEmpty) continue;
                var (before, after) = (run.Characters.Take(from), run.Characters.Skip(from + length));
                return
                [
                    .. found.Select(other => other with
                    {
                        Text = string.Join(' ', string.Concat(before), other.Text, string.Concat(after)).Trim(),
                    }),
                ];
            }
        }

        return [];
    }
}

/// <summary>Something that must match: all its words, or any of its synonyms.</summary>
public sealed record AskedUnit(ImmutableArray<AskedWord> Words, ImmutableArray<Synonym> Synonyms);

/// <summary>One word as typed, and what it may be meant as.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Number">As a number.</param>
/// <param name="IpcPrefix">As the beginning of an IPC code, without blanks; null when it is none.</param>
/// <param name="Sounds">As pinyin, one entry a way to read it.</param>
/// <param name="Latin">The word where it is one of Latin letters only, lower case; else null.</param>
/// <param name="IsBeginning">It may be unfinished.</param>
public sealed record AskedWord(
    string Text,
    AskedNumber Number,
    string? IpcPrefix,
    ImmutableArray<ImmutableArray<string>> Sounds,
    string? Latin,
    bool IsBeginning)
{
    public static AskedWord Of(string word, bool isBeginning)
    {
        var letters = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        var isLatin = letters.Length > 0 && letters.All(c => char.IsLetter(c) && c < 0x0250);
        var ipc = SearchText.Ipc(word);
        var isIpc = ipc is [>= 'A' and <= 'H' or 'Y', var a, var b, ..] && char.IsAsciiDigit(a) && char.IsAsciiDigit(b);
        return new AskedWord(
            word,
            NumberForms.Asked(word),
            isIpc ? ipc : null,
            isLatin ? Pinyin.Split(letters, isBeginning) : [],
            isLatin ? letters : null,
            isBeginning);
    }

    /// <summary>How many letters of a word may be wrong: none below five, one below nine, then two.</summary>
    public static int TyposMax(int letters) => letters < 5 ? 0 : letters < 9 ? 1 : 2;
}
