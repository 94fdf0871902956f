using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>Each Chinese character as its syllables, all readings at one place; anything else leaves a gap.</summary>
public sealed class SoundTokenizer(TextReader input) : ListTokenizer(input)
{
    protected override IEnumerable<(string Term, int Increment)> Tokens(string text)
    {
        var step = 1;
        foreach (var run in SearchText.Runs(text))
        {
            foreach (var readings in run.IsHan ? run.Characters.Select(Pinyin.Of) : [])
            {
                for (var i = 0; i < readings.Length; i++) yield return (readings[i], i == 0 ? step : 0);
                step = readings.IsEmpty ? step + 1 : 1;
            }

            step++;
        }
    }
}

/// <summary>
/// First letters of neighbouring syllables, two to four together at the place of the first; those a text begins with
/// also with a mark, because two letters alone are in every long title.
/// </summary>
public sealed class InitialsTokenizer(TextReader input) : ListTokenizer(input)
{
    public const int LettersMin = 2;
    public const int LettersMax = 4;
    public const char BeginMark = '^';
    private const int ReadingsMax = 4;

    protected override IEnumerable<(string Term, int Increment)> Tokens(string text)
    {
        var isFirst = true;
        foreach (var run in SearchText.Runs(text).Where(run => run.IsHan))
        {
            var letters = run.Characters.Select(Letters).ToList();
            for (var from = 0; from < letters.Count; from++)
            {
                var step = 1;
                foreach (var gram in Grams(letters, from))
                {
                    yield return (gram, step);
                    step = 0;
                    if (isFirst && from == 0) yield return (BeginMark + gram, 0);
                }
            }

            isFirst = false;
        }
    }

    private static ImmutableArray<char> Letters(string character) =>
        [.. Pinyin.Of(character).Select(reading => reading[0]).Distinct()];

    private static IEnumerable<string> Grams(List<ImmutableArray<char>> letters, int from)
    {
        IReadOnlyList<string> grams = [""];
        for (var length = 1; length <= LettersMax && from + length <= letters.Count; length++)
        {
            var next = letters[from + length - 1];
            if (next.IsEmpty) yield break;
            grams = [.. grams.SelectMany(gram => next.Select(letter => gram + letter)).Take(ReadingsMax)];
            if (length < LettersMin) continue;
            foreach (var gram in grams) yield return gram;
        }
    }
}
