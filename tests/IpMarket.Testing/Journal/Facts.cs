using System.Security.Cryptography;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Testing.Journal;

/// <summary>Appends real events to a journal without an aggregate, for tests of what follows from it.</summary>
public static class Facts
{
    /// <summary>Appends the facts as one command at the stream's end; returns the last pos.</summary>
    public static async Task<long> Append(
        this IJournal journal, string stream, DateTimeOffset at, params IReadOnlyList<IEvent> facts)
    {
        var chain = await Chain.At(journal, stream, CancellationToken.None);
        var previous = chain.Head;
        var command = Guid.NewGuid();
        var records = new JournalRecord[facts.Count];
        for (var i = 0; i < facts.Count; i++)
        {
            var (text, secret) = EventCodec.Encode(facts[i], new Actor("user:test"));
            var salt = RandomNumberGenerator.GetBytes(RecordHash.SaltBytes);
            var type = EventTypes.NameOf(facts[i]);
            var version = chain.Version + 1 + i;
            previous = RecordHash.Of(
                previous, stream, version, type, at, command, text, RecordHash.SecretDigest(salt, secret));
            records[i] = new JournalRecord(
                0, stream, version, type, at, command, i, new byte[32], text, secret, salt, previous);
        }

        var answer = await journal.Append(new StreamAppend(stream, chain.Version, records), CancellationToken.None);
        return answer.Result == AppendResult.Stored
            ? answer.FirstPos + facts.Count - 1
            : throw new InvalidOperationException($"Append to {stream}: {answer.Result}.");
    }
}
