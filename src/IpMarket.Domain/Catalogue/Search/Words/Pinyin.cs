using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Search.Words;

/// <summary>
/// How Chinese characters sound, without tones, ü written v (Unicode's Unihan readings, the usual ones of a character
/// only). A character of several readings matches by any of them.
/// </summary>
public static class Pinyin
{
    private const int LettersMax = 40;
    private const int WaysMax = 6;
    private const int WaysTriedMax = 64;
    private const int SyllableLettersMax = 6;

    private static readonly FrozenDictionary<string, string> Sounds = Tables.Lines("pinyin.txt")
        .Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, ImmutableArray<string>> Readings = Sounds
        .SelectMany(pair => pair.Value.Select(character => (character, pair.Key)))
        .GroupBy(pair => pair.character)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Key).ToImmutableArray());

    /// <summary>The readings of a character; none for what is not Chinese.</summary>
    public static ImmutableArray<string> Of(string character) =>
        character.Length == 1 && Readings.TryGetValue(character[0], out var readings) ? readings : [];

    /// <summary>Syllables that begin so, in the order of letters.</summary>
    public static IEnumerable<string> Beginning(string letters) =>
        Sounds.Keys.Where(syllable => syllable.StartsWith(letters, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// The ways to read Latin letters as syllables, those of fewest syllables first: <c>xian</c> is xian or xi-an.
    /// Empty when they are none.
    /// </summary>
    /// <param name="letters">Lower-case letters without blanks.</param>
    /// <param name="isBeginning">The last syllable may be unfinished: <c>pang</c> is pang or pan-g.</param>
    public static ImmutableArray<ImmutableArray<string>> Split(string letters, bool isBeginning = false)
    {
        if (letters.Length is 0 or > LettersMax || !letters.All(c => c is (>= 'a' and <= 'z') or 'ü')) return [];
        var typed = letters.Replace('ü', 'v').Replace("lue", "lve", StringComparison.Ordinal)
            .Replace("nue", "nve", StringComparison.Ordinal);
        var ways = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var dead = new HashSet<int>();
        Walk(typed, 0, [], isBeginning, ways, dead);
        return [.. ways.OrderBy(way => way.Length).Take(WaysMax)];
    }

    private static bool Walk(
        string typed,
        int from,
        ImmutableStack<string> before,
        bool isBeginning,
        ImmutableArray<ImmutableArray<string>>.Builder ways,
        HashSet<int> dead)
    {
        if (from == typed.Length)
        {
            ways.Add([.. before.Reverse()]);
            return true;
        }

        if (dead.Contains(from) || ways.Count >= WaysTriedMax) return false;
        var found = false;
        for (var length = Math.Min(SyllableLettersMax, typed.Length - from); length > 0; length--)
        {
            if (ways.Count >= WaysTriedMax) return true;
            var piece = typed.Substring(from, length);
            var isLast = from + length == typed.Length;
            if (Sounds.ContainsKey(piece) || (isBeginning && isLast && Beginning(piece).Any()))
                found |= Walk(typed, from + length, before.Push(piece), isBeginning, ways, dead);
        }

        if (!found) dead.Add(from);
        return found;
    }
}
