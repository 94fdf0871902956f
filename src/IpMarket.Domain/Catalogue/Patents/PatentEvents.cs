using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>A patent entered the catalogue under this number.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.registered/1")]
public sealed record PatentRegistered(
    [property: Id(0)] string Number,
    [property: Id(1)] NumberKind Kind,
    [property: Id(2)] PatentType? Type) : IEvent;

/// <summary>
/// Bibliographic facts were seen; only those that were news. Names are those an office has published.
/// </summary>
/// <param name="Facts">The news.</param>
/// <param name="Origin">Who vouches for it.</param>
/// <param name="Source">Where it was seen: a file's name and format, a page, <c>form</c>.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.facts-recorded/1")]
public sealed record PatentFactsRecorded(
    [property: Id(0)] PatentFacts Facts,
    [property: Id(1)] FactOrigin Origin,
    [property: Id(2)] string Source) : IEvent;

/// <summary>The register's holders as the centre saw them, all co-holders, in the register's order.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.holders-recorded/1")]
public sealed record PatentHoldersRecorded(
    [property: Id(0)] ImmutableArray<string> Holders,
    [property: Id(1)] string Source,
    [property: Id(2)] DateOnly? SeenOn) : IEvent;

/// <summary>A source gave a legal status.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.status-seen/1")]
public sealed record PatentStatusSeen([property: Id(0)] StatusSeen Status) : IEvent;

/// <summary>
/// The application number behind a publication is known: this stream points on to <paramref name="To"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.joined/1")]
public sealed record PatentJoined(
    [property: Id(0)] string Number,
    [property: Id(1)] string To) : IEvent;

/// <summary>
/// A listing about to be submitted holds the patent; unless confirmed, until <paramref name="Until"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.reserved/1")]
public sealed record PatentReserved(
    [property: Id(0)] string Listing,
    [property: Id(1)] Guid Reservation,
    [property: Id(2)] DateTimeOffset Until) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReservationDeadline.Kind;

    [JsonIgnore]
    public DateTimeOffset? Due => Until;
}

/// <summary>The listing was submitted: the reservation stands until it is released.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.reservation-confirmed/1")]
public sealed record PatentReservationConfirmed([property: Id(0)] Guid Reservation) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReservationDeadline.Kind;

    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>No listing holds the patent any more.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.released/1")]
public sealed record PatentReleased(
    [property: Id(0)] string Listing,
    [property: Id(1)] Guid Reservation) : ISetsDeadline
{
    [JsonIgnore]
    public string DeadlineKind => ReservationDeadline.Kind;

    [JsonIgnore]
    public DateTimeOffset? Due => null;
}

/// <summary>The due time of a reservation whose listing was never seen submitted.</summary>
public static class ReservationDeadline
{
    public const string Kind = "reservation";
}
