namespace IpMarket.Adapters.Search.Lucene.Hits;

/// <summary>
/// The values of one facet over the whole index, each with a number that stays while the index is open; a value nobody
/// has any more keeps its number until then.
/// </summary>
internal sealed class FacetValues(string column)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private volatile string[] values = new string[64];

    /// <summary>The column of documents it is read from.</summary>
    public string Field => column;

    /// <summary>Numbers given so far: 0 and up.</summary>
    public int Count
    {
        get
        {
            lock (gate) return numbers.Count;
        }
    }

    /// <summary>The value of a number that was given.</summary>
    public string this[int number] => values[number];

    public int NumberOf(string value)
    {
        lock (gate)
        {
            if (numbers.TryGetValue(value, out var known)) return known;
            var number = numbers.Count;
            var room = values;
            if (number == room.Length) Array.Resize(ref room, 2 * number);
            room[number] = value;
            values = room;
            return numbers[value] = number;
        }
    }
}
