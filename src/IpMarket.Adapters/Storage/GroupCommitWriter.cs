using System.Diagnostics;
using System.Threading.Channels;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Extensions.Logging;

namespace IpMarket.Adapters.Storage;

/// <summary>
/// Stores a batch in one transaction and answers per append. Streams of a batch are distinct. Throwing means: unknown
/// whether the transaction was, or will be, committed.
/// </summary>
internal interface IBatchStore : IAsyncDisposable
{
    Task<AppendAnswer[]> Store(IReadOnlyList<StreamAppend> batch);
}

/// <summary>
/// The one writer of a process: whatever all aggregates flush while a transaction is under way goes into the next one
/// (at most <see cref="Limits.FlushEventsMax"/> events). There is no timer in it and nothing is ever tried
/// twice: what fails leaves its callers in doubt, and only they can settle it.
/// </summary>
internal sealed partial class GroupCommitWriter : IAsyncDisposable
{
    /// <summary>In the queue and under way together: twice the database's time.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMilliseconds(2 * Limits.DatabaseTimeoutMs);

    /// <summary>Times others are let run before a transaction.</summary>
    private const int YieldsMax = 8;

    /// <summary>Behind a full thread pool even one yield may take longer; then there is company enough.</summary>
    private static readonly TimeSpan CompanyMax = TimeSpan.FromMilliseconds(0.5);

    private readonly IBatchStore store;
    private readonly ILogger log;

    // Unbounded: an aggregate has one append on its way, so the queue is no longer than there are active aggregates.
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly List<Waiting> deferred = [];
    private readonly Task loop;
    private Action<long>[] listeners = [];
    private long arrived;

    public GroupCommitWriter(IBatchStore store, ILogger log)
    {
        this.store = store;
        this.log = log;
        loop = Task.Run(Run);
    }

    public void OnAppended(Action<long> listener)
    {
        lock (queue) listeners = [.. listeners, listener];
    }

    /// <exception cref="JournalDoubtException">Not known whether it was or will be stored.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent: nothing is stored.</exception>
    public async Task<AppendAnswer> Append(StreamAppend append, CancellationToken cancel)
    {
        AppendRules.Check(append);
        var waiting = new Waiting(append);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(waiting), this);
        Interlocked.Increment(ref arrived);
        try
        {
            return await waiting.Answer.WaitAsync(AnswerTimeout, cancel);
        }
        catch (TimeoutException error)
        {
            waiting.Withdraw();
            throw new JournalDoubtException($"Append to {append.Stream}: no answer in {AnswerTimeout}.", error);
        }
        catch (OperationCanceledException error)
        {
            if (waiting.Withdraw()) throw;
            throw new JournalDoubtException($"Append to {append.Stream}: cancelled under way.", error);
        }
    }

    /// <summary>Refuses new appends, finishes what is queued, closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        await store.DisposeAsync();
    }

    private async Task Run()
    {
        var batch = new List<Waiting>();
        while (deferred.Count > 0 || await queue.Reader.WaitToReadAsync())
        {
            await Company(batch.Count);
            batch.Clear();
            Gather(batch);
            if (batch.Count > 0) await Flush(batch);
        }
    }

    /// <summary>
    /// Those who were answered together come back within microseconds of each other: while others run and bring
    /// something, it lets them. Nobody waits for somebody who may not come: no timer, and none after a lone append.
    /// </summary>
    private async Task Company(int before)
    {
        var began = Stopwatch.GetTimestamp();
        for (var (round, seen) = (0, -1L); round < YieldsMax && before > 1; round++)
        {
            if (round > 0 && Stopwatch.GetElapsedTime(began) > CompanyMax) return;
            if (Interlocked.Read(ref arrived) is var now && now == seen) return;
            seen = now;
            await Task.Yield();
        }
    }

    /// <summary>
    /// Takes in order what fits. A second append to a stream that is in the batch waits for the next batch, so that its
    /// expected version is checked against what the first one left.
    /// </summary>
    private void Gather(List<Waiting> batch)
    {
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var events = 0;
        var earlier = deferred.ToArray();
        deferred.Clear();
        var next = 0;
        while (next < earlier.Length || queue.Reader.TryPeek(out _))
        {
            Waiting waiting;
            if (next < earlier.Length) waiting = earlier[next++];
            else if (!queue.Reader.TryRead(out waiting!)) break;

            if (events + waiting.Append.Records.Count > Limits.FlushEventsMax)
            {
                deferred.Add(waiting);
                break;
            }

            if (!streams.Add(waiting.Append.Stream)) deferred.Add(waiting);
            else if (waiting.Take())
            {
                batch.Add(waiting);
                events += waiting.Append.Records.Count;
            }
        }

        deferred.AddRange(earlier.AsSpan(next));
    }

    private async Task Flush(List<Waiting> batch)
    {
        try
        {
            var answers = await store.Store(batch.ConvertAll(waiting => waiting.Append));
            var last = 0L;
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answered(answers[i]);
                if (answers[i].Result == AppendResult.Stored)
                    last = Math.Max(last, answers[i].FirstPos + batch[i].Append.Records.Count - 1);
            }

            if (last > 0) Announce(last);
        }
        catch (Exception error)
        {
            LogDoubt(error, batch.Count);
            foreach (var waiting in batch) waiting.Doubted(error);
        }
    }

    private void Announce(long pos)
    {
        foreach (var listener in Volatile.Read(ref listeners))
        {
            try
            {
                listener(pos);
            }
            catch (Exception error)
            {
                LogListener(error, pos);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A transaction of {Appends} appends is in doubt")]
    private partial void LogDoubt(Exception error, int appends);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener of the journal failed at pos {Pos}")]
    private partial void LogListener(Exception error, long pos);

    /// <summary>One append in the queue. Either the writer takes it or its caller withdraws it, never both.</summary>
    private sealed class Waiting(StreamAppend append)
    {
        private readonly TaskCompletionSource<AppendAnswer> answer =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        private int decided;

        public StreamAppend Append { get; } = append;

        public Task<AppendAnswer> Answer => answer.Task;

        /// <summary>True: the writer sends it. False: its caller has gone, it must not be sent.</summary>
        public bool Take() => Interlocked.CompareExchange(ref decided, 1, 0) == 0;

        /// <summary>True: it will never be sent.</summary>
        public bool Withdraw() => Interlocked.CompareExchange(ref decided, 2, 0) == 0;

        public void Answered(AppendAnswer given) => answer.TrySetResult(given);

        public void Doubted(Exception error) => answer.TrySetException(
            new JournalDoubtException($"Append to {Append.Stream} after {Append.Expected} is in doubt.", error));
    }
}
