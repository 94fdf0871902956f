using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>A legal event of the register or the gazette, as the centre saw it.</summary>
/// <param name="Number">The life fact's number in its patent, from 1.</param>
/// <param name="Code">Of <see cref="LegalCodes"/>.</param>
/// <param name="On">The day the event is dated or announced.</param>
/// <param name="Note">What the source adds: a contract's or registration's number; null when nothing.</param>
/// <param name="TermEndsOn">The day the term then ends, where the code moves it; null elsewhere.</param>
/// <param name="Source">Where it was seen.</param>
[GenerateSerializer, Immutable, Alias("catalogue.legal-event/1")]
public sealed record LegalEvent(
    [property: Id(0)] int Number,
    [property: Id(1)] string Code,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] string? Note,
    [property: Id(4)] DateOnly? TermEndsOn,
    [property: Id(5)] string Source);

/// <summary>A status seen, with the day the house recorded it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.sighting/1")]
public sealed record Sighting(
    [property: Id(0)] StatusSeen Status,
    [property: Id(1)] DateOnly RecordedOn);

/// <summary>
/// The part of a patent's state that tells its life: legal events, fees, ownership. Every fact has a number of its own
/// in the patent and says where it was seen.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent-life/1")]
public sealed record PatentLife
{
    public static readonly PatentLife None = new();

    /// <summary>Numbers given to life facts so far.</summary>
    [Id(0)]
    public int Facts { get; init; }

    /// <summary>In the order recorded.</summary>
    [Id(1)]
    public ImmutableArray<LegalEvent> LegalEvents { get; init; } = [];

    /// <summary>In the order recorded, the newest 50.</summary>
    [Id(2)]
    public ImmutableArray<Sighting> Sightings { get; init; } = [];

    /// <summary>By year.</summary>
    [Id(3)]
    public ImmutableArray<FeePayment> Payments { get; init; } = [];

    [Id(4)]
    public ImmutableArray<FeeReduction> Reductions { get; init; } = [];

    [Id(5)]
    public ImmutableArray<LapseNotice> LapseNotices { get; init; } = [];

    /// <summary>Null until recorded, and again once the register names other holders.</summary>
    [Id(6)]
    public Ownership? Ownership { get; init; }

    /// <summary>The number the next life fact gets.</summary>
    public int NextNumber => Facts + 1;

    public PatentLife Evolve(Recorded recorded) => recorded.Event switch
    {
        PatentStatusSeen seen => this with
        {
            Sightings = [.. Sightings.TakeLast(Limits.SightingsMax - 1), new(seen.Status, DayOf(recorded))],
        },
        PatentFactsTakenBack back => this with
        {
            Sightings = Sightings.RemoveAll(sighting => back.Statuses.Contains(sighting.Status)),
        },
        PatentWithdrawn => None,
        PatentHoldersRecorded holders => this with
        {
            Ownership = Ownership?.Covers(holders.Holders) == true ? Ownership : null,
        },
        LegalEventRecorded fact => this with
        {
            Facts = fact.Event.Number, LegalEvents = LegalEvents.Add(fact.Event),
        },
        FeePaymentRecorded fact => this with
        {
            Facts = fact.Payment.Number,
            Payments = [.. Payments.Add(fact.Payment).OrderBy(payment => payment.Year)],
        },
        FeeReductionRecorded fact => this with
        {
            Facts = fact.Reduction.Number, Reductions = Reductions.Add(fact.Reduction),
        },
        LapseNoticeRecorded fact => this with
        {
            Facts = fact.Notice.Number, LapseNotices = LapseNotices.Add(fact.Notice),
        },
        OwnershipRecorded fact => this with { Facts = fact.Ownership.Number, Ownership = fact.Ownership },
        LifeFactRetracted retracted => Without(retracted.Number),
        _ => this,
    };

    /// <summary>True when a fact of this number stands.</summary>
    public bool Has(int number) => Without(number) != this;

    private PatentLife Without(int number)
    {
        if (LegalEvents.FirstOrDefault(fact => fact.Number == number) is { } legal)
            return this with { LegalEvents = LegalEvents.Remove(legal) };
        if (Payments.FirstOrDefault(fact => fact.Number == number) is { } payment)
            return this with { Payments = Payments.Remove(payment) };
        if (Reductions.FirstOrDefault(fact => fact.Number == number) is { } reduction)
            return this with { Reductions = Reductions.Remove(reduction) };
        if (LapseNotices.FirstOrDefault(fact => fact.Number == number) is { } notice)
            return this with { LapseNotices = LapseNotices.Remove(notice) };
        return Ownership?.Number == number ? this with { Ownership = null } : this;
    }

    private static DateOnly DayOf(Recorded recorded) => WorkingCalendar.DayOf(recorded.At);
}
