using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;

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
            case BidPlaced bid:
                Bid(fact, bid);
                break;
            case AuctionExtended extended:
                Extension(fact, extended);
                break;
            case AuctionClosed closed:
                Close(fact, closed);
                break;
        }
    }

    private void Bid(Recorded fact, BidPlaced bid)
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
            var least = best is { } leader ? terms.Beating(leader.Amount) : terms.StartPrice;
            if (bid.Amount < least) Add(fact, "I3", $"holds {bid.Amount.Fen} fen; the least was {least.Fen}");
            if (bid.ClosesAt != Later(end, fact.At + terms.SoftClose))
                Add(fact, "I5", $"leaves the end at {bid.ClosesAt:O}");
        }

        // The first of equal amounts stays the best.
        if (best is not { } highest || bid.Amount > highest.Amount) best = (bid.Bidder, bid.Amount);
    }

    private void Extension(Recorded fact, AuctionExtended extended)
    {
        var follows = before is { Event: BidPlaced } && before.CommandId == fact.CommandId;
        if (!follows) Add(fact, "I5", "is an extension without its bid");
        else if (before!.At + terms!.SoftClose <= closesAt) Add(fact, "I5", "extends for a bid outside the window");
        else if (extended.To != before.At + terms.SoftClose) Add(fact, "I5", $"extends to {extended.To:O}");
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

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private void Add(Recorded fact, string invariant, string what) =>
        violations.Add(new Violation(invariant, stream, fact.Version, what));
}
