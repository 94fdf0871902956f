using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Numbering;
using Xunit;

namespace IpMarket.Adapters.Tests.Papers;

/// <summary>P10 on a real journal: no gap, no number twice, a repeat gets its number, whoever asks how often.</summary>
public abstract class SeriesContract : IAsyncLifetime
{
    private const int Askers = 40;
    private const int Wishes = 5;

    private static readonly SeriesRule Rule = new("NOTICE", 2026, "告〔{year}〕{number}号");

    private JournalStore? store;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<JournalStore> Create();

    public async ValueTask InitializeAsync() => store = await Create();

    public async ValueTask DisposeAsync()
    {
        await store!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Many_askers_and_two_activations_at_once_leave_no_gap_and_no_number_twice()
    {
        var journal = store!.Open();
        SeriesActivation[] activations = [new(journal), new(journal)];
        var given = await Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
        {
            var numbers = new List<(Guid Id, int Number)>();
            for (var i = 0; i < Wishes; i++)
            {
                var id = Guid.NewGuid();
                var number = await activations[(asker + i) % 2].Issue(id);
                Assert.Equal(number, await activations[(asker + i + 1) % 2].Issue(id));
                numbers.Add((id, number));
            }

            return numbers;
        }));

        var all = given.SelectMany(numbers => numbers).ToList();
        Assert.Equal(Enumerable.Range(1, Askers * Wishes), all.Select(g => g.Number).Order());

        var later = new SeriesActivation(store.Open());
        foreach (var (id, number) in all.Take(10)) Assert.Equal(number, await later.Issue(id));
        Assert.Equal((Askers * Wishes) + 1, await later.Issue(Guid.NewGuid()));
        Assert.Null(ChainCheck.FirstBreak(Rule.Stream, await journal.ReadStream(Rule.Stream, 0, 1_000, Cancel)));
    }

    /// <summary>One activation of the series in turns of its own, as a grain has them.</summary>
    private sealed class SeriesActivation(IJournal journal)
    {
        private readonly TaskFactory turns = new(
            CancellationToken.None, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

        private readonly Aggregate<Series> series = new(
            Rule.Stream, journal, new Climber.WallClock(), new Climber.Quiet(), null, TimeProvider.System);

        /// <summary>Asks again with the same id while the outcome is unknown, as processes do.</summary>
        public async Task<int> Issue(Guid id)
        {
            while (true)
            {
                var outcome = await turns.StartNew(() => series.Handle(
                    new CommandContext(id, Actor.Process("test")),
                    new IssueNumber("auction:1", Rule),
                    SeriesDecider.Decide)).Unwrap();
                if (outcome.IsAccepted) return outcome.Value.Find<NumberIssued>()!.Number;
                Assert.Equal(503, outcome.Refusal!.Status);
            }
        }
    }
}

public sealed class SqliteSeriesTests : SeriesContract
{
    protected override async Task<JournalStore> Create() => await SqliteStore.Create(Cancel);
}

public sealed class PostgresSeriesTests : SeriesContract
{
    protected override async Task<JournalStore> Create() => await PostgresStore.Create(Cancel);
}
