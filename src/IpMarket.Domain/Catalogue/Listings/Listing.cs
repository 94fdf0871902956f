using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings;

/// <summary>Where a listing (挂牌) stands.</summary>
public enum ListingState
{
    /// <summary>草稿.</summary>
    [Words("草稿", "a draft")]
    Draft,

    /// <summary>已提交: the patent is reserved; the handler's turn.</summary>
    [Words("已提交", "submitted")]
    Submitted,

    /// <summary>已经办: complete; the reviewer's turn, then the approver's where the route has three steps.</summary>
    [Words("已经办", "handled")]
    Handled,

    /// <summary>挂牌中.</summary>
    [Words("挂牌中", "published")]
    Published,

    /// <summary>竞价中.</summary>
    [Words("竞价中", "in an auction")]
    InAuction,

    /// <summary>Final.</summary>
    [Words("已成交", "sold")]
    Sold,

    /// <summary>已撤回: final.</summary>
    [Words("已撤回", "withdrawn")]
    Withdrawn,

    /// <summary>已退回: with reasons; may be submitted again.</summary>
    [Words("已退回", "returned")]
    Returned,

    /// <summary>已中止: a fact closes its mode; a reviewer resumes it or sends it back.</summary>
    [Words("已中止", "suspended")]
    Suspended,

    /// <summary>待签约: its period ended with one interested party.</summary>
    [Words("待签约", "awaiting its contract")]
    ContractDue,
}

/// <summary>What the seller offers, as everybody reads it once published.</summary>
/// <param name="AskingPrice">The total, where the seller names one; null = negotiated, bid for, or a royalty.</param>
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

    /// <summary>What it is about; null of listings without the choice: what their patent is.</summary>
    [Id(4)]
    public ListingSubject? Subject { get; init; }

    /// <summary>On which terms; null where only <see cref="Terms"/> says so.</summary>
    [Id(5)]
    public ModeTerms? ModeTerms { get; init; }

    [Id(6)]
    public TechnicalFacts? Technology { get; init; }
}

