using System.Buffers;
using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene.Hits;

/// <summary>
/// Takes what matches once: keeps the hits of the page and counts the facets. With filters of facets it is given what
/// matches without them; a document that fails one of them alone counts for that facet only, so that a facet leaves
/// its own filter aside.
/// </summary>
internal sealed class HitCollector : ICollector, IDisposable
{
    private readonly CatalogueSort sort;
    private readonly bool isScored;
    private readonly SegmentColumns[] segments;
    private readonly IList<AtomicReaderContext> leaves;
    private readonly (int Facet, Filter Filter)[] sides;
    private readonly FixedBitSet[] passing;
    private readonly SortedDocValues?[] patents;
    private readonly BytesRef[] compared = [new(), new()];
    private readonly TopHits top;
    private Scorer? scorer;
    private SegmentColumns segment = null!;
    private int firstDoc;

    /// <param name="reader">What is searched.</param>
    /// <param name="columns">Of its index.</param>
    /// <param name="query">The page, its order, and whether facets are counted.</param>
    /// <param name="isScored">Whether a text was asked for.</param>
    /// <param name="sides">Filters of facets, each with the facet's place.</param>
    public HitCollector(
        IndexReader reader,
        IndexColumns columns,
        CatalogueQuery query,
        bool isScored,
        params (int Facet, Filter Filter)[] sides)
    {
        (sort, this.isScored, this.sides) = (query.Sort, isScored, sides);
        leaves = reader.Leaves;
        segments = columns.Of(reader);
        passing = new FixedBitSet[sides.Length];
        patents = new SortedDocValues?[segments.Length];
        top = new TopHits(query.Offset + query.Limit, ByPatent);
        // After the columns are at hand: they may give numbers to values.
        Counts = query.WithFacets ? [.. columns.Facets.Select(facet => Empty(facet.Count))] : [];
    }

    public bool AcceptsDocsOutOfOrder => true;

    public int Total => top.Total;

    /// <summary>How many documents have a value, by the facet's place and the value's number.</summary>
    public int[][] Counts { get; }

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        (segment, firstDoc) = (segments[context.Ord], context.DocBase);
        for (var i = 0; i < sides.Length; i++)
        {
            passing[i] = new FixedBitSet(Math.Max(1, context.AtomicReader.MaxDoc));
            if (sides[i].Filter.GetDocIdSet(context, null)?.GetIterator() is { } found) passing[i].Or(found);
        }
    }

    public void Collect(int doc)
    {
        var failed = -1;
        for (var i = 0; i < passing.Length; i++)
        {
            if (passing[i].Get(doc)) continue;
            if (failed >= 0) return;
            failed = i;
        }

        if (failed >= 0)
        {
            var facet = sides[failed].Facet;
            segment.Facets[facet].Count(doc, Counts[facet]);
            return;
        }

        for (var facet = 0; facet < Counts.Length; facet++) segment.Facets[facet].Count(doc, Counts[facet]);
        top.Add(Standing(doc));
    }

    public IEnumerable<int> Page(int offset, int limit)
    {
        var page = top.Page(offset, limit);
        var docs = new int[page.Length];
        for (var i = 0; i < docs.Length; i++) docs[i] = page[i].Doc;
        return docs;
    }

    public void Dispose()
    {
        top.Dispose();
        foreach (var counts in Counts) ArrayPool<int>.Shared.Return(counts);
    }

    private static int[] Empty(int size)
    {
        var counts = ArrayPool<int>.Shared.Rent(Math.Max(1, size));
        Array.Clear(counts);
        return counts;
    }

    private Hit Standing(int doc)
    {
        var price = segment.Prices is { } prices ? prices[doc] : 0;
        var day = segment.Days[doc];
        return sort switch
        {
            CatalogueSort.Newest => new Hit(day, 0, firstDoc + doc),
            CatalogueSort.Oldest => new Hit(day == 0 ? 0 : uint.MaxValue - day, 0, firstDoc + doc),
            CatalogueSort.PriceUp => new Hit(price == 0 ? 0 : ulong.MaxValue - price, day, firstDoc + doc),
            CatalogueSort.PriceDown => new Hit(price, day, firstDoc + doc),
            _ => new Hit(isScored ? Score() : 0, segment.Standings[doc], firstDoc + doc),
        };
    }

    /// <summary>Scores are never negative, so their bits compare as they do.</summary>
    private uint Score() => BitConverter.SingleToUInt32Bits(Math.Max(0, scorer!.GetScore()));

    private int ByPatent(int a, int b) => Patent(a, compared[0]).CompareTo(Patent(b, compared[1]));

    private BytesRef Patent(int doc, BytesRef into)
    {
        var leaf = ReaderUtil.SubIndex(doc, leaves);
        var values = patents[leaf] ??= leaves[leaf].AtomicReader.GetSortedDocValues(PatentFields.Patent);
        values.Get(doc - leaves[leaf].DocBase, into);
        return into;
    }
}
