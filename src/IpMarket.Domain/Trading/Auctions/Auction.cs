using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>
/// One auction (网络竞价). Holds what the next decision and a room's snapshot need: the leader, counters, the enrolments
/// (at most <see cref="Limits.EnrolmentsMax"/>) and the last <see cref="Limits.RoomBidsMax"/> bids.
/// </summary>
[GenerateSerializer, Immutable, Alias("trading.auction/1")]
public sealed record Auction : IAggregateState<Auction>
{
    /// <summary>Whom the house's own rule bars.</summary>
    public static readonly ImmutableArray<BarredBidder> BarredByHouse =
        [BarredBidder.Seller, BarredBidder.SellersAffiliates, BarredBidder.CentrePeople];

    public static Auction Empty { get; } = new();

    [Id(0)]
    public AuctionStatus Status { get; init; }

    /// <summary>Version of the last event that was applied.</summary>
    [Id(1)]
    public long Version { get; init; }

    [Id(2)]
    public AuctionLot? Lot { get; init; }

    [Id(3)]
    public AuctionTerms? Terms { get; init; }

    /// <summary>What the seller proposed last; a draft keeps its money terms.</summary>
    [Id(4)]
    public AuctionTerms? Proposed { get; init; }

    /// <summary>Null until a handler drafted.</summary>
    [Id(5)]
    public ProfileRef? Profile { get; init; }

    /// <summary>The route the draft follows.</summary>
    [Id(6)]
    public ApprovalRoute? Route { get; init; }

    /// <summary>Steps taken on the draft, the handler's first.</summary>
    [Id(18)]
    public ImmutableArray<DutyStep> Steps { get; init; } = [];

    /// <summary>The end as it stands, extensions and given-back time included.</summary>
    [Id(7)]
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>The highest accepted bid.</summary>
    [Id(8)]
    public RoomBid? Leader { get; init; }

    [Id(9)]
    public long Bids { get; init; }

    [Id(10)]
    public int Extensions { get; init; }

    /// <summary>Newest last.</summary>
    [Id(11)]
    public ImmutableArray<RoomBid> LastBids { get; init; } = [];

    /// <summary>By party.</summary>
    [Id(12)]
    public ImmutableDictionary<string, Enrolment> Enrolments { get; init; } =
        ImmutableDictionary<string, Enrolment>.Empty;

    [Id(13)]
    public int Bidders { get; init; }

    [Id(14)]
    public AuctionSuspended? Suspension { get; init; }

    [Id(15)]
    public AuctionClosed? Result { get; init; }

    [Id(16)]
    public string? CancelReason { get; init; }

    [Id(19)]
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Enrolments ever requested; the number of the last one.</summary>
    [Id(17)]
    public int EnrolmentsRequested { get; init; }

    /// <summary>公告 was made: from then on everybody may see it, whatever becomes of it.</summary>
    [Id(20)]
    public bool IsAnnounced { get; init; }

    /// <summary>Maxima by bidder code, each as it was set last; those not above the price are used up.</summary>
    [Id(21)]
    public ImmutableDictionary<int, Proxy> Proxies { get; init; } = ImmutableDictionary<int, Proxy>.Empty;

    /// <summary>Bidders with a pre-emption right, by code; few have one.</summary>
    [Id(22)]
    public ImmutableDictionary<int, PreemptionHolder> Holders { get; init; } =
        ImmutableDictionary<int, PreemptionHolder>.Empty;

    /// <summary>Who may not bid, by the profile's version.</summary>
    [Id(40)]
    public ImmutableArray<BarredBidder> Barred { get; init; } = BarredByHouse;

    /// <summary>The sealed bids that count, by bidder code: each bidder's last.</summary>
    [Id(50)]
    public ImmutableDictionary<int, SealedBid> SealedBids { get; init; } = ImmutableDictionary<int, SealedBid>.Empty;

    /// <summary>While sealed bids are being opened: what is not opened by then is void.</summary>
    [Id(51)]
    public DateTimeOffset? OpeningUntil { get; init; }

    /// <summary>How many records the newest signed tree head speaks of; 0 before the first.</summary>
    [Id(60)]
    public long HeadSize { get; init; }

    /// <summary>The version of the newest signed tree head; 0 before the first.</summary>
    [Id(61)]
    public long HeadVersion { get; init; }

    /// <summary>Announced, and there are records beside tree heads that no signed head speaks of.</summary>
    [JsonIgnore]
    public bool IsHeadDue => IsAnnounced && (Version > HeadVersion || HeadVersion > HeadSize + 1);

    /// <summary>The least amount the next bid must have.</summary>
    [JsonIgnore]
    public Money NextMinimum => Terms is null ? Money.Zero
        : Leader is null ? Terms.StartPrice : Terms.Beating(Leader.Amount);

    /// <summary>When the next opening or close is due; null when none is.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextTurn => Status switch
    {
        AuctionStatus.Announced => Terms!.OpensAt,
        AuctionStatus.Open => ClosesAt,
        AuctionStatus.Opening => OpeningUntil,
        _ => null,
    };

    /// <summary>Null without a reserve.</summary>
    [JsonIgnore]
    public bool? IsReserveMet => Terms is { IsSealed: false, Reserve: { } reserve } ? Leader?.Amount >= reserve : null;

    /// <summary>The price of a descending clock at an instant, or where it stands while suspended.</summary>
    public Money ClockPriceAt(DateTimeOffset at) => PriceClock.At(Terms!, Suspension is { } stopped
        ? stopped.Outage is null ? TimeSpan.FromMicroseconds(stopped.LeftMicroseconds) : Terms!.LastWindow
        : ClosesAt - at);

    public bool Bars(BarredBidder bidder) => Barred.Contains(bidder);

