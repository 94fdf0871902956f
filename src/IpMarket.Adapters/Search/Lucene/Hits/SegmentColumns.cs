using Lucene.Net.Index;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene.Hits;

/// <summary>
/// What a search reads of every hit, of one segment, as arrays by document: a segment never changes but for what is
/// deleted from it, so they are made once.
/// </summary>
internal sealed class SegmentColumns
{
    private const uint OfferedBit = 1u << 31;

    private SegmentColumns(FacetColumn[] facets, uint[] days, uint[] standings, ulong[]? prices) =>
        (Facets, Days, Standings, Prices) = (facets, days, standings, prices);

    /// <summary>In the order of <see cref="IndexColumns.Facets"/>.</summary>
    public FacetColumn[] Facets { get; }

    /// <summary>The later the larger; 0 where no day is known.</summary>
    public uint[] Days { get; }

    /// <summary>What is offered above the rest, then by day.</summary>
    public uint[] Standings { get; }

    /// <summary>Asking price in fen and one; 0 where there is none. Null where nobody asks one.</summary>
    public ulong[]? Prices { get; }

    public static SegmentColumns Read(AtomicReader reader, IReadOnlyList<FacetValues> facets)
    {
        var (days, standings) = (new uint[reader.MaxDoc], new uint[reader.MaxDoc]);
        var (day, offered) = (Numbers(reader, PatentFields.Day), reader.GetNumericDocValues(PatentFields.Offered));
        for (var doc = 0; doc < days.Length; doc++)
        {
            days[doc] = day(doc) is { } known ? (uint)known + 1 : 0;
            standings[doc] = days[doc] | (offered?.Get(doc) == 1 ? OfferedBit : 0);
        }

        return new SegmentColumns(
            [.. facets.Select(values => FacetColumn.Read(reader, values))], days, standings, ReadPrices(reader));
    }

    private static ulong[]? ReadPrices(AtomicReader reader)
    {
        if (reader.GetNumericDocValues(PatentFields.Price) is null) return null;
        var price = Numbers(reader, PatentFields.Price);
        var prices = new ulong[reader.MaxDoc];
        for (var doc = 0; doc < prices.Length; doc++) prices[doc] = price(doc) is { } fen ? (ulong)fen + 1 : 0;
        return prices;
    }

    private static Func<int, long?> Numbers(AtomicReader reader, string field)
    {
        var (values, known) = (reader.GetNumericDocValues(field), reader.GetDocsWithField(field));
        return doc => values is not null && known.Get(doc) ? values.Get(doc) : null;
    }
}

/// <summary>The numbers of a facet's values that documents of a segment have.</summary>
/// <param name="starts">Where each document's numbers begin; null where none has more than one.</param>
/// <param name="numbers">Them; where each has one at most, −1 for none.</param>
internal sealed class FacetColumn(int[]? starts, int[] numbers)
{
    private const int None = -1;

    public static FacetColumn Read(AtomicReader reader, FacetValues values)
    {
        var source = reader.GetSortedSetDocValues(values.Field);
        var starts = new int[reader.MaxDoc + 1];
        var found = new List<int>(reader.MaxDoc);
        var known = source is null ? [] : Known(source, values);
        var mostOfOne = 0;
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            source?.SetDocument(doc);
            for (long ord; source is not null && (ord = source.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
                found.Add(known[ord]);
            starts[doc + 1] = found.Count;
            mostOfOne = Math.Max(mostOfOne, starts[doc + 1] - starts[doc]);
        }

        return mostOfOne > 1
            ? new FacetColumn(starts, [.. found])
            : new FacetColumn(null, [.. Enumerable.Range(0, reader.MaxDoc)
                .Select(doc => starts[doc] == starts[doc + 1] ? None : found[starts[doc]])]);
    }

    /// <summary>Adds what a document has to the counts by number.</summary>
    public void Count(int doc, int[] counts)
    {
        if (starts is null)
        {
            if (numbers[doc] != None) counts[numbers[doc]]++;
            return;
        }

        for (var i = starts[doc]; i < starts[doc + 1]; i++) counts[numbers[i]]++;
    }

    private static int[] Known(SortedSetDocValues source, FacetValues values)
    {
        var numbers = new int[source.ValueCount];
        var term = new BytesRef();
        for (var ord = 0; ord < numbers.Length; ord++)
        {
            source.LookupOrd(ord, term);
            numbers[ord] = values.NumberOf(term.Utf8ToString());
        }

        return numbers;
    }
}
