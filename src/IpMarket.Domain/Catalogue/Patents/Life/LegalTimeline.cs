using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>What kind of fact an entry of the timeline is.</summary>
public enum TimelineKind
{
    /// <summary>One of its publications; the text is its number.</summary>
    Publication,

    /// <summary>A status as a source put it; the text is the source's words.</summary>
    Sighting,

    /// <summary>A legal event; the text is its code.</summary>
    Event,
}

/// <summary>One entry of a patent's legal timeline.</summary>
/// <param name="On">Its day; of a fact without one the day the house recorded it.</param>
/// <param name="IsDated">False when <paramref name="On"/> is not the fact's own.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A number, words or a code.</param>
/// <param name="Effect">What it does to the status.</param>
/// <param name="Source">Where it was seen; null for publications.</param>
/// <param name="Fact">The life fact it is, for corrections; null where it is none.</param>
/// <param name="Note">What the source adds.</param>
/// <param name="TermEndsOn">The day the term then ends, where the effect moves it.</param>
public sealed record TimelineEntry(
    DateOnly On,
    bool IsDated,
    TimelineKind Kind,
    string Text,
    LegalEffect Effect,
    string? Source,
    int? Fact,
    string? Note,
    DateOnly? TermEndsOn);

/// <summary>All facts of a patent that speak of its status, oldest first.</summary>
public static class LegalTimeline
{
    public static ImmutableArray<TimelineEntry> Of(PatentFacts facts, PatentLife life)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(life);
        var entries = facts.Publications.Select(Entry)
            .Concat(life.Sightings.Select(Entry))
            .Concat(life.LegalEvents.Select(Entry));

        // Stable: on one day in the order a patent lives through it, then as recorded.
        return [.. entries.OrderBy(entry => entry.On).ThenBy(entry => Order(entry.Effect))];
    }

    private static TimelineEntry Entry(Publication publication) => new(
        publication.Date ?? DateOnly.MinValue,
        publication.Date is not null,
        TimelineKind.Publication,
        publication.ToString(),
        publication.IsGrant ? LegalEffect.Granted
            : publication is { Key: ['C', 'N', ..], Kind: ['A', ..] } ? LegalEffect.Published
            : LegalEffect.Unknown,
        null,
        null,
        null,
        null);

    private static TimelineEntry Entry(Sighting sighting) => new(
        sighting.Status.SeenOn ?? sighting.RecordedOn,
        sighting.Status.SeenOn is not null,
        TimelineKind.Sighting,
        sighting.Status.Text,
        LegalStatus.EffectOf(sighting.Status.Text),
        sighting.Status.Source,
        null,
        null,
        null);

    private static TimelineEntry Entry(LegalEvent seen) => new(
        seen.On,
        true,
        TimelineKind.Event,
        seen.Code,
        LegalCodes.Find(seen.Code)?.Effect ?? LegalEffect.Unknown,
        seen.Source,
        seen.Number,
        seen.Note,
        seen.TermEndsOn);

    private static int Order(LegalEffect effect) => effect switch
    {
        LegalEffect.Published => 0,
        LegalEffect.ExaminationStarted => 1,
        LegalEffect.Granted => 2,
        LegalEffect.Restored or LegalEffect.RightRestored or LegalEffect.ApplicationRestored => 5,
        LegalEffect.Invalidated => 6,
        LegalEffect.Refused or LegalEffect.Withdrawn or LegalEffect.Expired or LegalEffect.FeeLapsed
            or LegalEffect.Abandoned or LegalEffect.Terminated => 4,
        _ => 3,
    };
}
