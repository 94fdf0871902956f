using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>What every journal promises; run on both databases.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    private JournalStore? store;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected JournalStore Store => store!;

    protected abstract Task<JournalStore> Create();

    public async ValueTask InitializeAsync() => store = await Create();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_stored_is_read_back_to_the_byte()
    {
        var journal = Store.Open();
        var chain = new Chain("test:钒 钛-1");
        var append = chain.Of(
            Guid.NewGuid(), 3, secret: "{\"actor\":{\"user\":\"user:1\"},\"note\":\"密 \\u0000 \U0001F512\"}");
        var answer = await journal.Append(append, Cancel);
        Assert.Equal(new AppendAnswer(AppendResult.Stored, 1, 3), answer);
        var expected = append.Records.Select((record, i) => record with { Pos = i + 1 }).ToList();
        Assert.Equivalent(expected, await journal.ReadStream(chain.Stream, 0, 10, Cancel), strict: true);
        Assert.Equivalent(expected[1..2], await journal.ReadStream(chain.Stream, 1, 1, Cancel), strict: true);
        Assert.Equivalent(expected, await journal.ReadAll(0, 10, Cancel), strict: true);
        Assert.Equivalent(
            expected, await journal.ReadCommand(chain.Stream, append.Records[0].CommandId, Cancel), strict: true);
        Assert.Equal(3, await journal.LastPos(Cancel));
        Assert.Null(ChainCheck.FirstBreak(chain.Stream, await journal.ReadStream(chain.Stream, 0, 10, Cancel)));
    }

    [Fact]
    public async Task Several_commands_are_asked_for_at_once()
    {
        var journal = Store.Open();
        var chain = new Chain("test:commands");
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        foreach (var id in ids)
        {
            var append = chain.Of(id, 2);
            await journal.Append(append, Cancel);
            chain.Moved(append);
        }

        var records = await journal.ReadCommands(chain.Stream, [ids[2], Guid.NewGuid(), ids[0]], Cancel);
        Assert.Equal([ids[0], ids[0], ids[2], ids[2]], records.Select(record => record.CommandId));
        Assert.Equal([1, 2, 5, 6], records.Select(record => record.Version));
        Assert.Empty(await journal.ReadCommands("test:other", ids, Cancel));
    }

    [Fact]
    public async Task An_empty_journal_answers_with_nothing()
    {
        var journal = Store.Open();
        Assert.Equal(0, await journal.LastPos(Cancel));
        Assert.Empty(await journal.ReadAll(0, 10, Cancel));
        Assert.Empty(await journal.ReadStream("test:none", 0, 10, Cancel));
        Assert.Empty(await journal.ReadCommand("test:none", Guid.NewGuid(), Cancel));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(4)]
    [InlineData(0)]
    public async Task An_append_after_5_that_expects_another_version_stores_nothing(long expected)
    {
        var journal = Store.Open();
        var chain = new Chain("test:five");
        await journal.Append(chain.Next(5), Cancel);
        var answer = await journal.Append(new Chain("test:five", expected).Next(2), Cancel);
        Assert.Equal(new AppendAnswer(AppendResult.WrongVersion, 0, 5), answer);
        Assert.Equal(5, await journal.LastPos(Cancel));
    }

    [Fact]
    public async Task A_repeated_command_stores_nothing_and_spoils_nobody_elses_append()
    {
        var journal = Store.Open();
        var chain = new Chain("test:repeated");
        var first = chain.Next(2);
        Assert.Equal(AppendResult.Stored, (await journal.Append(first, Cancel)).Result);
        chain.Moved(first);
        var repeat = chain.Of(first.Records[0].CommandId, 3);
        var others = Enumerable.Range(0, 50).Select(i => journal.Append(new Chain($"test:other-{i}").Next(), Cancel));
        var answers = await Task.WhenAll(others.Prepend(journal.Append(repeat, Cancel)).ToList());
        Assert.Equal(new AppendAnswer(AppendResult.RepeatedCommand, 0, 2), answers[0]);
        Assert.All(answers[1..], answer => Assert.Equal(AppendResult.Stored, answer.Result));
        Assert.Equal(2, (await journal.ReadStream(chain.Stream, 0, 10, Cancel)).Count);
        Assert.Equal(52, (await journal.ReadAll(0, 100, Cancel)).Count);
    }

    [Fact]
    public async Task A_command_id_used_in_one_stream_is_free_in_another()
    {
        var journal = Store.Open();
        var id = Guid.NewGuid();
        Assert.Equal(AppendResult.Stored, (await journal.Append(new Chain("test:a").Of(id), Cancel)).Result);
        Assert.Equal(AppendResult.Stored, (await journal.Append(new Chain("test:b").Of(id), Cancel)).Result);
    }

    [Fact]
    public async Task Two_writers_on_one_stream_never_share_a_version()
    {
        const int perWriter = 200;
        var stored = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var journal = Store.Open();
            var mine = new List<Guid>();
            while (mine.Count < perWriter)
            {
                var chain = await Chain.At(journal, "test:contended", Cancel);
                var append = chain.Next();
                if ((await journal.Append(append, Cancel)).Result == AppendResult.Stored)
                    mine.Add(append.Records[0].CommandId);
            }

            return mine;
        })));
        var records = await Store.Open().ReadStream("test:contended", 0, 10_000, Cancel);
        Assert.Equal(2 * perWriter, records.Count);
        Assert.Null(ChainCheck.FirstBreak("test:contended", records));
        Assert.Equal(stored.SelectMany(ids => ids).Order(), records.Select(record => record.CommandId).Order());
    }

    [Fact]
    public async Task Two_appends_of_one_stream_in_one_flush_are_checked_one_after_the_other()
    {
        var journal = Store.Open();
        var chain = new Chain("test:queue");
        var first = chain.Next();
        var rival = chain.Next();
        chain.Moved(first);
        var second = chain.Next();
        var answers = await Task.WhenAll(
            journal.Append(first, Cancel), journal.Append(rival, Cancel), journal.Append(second, Cancel));
        Assert.Equal(
            [AppendResult.Stored, AppendResult.WrongVersion, AppendResult.Stored], answers.Select(a => a.Result));
    }

    [Fact]
    public async Task A_poison_record_names_itself_and_its_neighbours_are_read()
    {
        var journal = Store.Open();
        await Store.Plant("test:poison", 1, "test.never-heard-of/1", "{}");
        await Store.Plant("test:poison", 2, "kernel.fence/1", "{\"broken\":");
        await Store.Plant("test:poison", 3, "kernel.fence/1", "{}");
        var records = await journal.ReadStream("test:poison", 0, 10, Cancel);
        var unknown = Assert.Throws<PoisonRecordException>(() => EventCodec.Decode(records[0]));
        Assert.Equal(("test:poison", 1L, "test.never-heard-of/1"), (unknown.Stream, unknown.Version, unknown.Type));
        var broken = Assert.Throws<PoisonRecordException>(() => EventCodec.Decode(records[1]));
        Assert.Equal(2, broken.Version);
        Assert.IsType<Fence>(EventCodec.Decode(records[2]).Event);
        Assert.Equal(
            new ChainBreak("test:poison", 1, "hash"), ChainCheck.FirstBreak("test:poison", records));
    }

    [Fact]
    public async Task A_malformed_append_fails_alone_with_nothing_sent()
    {
        var journal = Store.Open();
        var chain = new Chain("test:malformed");
        var good = chain.Next(2);
        var bad = new[]
        {
            good with { Records = [] },
            good with { Expected = 1 },
            good with { Stream = "test:else" },
            good with { Records = [good.Records[0], good.Records[0]] },
            good with { Records = [good.Records[0] with { N = 1 }] },
            good with { Records = [good.Records[0] with { Public = "{\"a\":\"\0\"}" }] },
            good with { Records = [good.Records[0] with { Public = "{\"a\":\"\uD83D\"}" }] },
            good with { Records = [good.Records[0] with { Salt = [] }] },
            good with { Records = [good.Records[0] with { Hash = new byte[31] }] },
            good with { Records = [good.Records[0] with { At = good.Records[0].At.AddTicks(1) }] },
            new Chain("test:malformed").Of(Guid.NewGuid(), Limits.FlushEventsMax + 1),
        };
        foreach (var append in bad)
            await Assert.ThrowsAsync<ArgumentException>(() => journal.Append(append, Cancel));
        Assert.Equal(0, await journal.LastPos(Cancel));
        Assert.Equal(AppendResult.Stored, (await journal.Append(good, Cancel)).Result);
    }

    [Fact]
    public async Task A_flush_of_the_largest_size_and_long_texts_is_one_append()
    {
        var journal = Store.Open();
        var chain = new Chain("test:large");
        var secret = "{\"text\":\"" + new StringBuilder().Insert(0, "钒钛", 1_000) + "\"}";
        var answer = await journal.Append(chain.Of(Guid.NewGuid(), Limits.FlushEventsMax, secret: secret), Cancel);
        Assert.Equal(new AppendAnswer(AppendResult.Stored, 1, Limits.FlushEventsMax), answer);
    }

    [Fact]
    public async Task Listeners_hear_of_the_highest_pos_and_one_that_fails_stops_nothing()
    {
        var journal = Store.Open();
        var heard = 0L;
        journal.OnAppended(_ => throw new InvalidOperationException("A listener that fails."));
        journal.OnAppended(pos => Volatile.Write(ref heard, pos));
        await journal.Append(new Chain("test:heard").Next(3), Cancel);
        await Wait.Until(() => Volatile.Read(ref heard) == 3, "the listener to hear of pos 3");
        Assert.Equal(AppendResult.Stored, (await journal.Append(new Chain("test:next").Next(), Cancel)).Result);
    }

    [Fact]
    public async Task A_cancelled_append_is_either_withdrawn_or_in_doubt()
    {
        var journal = Store.Open();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var error = await Record.ExceptionAsync(() => journal.Append(new Chain("test:c").Next(), cancelled.Token));
        var stored = await Chain.At(journal, "test:c", Cancel);
        if (error is OperationCanceledException) Assert.Equal(0, stored.Version);
        else Assert.IsType<JournalDoubtException>(error);
    }
}

public sealed class SqliteJournalTests : JournalContract
{
    protected override async Task<JournalStore> Create() => await SqliteStore.Create(Cancel);
}

public sealed class PostgresJournalTests : JournalContract
{
    protected override async Task<JournalStore> Create() => await PostgresStore.Create(Cancel);
}
