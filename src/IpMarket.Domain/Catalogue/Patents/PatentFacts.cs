using System.Collections.Immutable;
using System.Globalization;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>One publication (公布, 授权公告) of a patent. <paramref name="Key"/> is the number without its kind.</summary>
/// <param name="Key"><c>CN105734615</c>.</param>
/// <param name="Kind"><c>A</c>, <c>B2</c>; empty when the source does not say.</param>
/// <param name="Date">The day of the publication, null when not seen.</param>
[GenerateSerializer, Immutable, Alias("catalogue.publication/1")]
public sealed record Publication(
    [property: Id(0)] string Key,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateOnly? Date)
{
    /// <summary>As printed.</summary>
    public override string ToString() => Key + Kind;

    /// <summary>B and C grant an invention, U and Y a utility model, S and D a design (Chinese kinds).</summary>
    public bool IsGrant =>
        Key.StartsWith("CN", StringComparison.Ordinal) && Kind is ['B' or 'C' or 'U' or 'Y' or 'S' or 'D', ..];
}

/// <summary>
/// What a patent office has published about a patent. Absent members are null or empty and never take a known one away.
/// </summary>
/// <param name="TitleZh">The title in Chinese.</param>
/// <param name="TitleEn">The title in English.</param>
/// <param name="Applicants">申请人, in the office's order.</param>
/// <param name="Inventors">发明人, in the office's order.</param>
/// <param name="Ipc">IPC symbols, the main one first: <c>C22B 34/22</c>.</param>
/// <param name="FilingDate">申请日.</param>
/// <param name="Publications">Its publications, by key, then kind.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent-facts/1")]
public sealed record PatentFacts(
    [property: Id(0)] string? TitleZh,
    [property: Id(1)] string? TitleEn,
    [property: Id(2)] ImmutableArray<string> Applicants,
    [property: Id(3)] ImmutableArray<string> Inventors,
    [property: Id(4)] ImmutableArray<string> Ipc,
    [property: Id(5)] DateOnly? FilingDate,
    [property: Id(6)] ImmutableArray<Publication> Publications)
{
    public static readonly PatentFacts None = new(null, null, [], [], [], null, []);

    /// <summary>同族: claimed priorities and other members, as sources give them.</summary>
    [Id(7)]
    public ImmutableArray<FamilyDocument> Family { get; init; } = [];

    /// <summary>摘要, in Chinese, without line breaks; null when not seen.</summary>
    [Id(8)]
    public string? AbstractZh { get; init; }

    /// <summary>The abstract in English, as a person entered it; null when not seen.</summary>
    [Id(9)]
    public string? AbstractEn { get; init; }

    public bool IsEmpty => this == None;

    /// <summary>In the language asked for, else in the other; null where there is none.</summary>
    public string? TitleIn(bool english) => english ? TitleEn ?? TitleZh : TitleZh ?? TitleEn;

    /// <summary>The day of the first grant among the publications; null when none was seen.</summary>
    public DateOnly? GrantDate => Publications.Where(p => p.IsGrant).Min(p => p.Date);

    /// <summary>The day of the first publication seen.</summary>
    public DateOnly? PublicationDate => Publications.Min(p => p.Date);

    /// <summary>These facts with what <paramref name="seen"/> says in place of them, where it says something.</summary>
    public PatentFacts With(PatentFacts seen) => new(
        seen.TitleZh ?? TitleZh,
        seen.TitleEn ?? TitleEn,
        seen.Applicants.IsEmpty ? Applicants : seen.Applicants,
        seen.Inventors.IsEmpty ? Inventors : seen.Inventors,
        seen.Ipc.IsEmpty ? Ipc : seen.Ipc,
        seen.FilingDate ?? FilingDate,
        Merge(Publications, seen.Publications))
    {
        Family = FamilyDocument.Merge(Family, seen.Family),
        AbstractZh = seen.AbstractZh ?? AbstractZh,
        AbstractEn = seen.AbstractEn ?? AbstractEn,
    };

    /// <summary>What of <paramref name="seen"/> is news; <see cref="None"/> when nothing is.</summary>
    public PatentFacts NewsIn(PatentFacts seen) => new(
        seen.TitleZh == TitleZh ? null : seen.TitleZh,
        seen.TitleEn == TitleEn ? null : seen.TitleEn,
        seen.Applicants.SequenceEqual(Applicants) ? [] : seen.Applicants,
        seen.Inventors.SequenceEqual(Inventors) ? [] : seen.Inventors,
        seen.Ipc.SequenceEqual(Ipc) ? [] : seen.Ipc,
        seen.FilingDate == FilingDate ? null : seen.FilingDate,
        [.. Merge(Publications, seen.Publications).Except(Publications)])
    {
        Family = [.. FamilyDocument.Merge(Family, seen.Family).Except(Family)],
        AbstractZh = seen.AbstractZh == AbstractZh ? null : seen.AbstractZh,
        AbstractEn = seen.AbstractEn == AbstractEn ? null : seen.AbstractEn,
    };

    /// <summary>What of these facts <paramref name="known"/> does not say yet: fills gaps, overrides nothing.</summary>
    public PatentFacts GapsOf(PatentFacts known) => new(
        known.TitleZh is null ? TitleZh : null,
        known.TitleEn is null ? TitleEn : null,
        known.Applicants.IsEmpty ? Applicants : [],
        known.Inventors.IsEmpty ? Inventors : [],
        known.Ipc.IsEmpty ? Ipc : [],
        known.FilingDate is null ? FilingDate : null,
        [.. Publications.Where(p => known.Publications.All(k => k.Key != p.Key || k.Kind != p.Kind))])
    {
        Family = [.. Family.ExceptBy(known.Family.Select(document => document.Key), document => document.Key)],
        AbstractZh = known.AbstractZh is null ? AbstractZh : null,
        AbstractEn = known.AbstractEn is null ? AbstractEn : null,
    };

    /// <summary>Field by field what <paramref name="seen"/> would change.</summary>
    public ImmutableArray<FactDifference> DifferencesTo(PatentFacts seen)
    {
        var news = NewsIn(seen);
        var differences = ImmutableArray.CreateBuilder<FactDifference>();
        Add("titleZh", TitleZh, news.TitleZh);
        Add("titleEn", TitleEn, news.TitleEn);
        Add("applicants", Join(Applicants), Join(news.Applicants));
        Add("inventors", Join(Inventors), Join(news.Inventors));
        Add("ipc", Join(Ipc), Join(news.Ipc));
        Add("filingDate", Day(FilingDate), Day(news.FilingDate));
        Add("publications", Join(Publications.Select(Show)), Join(news.Publications.Select(Show)));
        Add("family", Join(Family.Select(Show)), Join(news.Family.Select(Show)));
        Add("abstractZh", AbstractZh, news.AbstractZh);
        Add("abstractEn", AbstractEn, news.AbstractEn);
        return differences.ToImmutable();

        void Add(string field, string? before, string? after)
        {
            if (after is not null) differences.Add(new FactDifference(field, before, after));
        }
    }

    public bool Equals(PatentFacts? other) =>
        other is not null
        && TitleZh == other.TitleZh
        && TitleEn == other.TitleEn
        && Applicants.SequenceEqual(other.Applicants)
        && Inventors.SequenceEqual(other.Inventors)
        && Ipc.SequenceEqual(other.Ipc)
        && FilingDate == other.FilingDate
        && Publications.SequenceEqual(other.Publications)
        && Family.SequenceEqual(other.Family)
        && AbstractZh == other.AbstractZh
        && AbstractEn == other.AbstractEn;

    public override int GetHashCode() => HashCode.Combine(TitleZh, TitleEn, Applicants.Length, FilingDate);

    /// <summary>One entry a key and kind; a date once seen is kept until another one is.</summary>
    private static ImmutableArray<Publication> Merge(
        ImmutableArray<Publication> known, ImmutableArray<Publication> seen)
    {
        var merged = known.ToDictionary(p => (p.Key, p.Kind));
        foreach (var publication in seen)
        {
            var key = (publication.Key, publication.Kind);
            var before = merged.GetValueOrDefault(key)?.Date;
            merged[key] = publication with { Date = publication.Date ?? before };
        }

        return
        [
            .. merged.Values.OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Kind, StringComparer.Ordinal),
        ];
    }

    private static string? Join(IEnumerable<string> values) =>
        string.Join("; ", values) is { Length: > 0 } text ? text : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Show(FamilyDocument document) => document.ToString();

    private static string Show(Publication publication) => $"{publication} {Day(publication.Date)}".TrimEnd();
}

/// <summary>A field that would change: what is known and what was seen.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.fact-difference/1")]
public sealed record FactDifference(
    [property: Id(0)] string Field,
    [property: Id(1)] string? Before,
    [property: Id(2)] string? After);
