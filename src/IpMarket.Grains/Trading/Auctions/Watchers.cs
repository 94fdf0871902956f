using IpMarket.Domain.Kernel;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>The hosts that show a room, each until its lease ends. Telling them is never waited for.</summary>
internal sealed class Watchers(TimeProvider time)
{
    private readonly Dictionary<IAuctionWatcher, long> renewed = [];

    public bool IsEmpty => renewed.Count == 0;

    public void Renew(IAuctionWatcher watcher) => renewed[watcher] = time.GetTimestamp();

    public void Tell(RoomUpdate update)
    {
        List<IAuctionWatcher>? gone = null;
        foreach (var (watcher, since) in renewed)
        {
            if (time.GetElapsedTime(since).TotalSeconds > Limits.WatchLeaseSeconds) (gone ??= []).Add(watcher);
            else watcher.Moved(update).Ignore();
        }

        foreach (var watcher in gone ?? []) renewed.Remove(watcher);
    }
}
