using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace IpMarket.Adapters.Search.Lucene.Hits;

/// <summary>
/// The columns of an index, segment by segment. They are made where segments come to be, by the writer or a merge, so
/// that no search waits for them.
/// </summary>
internal sealed class IndexColumns
{
    private readonly ConditionalWeakTable<object, SegmentColumns> segments = [];

    /// <summary>The facets, each by its place here in whatever is counted.</summary>
    public FacetValues[] Facets { get; } =
    [
        new(PatentFields.TypeFacet), new(PatentFields.StatusFacet), new(PatentFields.IpcFacet),
        new(PatentFields.ApplicantFacet), new(PatentFields.YearFacet), new(PatentFields.ModeFacet),
        new(PatentFields.FieldFacet), new(PatentFields.RouteFacet),
    ];

    /// <summary>Makes those of merged segments before anybody searches them.</summary>
    public IndexWriter.IndexReaderWarmer Warmer => new MergedSegments(this);

    public int PlaceOf(string facet) => Array.FindIndex(Facets, values => values.Field == facet);

    public SegmentColumns Of(AtomicReader segment) =>
        segments.GetValue(segment.CoreCacheKey, _ => SegmentColumns.Read(segment, Facets));

    /// <summary>Of every segment, by its place among them.</summary>
    public SegmentColumns[] Of(IndexReader reader) => [.. reader.Leaves.Select(leaf => Of(leaf.AtomicReader))];

    private sealed class MergedSegments(IndexColumns columns) : IndexWriter.IndexReaderWarmer
    {
        public override void Warm(AtomicReader reader) => columns.Of(reader);
    }
}
