using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>How much a question's words may mean.</summary>
internal enum Reading
{
    /// <summary>What is written, and where nobody wrote it, what it is likely to mean.</summary>
    Usual,

    /// <summary>What is written only.</summary>
    Exact,

    /// <summary>A long Chinese word need not stand together: most of its pairs must be there.</summary>
    Loose,
}

/// <summary>What a question's words match, and what each match is worth.</summary>
/// <param name="analyzer">As the index was written.</param>
/// <param name="reader">The index asked: which words are in it decides what a strange one may mean.</param>
/// <param name="scratch">Room of the search; its queries live no longer.</param>
/// <param name="reading">How much the words may mean.</param>
internal sealed class WordQueries(Analyzer analyzer, IndexReader reader, Scratch scratch, Reading reading)
{
    /// <summary>Chinese words from this length on can be taken apart.</summary>
    public const int LooseCharactersMin = 4;

    private const float LooseShare = 0.6f;

    /// <summary>Where a word may match, and what that is worth.</summary>
    private static readonly (string Field, float Boost)[] TextFields =
        [(PatentFields.Title, 4), (PatentFields.Applicants, 3), (PatentFields.Inventors, 2)];

    /// <summary>A word the title has comes before one that stands in the abstract only.</summary>
    private const float AbstractBoost = 0.4f;

    private const float WholeTitleBoost = 2;
    private const float NumberBoost = 20;
    private const float NumberBeginningBoost = 8;
    private const float IpcBoost = 5;
    private const float SynonymShare = 0.5f;
    private const float SoundBoost = 0.6f;
    private const float GuessShare = 0.3f;
    private const float OtherMatchesShare = 0.1f;
    private const int TypoExpansionsMax = 20;
    private const int PrefixCharsMin = 3;
    private const int SyllablesOfABeginningMax = 40;

    /// <summary>What scores; null when nothing was asked.</summary>
    public Query? Matching(AskedText asked, string text)
    {
        if (asked.Units.IsEmpty) return null;
        var all = new BooleanQuery();
        foreach (var unit in asked.Units)
            if (Unit(unit) is { } query) all.Add(query, Occur.MUST);
        var either = new BooleanQuery();
        if (all.Clauses.Count > 0) either.Add(WithWholeTitle(all, asked, text), Occur.SHOULD);
        // 2012 1028 8271.2 is one number, though its groups are written apart; pan gang is one name.
        if (Number(asked.Number) is { } number) either.Add(number, Occur.SHOULD);
        if (Sounds(asked.Sounds, isBeginning: false) is { } sounds) either.Add(sounds, Occur.SHOULD);
        return either;
    }

    /// <summary>
    /// The words as they were typed, one after the other in a title, are worth more than scattered ones.
    /// </summary>
    private BooleanQuery WithWholeTitle(BooleanQuery all, AskedText asked, string text)
    {
        if (asked.Units.Sum(unit => unit.Words.Length) == 1) return all;
        if (analyzer.Phrase(PatentFields.Title, text) is not { } phrase) return all;
        phrase.Boost = WholeTitleBoost;
        return new BooleanQuery { { all, Occur.MUST }, { phrase, Occur.SHOULD } };
    }

    private Query? Unit(AskedUnit unit)
    {
        var words = unit.Words.Select(Word).OfType<Query>().ToList();
        if (words.Count == 1 && unit.Synonyms.IsEmpty) return words[0];
        var any = new DisjunctionMaxQuery(OtherMatchesShare);
        if (words.Count > 0) any.Add(words.Count == 1 ? words[0] : All(words));
        foreach (var synonym in unit.Synonyms)
        {
            var (field, boost) = TextFields[synonym.Kind == SynonymKind.Name ? 1 : 0];
            if (analyzer.Phrase(field, synonym.Text) is not { } phrase) continue;
            phrase.Boost = boost * SynonymShare;
            any.Add(phrase);
        }

        return any.Disjuncts.Count == 0 ? null : Best(any);
    }

    /// <summary>The single words among what may match, at once; the rest beside them.</summary>
    private Query Best(DisjunctionMaxQuery any)
    {
        var terms = new List<(Term, float)>();
        var rest = new List<Query>();
        foreach (var query in any.Disjuncts)
        {
            if (query is TermQuery one) terms.Add((one.Term, one.Boost));
            else if (query is BestOfTerms { Boost: 1 } several) terms.AddRange(several.Terms);
            else rest.Add(query);
        }

        if (terms.Count < 2) return any;
        var best = new BestOfTerms(terms, OtherMatchesShare, scratch);
        if (rest.Count == 0) return best;
        var all = new DisjunctionMaxQuery(OtherMatchesShare) { best };
        foreach (var query in rest) all.Add(query);
        return all;
    }

    private static BooleanQuery All(IEnumerable<Query> queries)
    {
        var all = new BooleanQuery();
        foreach (var query in queries) all.Add(query, Occur.MUST);
        return all;
    }

