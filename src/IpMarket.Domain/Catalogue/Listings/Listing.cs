using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings;

/// <summary>Where a listing (挂牌) stands.</summary>
public enum ListingState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已提交: the patent is reserved; the handler's turn.</summary>
    Submitted,

    /// <summary>已经办: complete; the reviewer's turn, then the approver's where the route has three steps.</summary>
    Handled,

    /// <summary>挂牌中.</summary>
    Published,

    /// <summary>竞价中.</summary>
    InAuction,

    /// <summary>已成交: final.</summary>
    Sold,

    /// <summary>已撤回: final.</summary>
    Withdrawn,

    /// <summary>已退回: with reasons; may be submitted again.</summary>
    Returned,

    /// <summary>已中止: a fact closes its mode; a reviewer resumes it or sends it back.</summary>
    Suspended,
}

/// <summary>What the seller offers, as everybody reads it once published.</summary>
/// <param name="AskingPrice">Null = to be negotiated.</param>
/// <param name="Description">Clean text, at most <see cref="Limits.TextCharsMax"/> characters.</param>
/// <param name="Terms">Clean text: what the sale includes, how it is paid.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing-offer/1")]
public sealed record ListingOffer(
    [property: Id(0)] Money? AskingPrice,
    [property: Id(1)] string Description,
    [property: Id(2)] string Terms)
{
    /// <summary>What is offered; listings older than the choice are for sale.</summary>
    [Id(3)]
    public ListingMode Mode { get; init; } = ListingMode.Sale;
}

/// <summary>Why a listing is suspended: what the gate found.</summary>
/// <param name="Rule">The rule's code, <c>PROCEDURES_SUSPENDED</c>.</param>
/// <param name="Zh">As the gate says it, with article and cure.</param>
[GenerateSerializer, Immutable, Alias("catalogue.suspension-reason/1")]
public sealed record SuspensionReason(
    [property: Id(0)] string Rule,
    [property: Id(1)] string Zh,
    [property: Id(2)] string En);

