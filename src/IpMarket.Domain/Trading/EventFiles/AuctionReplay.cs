using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>Where a record goes against the rules.</summary>
public sealed record Breach(string Field, string Why)
{
    /// <summary>The line it is about, from 1, where that is not the one being read; else 0.</summary>
    public long Line { get; init; }
}

/// <summary>
/// Follows an auction's public records and derives price, extensions and winner from the bids alone, apart from the
/// code that took them.
/// </summary>
public sealed class AuctionReplay
{
    private readonly Admissions admissions = new();
    private readonly PriceReplay price;
    private readonly SealedReplay sealedBids;
    private AuctionStatus status;
    private AuctionTerms? terms;
    private DateTimeOffset closesAt;
    private (Guid CommandId, DateTimeOffset From, DateTimeOffset To)? extensionDue;
    private Guid? resultDue;
    private long leftMicroseconds;

    /// <param name="stream">The auction's stream: sealed bids are bound to it.</param>
    public AuctionReplay(string stream)
    {
        price = new PriceReplay(admissions);
        sealedBids = new SealedReplay(admissions, stream);
    }

    /// <summary>The price as the bids lead to it; null before the first, and of sealed bids before the end.</summary>
    public Money? Price => Best?.Amount;

    /// <summary>Maxima that moved the price and stand in the file as digests.</summary>
    public long UndisclosedMaxima => price.Undisclosed;

    private (int Bidder, Money Amount)? Best => IsSealed ? sealedBids.Best : price.Best;

    private bool IsSealed => terms is { IsSealed: true };

    public long Bids { get; private set; }

    public int Extensions { get; private set; }

    /// <summary>The rule profile it was announced under; null before.</summary>
    public ProfileRef? Profile { get; private set; }

    /// <summary>Null while it runs.</summary>
    public AuctionClosed? Result { get; private set; }

    /// <summary>
    /// Applies one record; null when it follows from those before. A secret is looked at where disclosed.
    /// </summary>
    public Breach? Apply(string type, DateTimeOffset at, Guid commandId, string publicPart, string? secret = null)
    {
        if (EventTypes.Find(type) is not { } known) return new Breach("type", "It is unknown.");
        IEvent fact;
        try
        {
            fact = EventCodec.Decode(known, publicPart, secret).Fact;
        }
        catch (Exception error) when (IsOfItsText(error))
        {
            return new Breach("public", "It does not fit its type.");
        }

        if (extensionDue is { } due && (fact is not AuctionExtended || due.CommandId != commandId))
            return new Breach("type", $"The bid before it must move the end to {due.To:O}.");
        if (resultDue is { } taken && (fact is not AuctionClosed || taken != commandId))
            return new Breach("type", "A price was taken before it: the result must follow.");
        if (sealedBids.NotDue(fact) is { } early) return early;
        try
        {
            return Follow(fact, at, commandId);
        }
        catch (Exception error) when (IsOfItsText(error))
        {
            return new Breach("public", "It holds what is no amount or instant of this market.");
        }
    }

    /// <summary>Price, extensions, winner: one a line.</summary>
    public string Describe() => Outcome() + (UndisclosedMaxima == 0
        ? ""
        : $"\nmaxima {UndisclosedMaxima}: the steps follow; that they were set so high shows once they are disclosed");

    /// <summary>Whether what a text holds can cause it; a fault of the check itself is another.</summary>
    private static bool IsOfItsText(Exception error) => error is JsonException or InvalidOperationException
        or NotSupportedException or ArgumentException or OverflowException or FormatException;

