using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Follows the price of a public file, act by act. Of open bids and matches everything follows. Of an automatic bid it
/// follows that it beats what stood against it, by no more than the step table (or the reserve) asks, and whose it may
/// be; what the maxima lead to exactly, and that one was there at all, once they are disclosed. Only the leader's
/// maximum is above the price: who is beaten has used his up.
/// </summary>
internal sealed class PriceReplay(Admissions admissions)
{
    /// <summary>Up to what the leader goes, at least the price; null where a digest stands for it.</summary>
    private Money? leading;

    public (int Bidder, Money Amount)? Best { get; private set; }

    /// <summary>Acts whose maximum the file keeps as a digest.</summary>
    public long Undisclosed { get; private set; }

    /// <summary>The price of a clock, as it was taken.</summary>
    public void Take(int bidder, Money amount) => Best = (bidder, amount);

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
        breach ??= act is ProxySet proxy ? Exactly(proxy, terms) : Exactly(act, terms);
        if (breach is not null) return breach;
        leading = After(act);
        Best = act.Answer is { Leads: true } led ? (led.Bidder, led.Amount) : (act.Bidder, act.Amount);
        if (act is ProxySet { Maximum: null }) Undisclosed++;
        var next = terms.Beating(Best.Value.Amount);
        return act.NextMinimum == next ? null : new Breach("public.nextMinimum", $"It should be {next}.");
    }

    /// <summary>A leader's own maximum changed and the price did not; null when it may.</summary>
    public Breach? Change(ProxyChanged changed, AuctionTerms terms)
    {
        if (changed.Bidder is not { } bidder)
        {
            leading = null;
            return null;
        }

        if (Best is not { } best || best.Bidder != bidder)
            return new Breach("secret.bidder", "Only who leads changes his maximum so.");
        var maximum = changed.Maximum ?? best.Amount;
        if (maximum < best.Amount) return new Breach("secret.maximum", "The price is above it.");
        if (ProxyRules.WithReserve(terms, maximum, best.Amount) > best.Amount)
            return new Breach("secret.maximum", "It reaches the reserve, so it must bid it.");
        leading = maximum;
        return null;
    }

    /// <summary>The leader's answer to an open bid or a match, where it is known up to what he goes.</summary>
    private Breach? Exactly(IMovesPrice act, AuctionTerms terms)
    {
        if (Best is not { } best || best.Bidder == act.Bidder || leading is not { } most) return null;
        var answer = most > best.Amount
            ? ProxyRules.Answer(terms, Offered(best.Bidder, most), Offered(act.Bidder, act.Amount))
            : null;
        return act.Answer == answer ? null : Wrong(answer);
    }

    /// <summary>What a maximum reaches and the leader's answer, as far as the two maxima are known.</summary>
    private Breach? Exactly(ProxySet set, AuctionTerms terms)
    {
        if (Best is not { } best)
        {
            return set.Maximum is { } first && ProxyRules.First(terms, first) is var begun && set.Amount != begun
                ? new Breach("public.amount", $"It should be {begun}.")
                : null;
        }

        if (best.Bidder == set.Bidder) return null;
        var isHeld = set.Answer is { Leads: true };
        if (leading is { } most)
        {
            var answer = isHeld
                ? ProxyRules.Answer(terms, Offered(best.Bidder, most), Offered(set.Bidder, set.Amount))
                : most > best.Amount ? new BidAnswer(best.Bidder, most, false) : null;
            if (set.Answer != answer) return Wrong(answer);
        }

        if (isHeld || set.Maximum is not { } maximum) return null;
        var beaten = Offered(best.Bidder, set.Answer?.Amount ?? best.Amount);
        var (reached, _) = ProxyRules.Meet(terms, best.Amount, beaten, Offered(set.Bidder, maximum));
        return set.Amount == reached ? null : new Breach("public.amount", $"It should be {reached}.");
    }

    private static Breach Wrong(BidAnswer? answer) => new(
        "public.answer", answer is null ? "There should be none." : $"It should be {answer.Amount}.");

    /// <summary>Up to what goes who leads after the act.</summary>
    private Money? After(IMovesPrice act) => act switch
    {
        { Answer.Leads: true } => leading,
        ProxySet set => set.Maximum,
        _ when Best?.Bidder == act.Bidder => leading > act.Amount || leading is null ? leading : act.Amount,
        _ => act.Amount,
    };

    private Offer Offered(int bidder, Money maximum) => new(bidder, maximum, admissions.RankOf(bidder));

    private Money Least(AuctionTerms terms) => Best is { } best ? terms.Beating(best.Amount) : terms.StartPrice;

    private Breach? Open(BidPlaced bid, AuctionTerms terms) => bid.Amount < Least(terms)
        ? new Breach("public.amount", $"It should be at least {Least(terms)}.")
        : bid.Answer is null ? null : Answer(bid.Answer, bid, terms);

    private Breach? Match(PriceMatched match, AuctionTerms terms)
    {
        if (!terms.HasPreemption) return new Breach("type", "The auction has no pre-emption rights.");
        if (Best is not { } best || match.Amount != best.Amount)
            return new Breach("public.amount", $"It should be {Best?.Amount}.");
        if (!admissions.Outranks(match.Bidder, best.Bidder))
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
        : act.Amount == answer.Amount && admissions.Outranks(act.Bidder, answer.Bidder)
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
        (amount > second || (amount == second && admissions.Outranks(bidder, other)))
        && (amount <= terms.Beating(second) || amount == terms.Reserve);
}
