using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Watching;

/// <summary>A user watches a patent.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.patent-watched/1")]
public sealed record PatentWatched(
    [property: Id(0)] string Patent,
    [property: Id(1)] FeeReminder? Next) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReminderDeadline.KindOf(Patent);

    [JsonIgnore]
    public DateTimeOffset? Due => Next?.At();
}

/// <summary>He watches it no more.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.patent-unwatched/1")]
public sealed record PatentUnwatched([property: Id(0)] string Patent) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReminderDeadline.KindOf(Patent);

    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>Facts of a watched patent moved its next reminder.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.fee-reminder-set/1")]
public sealed record FeeReminderSet(
    [property: Id(0)] string Patent,
    [property: Id(1)] FeeReminder? Next) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReminderDeadline.KindOf(Patent);

    [JsonIgnore]
    public DateTimeOffset? Due => Next?.At();
}

/// <summary>The watcher was told that a fee falls due; the next reminder follows.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.fee-reminded/1")]
public sealed record FeeReminded(
    [property: Id(0)] string Patent,
    [property: Id(1)] FeeReminder Reminder,
    [property: Id(2)] FeeReminder? Next) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReminderDeadline.KindOf(Patent);

    [JsonIgnore]
    public DateTimeOffset? Due => Next?.At();
}

/// <summary>He has read his notices up to this pos, included.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.watchlist.notices-read/1")]
public sealed record NoticesRead([property: Id(0)] long UpTo) : IEvent;

/// <summary>The due time of a watched patent's next reminder; each patent has its own.</summary>
public static class ReminderDeadline
{
    private const string Prefix = "fee ";

    public static string KindOf(string patent) => Prefix + patent;

    /// <summary>The patent of a deadline's kind; null when it is none of these.</summary>
    public static string? PatentOf(string kind) =>
        kind.StartsWith(Prefix, StringComparison.Ordinal) ? kind[Prefix.Length..] : null;
}
