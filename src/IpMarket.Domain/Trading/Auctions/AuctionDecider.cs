using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;
using Decision = IpMarket.Domain.Kernel.Outcome<
    System.Collections.Generic.IReadOnlyList<IpMarket.Domain.Kernel.IEvent>>;

namespace IpMarket.Domain.Trading.Auctions;

/// <summary>The rules of an auction. Pure: state, command and moment in, events or a refusal out.</summary>
public static partial class AuctionDecider
{
    /// <summary>Stores the opening or the close that is due, by its own instant, not by when it was noticed.</summary>
    public static Decision Decide(Auction auction, TakeTurn turn, Moment moment)
    {
        if (auction.Status == AuctionStatus.None) return No(auction, AuctionRefusal.UnknownAuction);
        if (!auction.IsDueAt(moment.At) || auction.NextTurn != turn.Due) return No(auction, AuctionRefusal.NotDue);
        if (auction.Status == AuctionStatus.Announced)
        {
            var opened = new AuctionOpened(auction.Terms!.OpensAt, auction.ClosesAt);
            return turn.Halt is { } stop ? Decided.As(opened, Halted(auction, stop.Zh, moment.At)) : Decided.As(opened);
        }

        if (auction.Status == AuctionStatus.Opening) return SealedDecider.End(auction);
        if (turn.Halt is { } halt) return Decided.As(Halted(auction, halt.Zh, moment.At));
        return turn.Outage is { } gap && MeetsLastWindow(auction, gap)
            ? Decided.As(
                new AuctionSuspended(SuspensionCause.Outage, "outage", 0, gap),
                new AuctionResumed("outage", moment.At + auction.Terms!.LastWindow))
            : auction.Terms!.IsSealed ? SealedDecider.Begin(auction, moment.At)
            : Decided.As(Close(auction));
    }

    public static Decision Decide(Auction auction, SuspendAuction suspend, Moment moment)
    {
        if (Unsettled(auction, moment.At) is { } unsettled) return unsettled;
        if (auction.Status != AuctionStatus.Open) return WrongStatus(auction);
        if (!IsOfficer(suspend.Duty, moment)) return No(auction, AuctionRefusal.NotAnOfficer);
        if (!IsReason(suspend.Reason)) return NoReason(auction);
        var left = auction.ClosesAt - moment.At;
        return Decided.As(new AuctionSuspended(
            SuspensionCause.Officer, suspend.Reason, left.Ticks / TimeSpan.TicksPerMicrosecond, null));
    }

    public static Decision Decide(Auction auction, HaltAuction halt, Moment moment)
    {
        if (Unsettled(auction, moment.At) is { } unsettled) return unsettled;
        return auction.Status == AuctionStatus.Open
            ? Decided.As(Halted(auction, halt.Reason, moment.At))
            : WrongStatus(auction);
    }

    public static Decision Decide(Auction auction, ResumeAuction resume, Moment moment)
    {
        if (Unsettled(auction, moment.At) is { } unsettled) return unsettled;
        if (auction.Status != AuctionStatus.Suspended) return WrongStatus(auction);
        if (!IsOfficer(resume.Duty, moment)) return No(auction, AuctionRefusal.NotAnOfficer);
        if (!IsReason(resume.Reason)) return NoReason(auction);
        if (resume.Halt is { } halt) return Explained(auction, halt);
        var left = TimeSpan.FromTicks(auction.Suspension!.LeftMicroseconds * TimeSpan.TicksPerMicrosecond);
        return Decided.As(new AuctionResumed(resume.Reason, moment.At + left));
    }

    /// <summary>An officer or the seller drops a draft; once announced, an officer who did not draft it.</summary>
    public static Decision Decide(Auction auction, CancelAuction cancel, Moment moment)
    {
        if (Unsettled(auction, moment.At) is { } unsettled) return unsettled;
        if (auction.Status is AuctionStatus.Closed or AuctionStatus.Cancelled) return WrongStatus(auction);
        var isDraft = auction.Status == AuctionStatus.Draft;
        if (!IsOfficer(cancel.Duty, moment) && !(isDraft && moment.Actor.Party == auction.Lot!.Seller))
            return No(auction, AuctionRefusal.NotAnOfficer);
        if (!isDraft && moment.Actor.User == auction.Steps[0].User) return No(auction, AuctionRefusal.SameHands);
        if (!IsReason(cancel.Reason)) return NoReason(auction);
        if (auction.Bids > 0) return No(auction, AuctionRefusal.HasBids);
        return Decided.As(new AuctionCancelled(cancel.Reason, auction.Status, auction.Lot!.Listing));
    }

