using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>A piece of a text, in UTF-16 units.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Length">At least 1.</param>
public sealed record TextMark(int From, int Length);

/// <summary>
/// Where a text answers a question: as typed, by a synonym, as pinyin or initials, or nearly. The same for every
/// engine, because it reads the text, not the index.
/// </summary>
public static class TextMarks
{
    private const int SharedStemMin = 4;
    private const int EndingMax = 3;
    private const int PrefixMin = 3;
    private const int InitialsMin = 2;

    /// <summary>The pieces in order, none touching another.</summary>
    public static ImmutableArray<TextMark> Of(string text, AskedText asked)
    {
        var letters = Letters(text);
        var found = new List<TextMark>();
        foreach (var unit in asked.Units)
        {
            foreach (var word in unit.Words) found.AddRange(Word(letters, word));
            foreach (var synonym in unit.Synonyms)
                found.AddRange(Phrase(letters, Wanted(synonym.Text), Same));
        }

        foreach (var way in asked.Sounds) found.AddRange(Phrase(letters, way, Sounds));
        return Joined(found);
    }

    private static IEnumerable<TextMark> Word(List<Letter> letters, AskedWord word)
    {
        var wanted = Wanted(word.Text);
        var marks = Phrase(letters, wanted, Same).ToList();
        if (marks.Count > 0) return marks;
        // A long Chinese word that was taken apart: its pairs.
        if (wanted is { Count: > 3 } && SearchText.Runs(word.Text).All(run => run.IsHan))
            return wanted.Zip(wanted.Skip(1)).SelectMany(pair => Phrase(letters, [pair.First, pair.Second], Same));
        if (word.Latin is not { } latin) return [];
        marks = [.. word.Sounds.Where(way => way.Length > 1).SelectMany(way => Phrase(letters, way, Sounds))];
        if (marks.Count > 0) return marks;
        marks = [.. Phrase(letters, [latin], Nearly)];
        if (marks.Count > 0 || latin.Length < InitialsMin) return marks;
        return [.. Phrase(letters, [.. latin.Select(letter => letter.ToString())], Begins)];
    }

    private static List<string> Wanted(string text) =>
        [.. SearchText.Runs(text).SelectMany(run => run.IsHan ? run.Characters : [run.Text])];

    private static IEnumerable<TextMark> Phrase(
        List<Letter> letters, IReadOnlyList<string> wanted, Func<Letter, string, bool> matches)
    {
        for (var at = 0; wanted.Count > 0 && at + wanted.Count <= letters.Count; at++)
        {
            var i = 0;
            while (i < wanted.Count && matches(letters[at + i], wanted[i])) i++;
            if (i < wanted.Count) continue;
            var last = letters[at + i - 1];
            yield return new TextMark(letters[at].From, last.From + last.Length - letters[at].From);
        }
    }

    /// <summary>The same character, the same word, or words of one stem.</summary>
    private static bool Same(Letter letter, string wanted)
    {
        if (letter.Text == wanted) return true;
        if (letter.IsHan || wanted.Length < SharedStemMin || letter.Text.Length < SharedStemMin) return false;
        var shared = letter.Text.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        var (mine, theirs) = (letter.Text.Length - shared, wanted.Length - shared);
        return shared >= SharedStemMin && mine <= EndingMax && theirs <= EndingMax
            && IsEnding(letter.Text[shared..]) && IsEnding(wanted[shared..]);
    }

    private static bool IsEnding(string rest) =>
        rest is "" or "s" or "es" or "ed" or "e" or "ing" or "y" or "ies" or "ied" or "d" or "ion" or "er" or "or";

    private static bool Sounds(Letter letter, string syllable) =>
        letter.IsHan && Pinyin.Of(letter.Text).Contains(syllable, StringComparer.Ordinal);

    private static bool Begins(Letter letter, string initial) =>
        letter.IsHan && Pinyin.Of(letter.Text).Any(reading => reading[0] == initial[0]);

    /// <summary>The beginning of the word, or the word with as many typing errors as its length allows.</summary>
    private static bool Nearly(Letter letter, string wanted) =>
        !letter.IsHan
        && ((wanted.Length >= PrefixMin && letter.Text.StartsWith(wanted, StringComparison.Ordinal))
            || (AskedWord.TyposMax(wanted.Length) is > 0 and var typos && Differences(letter.Text, wanted) <= typos));

    /// <summary>Letters to add, drop, change or swap to make one word of the other.</summary>
    private static int Differences(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static List<Letter> Letters(string text)
    {
        var letters = new List<Letter>();
        foreach (var run in SearchText.Runs(text))
        {
            if (run.IsHan)
            {
                for (var i = 0; i < run.Characters.Count; i++)
                    letters.Add(new Letter(run.Characters[i], run.Starts[i], run.Characters[i].Length, IsHan: true));
                continue;
            }

            var length = run.Starts[^1] + run.Characters[^1].Length - run.Starts[0];
            letters.Add(new Letter(run.Text, run.Starts[0], length, IsHan: false));
        }

        return letters;
    }

    private static ImmutableArray<TextMark> Joined(List<TextMark> marks)
    {
        var joined = ImmutableArray.CreateBuilder<TextMark>();
        foreach (var mark in marks.OrderBy(mark => mark.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && mark.From <= last.From + last.Length)
                joined[^1] = last with { Length = Math.Max(last.Length, mark.From + mark.Length - last.From) };
            else
                joined.Add(mark);
        }

        return joined.ToImmutable();
    }

    /// <summary>A Chinese character or a word, and where it stands.</summary>
    private sealed record Letter(string Text, int From, int Length, bool IsHan);
}