    private Breach? Follow(IEvent fact, DateTimeOffset at, Guid commandId) => fact switch
    {
        AuctionProposed when status is AuctionStatus.None or AuctionStatus.Draft => To(AuctionStatus.Draft),
        AuctionDrafted or AuctionReviewed when status == AuctionStatus.Draft => null,
        AuctionAnnounced announced when status == AuctionStatus.Draft => Announce(announced),
        AuctionOpened opened when status == AuctionStatus.Announced => Open(opened, at),
        ISealedFact bid when IsSealed => FollowSealed(bid, at),
        IMovesPrice bid when status == AuctionStatus.Open && !IsSealed => Place(bid, at, commandId),
        AuctionExtended extended when extensionDue is not null => Extend(extended),
        AuctionSuspended suspended when status == AuctionStatus.Open => Suspend(suspended, at),
        AuctionResumed resumed when status == AuctionStatus.Suspended => Resume(resumed, at),
        AuctionClosed closed when status is AuctionStatus.Open or AuctionStatus.Opening => Close(closed, at),
        AuctionCancelled when status is not (AuctionStatus.Closed or AuctionStatus.Cancelled) && Bids == 0 =>
            To(AuctionStatus.Cancelled),
        ProxyChanged changed when status == AuctionStatus.Open && terms!.TakesProxies => price.Change(changed, terms),
        PreemptionRecorded right when terms is not null => Record(right),
        BidderAdmitted admitted => admissions.Admit(admitted),
        EnrolmentRequested or EnrolmentRefused or EnrolmentCancelled or TreeHeadSigned or Fence => null,
        _ => new Breach("type", $"It cannot happen while the auction is {status}."),
    };

    private string Outcome() => Result is { Outcome: AuctionOutcome.Sold }
        ? $"price {Price}\nextensions {Extensions}\nwinner 竞买人 {Best!.Value.Bidder}"
        : $"price {Price?.ToString() ?? "none"}\nextensions {Extensions}\nwinner none"
            + (Result is { } closed ? $" ({closed.NoSale})" : $" (auction is {status})");

    private Breach? To(AuctionStatus next)
    {
        status = next;
        return null;
    }

    private Breach? Announce(AuctionAnnounced announced)
    {
        if (announced.Terms is not { } set || set.StartPrice.Currency == default || set.Step.Currency == default)
            return new Breach("public", "It does not fit its type.");
        if (set.StepTable is { IsSound: false }) return new Breach("public.terms", "Its steps are no table.");
        if (set.Protocol == BiddingProtocol.Dutch && ClockReplay.Announced(set) is { } breach) return breach;
        var odd = ProtocolBounds.Fault(set) ?? BuyNowBounds.Fault(Auction.Empty, set)
            ?? SealedRules.Fault(set, isWhole: true);
        if (odd is { } fault) return new Breach("public.terms", fault.En);
        (terms, closesAt, Profile) = (set, set.ClosesAt, announced.Profile);
        return To(AuctionStatus.Announced);
    }

    private Breach? Open(AuctionOpened opened, DateTimeOffset at)
    {
        if (opened.OpenedAt != terms!.OpensAt || at < opened.OpenedAt)
            return new Breach("public.openedAt", "It is not due.");
        if (opened.ClosesAt != closesAt) return new Breach("public.closesAt", $"It should be {closesAt:O}.");
        return To(AuctionStatus.Open);
    }

    private Breach? Place(IMovesPrice bid, DateTimeOffset at, Guid commandId)
    {
        if (at >= closesAt) return new Breach("at", $"The auction closed at {closesAt:O}.");
        if (!admissions.Has(bid.Bidder)) return new Breach("public.bidder", "It was never admitted.");
        if (terms!.Protocol == BiddingProtocol.Dutch || bid is PriceTaken) return Take(bid, at, commandId);
        if (price.Apply(bid, terms!) is { } breach) return breach;
        var moved = closesAt;
        if (closesAt - at <= terms.SoftClose)
            moved = (terms.SoftCloseKind == SoftCloseKind.EndPlusWindow ? closesAt : at) + terms.SoftClose;
        if (moved < closesAt) moved = closesAt;
        if (bid.ClosesAt != moved) return new Breach("public.closesAt", $"It should be {moved:O}.");
        if (moved != closesAt) extensionDue = (commandId, closesAt, moved);
        Bids++;
        return null;
    }

    private Breach? Take(IMovesPrice act, DateTimeOffset at, Guid commandId)
    {
        var breach = terms!.Protocol == BiddingProtocol.Dutch
            ? ClockReplay.Taken(act, terms, closesAt, at)
            : ClockReplay.BoughtNow(act, terms, Bids, at);
        if (breach is not null) return breach;
        price.Take(act.Bidder, act.Amount);
        (resultDue, closesAt) = (commandId, at);
        Bids++;
        return null;
    }

