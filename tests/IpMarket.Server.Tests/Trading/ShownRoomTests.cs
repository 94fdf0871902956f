using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Live;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>What a room is told when updates come late, twice, in any order or not at all.</summary>
public sealed class ShownRoomTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private readonly ShownRoom room = new("auction:1");

    [Fact]
    public void Before_the_first_snapshot_nothing_is_taken()
    {
        Assert.False(room.Take(Update(0, 1)));
        Assert.False(room.Take(Snapshot(5)));
        Assert.Equal(5, room.Told);
        Assert.False(room.Take(Update(4, 5)));
    }

    [Fact]
    public void Updates_in_any_order_and_twice_become_one_message_without_a_hole()
    {
        room.Take(Snapshot(5));
        Assert.True(room.Take(Update(7, 8)));
        Assert.False(room.Take(Update(5, 7)));
        Assert.False(room.Take(Update(5, 7)));
        var message = room.Join(out var hasHole, out _)!;
        Assert.False(hasHole);
        Assert.Equal((5L, 8L), (message.FromVersion, message.Position.Version));
        Assert.Equal([6L, 7, 8], message.Bids.Select(bid => bid.Version));
        Assert.True(room.TryEndFlush());
    }

    [Fact]
    public void What_stands_behind_a_hole_waits_for_a_snapshot()
    {
        room.Take(Snapshot(5));
        room.Take(Update(5, 6));
        room.Take(Update(7, 9));
        var message = room.Join(out var hasHole, out _)!;
        Assert.True(hasHole);
        Assert.Equal(6, message.Position.Version);
        Assert.False(room.Take(Snapshot(9)));
        Assert.False(room.TryEndFlush());
        var filled = room.Join(out hasHole, out _)!;
        Assert.False(hasHole);
        Assert.Equal((6L, 9L), (filled.FromVersion, filled.Position.Version));
        Assert.Equal([7L, 8, 9], filled.Bids.Select(bid => bid.Version));
    }

    [Fact]
    public void The_close_is_told_once_and_not_to_a_room_that_opened_after_it()
    {
        room.Take(Snapshot(5));
        room.Take(Update(5, 6, isClosed: true));
        room.Join(out _, out var hasClosed);
        Assert.True(hasClosed);
        room.Take(Update(6, 7, isClosed: true));
        room.Join(out _, out hasClosed);
        Assert.False(hasClosed);

        var late = new ShownRoom("auction:1");
        late.Take(Snapshot(6, isClosed: true));
        late.Take(Update(6, 7, isClosed: true));
        late.Join(out _, out hasClosed);
        Assert.False(hasClosed);
    }

    private static RoomSnapshot Snapshot(long version, bool isClosed = false) => new(
        "auction:1", At, Position(version, isClosed), null, null, null, null, [.. Bids(0, version)]);

    private static RoomUpdate Update(long from, long to, bool isClosed = false) =>
        new("auction:1", from, At, Position(to, isClosed), [.. Bids(from, to)]);

    private static IEnumerable<RoomBid> Bids(long from, long to)
    {
        for (var version = from + 1; version <= to; version++)
            yield return new RoomBid(1, Money.Cny(version), At, version);
    }

    private static RoomPosition Position(long version, bool isClosed) => new(
        version, AuctionStatus.Open, null, null, Money.Zero, At, 0, 0, 0, null, null,
        isClosed ? new RoomResult(At, AuctionOutcome.NoSale, NoSaleCode.NO_BIDS, null, null, 0, 0) : null);
}
