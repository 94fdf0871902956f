using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using Xunit;

namespace IpMarket.Grains.Tests;

/// <summary>One silo with the grains of an area over a journal in memory; the processes run when told to.</summary>
public abstract class GrainCluster : IAsyncLifetime
{
    private InProcessTestCluster? cluster;

    internal HandClock Clock { get; } = new();

    internal MemoryJournal Journal { get; } = new();

    internal IGrainFactory Grains => cluster!.Client;

    protected abstract void Configure(IServiceCollection services);

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => Configure(silo
            .AddMemoryGrainStorage("snapshots")
            .Services
            .AddSingleton<IJournal>(Journal)
            .AddSingleton<IMarketClock>(Clock)
            .AddSingleton<IProcessStore, MemoryProcessStore>()
            .AddSingleton<IAggregateLog, AggregateLog>()
            .AddSingleton<AggregateServices>()));
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (cluster is not null) await cluster.DisposeAsync();
    }

    /// <summary>Runs every process until none has anything left to do.</summary>
    internal async Task RunProcesses()
    {
        var followers = cluster!.Silos[0].ServiceProvider.GetServices<IJournalFollower>().ToList();
        long before;
        do
        {
            before = Journal.Records.Count;
            foreach (var follower in followers)
                while (await follower.Advance(CancellationToken.None)) Assert.True(before >= 0);
        }
        while (Journal.Records.Count > before);
    }

    /// <summary>Processes begin at the journal's start again and know nothing of what they did.</summary>
    internal void ForgetProcesses() =>
        ((MemoryProcessStore)cluster!.Silos[0].ServiceProvider.GetRequiredService<IProcessStore>()).Forget();

    internal static CommandContext By(string who, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), new Actor("user:" + who, "party:" + who));

    internal static Accepted Accepted(Outcome<Accepted> outcome)
    {
        Assert.True(outcome.IsAccepted, $"Refused: {outcome.Refusal?.Code} {outcome.Refusal?.En}");
        return outcome.Value;
    }
}

/// <summary>A clock that stands until it is set.</summary>
internal sealed class HandClock : IMarketClock
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public double Speed => 1;

    public bool IsTrusted { get; set; } = true;
}

internal sealed class MemoryProcessStore : IProcessStore
{
    private readonly ConcurrentDictionary<string, long> checkpoints = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, string, long), bool> sent = new();

    public void Forget()
    {
        checkpoints.Clear();
        sent.Clear();
    }

    public Task<long> Checkpoint(string process, CancellationToken cancel) =>
        Task.FromResult(checkpoints.GetValueOrDefault(process));

    public Task<bool> MoveCheckpoint(string process, long from, long to, CancellationToken cancel) =>
        Task.FromResult(from == 0 ? checkpoints.TryAdd(process, to) : checkpoints.TryUpdate(process, to, from));

    public Task<bool> WasSent(string process, string stream, long version, CancellationToken cancel) =>
        Task.FromResult(sent.ContainsKey((process, stream, version)));

    public Task MarkSent(string process, string stream, long version, CancellationToken cancel)
    {
        sent[(process, stream, version)] = true;
        return Task.CompletedTask;
    }
}