    /// <summary>What is left of the time is given back; at the close nothing is.</summary>
    private static AuctionSuspended Halted(Auction auction, string reason, DateTimeOffset at)
    {
        var left = auction.ClosesAt > at ? auction.ClosesAt - at : TimeSpan.Zero;
        return new AuctionSuspended(
            SuspensionCause.LegalFact, reason, left.Ticks / TimeSpan.TicksPerMicrosecond, null);
    }

    internal static AuctionClosed Close(Auction auction)
    {
        var best = auction.Leader;
        NoSaleCode? noSale = best is null ? NoSaleCode.NO_BIDS
            : auction.IsReserveMet == false ? NoSaleCode.RESERVE_NOT_MET : null;
        var winner = noSale is null ? auction.EnrolmentOfBidder(best!.Bidder) : null;
        return new AuctionClosed(
            auction.ClosesAt,
            noSale is null ? AuctionOutcome.Sold : AuctionOutcome.NoSale,
            noSale,
            noSale is null ? best!.Amount : null,
            winner?.Bidder,
            winner?.Number,
            winner?.Party,
            auction.Bids,
            auction.Extensions,
            auction.Lot!,
            auction.Terms!.OpensAt)
        {
            WinnerRank = winner?.Bidder is { } code ? auction.RankOf(code) : 0,
        };
    }

    private static bool MeetsLastWindow(Auction auction, Silence gap) =>
        gap.From < auction.ClosesAt && gap.To > auction.ClosesAt - auction.Terms!.LastWindow;

    private static Refusal NotTakingBids(Auction auction, DateTimeOffset at) => auction.Status switch
    {
        AuctionStatus.None => No(auction, AuctionRefusal.UnknownAuction),
        AuctionStatus.Draft => WrongStatus(auction),
        _ when auction.IsDueAt(at) => TurnDue(auction),
        AuctionStatus.Announced => No(auction, AuctionRefusal.NotOpenYet, ("opensAt", auction.Terms!.OpensAt)),
        AuctionStatus.Suspended => No(auction, AuctionRefusal.Suspended, ("reason", auction.Suspension!.Reason)),
        AuctionStatus.Closed or AuctionStatus.Opening => No(auction, AuctionRefusal.AlreadyClosed),
        _ => No(auction, AuctionRefusal.AlreadyCancelled),
    };

    /// <summary>Unknown, or a turn is due that must be stored before anything else is decided.</summary>
    internal static Refusal? Unsettled(Auction auction, DateTimeOffset at) =>
        auction.Status == AuctionStatus.None ? No(auction, AuctionRefusal.UnknownAuction)
        : auction.IsDueAt(at) ? TurnDue(auction)
        : null;

    private static Refusal TurnDue(Auction auction) =>
        No(auction, AuctionRefusal.TurnDue, ("due", auction.NextTurn!.Value));

    internal static Refusal WrongStatus(Auction auction) =>
        No(auction, AuctionRefusal.WrongStatus, ("status", auction.Status));

    private static bool IsOfficer(DutyHolder? duty, Moment moment) => duty is not null
        && (duty.Is(CentreRole.Handler, moment.At)
            || duty.Is(CentreRole.Reviewer, moment.At)
            || duty.Is(CentreRole.Approver, moment.At));

    private static bool IsReason(string? reason) =>
        !string.IsNullOrWhiteSpace(reason) && reason.Length <= Limits.TextCharsMax;

    private static Refusal NoReason(Auction auction) =>
        No(auction, AuctionRefusal.ReasonMissing, ("max", Limits.TextCharsMax));

    internal static Refusal No<TCode>(
        Auction auction, TCode code, params ReadOnlySpan<(string Name, Told Value)> figures)
        where TCode : struct, Enum
    {
        if (auction.Status == AuctionStatus.None) return Refusal.Of(code, figures);
        return Refusal.Of(
            code,
            [
                .. figures,
                ("nextMinimum", auction.NextMinimum),
                ("closesAt", auction.ClosesAt),
                ("version", auction.Version),
            ]);
    }

    /// <summary>A refusal of another rule, with the figures every refusal of an auction carries.</summary>
    internal static Refusal Explained(Auction auction, Refusal refusal) => refusal with
    {
        Figures = refusal.Figures
            .SetItem("nextMinimum", auction.NextMinimum)
            .SetItem("closesAt", auction.ClosesAt)
            .SetItem("version", auction.Version),
    };
}
