using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Grains.Trading.Auctions;

namespace IpMarket.Server.Live;

/// <summary>
/// A room this host shows: which lines see it, up to which version they were told, and what waits to be told. Updates
/// may come late, twice or in any order; what is told never has a hole.
/// </summary>
internal sealed class ShownRoom(string auction)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);
    private readonly List<RoomUpdate> waiting = [];
    private long? told;
    private bool isFlushing;
    private bool isClosed;

    public string Auction => auction;

    /// <summary>Up to here the room was told everything.</summary>
    public long Told
    {
        get
        {
            lock (gate) return told ?? 0;
        }
    }

    public bool IsBegun
    {
        get
        {
            lock (gate) return told is not null;
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (gate) return lines.Count == 0;
        }
    }

    public void Add(string line)
    {
        lock (gate) lines.Add(line);
    }

    public void Remove(string line)
    {
        lock (gate) lines.Remove(line);
    }

    /// <summary>Takes a snapshot. The first one is where telling begins. True when somebody must flush.</summary>
    public bool Take(RoomSnapshot snapshot)
    {
        lock (gate)
        {
            if (told is null)
            {
                told = snapshot.Position.Version;
                isClosed = snapshot.Position.Result is not null;
                return false;
            }

            return snapshot.Position.Version > told
                && Wait(new RoomUpdate(auction, told.Value, snapshot.Now, snapshot.Position, snapshot.Bids));
        }
    }

    /// <summary>Takes what the auction told. True when somebody must flush.</summary>
    public bool Take(RoomUpdate update)
    {
        lock (gate) return told is not null && update.Position.Version > told && Wait(update);
    }

    /// <summary>
    /// Joins what waits into one message, as far as it follows without a hole; null when nothing does. What waits
    /// behind a hole is dropped: a snapshot must be asked for and holds it.
    /// </summary>
    public RoomUpdate? Join(out bool hasHole, out bool hasClosed)
    {
        lock (gate)
        {
            hasHole = hasClosed = false;
            RoomUpdate? joined = null;
            foreach (var update in waiting.OrderBy(update => update.FromVersion))
            {
                var at = joined?.Position.Version ?? told!.Value;
                if (update.Position.Version <= at) continue;
                hasHole = update.FromVersion > at;
                if (hasHole) break;
                IEnumerable<RoomBid> news = update.Bids.Where(bid => bid.Version > at);
                joined = update with
                {
                    FromVersion = joined?.FromVersion ?? at, Bids = [.. joined?.Bids ?? [], .. news],
                };
            }

            waiting.Clear();
            if (joined is null) return null;
            told = joined.Position.Version;
            hasClosed = !isClosed && joined.Position.Result is not null;
            isClosed |= hasClosed;
            return joined;
        }
    }

    /// <summary>True when nothing came while it was told: the flush is over.</summary>
    public bool TryEndFlush()
    {
        lock (gate)
        {
            isFlushing = waiting.Count > 0;
            return !isFlushing;
        }
    }

    private bool Wait(RoomUpdate update)
    {
        waiting.Add(update);
        var isFirst = !isFlushing;
        isFlushing = true;
        return isFirst;
    }
}
