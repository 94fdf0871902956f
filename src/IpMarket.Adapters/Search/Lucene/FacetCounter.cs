using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>Counts the values of columns over what is found, segment by segment.</summary>
internal sealed class FacetCounter : ICollector
{
    private readonly Column[] columns;

    public FacetCounter(params IEnumerable<string> facets) => columns = [.. facets.Select(name => new Column(name))];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        foreach (var column in columns) column.Begin(context.AtomicReader);
    }

    public void Collect(int doc)
    {
        foreach (var column in columns) column.Count(doc);
    }

    /// <summary>Values of a facet with their counts.</summary>
    public IReadOnlyDictionary<string, int> Of(string facet)
    {
        var column = columns.Single(column => column.Name == facet);
        column.Begin(reader: null);
        return column.Totals;
    }

    private sealed class Column(string name)
    {
        private SortedSetDocValues? values;
        private int[] counts = [];

        public string Name => name;

        public Dictionary<string, int> Totals { get; } = new(StringComparer.Ordinal);

        /// <summary>Adds up the segment before and turns to the next; null after the last.</summary>
        public void Begin(AtomicReader? reader)
        {
            var term = new BytesRef();
            for (var ord = 0; values is not null && ord < counts.Length; ord++)
            {
                if (counts[ord] == 0) continue;
                values.LookupOrd(ord, term);
                var value = term.Utf8ToString();
                Totals[value] = Totals.GetValueOrDefault(value) + counts[ord];
            }

            values = reader?.GetSortedSetDocValues(name);
            counts = values is null ? [] : new int[values.ValueCount];
        }

        public void Count(int doc)
        {
            if (values is null) return;
            values.SetDocument(doc);
            for (long ord; (ord = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;) counts[ord]++;
        }
    }
}
