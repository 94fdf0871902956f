using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel;

public sealed class AggregateDoubtTests
{
    private readonly MemoryJournal journal = new();
    private readonly TestClock clock = new();

    [Theory]
    [InlineData(AppendFault.AnswerLost)]
    [InlineData(AppendFault.NeverArrives)]
    [InlineData(AppendFault.ArrivesLate)]
    public async Task After_a_lost_answer_the_command_is_stored_once_and_answered(AppendFault fault)
    {
        var appends = 0;
        journal.Fault = _ => appends++ == 0 ? fault : AppendFault.None;
        var activation = new CounterActivation(journal, clock);
        var answer = await activation.Add(Guid.NewGuid(), 5);
        journal.DeliverLate();
        Assert.True(answer.IsAccepted);
        Assert.Single(journal.Records, record => record.Type == "test.counter.added/1");
        Assert.Equal(journal.Records.Single(r => r.Type == "test.counter.added/1").Version, answer.Value.Version);
        Assert.Equal(5, (await new CounterActivation(journal, clock).Read()).State.Sum);
    }

    [Fact]
    public async Task Two_activations_never_lose_or_double_a_command_and_the_loser_steps_down()
    {
        var left = new CounterActivation(journal, clock);
        var right = new CounterActivation(journal, clock);
        await left.Read();
        await right.Read();
        Assert.True((await left.Add(Guid.NewGuid(), 1)).IsAccepted);
        Assert.True((await right.Add(Guid.NewGuid(), 1)).IsAccepted);
        Assert.True(right.SteppedDown);
        Assert.False(left.SteppedDown);
        Assert.Equal(2, (await right.Read()).State.Sum);
    }

    /// <param name="by">600 could not be added a second time: whoever decided it anew would refuse it.</param>
    [Theory]
    [InlineData(5)]
    [InlineData(600)]
    public async Task While_nothing_can_be_known_the_answer_is_unknown_and_a_repeat_settles_it(long by)
    {
        var down = true;
        var kept = (StreamAppend?)null;
        journal.Fault = append =>
        {
            if (down && kept is null)
            {
                kept = append;
                return AppendFault.AnswerLost;
            }

            return down ? AppendFault.NeverArrives : AppendFault.None;
        };
        journal.BeforeRead = () => down && kept is not null ? throw new IOException("down") : Task.CompletedTask;
        var activation = new CounterActivation(journal, clock, time: new HastyTime());
        var id = Guid.NewGuid();
        Assert.Equal("UNKNOWN_ASK_AGAIN", (await activation.Add(id, by)).Refusal!.Code);
        down = false;
        var answer = await activation.Add(id, by);
        Assert.True(answer.IsAccepted);
        Assert.Single(journal.Records, record => record.Type == "test.counter.added/1");
    }

    /// <summary>Random faults, two activations, eight clients; a failing seed stands in the message.</summary>
    [Fact]
    public async Task Under_random_faults_every_answer_agrees_with_the_journal()
    {
        for (var seed = 1; seed <= 150; seed++) await RunSeed(seed);
    }

    private static async Task RunSeed(int seed)
    {
        var random = new Random(seed);
        var faulty = new MemoryJournal();
        var gate = new Lock();
        faulty.Fault = _ =>
        {
            lock (gate) return random.Next(4) == 0 ? (AppendFault)random.Next(1, 4) : AppendFault.None;
        };
        CounterActivation[] activations = [Fresh(), Fresh()];
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            var own = new List<(Guid Id, Outcome<Accepted> Answer)>();
            for (var i = 0; i < 12; i++)
            {
                var id = Guid.NewGuid();
                Outcome<Accepted> answer;
                do answer = await activations[(client + i) % 2].Add(id, 20 + client);
                while (answer.Refusal?.Code is "UNKNOWN_ASK_AGAIN" or "BUSY");
                own.Add((id, answer));
                if (i % 4 == 0) faulty.DeliverLate();
            }

            return own;
        })));
        faulty.DeliverLate();
        var stored = faulty.Records.Select(EventCodec.Decode).Where(fact => fact.Event is Added).ToList();
        var accepted = answers.SelectMany(list => list).Where(pair => pair.Answer.IsAccepted).ToList();
        Assert.True(
            stored.Select(fact => fact.CommandId).Order().SequenceEqual(accepted.Select(pair => pair.Id).Order()),
            $"seed {seed}: {stored.Count} stored, {accepted.Count} accepted");
        Assert.True(
            stored.ToHashSet().SetEquals(accepted.SelectMany(pair => pair.Answer.Value.Records)), $"seed {seed}: answers");
        Assert.True(stored.Sum(fact => ((Added)fact.Event).By) <= 1_000, $"seed {seed}: the rule was broken");

        CounterActivation Fresh() => new(faulty, new TestClock(), time: new HastyTime());
    }

    /// <summary>Time whose timers fire at once, so that pauses between tries cost nothing.</summary>
    private sealed class HastyTime : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => Interlocked.Add(ref now, TimestampFrequency / 1_000);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Add(ref now, (long)(Math.Max(0, dueTime.TotalSeconds) * TimestampFrequency));
            return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}

public sealed class AggregateSnapshotTests
{
    private readonly MemoryJournal journal = new();
    private readonly TestClock clock = new();
    private readonly MemorySlot slot = new();

    [Fact]
    public async Task A_snapshot_spares_reading_the_stream_and_keeps_repeats_known()
    {
        var id = Guid.NewGuid();
        var before = new CounterActivation(journal, clock, slot);
        var first = await before.Add(id, 5);
        await before.TakeSnapshot();
        var after = new CounterActivation(journal, clock, slot);
        Assert.Equal(5, (await after.Read()).State.Sum);
        Assert.Equal(first.Value.Records, (await after.Add(id, 5)).Value.Records);
        Assert.Equal(0, after.Reports.SnapshotTroubles);
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("shape")]
    [InlineData("state")]
    public async Task A_snapshot_that_does_not_fit_the_journal_is_not_used(string wrong)
    {
        var before = new CounterActivation(journal, clock, slot);
        await before.Add(Guid.NewGuid(), 5);
        await before.TakeSnapshot();
        var good = slot.Kept! with { State = """{"sum":999}""" };
        slot.Kept = wrong switch
        {
            "hash" => good with { Hash = new string('0', 64) },
            "shape" => good with { Shape = "0" },
            _ => good with { State = "{" },
        };
        Assert.Equal(5, (await new CounterActivation(journal, clock, slot).Read()).State.Sum);
    }
}
