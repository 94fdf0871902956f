using System.Collections.Immutable;
using IpMarket.Adapters.Search.Lucene.Hits;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// Saved questions asked of what changed alone: two small indexes in memory, the documents before and after, whichever
/// engine searches the catalogue.
/// </summary>
public sealed class NewMatches(SynonymsInForce synonyms) : INewMatches
{
    public IReadOnlyList<ImmutableArray<ChangedDocument>> Of(
        IReadOnlyList<ChangedDocument> changed, IReadOnlyList<SavedQuestion> questions)
    {
        using var before = new SmallIndex([.. changed.Select(one => one.Before).OfType<CatalogueDocument>()]);
        using var after = new SmallIndex([.. changed.Select(one => one.After)]);
        return
        [
            .. questions.Select(question =>
            {
                var query = question.ToQuery();
                var matching = after.Matching(query, synonyms);
                if (matching.Count > 0) matching.ExceptWith(before.Matching(query, synonyms));
                return changed.Where(one => matching.Contains(one.After.Patent)).ToImmutableArray();
            }),
        ];
    }

    private sealed class SmallIndex : IDisposable
    {
        private readonly PatentAnalyzer analyzer = new();
        private readonly RAMDirectory directory = new();
        private readonly DirectoryReader reader;
        private readonly CatalogueSearches searches;
        private readonly int documents;

        public SmallIndex(IReadOnlyCollection<CatalogueDocument> patents)
        {
            documents = patents.Count;
            searches = new CatalogueSearches(analyzer, new IndexColumns());
            using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
                foreach (var patent in patents) writer.AddDocument(PatentFields.ToFields(patent));
            reader = DirectoryReader.Open(directory);
        }

        public HashSet<string> Matching(CatalogueQuery query, SynonymsInForce synonyms)
        {
            if (documents == 0) return [];
            var all = query with { Offset = 0, Limit = documents };
            return searches.Search(new IndexSearcher(reader), all, synonyms.Current, isExact: true)
                .Items.Select(patent => patent.Patent).ToHashSet(StringComparer.Ordinal);
        }

        public void Dispose()
        {
            reader.Dispose();
            directory.Dispose();
            analyzer.Dispose();
        }
    }
}
