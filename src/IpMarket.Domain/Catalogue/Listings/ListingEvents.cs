using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings;

/// <summary>A party began to offer a patent, or know-how without one.</summary>
/// <param name="Patent">The patent's stream; empty of know-how.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.drafted/1")]
public sealed record ListingDrafted(
    [property: Id(0)] string Patent,
    [property: Id(1)] string Seller,
    [property: Id(2)] ListingOffer Offer) : IEvent;

/// <summary>The offer was changed while with the seller.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.revised/1")]
public sealed record ListingRevised([property: Id(0)] ListingOffer Offer) : IEvent;

/// <summary>The seller submitted it; its patents are reserved.</summary>
/// <param name="Patent">The patent's stream; empty of know-how, of which nothing is reserved.</param>
/// <param name="Reservation">The patent's reservation.</param>
/// <param name="Holders">The register's holders (names an office has published); none of know-how.</param>
/// <param name="Route">The steps it goes through.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.submitted/1")]
public sealed record ListingSubmitted(
    [property: Id(0)] string Patent,
    [property: Id(1)] Guid Reservation,
    [property: Id(2)] ImmutableArray<string> Holders,
    [property: Id(3)] ApprovalRoute Route) : IEvent
{
    /// <summary>The items that went with it; none in submissions older than the title pack, which stay valid.</summary>
    [Id(4)]
    public ImmutableArray<SubmittedItem> Pack { get; init; } = [];

    /// <summary>The further patents, reserved under the same reservation, each with its holders.</summary>
    [Id(5)]
    public ImmutableArray<FurtherPatent> Further { get; init; } = [];
}

/// <summary>A reservation came to nothing before the listing was submitted; it must not be used any more.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.reservation-lapsed/1")]
public sealed record ListingReservationLapsed([property: Id(0)] Guid Reservation) : IEvent;

/// <summary>The handler found it complete.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.handled/1")]
public sealed record ListingHandled([property: Id(0), Secret] DutyStep Step) : IEvent;

/// <summary>A step between the handler's and the last was taken.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.reviewed/1")]
public sealed record ListingReviewed([property: Id(0), Secret] DutyStep Step) : IEvent;

/// <summary>挂牌: the last step of the route was taken; everybody may see it.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.published/1")]
public sealed record ListingPublished([property: Id(0), Secret] DutyStep Step) : IEvent;

/// <summary>Sent back with what is missing; its patents are free again.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.returned/1")]
public sealed record ListingReturned(
    [property: Id(0)] string Patent,
    [property: Id(1)] Guid Reservation,
    [property: Id(2)] ImmutableArray<string> Reasons) : IEvent
{
    /// <summary>Streams of the further patents, which are freed too.</summary>
    [Id(3)]
    public ImmutableArray<string> Further { get; init; } = [];
}

/// <param name="Patent">The patent's stream.</param>
/// <param name="Reservation">What held the patent; null when it was never submitted.</param>
/// <param name="Reason">The seller's words.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.withdrawn/1")]
public sealed record ListingWithdrawn(
    [property: Id(0)] string Patent,
    [property: Id(1)] Guid? Reservation,
    [property: Id(2)] string Reason) : IEvent
{
    /// <summary>Streams of the further patents, which are freed too.</summary>
    [Id(3)]
    public ImmutableArray<string> Further { get; init; } = [];
}

/// <summary>An auction has taken the listing; no other can.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.entered-auction/1")]
public sealed record ListingEnteredAuction([property: Id(0)] string Auction) : IEvent;

/// <summary>The auction ended without a sale or was called off: the listing stands as before.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.left-auction/1")]
public sealed record ListingLeftAuction([property: Id(0)] string Auction) : IEvent
{
    /// <summary>It was never held to its end: the period stands where it stood before it.</summary>
    [Id(1)]
    public bool WasCalledOff { get; init; }

    /// <summary>Code of the rule profile it was held under; null where unknown: called off, or of before this was said.
    /// </summary>
    [Id(2)]
    public string? Profile { get; init; }
}

/// <summary>中止: what the gate found closes its mode; again where it finds something new.</summary>
/// <param name="Auction">The auction it is in, which must stop too; null when in none.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.suspended/1")]
public sealed record ListingSuspended(
    [property: Id(0)] ImmutableArray<SuspensionReason> Reasons,
    [property: Id(1)] string? Auction) : IEvent;

/// <summary>The gate is asked again at this instant, for a date may close the mode then; null: none is known.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.recheck-set/1")]
public sealed record ListingRecheckSet([property: Id(0)] DateTimeOffset? Due) : ISetsDeadline
{
    public const string Kind = "listing-gate";

    [JsonIgnore]
    public string DeadlineKind => Kind;
}

/// <summary>恢复: nothing closes its mode any more, and a reviewer said so.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.resumed/1")]
public sealed record ListingResumed(
    [property: Id(0)] string Reason,
    [property: Id(1), Secret] DutyStep? Step) : IEvent;

/// <summary>成交: final.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.sold/1")]
public sealed record ListingSold(
    [property: Id(0)] string Patent,
    [property: Id(1)] Guid Reservation,
    [property: Id(2)] string Auction) : IEvent
{
    /// <summary>Streams of the further patents, which are freed too.</summary>
    [Id(3)]
    public ImmutableArray<string> Further { get; init; } = [];
}

/// <summary>Why a listing is suspended: what the gate found.</summary>
/// <param name="Rule">The rule's code, <c>PROCEDURES_SUSPENDED</c>.</param>
/// <param name="Zh">As the gate says it, with article and cure.</param>
[GenerateSerializer, Immutable, Alias("catalogue.suspension-reason/1")]
public sealed record SuspensionReason(
    [property: Id(0)] string Rule,
    [property: Id(1)] string Zh,
    [property: Id(2)] string En);
