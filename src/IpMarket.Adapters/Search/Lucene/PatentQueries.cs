using IpMarket.Domain.Catalogue.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// A catalogue question as a Lucene query, filter and order. Nothing typed by a person is ever parsed as syntax.
/// </summary>
internal sealed class PatentQueries(Analyzer analyzer)
{
    /// <summary>Where a word may match, and what that is worth.</summary>
    private static readonly (string Field, float Boost)[] TextFields =
        [(PatentFields.Title, 4), (PatentFields.Applicants, 3), (PatentFields.Inventors, 2)];

    private const float WholeTitleBoost = 2;
    private const float NumberBoost = 20;
    private const float NumberBeginningBoost = 8;
    private const float IpcBoost = 5;
    private const float OtherMatchesShare = 0.1f;

    /// <summary>What scores; null when nothing was asked.</summary>
    public Query? Matching(string text)
    {
        var words = SearchText.Fold(text)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return null;
        var all = new BooleanQuery();
        foreach (var word in words)
            if (MatchingWord(word) is { } query) all.Add(query, Occur.MUST);
        var either = new BooleanQuery();
        if (all.Clauses.Count > 0) either.Add(WithWholeTitle(all, text, words.Length), Occur.SHOULD);
        // 2012 1028 8271.2 is one number, though its groups are written apart.
        if (words.Length > 1 && MatchingNumber(text) is { } number) either.Add(number, Occur.SHOULD);
        return either;
    }

    public static Sort Order(CatalogueQuery query, bool scored)
    {
        var byPatent = new SortField(PatentFields.Patent, SortFieldType.STRING);
        var newest = Descending(PatentFields.Day);
        return query.Sort switch
        {
            CatalogueSort.Newest => new Sort(newest, byPatent),
            CatalogueSort.PriceUp => new Sort(Ascending(PatentFields.Price), newest, byPatent),
            CatalogueSort.PriceDown => new Sort(Descending(PatentFields.Price), newest, byPatent),
            _ when scored => new Sort(SortField.FIELD_SCORE, Descending(PatentFields.Offered), newest, byPatent),
            _ => new Sort(Descending(PatentFields.Offered), newest, byPatent),
        };
    }

    /// <summary>What narrows without scoring; null when nothing does.</summary>
    public Filter? Narrowing(CatalogueQuery query)
    {
        var filters = new BooleanFilter();
        AddAny(filters, PatentFields.Type, query.Types);
        AddAny(filters, PatentFields.Status, query.Statuses.Select(status => status.ToString()));
        if (query.PriceMin is not null || query.PriceMax is not null)
        {
            filters.Add(
                NumericRangeFilter.NewInt64Range(
                    PatentFields.Price, query.PriceMin?.Fen, query.PriceMax?.Fen, true, true),
                Occur.MUST);
        }

        if (SearchText.Ipc(query.IpcPrefix ?? "") is { Length: > 0 } prefix)
            filters.Add(new PrefixFilter(new Term(PatentFields.Ipc, prefix)), Occur.MUST);
        if (!string.IsNullOrWhiteSpace(query.Applicant))
        {
            var applicant = Phrase(PatentFields.Applicants, query.Applicant) ?? new BooleanQuery();
            filters.Add(new QueryWrapperFilter(applicant), Occur.MUST);
        }

        return filters.Clauses.Count == 0 ? null : filters;
    }

    private static void AddAny(BooleanFilter filters, string field, IEnumerable<string> values)
    {
        var terms = values.Select(value => new Term(field, value)).ToArray();
        if (terms.Length > 0) filters.Add(new TermsFilter(terms), Occur.MUST);
    }

    private static SortField Ascending(string field)
    {
        var sort = new SortField(field, SortFieldType.INT64);
        sort.SetMissingValue(long.MaxValue);
        return sort;
    }

    private static SortField Descending(string field)
    {
        var sort = new SortField(field, SortFieldType.INT64, reverse: true);
        sort.SetMissingValue(long.MinValue);
        return sort;
    }

    /// <summary>
    /// The words as they were typed, one after the other in a title, are worth more than scattered ones.
    /// </summary>
    private BooleanQuery WithWholeTitle(BooleanQuery all, string text, int words)
    {
        if (words == 1 || Phrase(PatentFields.Title, text) is not { } phrase) return all;
        phrase.Boost = WholeTitleBoost;
        return new BooleanQuery { { all, Occur.MUST }, { phrase, Occur.SHOULD } };
    }

    private DisjunctionMaxQuery? MatchingWord(string word)
    {
        var any = new DisjunctionMaxQuery(OtherMatchesShare);
        if (!StopAnalyzer.ENGLISH_STOP_WORDS_SET.Contains(word.ToLowerInvariant()))
        {
            foreach (var (field, boost) in TextFields)
            {
                if (Phrase(field, word) is not { } phrase) continue;
                phrase.Boost = boost;
                any.Add(phrase);
            }
        }

        if (MatchingNumber(word) is { } number) any.Add(number);
        if (LooksLikeIpc(word))
            any.Add(new PrefixQuery(new Term(PatentFields.Ipc, SearchText.Ipc(word))) { Boost = IpcBoost });
        return any.Disjuncts.Count == 0 ? null : any;
    }

    private static BooleanQuery? MatchingNumber(string text)
    {
        var asked = NumberForms.Asked(text);
        if (!asked.IsNumber) return null;
        var any = new BooleanQuery();
        foreach (var form in asked.Exact)
            any.Add(new TermQuery(new Term(PatentFields.Number, form)) { Boost = NumberBoost }, Occur.SHOULD);
        if (asked.Beginning is { } beginning)
        {
            var begins = new PrefixQuery(new Term(PatentFields.Number, beginning)) { Boost = NumberBeginningBoost };
            any.Add(begins, Occur.SHOULD);
        }

        return any;
    }

    /// <summary>Section letter, class, and what may follow: <c>C22</c>, <c>C22B</c>, <c>C22B34/12</c>.</summary>
    private static bool LooksLikeIpc(string word) =>
        SearchText.Ipc(word) is [>= 'A' and <= 'H' or 'Y', var a, var b, ..]
            && char.IsAsciiDigit(a) && char.IsAsciiDigit(b);

    /// <summary>
    /// The text's tokens side by side in a field: pairs of a run of Chinese, single characters only alone.
    /// </summary>
    private Query? Phrase(string field, string text)
    {
        var terms = Terms(field, text);
        if (terms.Count == 0) return null;
        if (terms.Count == 1) return new TermQuery(new Term(field, terms[0].Term));
        var phrase = new PhraseQuery();
        foreach (var (term, position) in terms) phrase.Add(new Term(field, term), position);
        return phrase;
    }

    private List<(string Term, int Position)> Terms(string field, string text)
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