    private Query? Word(AskedWord word)
    {
        var any = new DisjunctionMaxQuery(OtherMatchesShare);
        if (!StopAnalyzer.ENGLISH_STOP_WORDS_SET.Contains(word.Text.ToLowerInvariant()))
        {
            foreach (var (field, boost) in TextFields) Add(any, InText(field, word.Text), boost);
            // Most pairs of a long word are in many a long text: taken apart it is looked for elsewhere only.
            if (reading != Reading.Loose || word.Text.Length < LooseCharactersMin)
                Add(any, analyzer.Phrase(PatentFields.Abstract, word.Text), AbstractBoost);
            if (word.Latin is { } latin) AddMeanings(any, word, latin);
        }

        Add(any, Number(word.Number), 1);
        if (word.IpcPrefix is { } ipc) Add(any, new PrefixQuery(new Term(PatentFields.Ipc, ipc)), IpcBoost);
        return any.Disjuncts.Count == 0 ? null : Best(any);
    }

    private static void Add(DisjunctionMaxQuery any, Query? query, float boost)
    {
        if (query is null) return;
        query.Boost *= boost;
        any.Add(query);
    }

    private Query? InText(string field, string text)
    {
        var run = reading == Reading.Loose && SearchText.Runs(text).ToList() is [{ IsHan: true } only] ? only : null;
        if (run is null || run.Characters.Count < LooseCharactersMin) return analyzer.Phrase(field, text);
        var pairs = run.Characters.Zip(run.Characters.Skip(1), string.Concat).Distinct(StringComparer.Ordinal).ToList();
        var most = new BooleanQuery { MinimumNumberShouldMatch = (int)Math.Ceiling(LooseShare * pairs.Count) };
        foreach (var pair in pairs) most.Add(new TermQuery(new Term(field, pair)), Occur.SHOULD);
        return most;
    }

    /// <summary>
    /// What a Latin word may be besides itself: pinyin of two syllables or more always; a beginning, one syllable,
    /// initials or a typing error only where nobody wrote the word, so that none hides what was meant.
    /// </summary>
    private void AddMeanings(DisjunctionMaxQuery any, AskedWord word, string latin)
    {
        var isStrange = reading != Reading.Exact
            && (word.IsBeginning || TextFields.All(field => !IsWritten(field.Field, latin)));
        var sounds = isStrange ? word.Sounds : [.. word.Sounds.Where(way => way.Length > 1)];
        Add(any, Sounds(sounds, word.IsBeginning), 1);
        if (!isStrange) return;
        Add(any, Initials(latin), SoundBoost);
        foreach (var (field, boost) in TextFields)
        {
            if (latin.Length >= PrefixCharsMin)
                Add(any, new PrefixQuery(new Term(field, latin)), boost * GuessShare);
            if (AskedWord.TyposMax(latin.Length) is > 0 and var typos && Stem(field, latin) is { } stem)
            {
                var term = new Term(field, stem);
                var nearly = new FuzzyQuery(term, typos, prefixLength: 1, TypoExpansionsMax, transpositions: true);
                Add(any, nearly, boost * GuessShare);
            }
        }
    }

    private bool IsWritten(string field, string latin) =>
        Stem(field, latin) is { } stem && reader.DocFreq(new Term(field, stem)) > 0;

    private string? Stem(string field, string latin) => analyzer.Terms(field, latin) is [var only] ? only.Term : null;

    private static BooleanQuery? Number(AskedNumber asked)
    {
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

    private static DisjunctionMaxQuery? Sounds(ImmutableArray<ImmutableArray<string>> ways, bool isBeginning)
    {
        if (ways.IsEmpty) return null;
        var any = new DisjunctionMaxQuery(0) { Boost = SoundBoost };
        foreach (var way in ways)
        {
            var phrase = new MultiPhraseQuery();
            for (var i = 0; i < way.Length; i++)
            {
                var isOpen = isBeginning && i == way.Length - 1;
                phrase.Add([
                    .. (isOpen ? Pinyin.Beginning(way[i]).Take(SyllablesOfABeginningMax) : [way[i]])
                        .Select(syllable => new Term(PatentFields.Sounds, syllable)),
                ]);
            }

            any.Add(phrase);
        }

        return any;
    }

    private static Query? Initials(string latin)
    {
        if (latin.Length < InitialsTokenizer.LettersMin) return null;
        if (latin.Length == InitialsTokenizer.LettersMin)
            return new TermQuery(new Term(PatentFields.Initials, InitialsTokenizer.BeginMark + latin));
        if (latin.Length <= InitialsTokenizer.LettersMax) return new TermQuery(new Term(PatentFields.Initials, latin));
        var phrase = new PhraseQuery();
        for (var i = 0; i + InitialsTokenizer.LettersMax <= latin.Length; i++)
            phrase.Add(new Term(PatentFields.Initials, latin.Substring(i, InitialsTokenizer.LettersMax)), i);
        return phrase;
    }
}
