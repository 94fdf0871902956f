using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>An accepted bid as everyone in the room may see it.</summary>
/// <param name="Version">The stream's version of its record.</param>
[GenerateSerializer, Immutable, Alias("trading.room-bid/1")]
public sealed record RoomBid(
    [property: Id(0)] int Bidder,
    [property: Id(1)] Money Amount,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] long Version)
{
    [Id(4)]
    public BidKind Kind { get; init; }

    /// <summary>What the automatic bids of the one who led before made of it; null when they made nothing.</summary>
    [Id(5)]
    public BidAnswer? Answer { get; init; }

    public static RoomBid Of(IMovesPrice move, Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(move);
        ArgumentNullException.ThrowIfNull(recorded);
        return new RoomBid(move.Bidder, move.Amount, recorded.At, recorded.Version)
        {
            Kind = move.Kind, Answer = move.Answer,
        };
    }
}
