using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Storage.Time;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using IpMarket.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

public abstract class ClockContract : StateContract
{
    protected static readonly DateTimeOffset Start = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    [Fact]
    public async Task Market_time_runs_as_configured_from_the_stores_first_start()
    {
        var time = new FakeTimeProvider(Start);
        var clock = (await Process(1_440, time)).GetRequiredService<MarketClock>();
        Assert.Equal(1_440, clock.Speed);
        var first = clock.Now;
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(TimeSpan.FromDays(30), clock.Now - first);
        Assert.Equal(clock.Wall, clock.ToWall(clock.Now));

        var next = (await Process(1_440, time)).GetRequiredService<MarketClock>();
        Assert.Equal(clock.ToMarket(clock.Wall), next.ToMarket(clock.Wall));
    }

    [Fact]
    public async Task A_store_that_ran_fast_may_run_faster_but_never_slower()
    {
        var time = new FakeTimeProvider(Start);
        await Process(1, time);
        var fast = (await Process(60, time)).GetRequiredService<MarketClock>();
        var faster = (await Process(1_440, time)).GetRequiredService<MarketClock>();
        var change = faster.Wall;
        Assert.Equal(fast.ToMarket(change), faster.ToMarket(change));
        var hour = TimeSpan.FromHours(1);
        Assert.Equal(TimeSpan.FromHours(60), fast.ToMarket(change + hour) - fast.ToMarket(change));
        Assert.Equal(TimeSpan.FromDays(60), faster.ToMarket(change + hour) - faster.ToMarket(change));
        foreach (var wall in new[] { change - hour, change, change + hour })
            Assert.Equal(wall, faster.ToWall(faster.ToMarket(wall)));

        foreach (var slower in new[] { 1, 60, 1_439 })
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => Process(slower, time));
            Assert.Contains("1440", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_sandbox_begins_where_it_is_told_and_only_at_its_first_start()
    {
        var time = new FakeTimeProvider(Start);
        foreach (var (speed, startsAt) in new[] { (1, Start.AddDays(1)), (60, Start.AddDays(-1)) })
        {
            var refused = await Assert.ThrowsAsync<StorageException>(() => Process(speed, time, startsAt: startsAt));
            Assert.Contains("Clock:StartsAt", refused.Message, StringComparison.Ordinal);
        }

        var morning = new DateTimeOffset(2030, 1, 7, 9, 0, 0, TimeSpan.FromHours(8));
        var clock = (await Process(60, time, startsAt: morning)).GetRequiredService<MarketClock>();
        var first = clock.Wall;
        Assert.Equal(morning, clock.ToMarket(first));
        time.Advance(TimeSpan.FromMinutes(1));
        var next = (await Process(60, time, startsAt: morning.AddYears(1))).GetRequiredService<MarketClock>();
        Assert.Equal(morning.AddHours(1), next.ToMarket(first.AddMinutes(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(100_001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_speed_out_of_range_is_refused(double speed) =>
        await Assert.ThrowsAsync<StorageException>(() => Process(speed));

    [Fact]
    public async Task Silos_that_start_at_once_share_one_anchor()
    {
        var clocks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Process(1_440))));
        var nows = clocks.Select(process => process.GetRequiredService<MarketClock>().ToMarket(Start)).ToHashSet();
        Assert.Single(nows);
    }

    [Fact]
    public async Task The_clock_gives_whole_microseconds_and_refuses_to_be_asked_before_it_started()
    {
        var clock = (await Process(3)).GetRequiredService<IMarketClock>();
        for (var i = 0; i < 100; i++) Assert.Equal(0, clock.Now.Ticks % TimeSpan.TicksPerMicrosecond);
        var services = new ServiceCollection().AddState(Store.Options, new ClockOptions());
        await using var early = services.AddLogging().BuildServiceProvider();
        Assert.Throws<InvalidOperationException>(() => early.GetRequiredService<IMarketClock>().Now);
    }

    [Fact]
    public async Task Before_anything_else_starts_the_clock_runs_and_then_the_silo_beats()
    {
        var process = await Process();
        await using var silo = new ServiceCollection().AddLogging().AddState(Store.Options, new ClockOptions())
            .BuildServiceProvider();
        var service = silo.GetServices<IHostedService>().OfType<ClockService>().Single();
        await service.StartingAsync(Cancel);
        Assert.True(silo.GetRequiredService<IMarketClock>().IsTrusted);
        await service.StartAsync(Cancel);
        var state = process.GetRequiredService<StateDatabase>();
        await Wait.Until(
            async () => await state.Scalar<long>("select until - since from heartbeats", Cancel) >= 1_500_000,
            "a second heartbeat in the silo's row");
        await service.StopAsync(Cancel);
        Assert.Equal(1, await state.Scalar<long>("select count(*) from heartbeats", Cancel));
    }

    [Theory]
    [InlineData(60, 0, null, null)] // unbroken life
    [InlineData(2, 1, null, null)] // two seconds lost: within what counts as alive
    [InlineData(2, 4, 1, 6)] // more than three seconds lost
    public async Task A_silence_is_a_gap_of_more_than_three_seconds(int beats, int lost, int? from, int? to)
    {
        var time = new FakeTimeProvider(Start);
        var process = await Process(1, time);
        var beating = process.GetRequiredService<Heartbeats>();
        var clock = process.GetRequiredService<MarketClock>();
        var first = clock.Now;
        for (var i = 0; i < beats; i++) await BeatThenWait(beating, time, "silo-a", i == beats - 1 ? 1 + lost : 1);
        for (var i = 0; i < 5; i++) await BeatThenWait(beating, time, "silo-a", 1);
        Assert.Equal(
            from is null ? null : new Silence(first.AddSeconds(from.Value), first.AddSeconds(to!.Value)),
            await beating.FindSilence(first.AddSeconds(2), first.AddSeconds(5), Cancel));
    }

    [Fact]
    public async Task One_silo_alive_is_no_silence_and_only_a_silence_that_meets_the_time_is_told()
    {
        var time = new FakeTimeProvider(Start);
        var process = await Process(1, time);
        var beating = process.GetRequiredService<Heartbeats>();
        var first = process.GetRequiredService<MarketClock>().Now;
        DateTimeOffset At(int second) => first.AddSeconds(second);
        await BeatThenWait(beating, time, "silo-a", 0);
        for (var i = 0; i < 10; i++) await BeatThenWait(beating, time, "silo-b", 1); // 0 … 9, a silent
        await BeatThenWait(beating, time, "silo-a", 10); // 10 → 20
        await BeatThenWait(beating, time, "silo-b", 5); // 20 → 25
        await BeatThenWait(beating, time, "silo-a", 0); // 25

        Assert.Null(await beating.FindSilence(At(0), At(9), Cancel));
        Assert.Equal(new Silence(At(10), At(20)), await beating.FindSilence(At(5), At(12), Cancel));
        Assert.Equal(new Silence(At(10), At(20)), await beating.FindSilence(At(12), At(13), Cancel));
        Assert.Equal(new Silence(At(20), At(25)), await beating.FindSilence(At(15), At(30), Cancel));
        Assert.Null(await beating.FindSilence(At(26), At(90), Cancel));
        Assert.Null(await beating.FindSilence(At(-90), At(-1), Cancel));
    }

    [Fact]
    public async Task A_silence_is_told_in_market_time_and_judged_by_the_walls()
    {
        var time = new FakeTimeProvider(Start);
        var process = await Process(60, time);
        var beating = process.GetRequiredService<Heartbeats>();
        var first = process.GetRequiredService<MarketClock>().Now;
        await BeatThenWait(beating, time, "silo-a", 2);
        await BeatThenWait(beating, time, "silo-a", 10);
        await BeatThenWait(beating, time, "silo-a", 0);
        var silence = await beating.FindSilence(first.AddMinutes(5), first.AddMinutes(6), Cancel);
        Assert.Equal(new Silence(first.AddMinutes(2), first.AddMinutes(12)), silence);
    }

    private static async Task BeatThenWait(Heartbeats beating, FakeTimeProvider time, string silo, int seconds)
    {
        await beating.Beat(silo, Cancel);
        time.Advance(TimeSpan.FromSeconds(seconds));
    }
}

public sealed class SqliteClockTests : ClockContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresClockTests : ClockContract
{
    [Theory]
    [InlineData(-7_200, false)]
    [InlineData(-6, false)]
    [InlineData(-3, true)]
    [InlineData(3, true)]
    [InlineData(6, false)]
    [InlineData(7_200, false)]
    public async Task A_process_whose_clock_is_off_is_corrected_and_above_five_seconds_not_trusted(
        int offBySeconds, bool trusted)
    {
        var right = (await Process()).GetRequiredService<MarketClock>();
        var off = (await Process(1, new FakeTimeProvider(right.Wall.AddSeconds(offBySeconds))))
            .GetRequiredService<MarketClock>();
        Assert.True(right.IsTrusted);
        Assert.Equal(trusted, off.IsTrusted);
        Assert.InRange((off.Now - right.Now).TotalSeconds, -30, 1);
    }

    protected override Task<JournalStore> Create() => Postgres();
}
