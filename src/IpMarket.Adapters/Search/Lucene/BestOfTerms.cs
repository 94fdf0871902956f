using System.Buffers;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// What any of several words matches, worth the best of them and a share of the others: as the library's query of the
/// same meaning, but term by term over arrays, because a word like 钒 is in half of the catalogue.
/// </summary>
internal sealed class BestOfTerms(
    IReadOnlyList<(Term Term, float Boost)> terms, float othersShare, Scratch scratch) : Query
{
    public IReadOnlyList<(Term Term, float Boost)> Terms => terms;

    public override Weight CreateWeight(IndexSearcher searcher) => new TermsWeight(this, searcher);

    public override void ExtractTerms(ISet<Term> into)
    {
        foreach (var (term, _) in terms) into.Add(term);
    }

    public override string ToString(string field) => string.Join(" | ", terms.Select(one => $"{one.Term}^{one.Boost}"));

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private TermsScorer Scorer(Weight weight, int documents) =>
        new(weight, documents, othersShare, scratch.Rent(documents), scratch.Rent(documents));

    private sealed class TermsWeight : Weight
    {
        private readonly BestOfTerms query;
        private readonly Similarity similarity;
        private readonly List<(Term Term, TermContext At, Similarity.SimWeight Worth)> known = [];

        public TermsWeight(BestOfTerms query, IndexSearcher searcher)
        {
            (this.query, similarity) = (query, searcher.Similarity);
            foreach (var (term, boost) in query.Terms)
            {
                var at = TermContext.Build(searcher.TopReaderContext, term);
                if (at.DocFreq == 0) continue;
                var worth = similarity.ComputeWeight(
                    boost * query.Boost, searcher.CollectionStatistics(term.Field), searcher.TermStatistics(term, at));
                known.Add((term, at, worth));
            }
        }

        public override Query Query => query;

        public override float GetValueForNormalization() => known.Sum(one => one.Worth.GetValueForNormalization());

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var (_, _, worth) in known) worth.Normalize(norm, topLevelBoost);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) =>
            new(0, "the best of " + query.ToString(""));

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            TermsScorer? scorer = null;
            foreach (var (term, at, worth) in known)
            {
                if (at.Get(context.Ord) is not { } state) continue;
                var found = context.AtomicReader.GetTerms(term.Field).GetEnumerator();
                found.SeekExact(term.Bytes, state);
                scorer ??= query.Scorer(this, context.AtomicReader.MaxDoc);
                scorer.Add(found.Docs(acceptDocs, null), similarity.GetSimScorer(worth, context));
            }

            return scorer;
        }
    }

    /// <param name="weight">Of the query.</param>
    /// <param name="documents">Of the segment.</param>
    /// <param name="othersShare">What the matches but the best are worth.</param>
    /// <param name="best">Room for the best of each document; nothing in it counts before it matches.</param>
    /// <param name="all">Room for the sum.</param>
    private sealed class TermsScorer(
        Weight weight, int documents, float othersShare, float[] best, float[] all) : Scorer(weight)
    {
        private readonly FixedBitSet matching = new(Math.Max(1, documents));
        private int at = -1;

        public override int DocID => at;

        public override int Freq => 1;

        public void Add(DocsEnum docs, Similarity.SimScorer scorer)
        {
            for (var doc = docs.NextDoc(); doc != NO_MORE_DOCS; doc = docs.NextDoc())
            {
                var score = scorer.Score(doc, docs.Freq);
                var isFirst = !matching.GetAndSet(doc);
                all[doc] = isFirst ? score : all[doc] + score;
                if (isFirst || score > best[doc]) best[doc] = score;
            }
        }

        public override float GetScore() => best[at] + (othersShare * (all[at] - best[at]));

        public override int NextDoc() => Advance(at + 1);

        public override int Advance(int target)
        {
            var next = target < documents ? matching.NextSetBit(target) : -1;
            return at = next < 0 ? NO_MORE_DOCS : next;
        }

        public override long GetCost() => documents;
    }
}

/// <summary>Room that one search uses and gives back at its end.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly List<float[]> rented = [];

    /// <summary>At least so many; what they hold is of searches before.</summary>
    public float[] Rent(int size)
    {
        var room = ArrayPool<float>.Shared.Rent(Math.Max(1, size));
        rented.Add(room);
        return room;
    }

    public void Dispose()
    {
        foreach (var room in rented) ArrayPool<float>.Shared.Return(room);
        rented.Clear();
    }
}