    public bool IsDueAt(DateTimeOffset at) => NextTurn is { } due && at >= due;

    /// <summary>Up to what the leader goes: his maximum, or the price where he set none above it.</summary>
    public Money Standing(RoomBid leader) =>
        Proxies.Count > 0 && Proxies.TryGetValue(leader.Bidder, out var proxy) && proxy.Maximum > leader.Amount
            ? proxy.Maximum
            : leader.Amount;

    /// <summary>Rank of a bidder's pre-emption right, 1 before 2; 0 = none.</summary>
    public int RankOf(int bidder) =>
        Holders.Count > 0 && Holders.TryGetValue(bidder, out var holder) ? holder.Rank : 0;

    public Enrolment? EnrolmentOf(string? party) => party is null ? null : Enrolments.GetValueOrDefault(party);

    public Enrolment? EnrolmentNumbered(int number) =>
        Enrolments.Values.FirstOrDefault(enrolment => enrolment.Number == number);

    public Enrolment? EnrolmentOfBidder(int bidder) =>
        Enrolments.Values.FirstOrDefault(enrolment => enrolment.Bidder == bidder);

    public Auction Evolve(Recorded recorded) => Apply(recorded) with { Version = recorded.Version };

    private Auction Apply(Recorded recorded) => recorded.Event switch
    {
        IMovesPrice move => Apply(move, recorded),
        ISealedFact fact => SealedBid.Apply(this, fact, recorded),
        ProxyChanged { Bidder: { } bidder } changed => this with
        {
            Proxies = changed.Maximum is { } maximum
                ? Proxies.SetItem(bidder, new Proxy(maximum, recorded.At))
                : Proxies.Remove(bidder),
        },
        AuctionExtended extended => this with { ClosesAt = extended.To, Extensions = extended.Count },
        AuctionProposed proposed => this with
        {
            Status = AuctionStatus.Draft, Lot = proposed.Lot, Proposed = proposed.Terms, Terms = proposed.Terms,
            ClosesAt = proposed.Terms.ClosesAt, Profile = null, Route = null, Steps = [],
        },
        AuctionDrafted drafted => this with
        {
            Terms = drafted.Terms, ClosesAt = drafted.Terms.ClosesAt, Profile = drafted.Profile,
            Route = drafted.Route, Steps = [drafted.Step!.Value], Barred = drafted.Barred,
        },
        AuctionReviewed reviewed => this with { Steps = Steps.Add(reviewed.Step!.Value) },
        AuctionAnnounced => this with { Status = AuctionStatus.Announced, IsAnnounced = true },
        AuctionOpened => this with { Status = AuctionStatus.Open },
        AuctionSuspended suspended => this with { Status = AuctionStatus.Suspended, Suspension = suspended },
        AuctionResumed resumed => this with
        {
            Status = AuctionStatus.Open, ClosesAt = resumed.ClosesAt, Suspension = null,
        },
        AuctionClosed closed => this with
        {
            Status = AuctionStatus.Closed, Result = closed, ClosesAt = closed.ClosedAt,
        },
        TreeHeadSigned head => this with { HeadSize = head.Size, HeadVersion = recorded.Version },
        AuctionCancelled cancelled => this with
        {
            Status = AuctionStatus.Cancelled, CancelReason = cancelled.Reason, CancelledAt = recorded.At,
            Suspension = null,
        },
        EnrolmentRequested requested => With(Enrolment.Of(requested, recorded.At, EnrolmentOf(requested.Party))) with
        {
            EnrolmentsRequested = requested.Enrolment,
        },
        BidderAdmitted admitted => With(admitted.Enrolment, e => e with
        {
            Status = EnrolmentStatus.Admitted, Bidder = admitted.Bidder,
        }) with { Bidders = admitted.Bidder, Holders = Held(admitted.Bidder, admitted.Rank, admitted.Source) },
        PreemptionRecorded right => With(right.Enrolment, e => e with
        {
            Rank = right.Rank, Source = right.Rank == 0 ? null : right.Source,
        }) with { Holders = right.Bidder is { } holder ? Held(holder, right.Rank, right.Source) : Holders },
        EnrolmentRefused refused => With(refused.Enrolment, e => e with
        {
            Status = EnrolmentStatus.Refused, Reason = refused.Reason,
        }),
        EnrolmentCancelled cancelled => With(cancelled.Enrolment, e => e with { Status = EnrolmentStatus.Cancelled }),
        _ => this,
    };

    private Auction Apply(IMovesPrice move, Recorded recorded)
    {
        var placed = RoomBid.Of(move, recorded);
        var moved = this with
        {
            Leader = move.Answer is { Leads: true } answer
                ? new RoomBid(answer.Bidder, answer.Amount, recorded.At, recorded.Version) { Kind = BidKind.Proxy }
                : placed,
            Bids = Bids + 1,
            LastBids = LastBids.Length < Limits.RoomBidsMax
                ? LastBids.Add(placed)
                : [.. LastBids.AsSpan()[1..], placed],
        };
        return move is ProxySet { Maximum: { } maximum }
            ? moved with { Proxies = Proxies.SetItem(move.Bidder, new Proxy(maximum, recorded.At)) }
            : moved;
    }

    private ImmutableDictionary<int, PreemptionHolder> Held(int bidder, int rank, PreemptionSource? source) =>
        rank == 0 ? Holders.Remove(bidder)
            : Holders.SetItem(bidder, new PreemptionHolder(bidder, rank, source ?? PreemptionSource.Law));

    private Auction With(Enrolment enrolment) =>
        this with { Enrolments = Enrolments.SetItem(enrolment.Party, enrolment) };

    private Auction With(int number, Func<Enrolment, Enrolment> change) =>
        EnrolmentNumbered(number) is { } enrolment ? With(change(enrolment)) : this;
}