    private Breach? Record(PreemptionRecorded right)
    {
        if (!terms!.HasPreemption) return new Breach("type", "The auction has no pre-emption rights.");
        return admissions.Record(right, isOpened: status != AuctionStatus.Announced);
    }

    private Breach? Extend(AuctionExtended extended)
    {
        var (_, from, to) = extensionDue!.Value;
        if (extended.From != from) return new Breach("public.from", $"It should be {from:O}.");
        if (extended.To != to) return new Breach("public.to", $"It should be {to:O}.");
        if (extended.Count != Extensions + 1) return new Breach("public.count", $"It should be {Extensions + 1}.");
        Extensions++;
        closesAt = to;
        extensionDue = null;
        return null;
    }

    private Breach? Suspend(AuctionSuspended suspended, DateTimeOffset at)
    {
        var left = suspended.Cause == SuspensionCause.Outage
            ? terms!.LastWindow
            : closesAt - at;
        if (suspended.Cause == SuspensionCause.LegalFact && left < TimeSpan.Zero) left = TimeSpan.Zero;
        leftMicroseconds = left.Ticks / TimeSpan.TicksPerMicrosecond;
        if (suspended.Cause != SuspensionCause.Outage && suspended.LeftMicroseconds != leftMicroseconds)
            return new Breach("public.leftMicroseconds", $"It should be {leftMicroseconds}.");
        if (suspended.Cause == SuspensionCause.Outage && (at < closesAt || suspended.Outage is null))
            return new Breach("public.outage", "The auction was not overdue after an outage.");
        return To(AuctionStatus.Suspended);
    }

    private Breach? Resume(AuctionResumed resumed, DateTimeOffset at)
    {
        closesAt = at.AddTicks(leftMicroseconds * TimeSpan.TicksPerMicrosecond);
        return resumed.ClosesAt == closesAt
            ? To(AuctionStatus.Open)
            : new Breach("public.closesAt", $"It should be {closesAt:O}.");
    }

    private Breach? FollowSealed(ISealedFact fact, DateTimeOffset at)
    {
        var breach = sealedBids.Apply(fact, at, status, closesAt, terms!);
        Bids = sealedBids.Count;
        return breach is null && fact is OpeningBegun ? To(AuctionStatus.Opening) : breach;
    }

    private Breach? Close(AuctionClosed closed, DateTimeOffset at)
    {
        var due = closesAt;
        if (IsSealed)
        {
            if (sealedBids.Close(status, terms!, ref due) is { } early) return early;
        }

        var isMet = Best is { } leader && (terms!.Reserve is not { } reserve || leader.Amount >= reserve);
        NoSaleCode? noSale = isMet ? null
            : IsSealed ? sealedBids.NoSale
            : Best is null ? NoSaleCode.NO_BIDS : NoSaleCode.RESERVE_NOT_MET;
        if (at < due) return new Breach("at", $"It is not due before {due:O}.");
        if (closed.ClosedAt != due) return new Breach("public.closedAt", $"It should be {due:O}.");
        if (closed.Outcome != (isMet ? AuctionOutcome.Sold : AuctionOutcome.NoSale))
            return new Breach("public.outcome", "The bids lead to another.");
        if (closed.NoSale != noSale) return new Breach("public.noSale", $"It should be {noSale}.");
        if (closed.Price != (isMet ? Best!.Value.Amount : null))
            return new Breach("public.price", $"It should be {Price}.");
        if (closed.Winner != (isMet ? Best!.Value.Bidder : null))
            return new Breach("public.winner", $"It should be {Best?.Bidder}.");
        int? enrolment = isMet ? admissions.EnrolmentOf(Best!.Value.Bidder) : null;
        if (closed.WinnerEnrolment != enrolment)
            return new Breach("public.winnerEnrolment", $"It should be {enrolment}.");
        var rank = isMet ? admissions.RankOf(Best!.Value.Bidder) : 0;
        if (closed.WinnerRank != rank) return new Breach("public.winnerRank", $"It should be {rank}.");
        if (closed.Bids != Bids) return new Breach("public.bids", $"It should be {Bids}.");
        if (closed.Extensions != Extensions) return new Breach("public.extensions", $"It should be {Extensions}.");
        (Result, resultDue) = (closed, null);
        return To(AuctionStatus.Closed);
    }
}
