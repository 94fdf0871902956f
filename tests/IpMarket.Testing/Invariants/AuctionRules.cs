using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Testing.Invariants;

/// <summary>
/// One auction's own records, apart from the code that wrote them. I3: accepted amounts rise by at least the step, and
/// time order is version order. I4: the winner is the highest valid bid, the earliest on ties; one result. I5: no bid at
/// or after the end as the journal holds it; each extension follows from a bid in the window.
/// </summary>
internal sealed class AuctionRules(string stream)
{
    private readonly List<Violation> violations = [];
    private AuctionTerms? terms;
    private DateTimeOffset? closesAt;
    private Recorded? before;
    private (int Bidder, Money Amount)? best;
    private readonly Dictionary<int, int> ranks = [];
    private readonly Dictionary<int, long> sealedBids = [];
    private readonly List<(int Bidder, Money Amount)> opened = [];
    private bool isSuspended;
    private long resultVersion;

    public IReadOnlyList<Violation> Check(IEnumerable<Recorded> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.At < before?.At) Add(fact, "I3", $"is of {fact.At:O}, before its predecessor's {before.At:O}");
            Follow(fact);
            before = fact;
        }

        return violations;
    }

    private void Follow(Recorded fact)
    {
        switch (fact.Event)
        {
            case AuctionAnnounced announced:
                terms = announced.Terms;
                break;
            case AuctionOpened opened:
                closesAt = opened.ClosesAt;
                break;
            case AuctionSuspended:
                isSuspended = true;
                break;
            case AuctionResumed resumed:
                (isSuspended, closesAt) = (false, resumed.ClosesAt);
                break;
            case IMovesPrice bid:
                Bid(fact, bid);
                break;
            case BidderAdmitted admitted:
                ranks[admitted.Bidder] = admitted.Rank;
                break;
            case PreemptionRecorded { Bidder: { } holder } right:
                if (closesAt is not null) Add(fact, "I4", "gives a bidder a rank after the opening");
                ranks[holder] = right.Rank;
                break;
            case AuctionExtended extended:
                Extension(fact, extended);
                break;
            case BidSealed bid:
                if (fact.At >= closesAt || isSuspended || resultVersion > 0) Add(fact, "I5", "is sealed outside the time");
                sealedBids[bid.Bidder] = fact.Version;
                break;
            case SealedBidOpened { Amount: { } amount, Void: null } bid:
                opened.Add((bid.Bidder, amount));
                break;
            case AuctionClosed closed when terms is { IsSealed: true }:
                CloseSealed(fact, closed);
                break;
            case AuctionClosed closed:
                Close(fact, closed);
                break;
        }
    }

    private void Bid(Recorded fact, IMovesPrice bid)
    {
        if (resultVersion > 0) Add(fact, "I5", $"is a bid after the result at version {resultVersion}");
        if (isSuspended) Add(fact, "I5", "is a bid while bidding is suspended");
        if (terms is null || closesAt is not { } end)
        {
            Add(fact, "I5", "is a bid before the auction opened");
        }
        else
        {
            if (fact.At >= end) Add(fact, "I5", $"is a bid of {fact.At:O}; the end is {end:O}");
            if (terms.Protocol == BiddingProtocol.Dutch || bid.Kind == BidKind.Take)
            {
                Take(fact, bid, end);
                return;
            }

            Price(fact, bid);
            if (bid.ClosesAt != EndAfter(fact.At, end))
                Add(fact, "I5", $"leaves the end at {bid.ClosesAt:O}");
        }

        // The first of equal amounts stays the best, but for a better rank.
        var leads = bid.Answer is { } answer && answer.Leads ? (answer.Bidder, answer.Amount) : (bid.Bidder, bid.Amount);
        if (best is not { } highest || leads.Amount > highest.Amount || bid.Kind == BidKind.Match
            || (leads.Amount == highest.Amount && Outranks(leads.Bidder, highest.Bidder))) best = leads;
    }

    /// <summary>I3 of a price taken: the clock's at that instant, or the buy-now price; the end is that instant.</summary>
    private void Take(Recorded fact, IMovesPrice bid, DateTimeOffset end)
    {
        var (price, left) = (terms!.BuyNow ?? terms.StartPrice, (end - fact.At).Ticks);
        var interval = TimeSpan.FromSeconds(terms.Clock?.IntervalSeconds ?? 0).Ticks;
        var lowersAt = (terms.ClosesAt - terms.OpensAt).Ticks - interval;
        for (; interval > 0 && left <= lowersAt; lowersAt -= interval)
        {
            var lower = price - (terms.StepTable?.At(price) ?? terms.Step);
            price = lower > terms.Reserve!.Value ? lower : terms.Reserve.Value;
        }

        if (bid.Kind != BidKind.Take || best is not null) Add(fact, "I4", "is no first taking of a price");
        if (bid.Amount != price) Add(fact, "I3", $"takes {bid.Amount.Fen} fen; {price.Fen} was shown");
        (best, closesAt) = ((bid.Bidder, bid.Amount), fact.At);
    }

    /// <summary>I3 where maxima and pre-emption rights take part: nobody passes the leader with less than he must.</summary>
    private void Price(Recorded fact, IMovesPrice bid)
    {
        var least = best is { } leader ? terms!.Beating(leader.Amount) : terms!.StartPrice;
        var isOwn = bid.Kind == BidKind.Proxy && best?.Bidder == bid.Bidder;
        if (bid.Kind == BidKind.Match)
        {
            if (best?.Amount != bid.Amount) Add(fact, "I3", $"matches {bid.Amount.Fen} fen, not the price");
            if (best is { } passed && !Outranks(bid.Bidder, passed.Bidder)) Add(fact, "I4", "matches without the rank");
        }
        else if (isOwn)
        {
            if (bid.Amount != terms.Reserve) Add(fact, "I3", "moves the price by its leader's own maximum");
        }
        else if (bid.Amount < least && !IsTie(bid))
        {
            Add(fact, "I3", $"holds {bid.Amount.Fen} fen; the least was {least.Fen}");
        }

        if (bid.Answer is not { } answer) return;
        if (answer.Bidder != best?.Bidder) Add(fact, "I4", $"is answered by {answer.Bidder}, who did not lead");
        if (answer.Leads != (answer.Amount > bid.Amount || (answer.Amount == bid.Amount && !IsTie(bid))))
            Add(fact, "I4", $"says of the answer that it leads: {answer.Leads}");
        var (low, high) = answer.Leads ? (bid.Amount, answer.Amount) : (answer.Amount, bid.Amount);
        if (bid.Kind != BidKind.Open || answer.Leads)
        {
            if (high > terms.Beating(low) && high != terms.Reserve)
                Add(fact, "I3", $"puts {high.Fen} fen over {low.Fen}");
        }
    }

    /// <summary>Its bidder goes before the answerer at the same amount.</summary>
    private bool IsTie(IMovesPrice bid) =>
        bid.Answer is { } answer && answer.Amount == bid.Amount && Outranks(bid.Bidder, answer.Bidder);

    private bool Outranks(int bidder, int other)
    {
        var (rank, against) = (ranks.GetValueOrDefault(bidder), ranks.GetValueOrDefault(other));
        return rank > 0 && (against == 0 || rank < against);
    }

    private void Extension(Recorded fact, AuctionExtended extended)
    {
        var follows = before is { Event: IMovesPrice } && before.CommandId == fact.CommandId;
        if (!follows) Add(fact, "I5", "is an extension without its bid");
        else if (closesAt is not { } end || EndAfter(before!.At, end) <= end)
            Add(fact, "I5", "extends for a bid outside the window");
        else if (extended.To != EndAfter(before.At, end)) Add(fact, "I5", $"extends to {extended.To:O}");
        closesAt = extended.To;
    }

    private void Close(Recorded fact, AuctionClosed closed)
    {
        if (resultVersion > 0) Add(fact, "I4", $"is a second result; the first is version {resultVersion}");
        resultVersion = fact.Version;
        var isSold = best is { } leader && !(terms?.Reserve > leader.Amount);
        if (closed.Outcome != (isSold ? AuctionOutcome.Sold : AuctionOutcome.NoSale))
            Add(fact, "I4", $"says {closed.Outcome}");
        if (closed.Winner != (isSold ? best!.Value.Bidder : null)) Add(fact, "I4", $"says winner {closed.Winner}");
        if (closed.Price != (isSold ? best!.Value.Amount : null)) Add(fact, "I4", $"says price {closed.Price?.Fen}");
        if (isSold == (closed.NoSale is not null)) Add(fact, "I4", $"says no-sale code {closed.NoSale}");
        if (closed.ClosedAt != closesAt) Add(fact, "I5", $"closes at {closed.ClosedAt:O}; the end is {closesAt:O}");
    }

    /// <summary>I4 of sealed bids: the highest opened amount, of equal ones the one sealed first.</summary>
    private void CloseSealed(Recorded fact, AuctionClosed closed)
    {
        if (resultVersion > 0) Add(fact, "I4", $"is a second result; the first is version {resultVersion}");
        resultVersion = fact.Version;
        (int Bidder, Money Amount)? first = null;
        foreach (var bid in opened)
        {
            if (first is not { } held || bid.Amount > held.Amount
                || (bid.Amount == held.Amount && sealedBids[bid.Bidder] < sealedBids[held.Bidder])) first = bid;
        }

        var least = terms!.Reserve > terms.StartPrice ? terms.Reserve.Value : terms.StartPrice;
        var isSold = first?.Amount >= least;
        var others = opened.Where(bid => bid.Bidder != first?.Bidder).Select(bid => bid.Amount).Append(least);
        Money? price = !isSold ? null : terms.Protocol == BiddingProtocol.Vickrey ? others.Max() : first!.Value.Amount;
        if (closed.Winner != (isSold ? first!.Value.Bidder : null)) Add(fact, "I4", $"says winner {closed.Winner}");
        if (closed.Price != price) Add(fact, "I4", $"says price {closed.Price?.Fen}");
        if (closed.ClosedAt < closesAt) Add(fact, "I5", $"closes at {closed.ClosedAt:O}; the end is {closesAt:O}");
    }

    private DateTimeOffset EndAfter(DateTimeOffset bid, DateTimeOffset end)
    {
        if (terms!.SoftCloseKind != SoftCloseKind.EndPlusWindow) return Later(end, bid + terms.SoftClose);
        return terms.SoftCloseSeconds > 0 && end - bid <= terms.SoftClose ? end + terms.SoftClose : end;
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private void Add(Recorded fact, string invariant, string what) =>
        violations.Add(new Violation(invariant, stream, fact.Version, what));
}
