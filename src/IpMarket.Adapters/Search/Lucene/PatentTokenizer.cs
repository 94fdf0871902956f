using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// One token a word; for a run of Chinese each character and, at the same place, each pair of neighbours. So a single
/// character is found as well as a phrase of pairs, and neither needs a dictionary.
/// </summary>
public sealed class PatentTokenizer : Tokenizer
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private IEnumerator<(string Term, int Increment)> tokens = Enumerable.Empty<(string, int)>().GetEnumerator();

    public PatentTokenizer(TextReader input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!tokens.MoveNext()) return false;
        term.SetEmpty().Append(tokens.Current.Term);
        increment.PositionIncrement = tokens.Current.Increment;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        tokens = Tokens(m_input.ReadToEnd()).GetEnumerator();
    }

    private static IEnumerable<(string Term, int Increment)> Tokens(string text)
    {
        foreach (var run in SearchText.Runs(text))
        {
            if (!run.IsHan)
            {
                yield return (run.Text, 1);
                continue;
            }

            for (var i = 0; i < run.Characters.Count; i++)
            {
                yield return (run.Characters[i], 1);
                if (i + 1 < run.Characters.Count) yield return (run.Characters[i] + run.Characters[i + 1], 0);
            }
        }
    }
}

/// <summary>
/// Text of patents: our tokens, English words cut to their stems, a wide gap between values of one field.
/// </summary>
public sealed class PatentAnalyzer : Analyzer
{
    private const int GapPositions = 100;

    public override int GetPositionIncrementGap(string fieldName) => GapPositions;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new PatentTokenizer(reader);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(tokenizer));
    }
}
