using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Catalogue.Import;
using IpMarket.Grains.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace IpMarket.Grains.Tests.Catalogue.Import;

/// <summary>One process of the house, from its start to its end or its being killed, that works on one import.</summary>
internal sealed class ImportLife : IAsyncDisposable
{
    private const string Sha256 = "file";
    private readonly string import;
    private readonly InProcessTestCluster cluster;

    private ImportLife(string import, InProcessTestCluster cluster) => (this.import, this.cluster) = (import, cluster);

    private IImportGrain Grain => cluster.Client.GetGrain<IImportGrain>(import);

    /// <param name="journal">Outlives the process, as <paramref name="processes"/> does.</param>
    /// <param name="rows">What the file says, whatever its bytes are.</param>
    public static async Task<ImportLife> Start(
        IJournal journal, IProcessStore processes, string import, ImmutableArray<PatentFileRow> rows)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo
            .AddMemoryGrainStorage("snapshots")
            .Services
            .AddSingleton(journal)
            .AddSingleton<IMarketClock>(new HandClock())
            .AddSingleton(processes)
            .AddSingleton<IAggregateLog, AggregateLog>()
            .AddSingleton<AggregateServices>()
            .AddCatalogueGrains()
            .AddSingleton(WorkingCalendar.Plain)
            .AddImportGrains()
            .AddSingleton<IPatentFileReader>(new MadeFile(rows))
            .AddSingleton<IDocumentStore>(new OneDocument()));
        var life = new ImportLife(import, builder.Build());
        await life.cluster.DeployAsync();
        return life;
    }

    public async Task Preview()
    {
        GrainCluster.Accepted(await Grain.Preview(GrainCluster.By("handler"), "long.csv", Sha256));
        await CarryOn();
    }

    public async Task PreviewFor(string party)
    {
        GrainCluster.Accepted(await Grain.PreviewForParty(
            GrainCluster.By(party), "list.csv", Sha256, "party:" + party));
        await CarryOn();
    }

    public async Task Apply(string by = "handler")
    {
        GrainCluster.Accepted(await Grain.Apply(GrainCluster.By(by)));
        await CarryOn();
    }

    public async Task Undo()
    {
        GrainCluster.Accepted(await Grain.Undo(GrainCluster.By("handler")));
        await CarryOn();
    }

    /// <summary>What a process does by itself after its start: the act under way goes on to its end.</summary>
    public async Task CarryOn()
    {
        var services = cluster.Silos[0].ServiceProvider;
        var follower = new ProcessFollower(
            services.GetRequiredService<ImportToPatents>(),
            services.GetRequiredService<IJournal>(),
            services.GetRequiredService<IProcessStore>(),
            services.GetRequiredService<IAggregateReach>());
        do
        {
            while (await follower.Advance(CancellationToken.None)) continue;
        }
        while ((await Grain.Get()).State.IsBusy);
    }

    public Task Kill() => cluster.KillSiloAsync(cluster.Silos[0]);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private sealed class MadeFile(ImmutableArray<PatentFileRow> rows) : IPatentFileReader
    {
        public Outcome<PatentFile> Read(ReadOnlyMemory<byte> bytes) =>
            new PatentFile(PatentFileFormat.NamedColumns, rows, "CSV utf-8");
    }

    private sealed class OneDocument : IDocumentStore
    {
        public Task<string> Put(ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancel) =>
            Task.FromResult(Sha256);

        public Task<Document?> Get(string sha256, CancellationToken cancel) =>
            Task.FromResult<Document?>(new Document(sha256, "text/csv", [1]));
    }
}
