using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;

namespace IpMarket.Testing;

/// <summary>Runs work one piece at a time, continuations included, as a grain's turns do.</summary>
public sealed class Turns
{
    private readonly TaskFactory factory = new(
        CancellationToken.None,
        TaskCreationOptions.None,
        TaskContinuationOptions.None,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    public Task<T> Run<T>(Func<Task<T>> work) => factory.StartNew(work).Unwrap();

    public Task Run(Func<Task> work) => factory.StartNew(work).Unwrap();
}

/// <summary>A market clock a test sets; it stands still until it is moved.</summary>
public sealed class TestClock : IMarketClock
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public double Speed => 1;

    public bool IsTrusted { get; set; } = true;

    public void Advance(TimeSpan by) => Now += by;
}

/// <summary>Keeps what an aggregate reported.</summary>
public sealed class AggregateReports : IAggregateLog
{
    public int Doubts { get; private set; }

    public int Supersessions { get; private set; }

    public int SnapshotTroubles { get; private set; }

    public int ListenerTroubles { get; private set; }

    public void Doubt(Exception error, string stream, long version) => Doubts++;

    public void Superseded(string stream, long version) => Supersessions++;

    public void ListenerTrouble(Exception error, string stream, long version) => ListenerTroubles++;

    public void SnapshotTrouble(Exception error, string stream, long version) => SnapshotTroubles++;
}
