using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>
/// Enters a patent or what was seen of it. A party may enter one that is not here yet; only the centre changes one that
/// is. Facts that are no news cause no event and are answered <see cref="PatentRefusal.NothingNew"/>.
/// </summary>
/// <param name="Number">The number that names the stream, in any spelling.</param>
/// <param name="Facts">What was seen.</param>
/// <param name="Status">A legal status seen; null when none.</param>
/// <param name="Source">Where.</param>
/// <param name="Origin">Whether the centre or a party says so.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record/1")]
public sealed record RecordPatent(
    [property: Id(0)] string Number,
    [property: Id(1)] PatentFacts Facts,
    [property: Id(2)] StatusSeen? Status,
    [property: Id(3)] string Source,
    [property: Id(4), LookedUp] FactOrigin Origin) : ICommand;

/// <summary>Fills what is not known yet from a stream that was joined; overrides nothing. A process sends it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.supplement/1")]
public sealed record SupplementPatent(
    [property: Id(0)] PatentFacts Facts,
    [property: Id(1)] ImmutableArray<StatusSeen> Statuses,
    [property: Id(2)] FactOrigin Origin,
    [property: Id(3)] string Source,
    [property: Id(4)] ImmutableArray<string> Holders) : ICommand;

/// <summary>Records the register's holders as the centre saw them.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.record-holders/1")]
public sealed record RecordHolders(
    [property: Id(0)] ImmutableArray<string> Holders,
    [property: Id(1)] string Source,
    [property: Id(2)] DateOnly? SeenOn) : ICommand;

/// <summary>Points a publication's stream on to the patent whose publication it is. A process sends it.</summary>
/// <param name="Publication">The publication's key, <c>CN105734615</c>.</param>
/// <param name="To">The stream of the patent.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.join/1")]
public sealed record JoinPatent(
    [property: Id(0)] string Publication,
    [property: Id(1)] string To) : ICommand;

/// <summary>Holds the patent for a listing that is about to be submitted.</summary>
/// <param name="Listing">The listing's stream.</param>
/// <param name="Reservation">The listing's round, see <c>Listing.NextReservation</c>.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.reserve/1")]
public sealed record ReservePatent(
    [property: Id(0)] string Listing,
    [property: Id(1)] Guid Reservation) : ICommand
{
    /// <summary>
    /// The listing's last round that was submitted, and is over: its reservation gives way even before it is released.
    /// Null where none was.
    /// </summary>
    [Id(2), LookedUp]
    public Guid? Ended { get; init; }
}

/// <summary>The listing of this reservation was submitted.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.confirm-reservation/1")]
public sealed record ConfirmReservation(
    [property: Id(0)] string Listing,
    [property: Id(1)] Guid Reservation) : ICommand;

/// <summary>The listing of this reservation ended, was returned, or never was submitted.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.release/1")]
public sealed record ReleasePatent(
    [property: Id(0)] string Listing,
    [property: Id(1)] Guid Reservation) : ICommand;

/// <summary>What a listing's rules need to know of its patent, copied at one version.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent-standing/1")]
public sealed record PatentStanding(
    [property: Id(0)] string Stream,
    [property: Id(1)] bool Exists,
    [property: Id(2)] bool IsProvisional,
    [property: Id(3)] LegalStanding Legal,
    [property: Id(4)] ImmutableArray<string> HolderNames,
    [property: Id(5)] string? Number)
{
    /// <summary>What the encumbrance gate asks; null where nothing is known of the patent.</summary>
    [Id(6)]
    public GateFacts? Gate { get; init; }

    /// <summary>The last day of its term as known, itself included; null where it is not.</summary>
    [Id(7)]
    public DateOnly? TermEndsOn { get; init; }

    /// <param name="stream">The patent's stream.</param>
    /// <param name="patent">The patent.</param>
    /// <param name="rules">Terms by the law's versions.</param>
    /// <param name="on">The day its status is asked for.</param>
    public static PatentStanding Of(string stream, Patent patent, PatentRules rules, DateOnly on) => new(
        stream,
        patent.Exists,
        patent.IsProvisional,
        patent.LifeAt(rules, on).Standing,
        patent.HolderNames,
        patent.Number)
    {
        Gate = patent.Exists ? GateFacts.Of(patent, rules, on) : null,
        TermEndsOn = patent.Exists ? Term.Of(patent, rules, on)?.EndsOn : null,
    };
}
