using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Trading.Auctions;

namespace IpMarket.Server.Live;

/// <summary>What a hub call answers when it is refused; an accepted one answers what HTTP does.</summary>
public sealed record HubRefusal(Problem Problem)
{
    public bool Accepted => false;
}

/// <summary>The room just entered, as HTTP shows it.</summary>
public sealed record JoinedRoom : AuctionRoom
{
    public JoinedRoom(AuctionRoom room)
        : base(room)
    {
    }

    public bool Accepted => true;
}

/// <summary>The room is no longer shown on this line.</summary>
public sealed record LeftRoom(string Auction)
{
    public bool Accepted => true;
}

/// <summary>An auction of a shown room has ended.</summary>
/// <param name="Version">Of the stream, as in <see cref="RoomUpdate"/>.</param>
/// <param name="Winner">A bidder code.</param>
public sealed record RoomClosed(
    string Auction,
    long Version,
    DateTimeOffset ClosedAt,
    AuctionOutcome Outcome,
    NoSaleCode? NoSale,
    Money? Price,
    int? Winner,
    long BidCount,
    int Extensions)
{
    public static RoomClosed Of(string auction, long version, RoomResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new RoomClosed(
            auction,
            version,
            result.ClosedAt,
            result.Outcome,
            result.NoSale,
            result.Price,
            result.Winner,
            result.BidCount,
            result.Extensions);
    }
}

/// <summary>What the server sends into a room. Nothing is promised to arrive: a gap is asked for over HTTP.</summary>
public interface IRoomClient
{
    /// <summary>What changed since the update's <c>FromVersion</c>.</summary>
    Task Moved(RoomUpdate update);

    Task Closed(RoomClosed result);
}
