using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>Where a fact of the catalogue came from.</summary>
public enum FactOrigin
{
    /// <summary>A party entered it; nobody has compared it with an office's data yet.</summary>
    Party,

    /// <summary>The centre entered or imported it.</summary>
    Centre,
}

/// <summary>
/// A patent (stream <c>patent:{key}</c>). Its stream decides the exclusive question who may offer it:
/// <see cref="Reservation"/>. The stream of a publication number is provisional until the application number is known;
/// from then on it only points on (<see cref="JoinedTo"/>).
/// </summary>
/// <param name="Number">As printed; null before the first fact.</param>
/// <param name="Kind">What kind of number names it.</param>
/// <param name="Type">发明, 实用新型 or 外观设计; null for foreign rights.</param>
/// <param name="JoinedTo">The stream that has taken this provisional one's place.</param>
/// <param name="Facts">Bibliography.</param>
/// <param name="FactsOrigin">Who vouches for the applicants' names among the facts.</param>
/// <param name="Holders">The register's holders (专利权人) where the centre recorded them.</param>
/// <param name="Statuses">Legal statuses seen, newest last, at most <see cref="StatusesMax"/>.</param>
/// <param name="Reservation">Which listing holds it.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.state/1")]
public sealed record Patent(
    [property: Id(0)] string? Number,
    [property: Id(1)] NumberKind Kind,
    [property: Id(2)] PatentType? Type,
    [property: Id(3)] string? JoinedTo,
    [property: Id(4)] PatentFacts Facts,
    [property: Id(5)] FactOrigin FactsOrigin,
    [property: Id(6)] ImmutableArray<string> Holders,
    [property: Id(7)] ImmutableArray<StatusSeen> Statuses,
    [property: Id(8)] Reservation? Reservation) : IAggregateState<Patent>
{
    public const int StatusesMax = 20;

    public static Patent Empty { get; } =
        new(null, NumberKind.Application, null, null, PatentFacts.None, FactOrigin.Party, [], [], null);

    /// <summary>Legal events, fees and ownership.</summary>
    [Id(9)]
    public PatentLife Life { get; init; } = PatentLife.None;

    /// <summary>权利负担: encumbrances and consents the centre recorded.</summary>
    [Id(20)]
    public EncumbranceBook Encumbrances { get; init; } = EncumbranceBook.None;

    /// <summary>True once something is known of it here.</summary>
    public bool Exists => Number is not null;

    /// <summary>Known by a publication number only: found, never listed.</summary>
    public bool IsProvisional => Exists && Kind == NumberKind.Publication;

    /// <summary>示例: an invented patent.</summary>
    public bool IsDemo => Number is not null && PatentNumber.TryParse(Number, out var number) && number.IsDemo;

    /// <summary>
    /// The names the register has for its holders: those the centre recorded, else the applicants (of its own entry or
    /// import; a party's word counts until the handler compares it with the register).
    /// </summary>
    public ImmutableArray<string> HolderNames => Holders.IsEmpty ? Facts.Applicants : Holders;

    /// <summary>The latest status or legal event, in words, that says whether the right stands; null: none.</summary>
    public StatusSeen? DecidingStatus => LegalTimeline.Of(Facts, Life)
        .LastOrDefault(entry => entry.Kind != TimelineKind.Publication
            && LegalStatus.Read(entry.Text) != LegalStanding.Unspecified) is { } entry
        ? new StatusSeen(
            LegalCodes.Find(entry.Text)?.Zh ?? entry.Text, entry.Source!, entry.IsDated ? entry.On : null)
        : null;

    /// <summary>What all recorded facts together say; the end of its term is <see cref="LifeAt"/>'s.</summary>
    public LegalStanding Standing => Status.Standing;

    /// <summary>The status all recorded facts lead to.</summary>
    public LifeStatus Status => LifeMachine.At(LegalTimeline.Of(Facts, Life), null, DateOnly.MaxValue);

    /// <summary>The status on a day, the end of its term included.</summary>
    public LifeStatus LifeAt(PatentRules rules, DateOnly on) =>
        LifeMachine.At(LegalTimeline.Of(Facts, Life), Term.Of(this, rules, on)?.EndsOn, on);

    public Patent Evolve(Recorded recorded) => After(recorded) with { Life = Life.Evolve(recorded) };

    private Patent After(Recorded recorded) => recorded.Event switch
    {
        PatentRegistered registered => this with
        {
            Number = registered.Number, Kind = registered.Kind, Type = registered.Type,
        },
        PatentFactsRecorded facts => this with
        {
            Facts = Facts.With(facts.Facts),
            FactsOrigin = facts.Facts.Applicants.IsEmpty ? FactsOrigin : facts.Origin,
        },
        PatentHoldersRecorded holders => this with { Holders = holders.Holders },
        PatentStatusSeen seen => this with { Statuses = Append(seen.Status) },
        PatentFactsTakenBack back => this with
        {
            Facts = back.Facts, FactsOrigin = back.Origin, Statuses = Statuses.RemoveRange(back.Statuses),
        },
        PatentWithdrawn => Empty,
        // Stores before the rule against it may hold a stream joined to itself: it points nowhere.
        PatentJoined joined when joined.To == recorded.Stream => this,
        PatentJoined joined => this with
        {
            Number = Number ?? joined.Number, Kind = NumberKind.Publication, JoinedTo = joined.To,
        },
        PatentReserved reserved => this with
        {
            Reservation = new Reservation(reserved.Listing, reserved.Reservation, IsConfirmed: false, reserved.Until),
        },
        PatentReservationConfirmed => this with { Reservation = Reservation! with { IsConfirmed = true } },
        PatentReleased => this with { Reservation = null },
        IChangesEncumbrances => this with { Encumbrances = Encumbrances.Evolve(recorded) },
        _ => this,
    };

    /// <summary>Keeps them by day; a status without a day is as new as its record.</summary>
    private ImmutableArray<StatusSeen> Append(StatusSeen status)
    {
        var at = Statuses.Length;
        while (at > 0 && status.SeenOn is { } day && Statuses[at - 1].SeenOn is { } other && other > day) at--;
        var all = Statuses.Insert(at, status);
        return all.Length > StatusesMax ? all.RemoveAt(0) : all;
    }
}

/// <summary>A patent held by one listing.</summary>
/// <param name="Listing">The listing's stream.</param>
/// <param name="Id">The listing's round of submission that reserved it.</param>
/// <param name="IsConfirmed">False until the listing is known to be submitted; then no deadline ends it.</param>
/// <param name="Until">When it is overdue unless confirmed.</param>
[GenerateSerializer, Immutable, Alias("catalogue.reservation/1")]
public sealed record Reservation(
    [property: Id(0)] string Listing,
    [property: Id(1)] Guid Id,
    [property: Id(2)] bool IsConfirmed,
    [property: Id(3)] DateTimeOffset Until)
{
    /// <summary>Its listing must be asked whether it was submitted.</summary>
    public bool IsOverdueAt(DateTimeOffset at) => !IsConfirmed && at >= Until;
}
