using IpMarket.Adapters.Storage.Backup;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <content>The same promises under many writers.</content>
public abstract partial class JournalContract
{
    [Fact]
    public async Task Twenty_thousand_first_writes_from_8_connections_leave_no_double_row()
    {
        const int streams = 20_000;
        const int wave = 1_000;
        var journals = Enumerable.Range(0, 8).Select(_ => Store.Open()).ToArray();
        for (var from = 0; from < streams; from += wave)
        {
            var results = await Task.WhenAll(journals.Select(journal => Task.Run(() => Task.WhenAll(
                Enumerable.Range(from, wave).Select(i => FirstWrite(journal, $"test:{i}"))))));
            for (var i = 0; i < wave; i++)
            {
                var stored = results.Count(answers => answers[i] == AppendResult.Stored);
                // On a machine under load an append may go unanswered; then somebody else's may be the one.
                Assert.InRange(stored, results.Any(answers => answers[i] is null) ? 0 : 1, 1);
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in Tail(journals[0])) Assert.True(seen.Add(record.Stream), record.Stream);
        Assert.Equal(streams, seen.Count);
    }

    [Fact]
    public async Task A_reader_that_asks_for_pos_above_its_last_misses_none_of_100_000_events_of_16_writers()
    {
        const int streams = 16 * 25;
        const int events = 250;
        var journals = Enumerable.Range(0, Store.WritingProcesses).Select(_ => Store.Open()).ToArray();
        var reader = Store.Open();
        var writing = Task.WhenAll(Enumerable.Range(0, streams).Select(i => Task.Run(
            () => Write(journals[i % journals.Length], $"test:{i}", events))));
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        var last = 0L;
        var count = 0;
        while (true)
        {
            var done = writing.IsCompleted;
            var records = await reader.ReadAll(last, 1_000, Cancel);
            if (records.Count == 0 && done) break;
            foreach (var record in records)
            {
                Assert.True(record.Pos > last);
                last = record.Pos;
                Assert.Equal(versions.GetValueOrDefault(record.Stream) + 1, record.Version);
                versions[record.Stream] = record.Version;
                count++;
            }
        }

        await writing;
        Assert.Equal(streams, versions.Count);
        Assert.All(versions.Values, version => Assert.True(version >= events));
        Assert.Equal(last, await reader.LastPos(Cancel));
        var again = 0;
        await foreach (var _ in Tail(reader)) again++;
        Assert.Equal(again, count);
        await SavedAndRestored(reader, last);
    }

    /// <summary>A copy of the store is tailed by pos as the store itself, and goes on where it ends.</summary>
    private async Task SavedAndRestored(IJournal journal, long last)
    {
        var folder = Directory.CreateTempSubdirectory("ipmarket-tail-");
        var saved = Path.Combine(folder.FullName, "saved");
        await StoreBackup.Save(Store.Options, saved, TimeProvider.System, Cancel);
        await using var target = await Create();
        await StoreBackup.Restore(target.Options, saved, Cancel);
        folder.Delete(recursive: true);
        var copy = target.Open();
        await using var original = Tail(journal).GetAsyncEnumerator(Cancel);
        await foreach (var record in Tail(copy))
        {
            Assert.True(await original.MoveNextAsync());
            Assert.Equal(original.Current.Pos, record.Pos);
            Assert.Equal(original.Current.Hash, record.Hash);
        }

        Assert.False(await original.MoveNextAsync());
        var answer = await copy.Append(new Chain("test:goes-on").Next(), Cancel);
        Assert.Equal(new AppendAnswer(AppendResult.Stored, last + 1, 1), answer);
    }

    /// <summary>Appends five at a time until the stream holds as many; a doubt (a machine under load) is fenced.</summary>
    private static async Task Write(IJournal journal, string stream, int events)
    {
        var chain = new Chain(stream);
        var doubt = false;
        while (chain.Version < events)
        {
            var append = doubt ? chain.Fence() : chain.Next(5);
            try
            {
                var answer = await journal.Append(append, Cancel);
                if (answer.Result == AppendResult.Stored) chain.Moved(append);
                else chain = await Chain.At(journal, stream, Cancel);
                doubt = false;
            }
            catch (JournalDoubtException)
            {
                doubt = true;
            }
        }
    }

    /// <summary>Null when it is not known.</summary>
    private static async Task<AppendResult?> FirstWrite(IJournal journal, string stream)
    {
        try
        {
            return (await journal.Append(new Chain(stream).Next(), Cancel)).Result;
        }
        catch (JournalDoubtException)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<JournalRecord> Tail(IJournal journal)
    {
        var last = 0L;
        while (true)
        {
            var records = await journal.ReadAll(last, 1_000, Cancel);
            if (records.Count == 0) yield break;
            foreach (var record in records) yield return record;
            last = records[^1].Pos;
        }
    }
}
