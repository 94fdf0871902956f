using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>Typed text as terms that stand side by side. Nothing typed by a person is ever parsed as syntax.</summary>
internal static class Phrases
{
    /// <summary>
    /// The text's tokens side by side in a field: pairs of a run of Chinese, single characters only alone. Null when
    /// there is nothing to find in the text.
    /// </summary>
    public static Query? Phrase(this Analyzer analyzer, string field, string text)
    {
        var terms = analyzer.Terms(field, text);
        if (terms.Count == 0) return null;
        if (terms.Count == 1) return new TermQuery(new Term(field, terms[0].Term));
        var phrase = new PhraseQuery();
        foreach (var (term, position) in terms) phrase.Add(new Term(field, term), position);
        return phrase;
    }

    public static List<(string Term, int Position)> Terms(this Analyzer analyzer, string field, string text)
    {
        var terms = new List<(string Term, int Position)>();
        var position = -1;
        var lastPair = -2;
        using var stream = analyzer.GetTokenStream(field, new StringReader(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increment.PositionIncrement;
            if (increment.PositionIncrement == 0)
            {
                // A pair stands at the place of its first character and makes both its characters needless.
                if (terms.Count > 0 && terms[^1].Position == position) terms.RemoveAt(terms.Count - 1);
                lastPair = position;
            }
            else if (lastPair == position - 1)
            {
                continue;
            }

            terms.Add((term.ToString()!, position));
        }

        stream.End();
        return terms;
    }
}
