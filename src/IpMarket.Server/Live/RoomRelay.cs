using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Trading.Auctions;
using Microsoft.AspNetCore.SignalR;

namespace IpMarket.Server.Live;

/// <summary>
/// The one observer of this host: auctions tell it what became durable, it joins the changes of
/// <see cref="Limits.LiveBatchMs"/> into one message a room and sends that to the room's lines. Every
/// <see cref="Limits.WatchRenewSeconds"/> it asks each shown room for a snapshot, which renews its watch and fills what
/// was lost on the way.
/// </summary>
public sealed partial class RoomRelay(
    IGrainFactory grains, IHubContext<AuctionHub, IRoomClient> hub, TimeProvider time, ILogger<RoomRelay> log)
    : BackgroundService, IAuctionWatcher
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(Limits.LiveBatchMs);
    private readonly ConcurrentDictionary<string, ShownRoom> rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<string>> roomsOf = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private IAuctionWatcher? self;

    private IAuctionWatcher Self => LazyInitializer.EnsureInitialized(
        ref self, () => grains.CreateObjectReference<IAuctionWatcher>(this));

    /// <summary>Shows the room on a line, watched from before the answer; false when the line shows too many.</summary>
    public async Task<bool> Show(string auction, string line)
    {
        ShownRoom room;
        lock (gate)
        {
            var shown = roomsOf.GetOrAdd(line, static _ => new HashSet<string>(StringComparer.Ordinal));
            if (!shown.Contains(auction) && shown.Count >= Limits.RoomsPerConnectionMax) return false;
            shown.Add(auction);
            room = rooms.GetOrAdd(auction, static name => new ShownRoom(name));
            room.Add(line);
        }

        await hub.Groups.AddToGroupAsync(line, auction);
        if (!room.IsBegun) await Renew(room);
        return true;
    }

    public async Task Hide(string auction, string line)
    {
        lock (gate)
        {
            if (roomsOf.TryGetValue(line, out var shown)) shown.Remove(auction);
            Leave(auction, line);
        }

        await hub.Groups.RemoveFromGroupAsync(line, auction);
    }

    /// <summary>The line is gone; SignalR takes it out of its groups itself.</summary>
    public Task HideAll(string line)
    {
        lock (gate)
        {
            if (roomsOf.TryRemove(line, out var shown))
                foreach (var auction in shown) Leave(auction, line);
        }

        return Task.CompletedTask;
    }

    public Task Moved(RoomUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (rooms.TryGetValue(update.Auction, out var room) && room.Take(update)) _ = Flush(room);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Limits.WatchRenewSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Task.WhenAll(rooms.Values.Select(TryRenew));
    }

    private void Leave(string auction, string line)
    {
        if (!rooms.TryGetValue(auction, out var room)) return;
        room.Remove(line);
        if (room.IsEmpty) rooms.TryRemove(auction, out _);
    }

    /// <summary>Asks the auction to go on telling; what it shows beyond what was told is told.</summary>
    private async Task Renew(ShownRoom room)
    {
        var snapshot = await grains.GetGrain<IAuctionGrain>(room.Auction).Watch(Self, room.Told);
        if (room.Take(snapshot)) _ = Flush(room);
    }

    private async Task TryRenew(ShownRoom room)
    {
        try
        {
            await Renew(room);
        }
        catch (Exception error)
        {
            LogNotRenewed(error, room.Auction);
        }
    }

    /// <summary>Tells the room, message by message, until nothing waits. Never two at once for one room.</summary>
    private async Task Flush(ShownRoom room)
    {
        do
        {
            await Task.Delay(Batch, time);
            var message = room.Join(out var hasHole, out var hasClosed);
            if (message is not null) await Send(room, message, hasClosed);
            if (hasHole) await TryRenew(room);
        }
        while (!room.TryEndFlush());
    }

    private async Task Send(ShownRoom room, RoomUpdate message, bool hasClosed)
    {
        try
        {
            var lines = hub.Clients.Group(room.Auction);
            await lines.Moved(message);
            if (hasClosed)
                await lines.Closed(RoomClosed.Of(room.Auction, message.Position.Version, message.Position.Result!));
        }
        catch (Exception error)
        {
            // Nothing is promised to arrive; whoever missed it sees the gap.
            LogNotSent(error, room.Auction);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Auction} could not be asked to go on telling; tried again")]
    private partial void LogNotRenewed(Exception error, string auction);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message to the room {Auction} was not sent")]
    private partial void LogNotSent(Exception error, string auction);
}
