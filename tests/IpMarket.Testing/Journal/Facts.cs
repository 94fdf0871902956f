using System.Security.Cryptography;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Testing.Journal;

/// <summary>Appends real events to a journal without an aggregate, for tests of what follows from it.</summary>
public static class Facts
{
    /// <summary>Appends the facts as one command at the stream's end; returns the last pos.</summary>
    public static Task<long> Append(
        this IJournal journal, string stream, DateTimeOffset at, params IReadOnlyList<IEvent> facts) =>
        journal.AppendAs(new CommandContext(Guid.NewGuid(), new Actor("user:test")), stream, at, facts);

    /// <summary>The same as a given command of a given actor.</summary>
    public static async Task<long> AppendAs(
        this IJournal journal, CommandContext context, string stream, DateTimeOffset at, IReadOnlyList<IEvent> facts)
    {
        var chain = await Chain.At(journal, stream, CancellationToken.None);
        var previous = chain.Head;
        var records = new JournalRecord[facts.Count];
        for (var i = 0; i < facts.Count; i++)
        {
            records[i] = Record(context, stream, chain.Version + 1 + i, previous, at, i, facts[i]);
            previous = records[i].Hash;
        }

        var answer = await journal.Append(new StreamAppend(stream, chain.Version, records), CancellationToken.None);
        return answer.Result == AppendResult.Stored
            ? answer.FirstPos + facts.Count - 1
            : throw new InvalidOperationException($"Append to {stream}: {answer.Result}.");
    }

    /// <summary>A record that continues the chain after <paramref name="previous"/>.</summary>
    public static JournalRecord Record(
        CommandContext context, string stream, long version, byte[] previous, DateTimeOffset at, int n, IEvent fact)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (text, secret) = EventCodec.Encode(fact, context.Actor);
        var salt = RandomNumberGenerator.GetBytes(RecordHash.SaltBytes);
        var type = EventTypes.NameOf(fact);
        var hash = RecordHash.Of(
            previous, stream, version, type, at, context.CommandId, text, RecordHash.SecretDigest(salt, secret));
        return new JournalRecord(
            0, stream, version, type, at, context.CommandId, n, new byte[32], text, secret, salt, hash);
    }
}