/// <summary>
/// A patent on offer (stream <c>listing:…</c>): Draft → Submitted → Handled → Published → InAuction → Sold |
/// Withdrawn; Returned → Submitted; an auction without sale leads back to Published. Published ↔ Suspended while a fact
/// closes the mode; in an auction it stays InAuction with <see cref="Suspension"/> until the auction is over.
/// </summary>
/// <param name="State">Where it stands; meaningless while <see cref="Seller"/> is null.</param>
/// <param name="Patent">The patent's stream.</param>
/// <param name="Seller">The selling party's stream; null before the first fact.</param>
/// <param name="Offer">What is offered.</param>
/// <param name="Holders">The register's holders named at submission, the seller among them.</param>
/// <param name="Route">The approval route it was submitted under.</param>
/// <param name="Taken">Steps taken since that submission.</param>
/// <param name="Reservation">The patent's reservation it was last submitted with.</param>
/// <param name="LapsedReservations">Reservations that must not be used any more, newest last.</param>
/// <param name="Reasons">Why it was returned, while it is.</param>
/// <param name="Auction">The auction it is in, or was sold by.</param>
/// <param name="PublishedAt">When it was first published.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.state/1")]
public sealed record Listing(
    [property: Id(0)] ListingState State,
    [property: Id(1)] string Patent,
    [property: Id(2)] string? Seller,
    [property: Id(3)] ListingOffer Offer,
    [property: Id(4)] ImmutableArray<string> Holders,
    [property: Id(5)] ApprovalRoute Route,
    [property: Id(6)] ImmutableArray<DutyStep> Taken,
    [property: Id(7)] Guid? Reservation,
    [property: Id(8)] ImmutableArray<Guid> LapsedReservations,
    [property: Id(9)] ImmutableArray<string> Reasons,
    [property: Id(10)] string? Auction,
    [property: Id(11)] DateTimeOffset? PublishedAt) : IAggregateState<Listing>
{
    /// <summary>The word of a listing's stream.</summary>
    public const string StreamWord = "listing";

    /// <summary>Lapsed reservations a state remembers.</summary>
    public const int LapsedMax = 20;

    public static Listing Empty { get; } = new(
        ListingState.Draft,
        "",
        null,
        new ListingOffer(null, "", ""),
        [],
        ApprovalRoute.HandlerThenReviewer,
        [],
        null,
        [],
        [],
        null,
        null);

    public bool Exists => Seller is not null;

    /// <summary>Why it is suspended; empty while it is not.</summary>
    [Id(12)]
    public ImmutableArray<SuspensionReason> Suspension { get; init; } = [];

    [Id(13)]
    public DateTimeOffset? SuspendedAt { get; init; }

    public bool IsSuspended => !Suspension.IsEmpty;

    /// <summary>
    /// The reservation of the round at hand: every attempt to submit in it asks for the same one, so the patent is held
    /// for whichever succeeds. A used or lapsed one begins another round.
    /// </summary>
    public Guid NextReservation(string stream)
    {
        var lapsed = LapsedReservations.IsEmpty ? Guid.Empty : LapsedReservations[^1];
        return CommandIds.Step(Reservation ?? Guid.Empty, $"{stream}\n{lapsed:D}");
    }

    /// <summary>Everybody may see it.</summary>
    public bool IsPublic => IsPublicState(State);

    /// <summary>Whether everybody sees listings in this state.</summary>
    public static bool IsPublicState(ListingState state) => state is ListingState.Published or ListingState.InAuction
        or ListingState.Sold or ListingState.Suspended;

    /// <summary>The seller may change and submit it.</summary>
    public bool IsWithSeller => State is ListingState.Draft or ListingState.Returned;

    public Listing Evolve(Recorded recorded) => recorded.Event switch
    {
        ListingDrafted drafted => this with
        {
            State = ListingState.Draft, Patent = drafted.Patent, Seller = drafted.Seller, Offer = drafted.Offer,
        },
        ListingRevised revised => this with { Offer = revised.Offer },
        ListingSubmitted submitted => this with
        {
            State = ListingState.Submitted,
            Patent = submitted.Patent,
            Holders = submitted.Holders,
            Route = submitted.Route,
            Taken = [],
            Reservation = submitted.Reservation,
            Reasons = [],
        },
        ListingReservationLapsed lapsed => this with
        {
            LapsedReservations = [.. LapsedReservations.Append(lapsed.Reservation).TakeLast(LapsedMax)],
        },
        ListingHandled handled => this with { State = ListingState.Handled, Taken = Taken.Add(handled.Step) },
        ListingReviewed reviewed => this with { Taken = Taken.Add(reviewed.Step) },
        ListingPublished published => this with
        {
            State = ListingState.Published,
            Taken = Taken.Add(published.Step),
            PublishedAt = PublishedAt ?? recorded.At,
        },
        ListingReturned returned => Unsuspended() with { State = ListingState.Returned, Reasons = returned.Reasons },
        ListingWithdrawn => Unsuspended() with { State = ListingState.Withdrawn },
        ListingSuspended suspended => this with
        {
            State = State == ListingState.Published ? ListingState.Suspended : State,
            Suspension = suspended.Reasons,
            SuspendedAt = SuspendedAt ?? recorded.At,
        },
        ListingResumed => Unsuspended() with
        {
            State = State == ListingState.Suspended ? ListingState.Published : State,
        },
        ListingEnteredAuction entered => this with { State = ListingState.InAuction, Auction = entered.Auction },
        ListingLeftAuction => this with
        {
            State = IsSuspended ? ListingState.Suspended : ListingState.Published, Auction = null,
        },
        ListingSold => this with { State = ListingState.Sold },
        _ => this,
    };

    private Listing Unsuspended() => this with { Suspension = [], SuspendedAt = null };
}
