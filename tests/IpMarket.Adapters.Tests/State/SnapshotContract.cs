using IpMarket.Adapters.Storage.Snapshots;
using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

/// <summary>Orleans' grain storage through our own texts, at the storage's own door, in a running silo.</summary>
public abstract class SnapshotContract : StateContract
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public async Task A_state_is_written_read_cleared_and_written_again()
    {
        await using var silo = await Silo.Start(Store);
        var state = Fresh();
        await silo.Storage.ReadStateAsync("auction", Key("auction:1"), state);
        Assert.False(state.RecordExists);

        state.State!.Snapshot = Of("auction:1", 500);
        await silo.Storage.WriteStateAsync("auction", Key("auction:1"), state);
        Assert.Equal("1", state.ETag);
        state.State!.Snapshot = Of("auction:1", 1_000);
        await silo.Storage.WriteStateAsync("auction", Key("auction:1"), state);
        Assert.Equal("2", state.ETag);
        Assert.Equivalent(Of("auction:1", 1_000), (await Read(silo, "auction:1")).State!.Snapshot, strict: true);

        await silo.Storage.ClearStateAsync("auction", Key("auction:1"), state);
        var cleared = await Read(silo, "auction:1");
        Assert.False(cleared.RecordExists);
        Assert.Null(cleared.State!.Snapshot);
        cleared.State!.Snapshot = Of("auction:1", 1);
        await silo.Storage.WriteStateAsync("auction", Key("auction:1"), cleared);
        Assert.Equal(1, (await Read(silo, "auction:1")).State!.Snapshot!.Version);
        Assert.Equal("4", cleared.ETag);
    }

    [Fact]
    public async Task A_writer_or_clearer_with_an_old_version_is_refused_and_changes_nothing()
    {
        await using var silo = await Silo.Start(Store);
        var first = Fresh();
        first.State!.Snapshot = Of("auction:1", 1);
        await silo.Storage.WriteStateAsync("auction", Key("auction:1"), first);
        var stale = await Read(silo, "auction:1");
        first.State!.Snapshot = Of("auction:1", 2);
        await silo.Storage.WriteStateAsync("auction", Key("auction:1"), first);

        stale.State!.Snapshot = Of("auction:1", 9);
        await Refused(() => silo.Storage.WriteStateAsync("auction", Key("auction:1"), stale));
        await Refused(() => silo.Storage.ClearStateAsync("auction", Key("auction:1"), stale));
        var unaware = Fresh();
        unaware.State!.Snapshot = Of("auction:1", 9);
        await Refused(() => silo.Storage.WriteStateAsync("auction", Key("auction:1"), unaware));
        var kept = await Read(silo, "auction:1");
        Assert.Equal(("2", 2L), (kept.ETag, kept.State!.Snapshot!.Version));
    }

    [Fact]
    public async Task Of_eight_first_writes_at_once_exactly_one_wins_and_one_row_stands()
    {
        const int grains = 100;
        const int writers = 8;
        await using var silo = await Silo.Start(Store);
        for (var i = 0; i < grains; i++)
        {
            var key = $"auction:{i}";
            var errors = await Task.WhenAll(Enumerable.Range(1, writers).Select(writer => Task.Run(async () =>
            {
                var state = Fresh();
                state.State!.Snapshot = Of(key, writer);
                return await Record.ExceptionAsync(
                    () => silo.Storage.WriteStateAsync("auction", Key(key), state));
            })));
            Assert.Single(errors, error => error is null);
            Assert.All(errors, error => Assert.True(error is null or InconsistentStateException, error?.ToString()));
            var winner = Array.FindIndex(errors, error => error is null) + 1;
            var kept = await Read(silo, key);
            Assert.Equal(("1", (long)winner), (kept.ETag, kept.State!.Snapshot!.Version));
        }

        var process = await Process();
        Assert.Equal(
            grains, await process.GetRequiredService<StateDatabase>().Scalar<long>(
                "select count(*) from grain_state", Cancel));
    }

    [Theory]
    [InlineData("patent:1", "patent:01")]
    [InlineData("patent:ab", "patent:AB")]
    [InlineData("patent:202310123456", "patent:0202310123456")]
    [InlineData("patent:CN202110771508", "auction:CN202110771508")]
    [InlineData("party:钒钛", "party:钒鈦")]
    [InlineData("party:a+b", "party:a")]
    public async Task Keys_of_a_word_and_a_rest_never_share_a_row(string one, string other)
    {
        await using var silo = await Silo.Start(Store);
        foreach (var key in new[] { one, other })
        {
            var state = Fresh();
            state.State!.Snapshot = Of(key, 1);
            await silo.Storage.WriteStateAsync("patent", Key(key), state);
        }

        Assert.Equal(one, (await Read(silo, one, "patent")).State!.Snapshot!.State);
        Assert.Equal(other, (await Read(silo, other, "patent")).State!.Snapshot!.State);
    }

    [Fact]
    public async Task States_of_different_names_are_apart()
    {
        await using var silo = await Silo.Start(Store);
        foreach (var name in new[] { "auction", "listing" })
        {
            var state = Fresh();
            state.State!.Snapshot = Of(name, 1);
            await silo.Storage.WriteStateAsync(name, Key("same:key"), state);
        }

        Assert.Equal("auction", (await Read(silo, "same:key")).State!.Snapshot!.State);
        Assert.Equal("listing", (await Read(silo, "same:key", "listing")).State!.Snapshot!.State);
    }

    private static Snapshot Of(string state, long version) => new(
        "shape-1", version, "5f", At, state, [new RememberedCommand(new Guid(1, 2, 3, new byte[8]), "ab")]);

    private static GrainState<Kept> Fresh() => new(new Kept());

    private static GrainId Key(string key) => GrainId.Create("test", key);

    private static async Task<GrainState<Kept>> Read(Silo silo, string key, string name = "auction")
    {
        var state = Fresh();
        await silo.Storage.ReadStateAsync(name, Key(key), state);
        return state;
    }

    private static Task<InconsistentStateException> Refused(Func<Task> act) =>
        Assert.ThrowsAsync<InconsistentStateException>(act);

    /// <summary>As grains keep it.</summary>
    private sealed class Kept
    {
        public Snapshot? Snapshot { get; set; }
    }

    private sealed class Silo : IAsyncDisposable
    {
        private readonly IHost host;

        private Silo(IHost host) => this.host = host;

        public IGrainStorage Storage => host.Services.GetRequiredKeyedService<IGrainStorage>(SnapshotStorage.Name);

        public static async Task<Silo> Start(JournalStore store)
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.UseOrleans(silo => silo
                .UseLocalhostClustering(PostgresServer.FreePort(), PostgresServer.FreePort())
                .AddSnapshotStorage(store.Options));
            var built = builder.Build();
            await built.StartAsync(Cancel);
            return new Silo(built);
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }
}

public sealed class SqliteSnapshotTests : SnapshotContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresSnapshotTests : SnapshotContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