/// <summary>
/// A patent, or several together, on offer (stream <c>listing:…</c>): Draft → Submitted → Handled → Published →
/// InAuction → Sold | Withdrawn; Returned → Submitted; an auction without sale leads back to Published. A period that
/// ends with one interested party: Published → ContractDue → Sold, or back. Published ↔ Suspended while a fact
/// closes the mode; in an auction it stays InAuction with <see cref="Suspension"/> until the auction is over.
/// </summary>
/// <param name="State">Where it stands; meaningless while <see cref="Seller"/> is null.</param>
/// <param name="Patent">The patent's stream; empty of know-how without one.</param>
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

    /// <summary>The patents offered together with <see cref="Patent"/>, for one price, in their order.</summary>
    [Id(31)]
    public ImmutableArray<FurtherPatent> Further { get; init; } = [];

    public bool IsPortfolio => !Further.IsEmpty;

    /// <summary>When a date may close its mode; null where none is known.</summary>
    [Id(32)]
    public DateTimeOffset? RecheckAt { get; init; }

    /// <summary>Streams of the further patents.</summary>
    public ImmutableArray<string> FurtherStreams => [.. Further.Select(one => one.Patent)];

    /// <summary>Streams of all its patents, the first one first.</summary>
    public ImmutableArray<string> Patents => IsKnowHow ? [] : [Patent, .. FurtherStreams];

    /// <summary>技术秘密 without a patent: <see cref="Patent"/> is empty, and nothing is reserved.</summary>
    public bool IsKnowHow => Patent.Length == 0 && Exists;

    /// <summary>Whether it is one of its further patents.</summary>
    public bool IsFurther(string patent) => FurtherStreams.Contains(patent, StringComparer.Ordinal);

    /// <summary>The patent an item of the pack is about, as printed; null where it needs no name.</summary>
    public string? NumberOf(PackKey item) => IsPortfolio && ListingDocuments.IsOfEachPatent(item.Kind)
        ? PatentNumber.PrintedOf(item.Patent ?? Patent).Text
        : null;

    /// <summary>Why it is suspended; empty while it is not.</summary>
    [Id(12)]
    public ImmutableArray<SuspensionReason> Suspension { get; init; } = [];

    [Id(13)]
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>Its documents, title pack and checklist.</summary>
    [Id(30)]
    public ListingPack Pack { get; init; } = ListingPack.None;

    public bool IsSuspended => !Suspension.IsEmpty;

    /// <summary>Its period and the intents filed in it.</summary>
    [Id(20)]
    public ListingPeriod Period { get; init; } = ListingPeriod.None;

    /// <summary>
    /// The reservation of the round at hand: every attempt to submit in it asks for the same one, so its patents are
    /// held for whichever succeeds. A used or lapsed one begins another round.
    /// </summary>
    public Guid NextReservation(string stream)
    {
        var round = After(LapsedReservations.IsEmpty ? Guid.Empty : LapsedReservations[^1]);
        while (LapsedReservations.Contains(round)) round = After(round);
        return round;

        Guid After(Guid lapsed) => CommandIds.Step(Reservation ?? Guid.Empty, $"{stream}\n{lapsed:D}");
    }

    /// <summary>
    /// Out for agreement without a period and not yet told so: listings that came out before intents were taken for
    /// their mode. The first filing opens it.
    /// </summary>
    public bool IsUnopened => State == ListingState.Published && Period.Phase == PeriodPhase.None
        && DealForm.IsAgreed(Offer);

    /// <summary>Everybody may see it.</summary>
    public bool IsPublic => IsPublicState(State);

    /// <summary>The states in which everybody sees a listing.</summary>
    public static readonly ImmutableArray<ListingState> PublicStates =
    [
        ListingState.Published, ListingState.InAuction, ListingState.Sold, ListingState.Suspended,
        ListingState.ContractDue,
    ];

    public static bool IsPublicState(ListingState state) => PublicStates.Contains(state);

    /// <summary>The seller may change and submit it.</summary>
    public bool IsWithSeller => State is ListingState.Draft or ListingState.Returned;

    /// <summary>Submitted and not over: nobody else may list its patents.</summary>
    public bool HoldsItsPatents => !IsWithSeller && State is not (ListingState.Withdrawn or ListingState.Sold);

    private ListingState Back => IsSuspended ? ListingState.Suspended : ListingState.Published;

    public Listing Evolve(Recorded recorded) => Apply(recorded) with
    {
        Pack = Pack.Evolve(recorded, Offer), Period = Period.Evolve(recorded),
    };

    private Listing Apply(Recorded recorded) => recorded.Event switch
    {
        ListingDrafted drafted => this with
        {
            State = ListingState.Draft, Patent = drafted.Patent, Seller = drafted.Seller, Offer = drafted.Offer,
        },
        ListingRevised revised => this with { Offer = revised.Offer },
        ListingPatentAdded added => Lapsed(NextReservation(recorded.Stream)) with
        {
            Further = Further.Add(new FurtherPatent(added.Patent, [])),
        },
        ListingPatentRemoved removed => Lapsed(NextReservation(recorded.Stream)) with
        {
            Further = [.. Further.Where(one => one.Patent != removed.Patent)],
        },
        ListingSubmitted submitted => this with
        {
            State = ListingState.Submitted,
            Patent = submitted.Patent,
            Further = submitted.Further,
            Holders = submitted.Holders,
            Route = submitted.Route,
            Taken = [],
            Reservation = submitted.Reservation,
            Reasons = [],
        },
        ListingReservationLapsed lapsed => Lapsed(lapsed.Reservation),
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
        ListingLeftAuction => this with { State = Back, Auction = null },
        ListingSold or ListingContracted => this with { State = ListingState.Sold },
        ListingAmended amended => this with { Offer = amended.Offer },
        ListingRecheckSet set => this with { RecheckAt = set.Due },
        ListingPeriodEnded { Next: PeriodPhase.ContractDue } => this with { State = ListingState.ContractDue },
        ListingContractFailed => this with { State = Back },
        _ => this,
    };

    /// <summary>
    /// Also with other further patents: what is held for one set of them is never confirmed by another's submission.
    /// One that lapses again stays where it is: the next round is named after the newest.
    /// </summary>
    private Listing Lapsed(Guid reservation) => LapsedReservations.Contains(reservation)
        ? this
        : this with { LapsedReservations = [.. LapsedReservations.Append(reservation).TakeLast(LapsedMax)] };

    private Listing Unsuspended() => this with { Suspension = [], SuspendedAt = null };
}
