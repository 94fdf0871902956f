using System.Diagnostics;
using IpMarket.Adapters.Search.Lucene;
using IpMarket.Domain.Catalogue.Search;

namespace IpMarket.Benchmarks.Search;

/// <summary>
/// How long searches of every shape take over a full index, alone and while documents change; how long the index takes
/// to fill, on disk and in memory.
/// </summary>
internal static class SearchBench
{
    private const string Engine = "lucene";
    private const int BatchDocuments = 1_000;
    private const int UpsertsABatch = 20;

    /// <summary>What is promised of every shape, alone and while documents change, over this many documents.</summary>
    private const double P99MsMax = 25;

    private const int PromisedFrom = 100_000;

    public static async Task<int> Run(SearchOptions options, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("ipmarket-bench-search-").FullName;
        try
        {
            using var engine = new LuceneCatalogue(folder);
            var patents = new MadePatents(options.Seed);
            await Fill(engine, patents, options, folder, report);
            var slowest = await Measure(engine, options, upserts: null, report);
            using var done = new CancellationTokenSource();
            var writing = Write(engine, patents, options, done.Token);
            var whileWriting = await Measure(engine, options, options.Upserts, report);
            await done.CancelAsync();
            var (written, seconds) = await writing;
            await report.Line(new
            {
                bench = "search", engine = Engine, shape = "upserts", documents = options.Documents,
                upsertsPerSecond = Math.Round(written / seconds, 1),
            });
            return await Judge(slowest, whileWriting, options, report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(
        LuceneCatalogue engine, MadePatents patents, SearchOptions options, string folder, Report report)
    {
        var began = Stopwatch.StartNew();
        for (var from = 0; from < options.Documents; from += BatchDocuments)
        {
            var batch = Enumerable.Range(from, Math.Min(BatchDocuments, options.Documents - from))
                .Select(number => patents.Patent(number)).ToList();
            await engine.Apply(batch, [], new IndexPosition(from + batch.Count, "made"), CancellationToken.None);
        }

        GC.Collect();
        var disk = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        await report.Line(new
        {
            bench = "search", engine = Engine, shape = "index", documents = options.Documents, seed = options.Seed,
            seconds = Math.Round(began.Elapsed.TotalSeconds, 1),
            diskMb = Megabytes(disk),
            heapMb = Megabytes(GC.GetTotalMemory(forceFullCollection: true)),
            residentMb = Megabytes(Environment.WorkingSet),
            cores = Environment.ProcessorCount,
        });
    }

    /// <summary>The slowest shape against what is promised; 1 where the promise holds and is not kept.</summary>
    private static async Task<int> Judge(Shape slowest, Shape whileWriting, SearchOptions options, Report report)
    {
        var worst = slowest.P99Ms >= whileWriting.P99Ms ? slowest : whileWriting;
        var isPromised = options.Documents >= PromisedFrom;
        var isKept = worst.P99Ms <= P99MsMax;
        await report.Line(new
        {
            bench = "search", engine = Engine, shape = "p99", documents = options.Documents, seed = options.Seed,
            slowest = slowest.Name, slowestP99Ms = slowest.P99Ms,
            slowestWhileWriting = whileWriting.Name, slowestWhileWritingP99Ms = whileWriting.P99Ms,
            limitMs = P99MsMax, ratio = Math.Round(worst.P99Ms / P99MsMax, 3), isPromised, isKept,
        });
        return isPromised && !isKept ? 1 : 0;
    }

    /// <summary>Every shape, a line each; the answer is the one of the highest p99.</summary>
    private static async Task<Shape> Measure(
        LuceneCatalogue engine, SearchOptions options, int? upserts, Report report)
    {
        var slowest = new Shape("", 0);
        foreach (var (shape, ask) in SearchShapes.All)
        {
            var random = new Random(options.Seed);
            for (var i = 0; i < options.Queries / 10; i++) await engine.Search(ask(random), CancellationToken.None);
            var times = new double[options.Queries];
            var hits = 0L;
            for (var i = 0; i < times.Length; i++)
            {
                var query = ask(random);
                var began = Stopwatch.GetTimestamp();
                hits += (await engine.Search(query, CancellationToken.None)).Total;
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            Array.Sort(times);
            var p99 = Math.Round(times[times.Length * 99 / 100], 2);
            if (p99 >= slowest.P99Ms) slowest = new Shape(shape, p99);
            await report.Line(new
            {
                bench = "search", engine = Engine, shape, documents = options.Documents, upsertsPerSecond = upserts,
                p50Ms = Math.Round(times[times.Length / 2], 2), p99Ms = p99,
                hits = hits / times.Length,
            });
        }

        return slowest;
    }

    /// <summary>Changes documents at an even pace until told to stop.</summary>
    private static Task<(long Written, double Seconds)> Write(
        LuceneCatalogue engine, MadePatents patents, SearchOptions options, CancellationToken done) => Task.Run(async () =>
    {
        var random = new Random(options.Seed);
        var began = Stopwatch.StartNew();
        var written = 0L;
        var pos = (long)options.Documents;
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds((double)UpsertsABatch / options.Upserts));
        try
        {
            while (await pace.WaitForNextTickAsync(done))
            {
                var batch = Enumerable.Range(0, UpsertsABatch)
                    .Select(_ => patents.Patent(random.Next(options.Documents), edition: 1 + random.Next(19)))
                    .DistinctBy(patent => patent.Patent, StringComparer.Ordinal).ToList();
                await engine.Apply(batch, [], new IndexPosition(pos += batch.Count, "made"), CancellationToken.None);
                written += batch.Count;
            }
        }
        catch (OperationCanceledException)
        {
            // The reads are measured.
            return (written, began.Elapsed.TotalSeconds);
        }

        return (written, began.Elapsed.TotalSeconds);
    });

    private sealed record Shape(string Name, double P99Ms);

    private static double Megabytes(long bytes) => Math.Round(bytes / 1_048_576.0, 1);
}
