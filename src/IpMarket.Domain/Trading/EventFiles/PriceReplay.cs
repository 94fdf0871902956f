using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Follows the price of a public file, act by act. Of open bids and matches everything follows. Of an automatic bid it
/// follows that it beats what stood against it, by no more than the step table (or the reserve) asks, and whose it may
/// be; that a price short of the whole step is its bidder's maximum, and that a maximum was there at all, only once
/// the record's secret is disclosed.
/// </summary>
internal sealed class PriceReplay
{
    private readonly Dictionary<int, int> ranks = [];

    public (int Bidder, Money Amount)? Best { get; private set; }

    /// <summary>Acts whose maximum the file keeps as a digest.</summary>
    public long Undisclosed { get; private set; }

    public void Rank(int bidder, int rank) => ranks[bidder] = rank;

    /// <summary>Applies one act; null when it follows.</summary>
    public Breach? Apply(IMovesPrice act, AuctionTerms terms)
    {
        var breach = act switch
        {
            _ when act.Answer is { } answer && NotByLeader(act, answer, terms) is { } no => no,
            BidPlaced bid => Open(bid, terms),
            PriceMatched match => Match(match, terms),
            ProxySet set => Proxy(set, terms),
            _ => new Breach("type", "It is no bid."),
        };
        if (breach is not null) return breach;
        Best = act.Answer is { Leads: true } led ? (led.Bidder, led.Amount) : (act.Bidder, act.Amount);
        if (act is ProxySet { Maximum: null }) Undisclosed++;
        var next = terms.Beating(Best.Value.Amount);
        return act.NextMinimum == next ? null : new Breach("public.nextMinimum", $"It should be {next}.");
    }

    private Money Least(AuctionTerms terms) => Best is { } best ? terms.Beating(best.Amount) : terms.StartPrice;

    private Breach? Open(BidPlaced bid, AuctionTerms terms) => bid.Amount < Least(terms)
        ? new Breach("public.amount", $"It should be at least {Least(terms)}.")
        : bid.Answer is null ? null : Answer(bid.Answer, bid, terms);

    private Breach? Match(PriceMatched match, AuctionTerms terms)
    {
        if (!terms.HasPreemption) return new Breach("type", "The auction has no pre-emption rights.");
        if (Best is not { } best || match.Amount != best.Amount)
            return new Breach("public.amount", $"It should be {Best?.Amount}.");
        if (!Outranks(match.Bidder, best.Bidder))
            return new Breach("public.bidder", $"Its rank is not better than that of 竞买人 {best.Bidder}.");
        return match.Answer is null ? null : Answer(match.Answer, match, terms);
    }

    private Breach? Proxy(ProxySet set, AuctionTerms terms)
    {
        if (!terms.TakesProxies) return new Breach("type", "The auction takes no automatic bids.");
        if (set.Maximum < set.Amount) return new Breach("secret.maximum", "The price is above it.");
        if (set.Answer is { Leads: true } holds)
        {
            if (set.Amount < Least(terms)) return new Breach("public.amount", $"It should be at least {Least(terms)}.");
            return set.Maximum is { } all && all != set.Amount
                ? new Breach("secret.maximum", "It was not used up.")
                : Answer(holds, set, terms);
        }

        if (Best?.Bidder == set.Bidder)
        {
            return set.Amount == terms.Reserve && set.Amount > Best.Value.Amount
                ? null
                : new Breach("public.amount", "A leader's own maximum moves the price to the reserve only.");
        }

        if (set.Answer is null)
        {
            return set.Amount == Least(terms) || (set.Amount == terms.Reserve && set.Amount > Least(terms))
                ? null
                : new Breach("public.amount", $"It should be {Least(terms)}.");
        }

        if (set.Answer.Amount <= Best!.Value.Amount) return new Breach("public.answer", "It answers nothing.");
        var why = Beats(set.Bidder, set.Amount, set.Answer.Bidder, set.Answer.Amount, terms)
            ? null
            : new Breach("public.amount", $"It does not follow from {set.Answer.Amount}.");
        var isShort = set.Amount < terms.Beating(set.Answer.Amount);
        return why ?? (isShort && set.Maximum is { } whole && whole != set.Amount
            ? new Breach("secret.maximum", "The price stops short of it.")
            : null);
    }

    /// <summary>A leading answer.</summary>
    private Breach? Answer(BidAnswer answer, IMovesPrice act, AuctionTerms terms) =>
        !answer.Leads ? new Breach("public.answer", "A bid that leads is not answered.")
        : act.Amount == answer.Amount && Outranks(act.Bidder, answer.Bidder)
            ? new Breach("public.answer", "The better rank leads.")
        : act.Amount == answer.Amount || Beats(answer.Bidder, answer.Amount, act.Bidder, act.Amount, terms) ? null
        : new Breach("public.answer", $"It does not follow from {act.Amount}.");

    private Breach? NotByLeader(IMovesPrice act, BidAnswer answer, AuctionTerms terms) =>
        !terms.TakesProxies ? new Breach("public.answer", "The auction takes no automatic bids.")
        : Best is not { } best || best.Bidder != answer.Bidder || act.Bidder == answer.Bidder
            ? new Breach("public.answer", "Only who led before answers.")
        : null;

    /// <summary>Above the second, or equal by rank; beyond a whole step only up to the reserve.</summary>
    private bool Beats(int bidder, Money amount, int other, Money second, AuctionTerms terms) =>
        (amount > second || (amount == second && Outranks(bidder, other)))
        && (amount <= terms.Beating(second) || amount == terms.Reserve);

    private bool Outranks(int bidder, int other)
    {
        var (rank, against) = (ranks.GetValueOrDefault(bidder), ranks.GetValueOrDefault(other));
        return rank > 0 && (against == 0 || rank < against);
    }
}
