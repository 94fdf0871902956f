using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>A falling price as naively as it can be said: ticked second by second, lowered when an interval is full.</summary>
internal sealed class NaiveClock(AuctionTerms terms)
{
    private readonly long floor = terms.Reserve!.Value.Fen;
    private int stood;
    private bool isStopped;

    public long Price { get; private set; } = terms.StartPrice.Fen;

    public bool IsOver { get; private set; }

    public int Winner { get; private set; }

    public long Paid { get; private set; }

    public void Tick()
    {
        if (isStopped || IsOver || ++stood < terms.Clock!.IntervalSeconds) return;
        stood = 0;
        if (Price == floor) IsOver = true;
        else Price = Math.Max(floor, Price - Step());
    }

    public bool Take(int who, long price)
    {
        if (isStopped || IsOver || price != Price) return false;
        (IsOver, Winner, Paid) = (true, who, price);
        return true;
    }

    public bool Stop()
    {
        if (isStopped || IsOver) return false;
        isStopped = true;
        return true;
    }

    public bool Go()
    {
        if (!isStopped) return false;
        isStopped = false;
        return true;
    }

    /// <summary>A share of the price, rounded up to a whole fen and then to whole units.</summary>
    private long Step()
    {
        if (terms.StepTable is not { Kind: StepKind.Percent } table) return terms.Step.Fen;
        long share = 1;
        while (share * 1_000 < Price * table.Permille) share++;
        while (share % table.RoundTo!.Value.Fen != 0) share++;
        return share;
    }
}
