using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Demo.Lots;

namespace IpMarket.Server.Demo;

/// <summary>
/// Keeps the demo going: two auctions at a time, ten minutes each; after each close the next lot is announced to open
/// within a minute. Starts nothing while nobody looks. What was done is read from the auctions themselves, so a restart
/// goes on where it stopped.
/// </summary>
public sealed class DemoMarket(
    IGrainFactory grains, DemoOffice office, DemoRobots robots, PageWatch pages, IMarketClock clock)
{
    /// <summary>Lots that stay at the desks, listed but not auctioned by the demo.</summary>
    private static readonly (int Lot, ListingState UpTo)[] AtTheDesks =
    [
        (0, ListingState.Draft), (1, ListingState.Submitted), (2, ListingState.Handled), (3, ListingState.Published),
        (4, ListingState.Published),
    ];

    private const int FirstAuctioned = 8;
    private static readonly TimeSpan SoonAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WithinAMinute = TimeSpan.FromSeconds(50);

    private readonly List<int> running = [];
    private readonly List<int> ended = [];
    private int next = -1;

    /// <summary>Lists the lots of the desks; the answer is how many.</summary>
    public async Task<int> FillDesks()
    {
        foreach (var (lot, upTo) in AtTheDesks) await office.List(DemoLot.Of(lot), upTo);
        return AtTheDesks.Length;
    }

    /// <summary>One step of everything; called about once a second.</summary>
    public async Task Tick()
    {
        if (next < 0) await Resume();
        // What fails in one lot keeps no other from going on.
        var faults = new List<Exception>();
        foreach (var number in running.ToList())
        {
            var lot = DemoLot.Of(number);
            var auction = office.AuctionOf(lot);
            if ((await Status(lot)) is AuctionStatus.Closed or AuctionStatus.Cancelled)
            {
                running.Remove(number);
                ended.Add(number);
                continue;
            }

            await Try(() => robots.Turn(lot, auction));
        }

        foreach (var number in ended.ToList())
        {
            var lot = DemoLot.Of(number);
            await Try(async () =>
            {
                if (await robots.Refund(lot, office.AuctionOf(lot))) ended.Remove(number);
            });
        }

        if (pages.IsAwake) await Try(Start);
        if (faults.Count > 0) throw new AggregateException(faults);

        async Task Try(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception fault)
            {
                faults.Add(fault);
            }
        }
    }

    private async Task Start()
    {
        while (running.Count < 2)
        {
            var opensIn = running.Count == 0 ? SoonAfter : WithinAMinute;
            // Announced before it is counted: a refusal is tried again at the next tick, with a later opening.
            await office.Announce(DemoLot.Of(next), clock.Now + (opensIn * clock.Speed));
            running.Add(next++);
        }
    }

    /// <summary>Finds the first lot that has no auction yet, and the last ones that may still run.</summary>
    private async Task Resume()
    {
        var (low, high) = (FirstAuctioned, FirstAuctioned);
        while (await Status(DemoLot.Of(high)) is not (AuctionStatus.None or AuctionStatus.Draft))
            (low, high) = (high, high + Math.Max(1, high - FirstAuctioned + 1));
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await Status(DemoLot.Of(middle)) is AuctionStatus.None or AuctionStatus.Draft) high = middle;
            else low = middle + 1;
        }

        next = low;
        for (var number = Math.Max(FirstAuctioned, next - 2); number < next; number++) running.Add(number);
    }

    private async Task<AuctionStatus> Status(DemoLot lot) =>
        (await grains.GetGrain<IAuctionGrain>(office.AuctionOf(lot)).Get()).State.Status;
}
