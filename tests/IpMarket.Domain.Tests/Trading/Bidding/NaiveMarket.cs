using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Domain.Tests.Trading.Bidding;

/// <summary>
/// The rules of maxima as naively as they can be said: the whole book of offers is kept, a clock rises fen by fen, who
/// has no more drops out, and whoever is left pays the first fen that beats the last who dropped by the step, or all he
/// has. At the same fen the better rank stays, then the earlier offer.
/// </summary>
internal sealed class NaiveMarket(AuctionTerms terms, params int[] ranks)
{
    private readonly Dictionary<int, (long Most, int Since)> book = [];
    private int acts;

    public long Price { get; private set; }

    public int Leader { get; private set; }

    private long Next => Leader == 0 ? terms.StartPrice.Fen : terms.Beating(Money.Cny(Price)).Fen;

    public bool Bid(int who, long amount)
    {
        if (amount < Next) return false;
        var hasMore = who == Leader && book[who].Most >= amount;
        if (!hasMore) book[who] = (amount, ++acts);
        var winner = who == Leader ? who : LastInTheRoom();
        if (winner == who) (Price, Leader) = (amount, who);
        else RaiseOver(amount, winner);
        return true;
    }

    public bool Set(int who, long maximum)
    {
        if (maximum < (who == Leader ? Price : Next)) return false;
        var isOwn = who == Leader;
        if (isOwn && book[who].Most == maximum) return false;
        book[who] = (maximum, isOwn ? book[who].Since : ++acts);
        if (isOwn) Reserve();
        else if (Leader == 0) (Price, Leader) = (terms.StartPrice.Fen, who);
        else
        {
            var winner = LastInTheRoom();
            RaiseOver(book.Where(offer => offer.Key != winner).Max(offer => offer.Value.Most), winner);
        }

        Reserve();
        return true;
    }

    public bool Match(int who)
    {
        if (Leader == 0 || who == Leader || !Outranks(who, Leader)) return false;
        book[who] = (Price, ++acts);
        var winner = LastInTheRoom();
        if (winner == who) Leader = who;
        else RaiseOver(Price, winner);
        return true;
    }

    private int LastInTheRoom()
    {
        var inside = book.Keys.ToList();
        for (var clock = Price; inside.Count > 1; clock++)
        {
            var left = inside.Where(who => book[who].Most >= clock).ToList();
            if (left.Count == 0)
            {
                return inside.Order(Comparer<int>.Create((one, other) =>
                    Outranks(one, other) ? -1 : Outranks(other, one) ? 1
                        : book[one].Since.CompareTo(book[other].Since))).First();
            }

            inside = left;
        }

        return inside[0];
    }

    private void RaiseOver(long second, int winner)
    {
        var beats = terms.Beating(Money.Cny(second)).Fen;
        var price = Math.Max(Price, second);
        while (price < beats && price < book[winner].Most) price++;
        (Price, Leader) = (price, winner);
        Reserve();
    }

    private void Reserve()
    {
        while (terms.Reserve is { } reserve && Price < reserve.Fen && book[Leader].Most >= reserve.Fen) Price++;
    }

    private bool Outranks(int who, int other) => Rank(who) > 0 && (Rank(other) == 0 || Rank(who) < Rank(other));

    private int Rank(int who) => who <= ranks.Length ? ranks[who - 1] : 0;
}
