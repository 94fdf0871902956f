using System.Text;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Adapters.Tests.Views;
using IpMarket.Adapters.Views;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

/// <summary>Refers to a person's name, which stands in the vault.</summary>
[GenerateSerializer, Immutable, Alias("test.person-named/1")]
public sealed record PersonNamed([property: Id(0)] string Row) : IEvent;

/// <summary>P3: a person's data goes for good, and journal, proofs and rebuild stay. And what a rebuild must not do.</summary>
public abstract class ErasureContract : StateContract
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    static ErasureContract() => EventTypes.Register(typeof(PersonNamed).Assembly);

    [Fact]
    public async Task After_an_erasure_chains_verify_views_rebuild_and_only_the_date_is_left_of_the_person()
    {
        var journal = Store.Open();
        var process = await Process(with: services => services
            .AddSingleton(journal).AddViewGroup<CounterViews, CounterContext>());
        var vault = process.GetRequiredService<IVault>();
        foreach (var party in new[] { "party:1", "party:2" })
        {
            await vault.Put(party, party + "/name", Encoding.UTF8.GetBytes("姓名 of " + party), Cancel);
            await journal.Append(party, At, new PersonNamed(party + "/name"), new Counted(1));
            await journal.Append(party, At, new Counted(2));
        }

        var views = process.GetServices<IViewGroup>().Single();
        await views.CatchUp(Cancel);
        var before = await Rows(process);
        var records = await journal.ReadAll(0, 100, Cancel);
        Assert.All(records, record => Assert.DoesNotContain("姓名", record.Public + record.Secret, StringComparison.Ordinal));

        var erased = await vault.Erase("party:1", Cancel);
        await views.Rebuild(Cancel);
        Assert.Equal(before, await Rows(process));
        Assert.Equivalent(records, await journal.ReadAll(0, 100, Cancel), strict: true);
        foreach (var party in new[] { "party:1", "party:2" })
            Assert.Null(ChainCheck.FirstBreak(party, await journal.ReadStream(party, 0, 100, Cancel)));
        Assert.Null(await vault.Get("party:1/name", Cancel));
        Assert.Equal(erased, await vault.ErasedAt("party:1", Cancel));
        Assert.Equal("姓名 of party:2", Encoding.UTF8.GetString((await vault.Get("party:2/name", Cancel))!));
    }

    [Fact]
    public async Task A_rebuild_sends_nothing_again_even_if_the_processs_checkpoint_were_lost()
    {
        var journal = Store.Open();
        var process = await Process(with: services => services
            .AddSingleton(journal).AddViewGroup<CounterViews, CounterContext>());
        var mail = new Postman();
        var store = process.GetRequiredService<IProcessStore>();
        var follower = new ProcessFollower(mail, journal, store, new NoAggregates());
        for (var i = 0; i < 5; i++) await journal.Append($"test:{i}", At, new Counted(i), new Fence());
        while (await follower.Advance(Cancel)) continue;
        Assert.Equal(5, mail.Sent.Count);

        await process.GetServices<IViewGroup>().Single().Rebuild(Cancel);
        while (await new ProcessFollower(mail, journal, store, new NoAggregates()).Advance(Cancel)) continue;
        Assert.Equal(5, mail.Sent.Count);

        var pos = await store.Checkpoint(mail.Name, Cancel);
        Assert.Equal(await journal.LastPos(Cancel), pos);
        Assert.True(await store.MoveCheckpoint(mail.Name, pos, 0, Cancel));
        while (await new ProcessFollower(mail, journal, store, new NoAggregates()).Advance(Cancel)) continue;
        Assert.Equal(5, mail.Sent.Count);
        await journal.Append("test:0", At, new Counted(9));
        while (await new ProcessFollower(mail, journal, store, new NoAggregates()).Advance(Cancel)) continue;
        Assert.Equal(6, mail.Sent.Count);
    }

    [Fact]
    public async Task What_a_process_has_nothing_to_do_with_is_noted_now_and_then_and_what_it_did_at_once()
    {
        var journal = Store.Open();
        var store = (await Process()).GetRequiredService<IProcessStore>();
        var mail = new Postman();
        var (first, second) = (Follower(), Follower());
        await journal.Append("test:0", At, new Fence(), new Fence());
        Assert.False(await first.Advance(Cancel));
        Assert.Equal(0, await store.Checkpoint(mail.Name, Cancel));

        await journal.Append("test:1", At, new Counted(1));
        Assert.False(await second.Advance(Cancel));
        Assert.False(await first.Advance(Cancel));
        Assert.Single(mail.Sent);
        Assert.Equal(await journal.LastPos(Cancel), await store.Checkpoint(mail.Name, Cancel));

        await journal.Append("test:2", At, [.. Enumerable.Repeat(new Fence(), 1_001)]);
        while (await first.Advance(Cancel)) continue;
        Assert.InRange(await store.Checkpoint(mail.Name, Cancel), 1_000, await journal.LastPos(Cancel));
        Assert.Single(mail.Sent);

        ProcessFollower Follower() => new(mail, journal, store, new NoAggregates());
    }

    private static async Task<List<(string, long, long)>> Rows(ServiceProvider process)
    {
        await using var views = process.GetRequiredService<IDbContextFactory<CounterContext>>().CreateDbContext();
        var rows = await views.Counters.OrderBy(row => row.Stream).ToListAsync(Cancel);
        return rows.ConvertAll(row => (row.Stream, row.Count, row.Sum));
    }

    /// <summary>No grain keeps these streams: there is nobody to wait for.</summary>
    private sealed class NoAggregates : IAggregateReach
    {
        public Task Wait(string stream, long version) => Task.CompletedTask;
    }

    private sealed class Postman : IProcess
    {
        public List<Guid> Sent { get; } = [];

        public string Name => "process-postman";

        public bool Wants(IEvent fact) => fact is Counted;

        public Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
        {
            Sent.Add(commandId);
            return Task.CompletedTask;
        }
    }
}

public sealed class SqliteErasureTests : ErasureContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresErasureTests : ErasureContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
