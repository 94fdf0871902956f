using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel;

public sealed class AggregateTests
{
    private readonly MemoryJournal journal = new();
    private readonly TestClock clock = new();
    private readonly Guid id = Guid.NewGuid();

    private CounterActivation Activate() => new(journal, clock);

    [Fact]
    public async Task An_accepted_command_stands_in_the_journal_when_it_is_answered()
    {
        var answer = await Activate().Add(id, 5);
        Assert.Equal((1L, 1L), (answer.Value.Version, answer.Value.Pos));
        var record = Assert.Single(journal.Records);
        Assert.Equal(("test.counter.added/1", """{"by":5}"""), (record.Type, record.Public));
        Assert.Contains("user:1", record.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain("user:1", record.Public, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_stores_nothing()
    {
        var activation = Activate();
        var first = await activation.Add(id, 5);
        var repeat = await activation.Add(id, 5);
        Assert.Equal(first.Value.Records, repeat.Value.Records);
        Assert.Single(journal.Records);
    }

    [Fact]
    public async Task A_repeat_after_a_restart_gets_the_first_answer()
    {
        var first = await Activate().Add(id, 5);
        var repeat = await Activate().Add(id, 5);
        Assert.Equal(first.Value.Records, repeat.Value.Records);
        Assert.Single(journal.Records);
    }

    [Fact]
    public async Task A_repeat_older_than_the_memory_gets_the_first_answer_even_where_it_would_now_be_refused()
    {
        var activation = Activate();
        var first = await activation.Add(id, 500);
        for (var i = 0; i < 1_100; i++) await activation.Add(Guid.NewGuid(), 0);
        await activation.Add(Guid.NewGuid(), 500);
        var stored = journal.Records.Count;
        var repeat = await activation.Add(id, 500);
        Assert.Equal(first.Value.Records, repeat.Value.Records);
        Assert.Equal(stored, journal.Records.Count);
        Assert.Equal("TOO_MUCH", (await activation.Add(Guid.NewGuid(), 500)).Refusal!.Code);
    }

    [Fact]
    public async Task Refusals_that_meet_ask_the_journal_together_whether_they_are_old_repeats()
    {
        var activation = Activate();
        var first = await activation.Add(id, 500);
        for (var i = 0; i < 1_100; i++) await activation.Add(Guid.NewGuid(), 0);
        await activation.Add(Guid.NewGuid(), 500);
        var held = new TaskCompletionSource();
        var questions = 0;
        journal.BeforeRead = () =>
        {
            questions++;
            return held.Task;
        };
        var refused = Enumerable.Range(0, 100).Select(_ => activation.Add(Guid.NewGuid(), 500)).ToList();
        var repeat = activation.Add(id, 500);
        // A turn behind theirs: all of them wait for the journal by now.
        await activation.Read();
        held.SetResult();
        Assert.All(await Task.WhenAll(refused), answer => Assert.Equal("TOO_MUCH", answer.Refusal!.Code));
        Assert.Equal(first.Value.Records, (await repeat).Value.Records);
        Assert.InRange(questions, 1, 2);
    }

    [Theory]
    [InlineData(6, "user:1")]
    [InlineData(5, "user:2")]
    public async Task The_same_id_with_another_request_is_refused(long by, string user)
    {
        var activation = Activate();
        await activation.Add(id, 5);
        var other = await activation.Add(id, by, user);
        Assert.Equal(("SAME_ID_OTHER_REQUEST", 422), (other.Refusal!.Code, other.Refusal.Status));
        Assert.Single(journal.Records);
    }

    [Fact]
    public async Task A_refused_id_may_be_sent_again_and_then_accepted()
    {
        var activation = Activate();
        await activation.Add(Guid.NewGuid(), 900);
        Assert.Equal("TOO_MUCH", (await activation.Add(id, 101)).Refusal!.Code);
        await activation.Add(Guid.NewGuid(), -1);
        Assert.True((await activation.Add(id, 101)).IsAccepted);
    }

    [Fact]
    public async Task Commands_that_wait_share_the_next_flush()
    {
        var activation = Activate();
        await activation.Read();
        var gate = new Gate(journal);
        var first = activation.Add(Guid.NewGuid(), 1);
        await gate.Reached;
        var others = Enumerable.Range(0, 20).Select(_ => activation.Add(Guid.NewGuid(), 1)).ToList();
        await activation.Read();
        gate.Open();
        await Task.WhenAll(others.Append(first));
        Assert.Equal(21, journal.Records.Count);
        Assert.Equal(2, journal.Appends);
    }

    [Fact]
    public async Task A_repeat_in_flight_joins_the_running_command()
    {
        var activation = Activate();
        await activation.Read();
        var gate = new Gate(journal);
        var first = activation.Add(id, 1);
        await gate.Reached;
        var repeat = activation.Add(id, 1);
        await activation.Read();
        Assert.False(repeat.IsCompleted);
        gate.Open();
        Assert.Equal((await first).Value.Records, (await repeat).Value.Records);
        Assert.Single(journal.Records);
    }

    [Fact]
    public async Task Readers_see_only_what_is_durable()
    {
        var activation = Activate();
        await activation.Read();
        var gate = new Gate(journal);
        var adding = activation.Add(id, 7);
        await gate.Reached;
        Assert.Equal(0, (await activation.Read()).State.Sum);
        gate.Open();
        await adding;
        Assert.Equal(7, (await activation.Read()).State.Sum);
    }

    [Fact]
    public async Task A_refusal_decided_on_something_in_flight_is_decided_again_when_that_never_landed()
    {
        var activation = Activate();
        await activation.Read();
        var gate = new Gate(journal);
        journal.Fault = append => append.Expected == 0 && append.Records[0].Type != "kernel.fence/1"
            ? AppendFault.NeverArrives
            : AppendFault.None;
        var filling = activation.Add(Guid.NewGuid(), 1_000);
        await gate.Reached;
        var refusedAtFirst = activation.Add(Guid.NewGuid(), 600);
        await activation.Read();
        Assert.False(refusedAtFirst.IsCompleted);
        gate.Open();
        await Task.WhenAll(filling, refusedAtFirst);
        var answers = new[] { await filling, await refusedAtFirst };
        Assert.Single(answers, answer => answer.IsAccepted);
        Assert.Equal(answers.Where(a => a.IsAccepted).Sum(a => ((Added)a.Value.Records[0].Event).By), (await activation.Read()).State.Sum);
    }

    [Fact]
    public async Task A_bug_in_a_decider_is_the_callers_exception_and_harms_nobody_else()
    {
        var activation = Activate();
        await Assert.ThrowsAsync<InvalidOperationException>(() => activation.Add(id, 13));
        Assert.True((await activation.Add(Guid.NewGuid(), 1)).IsAccepted);
    }

    [Fact]
    public async Task An_edit_of_another_version_than_the_one_seen_is_refused()
    {
        var activation = Activate();
        await activation.Add(Guid.NewGuid(), 1);
        Assert.Equal("VERSION_CHANGED", (await activation.Add(Guid.NewGuid(), 1, ifVersion: 0)).Refusal!.Code);
        Assert.True((await activation.Add(Guid.NewGuid(), 1, ifVersion: 1)).IsAccepted);
    }

    [Fact]
    public async Task The_instant_of_a_command_never_falls()
    {
        var activation = Activate();
        var first = await activation.Add(Guid.NewGuid(), 1);
        clock.Advance(TimeSpan.FromMinutes(-5));
        var second = await activation.Add(Guid.NewGuid(), 1);
        Assert.Equal(first.Value.At, second.Value.At);
    }

    [Fact]
    public async Task A_poison_record_gives_a_clear_error_on_every_call()
    {
        journal.Plant(new JournalRecord(
            1, "test:counter", 1, "test.counter.gone/1", clock.Now, id, 0, new byte[32], "{}", null, new byte[16],
            new byte[32]));
        var activation = Activate();
        var error = await Assert.ThrowsAsync<PoisonRecordException>(() => activation.Add(Guid.NewGuid(), 1));
        Assert.Equal(("test:counter", 1L, "test.counter.gone/1"), (error.Stream, error.Version, error.Type));
        await Assert.ThrowsAsync<PoisonRecordException>(() => activation.Add(Guid.NewGuid(), 1));
    }

    [Fact]
    public async Task What_stands_in_the_journal_and_is_not_answered_yet_is_waited_for()
    {
        var activation = new CounterActivation(journal, clock);
        var gate = new Gate(journal, isStored: true);
        var adding = activation.Add(Guid.NewGuid(), 5);
        await gate.Reached;
        Assert.Single(journal.Records);
        Assert.Equal(0, (await activation.Read()).Version);

        var reaching = activation.Reach(1);
        Assert.False(reaching.IsCompleted);
        gate.Open();
        Assert.True(await reaching);
        Assert.Equal((1, 5), ((await activation.Read()).Version, (await activation.Read()).State.Sum));
        Assert.True((await adding).IsAccepted);
    }

    [Fact]
    public async Task Who_has_nothing_on_its_way_to_a_version_steps_down()
    {
        var left = new CounterActivation(journal, clock);
        var right = new CounterActivation(journal, clock);
        await right.Read();
        await left.Add(Guid.NewGuid(), 1);
        Assert.False(await right.Reach(1));
        Assert.True(right.SteppedDown);
        Assert.True(await left.Reach(1));
        Assert.False(left.SteppedDown);
        Assert.True(await new CounterActivation(journal, clock).Reach(1));
    }
}
