using System.Net;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing;
using IpMarket.Testing.Faults;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>
/// The answer to a commit is lost: nothing may be stored twice, no answer taken back, and a repeat gets the first
/// answer. SQLite has no network between; its answers are lost by an exception after the commit.
/// </summary>
public sealed class LostAnswerTests
{
    private const int Processes = 16;
    private const int StreamsPerProcess = 4;

    /// <summary>Calls that meet a fault: 200, with <c>tests/run --full R5</c> 500.</summary>
    private static readonly int Met = FaultSize.Of("R5", small: 200, full: 500);

    private static readonly int Holes = Met / 20;
    private static readonly int Late = Met * 63 / 200;
    private static readonly int CommandsPerWriter = Met / 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "R5")]
    public async Task On_postgres_190_closed_connections_and_10_black_holes_lose_and_double_nothing()
    {
        await using var store = await PostgresStore.Create(Cancel);
        var (proxy, met) = Proxy(store, Faults(lost: Met - Late - Holes, Late, Holes));
        var journals = Enumerable.Range(0, Processes).Select(_ => Through(proxy, store)).ToList();
        var writers = Writers([.. journals]);
        await Task.WhenAll(writers.Select(writer => Task.Run(() => writer.Work(CommandsPerWriter))));
        foreach (var journal in journals) await journal.DisposeAsync();
        await proxy.DisposeAsync();
        Assert.Equal(Met, met());
        Assert.Equal(Late, proxy.LateDelivered);
        Assert.True(writers.Sum(writer => writer.Doubts) >= Met);
        await Check(writers, store.Open());
    }

    [Fact]
    [Trait("Fault", "R5")]
    public async Task On_postgres_through_the_aggregate_the_same_faults_take_no_answer_back()
    {
        EventTypes.Register(typeof(Climbed).Assembly);
        await using var store = await PostgresStore.Create(Cancel);
        var (proxy, met) = Proxy(store, Faults(lost: Met - Late - Holes, Late, Holes));
        var journals = Enumerable.Range(0, Processes).Select(_ => Through(proxy, store)).ToList();
        var climbers = journals.SelectMany((journal, process) => Enumerable.Range(0, StreamsPerProcess)
            .Select(i => new Climber(journal, $"test:{process}-{i}"))
            .Append(new Climber(journal, $"test:two-activations-{process / 2}"))).ToList();
        await Task.WhenAll(climbers.Select(climber => climber.Work(clients: 4, commands: CommandsPerWriter)));
        foreach (var journal in journals) await journal.DisposeAsync();
        await proxy.DisposeAsync();
        Assert.Equal(Met, met());
        Assert.Equal(Late, proxy.LateDelivered);
        await Check(climbers, store.Open());
    }

    [Fact]
    public async Task Through_the_aggregate_what_was_refused_after_a_doubt_never_lands_late()
    {
        EventTypes.Register(typeof(Climbed).Assembly);
        await using var store = await PostgresStore.Create(Cancel);
        var (proxy, met) = Proxy(store, Faults(lost: 0, late: 48, holes: 0), every: 1);
        var journals = Enumerable.Range(0, Processes).Select(_ => Through(proxy, store)).ToList();
        var climbers = journals.Select((journal, i) => new Climber(journal, $"test:{i}")).ToList();
        await Task.WhenAll(climbers.Select(climber => climber.DecideOnce()));
        Assert.NotEmpty(climbers.SelectMany(climber => climber.Refused));
        await Wait.Until(() => proxy.LateDelivered == met(), "all late appends to reach the server");
        foreach (var climber in climbers)
        {
            var records = await store.Open().ReadStream(climber.Stream, 0, 100, Cancel);
            Assert.Null(ChainCheck.FirstBreak(climber.Stream, records));
            Assert.Equal(
                climber.Accepted.Keys,
                records.Where(record => record.Type != "kernel.fence/1").Select(record => record.CommandId));
        }

        foreach (var journal in journals) await journal.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task On_sqlite_through_the_aggregate_an_exception_after_every_third_commit_takes_no_answer_back()
    {
        EventTypes.Register(typeof(Climbed).Assembly);
        await using var store = await SqliteStore.Create(Cancel);
        var commits = 0;
        store.AfterCommit = () =>
        {
            if (Interlocked.Increment(ref commits) % 3 == 0) throw new IOException("The answer is lost.");
        };
        var journal = store.Open();
        var climbers = Enumerable.Range(0, 32).Select(i => new Climber(journal, $"test:{i / 2}")).ToList();
        await Task.WhenAll(climbers.Select(climber => climber.Work(clients: 4, commands: CommandsPerWriter)));
        await Check(climbers, store.Open());
    }

    [Fact]
    public async Task On_sqlite_an_exception_after_every_third_commit_loses_and_doubles_nothing()
    {
        await using var store = await SqliteStore.Create(Cancel);
        var commits = 0;
        store.AfterCommit = () =>
        {
            if (Interlocked.Increment(ref commits) % 3 == 0) throw new IOException("The answer is lost.");
        };
        var writers = Writers([store.Open()]);
        await Task.WhenAll(writers.Select(writer => Task.Run(() => writer.Work(CommandsPerWriter))));
        Assert.True(writers.Sum(writer => writer.Doubts) >= CommandsPerWriter);
        await Check(writers, store.Open());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_that_arrives_late_lands_unless_a_fence_stands(bool fenced)
    {
        await using var store = await PostgresStore.Create(Cancel);
        var (proxy, _) = Proxy(store, new Queue<CallFault>([CallFault.ArrivesLate]), every: 1);
        var journal = Through(proxy, store);
        var chain = new Chain("test:late");
        var late = chain.Next();
        await Assert.ThrowsAsync<JournalDoubtException>(() => journal.Append(late, Cancel));
        Assert.Empty(await journal.ReadStream(chain.Stream, 0, 10, Cancel));
        var fence = chain.Fence();
        if (fenced) Assert.Equal(AppendResult.Stored, (await journal.Append(fence, Cancel)).Result);
        await Wait.Until(() => proxy.LateDelivered == 1, "the late append to reach the server");
        var stands = Assert.Single(await journal.ReadStream(chain.Stream, 0, 10, Cancel));
        Assert.Equal((fenced ? fence : late).Records[0].CommandId, stands.CommandId);
        await journal.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_believed_only_after_the_commit()
    {
        await using var store = await PostgresStore.Create(Cancel);
        await store.Database.Run(
            """
            create function public.fail() returns trigger language plpgsql as $$ begin raise 'at commit'; end $$;
            create constraint trigger fails after insert on journal.records deferrable initially deferred
              for each row when (new.type = 'test.fails/1') execute function public.fail();
            """);
        var journal = store.Open();
        var chain = new Chain("test:commit");
        var failing = chain.Of(Guid.NewGuid(), type: "test.fails/1");
        await Assert.ThrowsAsync<JournalDoubtException>(() => journal.Append(failing, Cancel));
        Assert.Equal(0, await journal.LastPos(Cancel));
        Assert.Equal(AppendResult.Stored, (await journal.Append(chain.Next(), Cancel)).Result);
    }

    [Fact]
    public async Task An_append_that_does_not_get_the_lock_in_2_seconds_is_in_doubt_and_never_lands()
    {
        await using var store = await PostgresStore.Create(Cancel);
        var journal = store.Open();
        var chain = new Chain("test:lock");
        await using var source = NpgsqlDataSource.Create(store.Database.App);
        await using (var holder = await source.OpenConnectionAsync(Cancel))
        {
            await using var held = await holder.BeginTransactionAsync(Cancel);
            await using var take = new NpgsqlCommand(
                "select pg_advisory_xact_lock(hashtextextended('ipmarket.journal', 0))", holder, held);
            await take.ExecuteNonQueryAsync(Cancel);
            var doubt = await Assert.ThrowsAsync<JournalDoubtException>(() => journal.Append(chain.Next(), Cancel));
            var refused = Assert.IsType<PostgresException>(doubt.InnerException);
            // Both limits are 2 s; the statement's clock starts a little earlier.
            Assert.True(refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled);
        }

        Assert.Equal(AppendResult.Stored, (await journal.Append(chain.Fence(), Cancel)).Result);
        Assert.Single(await journal.ReadStream(chain.Stream, 0, 10, Cancel));
    }

    [Theory]
    [InlineData("set synchronous_commit = off", 1, "synchronous_commit")]
    [InlineData("set synchronous_commit = local", 1, "synchronous_commit")]
    [InlineData("set default_transaction_isolation = 'repeatable read'", 1, "read committed")]
    [InlineData("set default_transaction_isolation = 'serializable'", 1, "read committed")]
    [InlineData("set application_name = 'rogue'", 2, "without gap")]
    public async Task The_database_refuses_an_append_under_unsafe_settings_or_with_a_gap(
        string setting, long version, string says)
    {
        await using var store = await PostgresStore.Create(Cancel);
        await using var source = NpgsqlDataSource.Create(store.Database.App);
        await using var connection = await source.OpenConnectionAsync(Cancel);
        await using (var set = new NpgsqlCommand(setting, connection)) await set.ExecuteNonQueryAsync(Cancel);
        await using var call = new NpgsqlCommand(
            $$"""
              select journal.journal_append('{test:1}', '{0}', '{1}', '{{{version}}}', '{test.fact/1}', '{0}',
                array[gen_random_uuid()], '{0}', array['\x00'::bytea], '{"{}"}', '{null}',
                array[decode(repeat('00', 16), 'hex')], array[decode(repeat('00', 32), 'hex')])
              """,
            connection);
        var error = await Assert.ThrowsAsync<PostgresException>(() => call.ExecuteNonQueryAsync(Cancel));
        Assert.Contains(says, error.MessageText, StringComparison.Ordinal);
        Assert.Equal(0, await store.Open().LastPos(Cancel));
    }

    private static List<FencedWriter> Writers(List<IJournal> journals)
    {
        var writers = new List<FencedWriter>();
        for (var process = 0; process < Processes; process++)
        {
            var journal = journals[process % journals.Count];
            for (var i = 0; i < StreamsPerProcess; i++)
                writers.Add(new FencedWriter(journal, $"test:{process}-{i}", Cancel));
            // Two activations of one aggregate in two processes.
            if (process % 4 == 0) writers.Add(new FencedWriter(journal, "test:two-activations", Cancel));
        }

        return writers;
    }

    private static async Task Check(List<FencedWriter> writers, IJournal journal)
    {
        foreach (var same in writers.GroupBy(writer => writer.Stream, StringComparer.Ordinal))
        {
            var all = same.SelectMany(writer => writer.Answers.Keys).ToHashSet();
            Assert.Equal(same.Count() * CommandsPerWriter, all.Count + same.Sum(writer => writer.Refused.Count));
            foreach (var writer in same) await writer.Check(journal, all);
        }
    }

    /// <summary>Accepted once and at the place the answer names; refused never; heights rise.</summary>
    private static async Task Check(List<Climber> climbers, IJournal journal)
    {
        foreach (var same in climbers.GroupBy(climber => climber.Stream, StringComparer.Ordinal))
        {
            var records = await journal.ReadStream(same.Key, 0, 100_000, Cancel);
            Assert.Null(ChainCheck.FirstBreak(same.Key, records));
            var facts = records.Select(EventCodec.Decode).Where(fact => fact.Event is Climbed).ToList();
            var accepted = same.SelectMany(climber => climber.Accepted.Values).ToList();
            Assert.Equal(
                accepted.SelectMany(answer => answer.Records).OrderBy(fact => fact.Version), facts);
            Assert.NotEmpty(facts);
            Assert.Empty(facts.Select(fact => fact.CommandId).Intersect(same.SelectMany(c => c.Refused)));
            var heights = facts.Select(fact => ((Climbed)fact.Event).Height).ToList();
            Assert.Equal(heights.Distinct().Order(), heights);
        }
    }

    private static Queue<CallFault> Faults(int lost, int late, int holes)
    {
        CallFault[] faults =
        [
            .. Enumerable.Repeat(CallFault.AnswerLost, lost),
            .. Enumerable.Repeat(CallFault.ArrivesLate, late),
            .. Enumerable.Range(0, holes).Select(i => i % 2 == 0 ? CallFault.BlackHole : CallFault.BlackHoleAfterwards),
        ];
        new Random(20261123).Shuffle(faults);
        return new Queue<CallFault>(faults);
    }

    /// <summary>Every second (or so) call meets the next fault until all were met.</summary>
    private static (TcpProxy Proxy, Func<int> Met) Proxy(PostgresStore store, Queue<CallFault> faults, int every = 2)
    {
        var calls = 0;
        var total = faults.Count;
        var settings = new NpgsqlConnectionStringBuilder(store.Database.App);
        var target = new IPEndPoint(IPAddress.Parse(settings.Host!), settings.Port);
        var proxy = new TcpProxy(target, "ipmarket-journal-writer", () =>
        {
            lock (faults) return ++calls % every == 0 && faults.TryDequeue(out var fault) ? fault : CallFault.None;
        });
        return (proxy, () => total - faults.Count);
    }

    private static PostgresJournal Through(TcpProxy proxy, PostgresStore store)
    {
        var settings = new NpgsqlConnectionStringBuilder(store.Database.App)
        {
            Host = "127.0.0.1",
            Port = proxy.Port,
            MaxPoolSize = 8,
        };
        return new PostgresJournal(settings.ConnectionString, NullLogger<PostgresJournal>.Instance);
    }
}
