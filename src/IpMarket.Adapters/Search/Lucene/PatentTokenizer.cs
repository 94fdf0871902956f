using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// One token a word; for a run of Chinese each character and, at the same place, each pair of neighbours. So a single
/// character is found as well as a phrase of pairs, and neither needs a dictionary.
/// </summary>
public sealed class PatentTokenizer(TextReader input) : ListTokenizer(input)
{
    protected override IEnumerable<(string Term, int Increment)> Tokens(string text)
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
public sealed class PatentAnalyzer() : Analyzer(PER_FIELD_REUSE_STRATEGY)
{
    private const int GapPositions = 100;

    public override int GetPositionIncrementGap(string fieldName) => GapPositions;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        if (fieldName is PatentFields.Sounds) return new TokenStreamComponents(new SoundTokenizer(reader));
        if (fieldName is PatentFields.Initials) return new TokenStreamComponents(new InitialsTokenizer(reader));
        var tokenizer = new PatentTokenizer(reader);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(tokenizer));
    }
}
