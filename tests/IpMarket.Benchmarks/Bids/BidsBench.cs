using IpMarket.Testing.Postgres;

namespace IpMarket.Benchmarks.Bids;

/// <summary>
/// Accepted durable bids a second, and how often that is the row-lock procedure's best of 1, 8 and 64 clients. Rounds
/// of all measurements take turns, so that a slower minute of the machine meets them alike; medians count.
/// </summary>
internal static class BidsBench
{
    private const int ManyAuctions = 64;
    private static readonly int[] Clients = [1, 8, 64];

    public static async Task<int> Run(BidsOptions options, Report report)
    {
        await report.Line(new
        {
            bench = "bids",
            cores = Environment.ProcessorCount,
            fdatasyncUs = Math.Round(Machine.FdatasyncMicroseconds(), 1),
        });
        await using var server = await PostgresServer.Start(durable: true);
        await using var baseline = await RowLockBaseline.Create(server);
        await using var stores = new Disposables<BidStore>();
        await using var paths = new Disposables<IBidPath>();
        foreach (var name in new[] { "postgres", "sqlite" })
        {
            foreach (var auctions in new[] { 1, ManyAuctions })
            {
                if (!options.Has(name, "grain")) continue;
                var store = stores.Add(await BidStore.Create(name, server));
                paths.Add(await GrainPath.Start(store, auctions, options.Callers));
            }

            if (!options.Has(name, "signalr")) continue;
            paths.Add(await SignalRPath.Start(stores.Add(await BidStore.Create(name, server)), options.Connections));
        }

        var baselines = new Samples();
        var measured = new Samples();
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var clients in Clients)
            {
                foreach (var auctions in new[] { 1, ManyAuctions })
                {
                    baselines.Add(
                        (auctions, clients), await baseline.Bids(clients, auctions, options.Round),
                        $"round {round}: row lock, {auctions} auctions, {clients} clients");
                }
            }

            baselines.Add((0, 1), await baseline.BatchedRows(options.Round), $"round {round}: 128 rows a statement");
            foreach (var path in paths.All)
            {
                var bidded = await path.Round(options.Round);
                measured.Add(
                    path, bidded.AcceptedPerSecond,
                    $"round {round}: {path.Store}, {path.Name}, {path.Auctions} auctions, {path.Callers} callers; "
                    + $"{bidded.Refused} sent again, {bidded.Unknown} unknown");
            }
        }

        await report.Line(new
        {
            bench = "bids",
            store = "postgres",
            path = "insert",
            rowsPerStatement = 128,
            rowsPerSecond = Math.Round(baselines.Median((0, 1))),
        });
        foreach (var path in paths.All) await Print(path);
        return 0;

        Task Print(IBidPath path)
        {
            var best = Clients.MaxBy(clients => baselines.Median((path.Auctions, clients)));
            var (accepted, row) = (measured.Median(path), baselines.Median((path.Auctions, best)));
            return report.Line(new
            {
                bench = "bids",
                store = path.Store,
                path = path.Name,
                auctions = path.Auctions,
                callers = path.Callers,
                acceptedPerSecond = Math.Round(accepted),
                baselinePerSecond = Math.Round(row),
                baselineClients = best,
                ratio = Math.Round(accepted / row, 2),
            });
        }
    }

    /// <summary>Figures of the rounds by what was measured.</summary>
    private sealed class Samples
    {
        private readonly Dictionary<object, List<double>> samples = [];

        public void Add(object what, double perSecond, string note)
        {
            if (!samples.TryGetValue(what, out var known)) samples[what] = known = [];
            known.Add(perSecond);
            Console.Error.WriteLine($"{perSecond,10:0} /s  {note}");
        }

        public double Median(object what) => Figures.Median(samples[what]);
    }

    /// <summary>Disposed in the opposite order, whatever happens.</summary>
    private sealed class Disposables<T> : IAsyncDisposable
        where T : IAsyncDisposable
    {
        public List<T> All { get; } = [];

        public T Add(T item)
        {
            All.Add(item);
            return item;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var item in Enumerable.Reverse(All)) await item.DisposeAsync();
        }
    }
}
