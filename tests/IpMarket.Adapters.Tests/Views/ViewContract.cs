using IpMarket.Adapters.Tests.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Kernel;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>What views promise, on both databases.</summary>
public abstract partial class ViewContract : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, 890, TimeSpan.Zero);
    private readonly List<ServiceProvider> processes = [];
    private JournalStore? store;
    private IJournal? journal;

    static ViewContract() => EventTypes.Register(typeof(Counted).Assembly);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IJournal Journal => journal!;

    protected JournalStore Store => store!;

    protected abstract Task<JournalStore> Create();

    protected abstract Task<IReadOnlyList<string>> Schemas();

    public async ValueTask InitializeAsync()
    {
        store = await Create();
        journal = store.Open();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Records_become_rows_and_the_checkpoint_follows()
    {
        var process = Process();
        await Journal.Append("test:a", At, new Counted(1), new Counted(2), new Fence());
        var pos = await Journal.Append("test:b", At.AddSeconds(1), new Counted(5));
        await Group(process).CatchUp(Cancel);
        Assert.Equal(pos, await Group(process).Position(Cancel));
        Assert.Equal([("test:a", 2, 3, At), ("test:b", 1, 5, At.AddSeconds(1))], await Counters(process));
        Assert.False(await Follower(process).Advance(Cancel));
    }

    [Fact]
    public async Task Instants_and_enums_are_compared_in_the_database()
    {
        var process = Process();
        await Journal.Append("test:a", At, new Counted(1));
        await Journal.Append("test:b", At.AddTicks(10), new Counted(1));
        await Group(process).CatchUp(Cancel);
        await using var views = process.GetRequiredService<IDbContextFactory<CounterContext>>().CreateDbContext();
        var later = await views.Counters.Where(row => row.LastAt > At && row.Kind == CounterKind.Plain)
            .OrderByDescending(row => row.LastAt).ToListAsync(Cancel);
        Assert.Equal("test:b", Assert.Single(later).Stream);
    }

    [Fact]
    public async Task Two_runners_of_one_group_never_apply_a_record_twice()
    {
        const int batches = 5;
        var both = new[] { Process(), Process() };
        for (var i = 0; i < batches; i++)
            await Journal.Append("test:a", At, [.. Enumerable.Repeat(new Counted(1), Limits.ViewBatchEventsMax)]);
        foreach (var process in both) Group(process).Prepare();
        using var start = new Barrier(2);
        var runs = both.Select(process => Task.Run(async () =>
        {
            start.SignalAndWait(Cancel);
            await Group(process).CatchUp(Cancel);
        }));
        await Task.WhenAll(runs);
        const int records = batches * Limits.ViewBatchEventsMax;
        Assert.Equal([("test:a", records, records, At)], await Counters(both[0]));
    }

    [Fact]
    public async Task A_runner_that_was_overtaken_writes_nothing()
    {
        var slow = Process();
        var quick = Process();
        await Journal.Append("test:a", At, new Counted(1));
        Group(slow).Prepare();
        Group(quick).Prepare();
        var journalOfSlow = (HeldJournal)slow.GetRequiredService<IJournal>();
        var release = new TaskCompletionSource();
        journalOfSlow.AfterRead = () => release.Task;
        var advancing = Task.Run(() => Follower(slow).Advance(Cancel), Cancel);
        await journalOfSlow.Reading.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await Group(quick).CatchUp(Cancel);
        release.SetResult();
        Assert.True(await advancing);
        Assert.Equal(0, Views(slow).Batches);
        Assert.Equal([("test:a", 1, 1, At)], await Counters(quick));
    }

    [Fact]
    public async Task A_rebuild_drops_what_was_there_and_fills_it_again()
    {
        var process = Process();
        var pos = await Journal.Append("test:a", At, new Counted(1), new Counted(2));
        await Group(process).CatchUp(Cancel);
        await using (var views = process.GetRequiredService<ViewStore<CounterContext>>().CreateWriter())
        {
            views.Counters.Add(new Counter { Stream = "test:spoiled", Kind = CounterKind.Plain });
            await views.SaveChangesAsync(Cancel);
        }

        await Group(process).Rebuild(Cancel);
        await Group(process).Rebuild(Cancel);
        Assert.Equal([("test:a", 2, 3, At)], await Counters(process));
        Assert.Equal(pos, await Group(process).Position(Cancel));
    }

    [Fact]
    public async Task A_record_of_unknown_type_stops_the_view_before_it_with_a_clear_error()
    {
        var process = Process();
        var pos = await Journal.Append("test:a", At, new Counted(1), new Counted(2));
        await Store.Plant("test:bad", 1, "test.never-known/1", "{}");
        await Journal.Append("test:b", At, new Counted(7));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var error = await Assert.ThrowsAsync<PoisonRecordException>(() => Group(process).CatchUp(Cancel));
            Assert.Equal(("test:bad", 1, "test.never-known/1"), (error.Stream, error.Version, error.Type));
            Assert.Equal(pos, await Group(process).Position(Cancel));
        }

        Assert.Equal([("test:a", 2, 3, At)], await Counters(process));
    }

    [Fact]
    public async Task A_record_the_projection_cannot_take_is_named_and_what_stands_before_it_is_applied()
    {
        var process = Process();
        var pos = await Journal.Append("test:a", At, new Counted(1), new Counted(2));
        await Journal.Append("test:bad", At, new Indigestible());
        await Journal.Append("test:b", At, new Counted(7));
        var error = await Assert.ThrowsAsync<PoisonRecordException>(() => Group(process).CatchUp(Cancel));
        Assert.Equal(("test:bad", 1), (error.Stream, error.Version));
        Assert.Contains("Cannot be stomached", error.Message, StringComparison.Ordinal);
        Assert.Equal(pos, await Group(process).Position(Cancel));
        Assert.Equal([("test:a", 2, 3, At)], await Counters(process));
    }

    [Fact]
    public async Task Waiting_for_a_pos_ends_when_another_process_applies_it_or_the_time_is_up()
    {
        var reader = Process();
        var runner = Process();
        var positions = reader.GetRequiredService<IViewPositions>();
        Group(reader).Prepare();
        var pos = await Journal.Append("test:a", At, new Counted(1));
        Assert.False(await positions.WaitFor("views-counter", pos, TimeSpan.Zero, Cancel));
        Assert.False(await positions.WaitFor("views-counter", pos, TimeSpan.FromMilliseconds(60), Cancel));
        var waiting = positions.WaitFor("views-counter", pos, TimeSpan.FromSeconds(20), Cancel);
        await Group(runner).CatchUp(Cancel);
        Assert.True(await waiting);
        Assert.True(await positions.WaitFor("views-counter", pos - 1, TimeSpan.Zero, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => positions.WaitFor("views-unknown", pos, TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task A_build_with_other_tables_fills_its_own_schema_and_the_old_one_goes_when_unused()
    {
        var old = Process();
        await Journal.Append("test:a", At, new Counted(1));
        await Group(old).CatchUp(Cancel);
        var next = Process(services => services.AddViewGroup<NextViews, NextContext>());
        await Group(next).CatchUp(Cancel);
        Assert.NotEqual(Group(old).Schema, Group(next).Schema, StringComparer.Ordinal);
        Assert.Matches("^views_[0-9a-f]{8}$", Group(next).Schema);
        Assert.Equivalent(new[] { Group(old).Schema, Group(next).Schema }, await Schemas(), strict: true);

        await ForgetUse(Group(old).Schema);
        var used = new HashSet<string>([Group(next).Schema], StringComparer.Ordinal);
        Assert.Equal([Group(old).Schema], await ViewSchemas.DropUnused(Store.Options, used, Cancel));
        Assert.Equal([Group(next).Schema], await Schemas());
        Assert.Empty(await ViewSchemas.DropUnused(Store.Options, used, Cancel));
    }

    [Fact]
    public async Task At_start_views_are_filled_and_those_of_another_journal_begin_anew()
    {
        var before = Process();
        for (var i = 0; i < 3; i++) await Journal.Append("test:a", At, new Counted(1));
        await using (var views = before.GetRequiredService<ViewStore<CounterContext>>().CreateWriter())
        {
            views.Counters.Add(new Counter { Stream = "test:restored-away", Kind = CounterKind.Plain });
            views.Set<ViewCheckpoint>().Single().Pos = 1_000;
            await views.SaveChangesAsync(Cancel);
        }

        var process = Process();
        var service = process.GetServices<IHostedService>().OfType<ViewsService>().Single();
        await service.StartAsync(Cancel);
        await service.StopAsync(Cancel);
        Assert.Equal([("test:a", 3, 3, At)], await Counters(process));
    }

    [Fact]
    public async Task Due_times_are_set_moved_and_cleared()
    {
        var process = Process();
        var kernel = process.GetServices<IViewGroup>().Single(group => group.Name == "views-kernel");
        await Journal.Append("test:a", At, new DueSet("close", At.AddHours(1)), new DueSet("pay", At.AddHours(2)));
        await Journal.Append("test:b", At, new DueSet("close", At.AddHours(3)));
        await Journal.Append("test:c", At, new DueSet("close", At), new DueSet("close", null));
        await kernel.CatchUp(Cancel);
        await Journal.Append("test:b", At, new DueSet("close", At.AddMinutes(30)));
        await Journal.Append("test:a", At, new DueSet("pay", null));
        await kernel.CatchUp(Cancel);

        var deadlines = process.GetRequiredService<IDeadlines>();
        Assert.Empty(await deadlines.DueAt(At.AddMinutes(30).AddTicks(-10), 10, Cancel));
        Assert.Equal(
            [new DueDeadline("test:b", "close", At.AddMinutes(30))],
            await deadlines.DueAt(At.AddMinutes(30), 10, Cancel));
        Assert.Equal(
            [new("test:b", "close", At.AddMinutes(30)), new DueDeadline("test:a", "close", At.AddHours(1))],
            await deadlines.DueAt(At.AddDays(1), 10, Cancel));
        Assert.Single(await deadlines.DueAt(At.AddDays(1), 1, Cancel));
    }

    /// <summary>As if no silo had said for long that it uses the schema.</summary>
    protected abstract Task ForgetUse(string schema);

    /// <summary>A process of its own on the store.</summary>
    private ServiceProvider Process(Action<IServiceCollection>? with = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(Store.Options).AddSingleton<IJournal>(new HeldJournal(Journal));
        if (with is null) services.AddViewGroup<CounterViews, CounterContext>().AddKernelViews();
        else with(services);
        var process = services.BuildServiceProvider(validateScopes: true);
        processes.Add(process);
        return process;
    }

    private static IViewGroup Group(ServiceProvider process) =>
        process.GetServices<IViewGroup>().Single(group => group.Name == "views-counter");

    private static IJournalFollower Follower(ServiceProvider process) =>
        process.GetServices<IJournalFollower>().Single(follower => follower.Name == "views-counter");

    private static CounterViews Views(ServiceProvider process) =>
        (CounterViews)process.GetRequiredService<ViewGroup<CounterContext>>();

    private static async Task<List<(string, long, long, DateTimeOffset)>> Counters(ServiceProvider process)
    {
        await using var views = process.GetRequiredService<IDbContextFactory<CounterContext>>().CreateDbContext();
        var rows = await views.Counters.OrderBy(row => row.Stream).ToListAsync(Cancel);
        return rows.ConvertAll(row => (row.Stream, row.Count, row.Sum, row.LastAt));
    }
}

public sealed class SqliteViewTests : ViewContract
{
    protected override async Task<JournalStore> Create() =>
        await SqliteStore.Create(TestContext.Current.CancellationToken);

    protected override Task<IReadOnlyList<string>> Schemas() => Task.FromResult<IReadOnlyList<string>>(
        [.. Directory.GetFiles(Store.Options.DataFolder, "views_*.db").Select(Path.GetFileNameWithoutExtension)!]);

    protected override Task ForgetUse(string schema) => Task.CompletedTask;
}

public sealed class PostgresViewTests : ViewContract
{
    protected override async Task<JournalStore> Create() =>
        await PostgresStore.Create(TestContext.Current.CancellationToken);

    protected override async Task<IReadOnlyList<string>> Schemas()
    {
        await using var connection = new NpgsqlConnection(Store.Options.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select array(select nspname::text from pg_namespace where nspname like 'views\\_%')", connection);
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    protected override Task ForgetUse(string schema) =>
        ((PostgresStore)Store).Database.Run($"update {schema}.checkpoint set used_at = 0");
}
