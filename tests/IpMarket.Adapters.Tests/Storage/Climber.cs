using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>
/// One activation of a <see cref="Climb"/> in turns of its own, as a grain has them, and the clients that use it. An
/// "unknown" is asked again with the same command id, as the contract tells clients to.
/// </summary>
public sealed class Climber
{
    private readonly TaskFactory turns = new(
        CancellationToken.None, TaskCreationOptions.None, TaskContinuationOptions.None,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    private readonly Aggregate<Climb> aggregate;

    public Climber(IJournal journal, string stream)
    {
        Stream = stream;
        aggregate = new Aggregate<Climb>(stream, journal, new WallClock(), new Quiet(), null, TimeProvider.System);
    }

    public string Stream { get; }

    public ConcurrentDictionary<Guid, Accepted> Accepted { get; } = new();

    public ConcurrentBag<Guid> Refused { get; } = [];

    /// <summary>Clients that send at once; heights rise on the whole, so that some are refused.</summary>
    public Task Work(int clients, int commands) => Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
    {
        for (var i = 0; i < commands; i++)
        {
            var id = Guid.NewGuid();
            var height = ((i + 1) * 100) + Random.Shared.Next(200) + client;
            var answer = await Ask(id, height);
            if (!answer.IsAccepted)
            {
                Assert.Equal("TOO_LOW", answer.Refusal!.Code);
                Refused.Add(id);
                continue;
            }

            Accepted[id] = answer.Value;
            var repeated = await Ask(id, height);
            Assert.Equal(answer.Value.Records, repeated.Value.Records);
        }
    }));

    /// <summary>One command that would be accepted, but is refused if it has to be decided a second time.</summary>
    public async Task DecideOnce()
    {
        var id = Guid.NewGuid();
        var decided = 0;
        var answer = await Ask(id, 100, (state, command, moment) =>
            decided++ == 0 ? Climb.Decide(state, command, moment) : Decided.No(ClimbRefusal.TooLow, ("height", 0)));
        if (answer.IsAccepted) Accepted[id] = answer.Value;
        else Refused.Add(id);
    }

    private async Task<Outcome<Accepted>> Ask(Guid id, long height, Decide<Climb, ClimbTo>? decide = null)
    {
        while (true)
        {
            var context = new CommandContext(id, new Actor("user:1"));
            // That the state could not be read is no answer; the same command is sent again, as a client does.
            var answer = await Patiently.Read(() => turns.StartNew(
                () => aggregate.Handle(context, new ClimbTo(height), decide ?? Climb.Decide)).Unwrap());
            if (answer.Refusal?.Code is not ("UNKNOWN_ASK_AGAIN" or "BUSY")) return answer;
        }
    }

    internal sealed class WallClock : IMarketClock
    {
        public DateTimeOffset Now => TimeProvider.System.GetUtcNow().WholeMicroseconds();

        public double Speed => 1;

        public bool IsTrusted => true;
    }

    internal sealed class Quiet : IAggregateLog
    {
        public void Doubt(Exception error, string stream, long version)
        {
        }

        public void Superseded(string stream, long version)
        {
        }

        public void ListenerTrouble(Exception error, string stream, long version)
        {
        }

        public void SnapshotTrouble(Exception error, string stream, long version)
        {
        }
    }
}
