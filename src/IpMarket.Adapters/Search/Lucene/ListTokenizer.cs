using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>A tokenizer whose tokens are a list: each term, and its places after the one before.</summary>
public abstract class ListTokenizer : Tokenizer
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private IEnumerator<(string Term, int Increment)> tokens = Enumerable.Empty<(string, int)>().GetEnumerator();

    protected ListTokenizer(TextReader input)
        : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public sealed override bool IncrementToken()
    {
        ClearAttributes();
        if (!tokens.MoveNext()) return false;
        term.SetEmpty().Append(tokens.Current.Term);
        increment.PositionIncrement = tokens.Current.Increment;
        return true;
    }

    public sealed override void Reset()
    {
        base.Reset();
        tokens = Tokens(m_input.ReadToEnd()).GetEnumerator();
    }

    protected abstract IEnumerable<(string Term, int Increment)> Tokens(string text);
}
