using System.Security.Cryptography;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Testing.Journal;

/// <summary>Makes records that continue a stream's hash chain, for tests below the aggregate.</summary>
public sealed class Chain(string stream, long version = 0, byte[]? head = null)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public string Stream { get; } = stream;

    /// <summary>The version the next append expects.</summary>
    public long Version { get; private set; } = version;

    /// <summary>The hash of that version.</summary>
    public byte[] Head { get; private set; } = head ?? RecordHash.Genesis;

    /// <summary>The chain as the journal holds it now.</summary>
    public static async Task<Chain> At(IJournal journal, string stream, CancellationToken cancel)
    {
        var chain = new Chain(stream);
        while (true)
        {
            var records = await journal.ReadStream(stream, chain.Version, 1_000, cancel);
            if (records.Count == 0) return chain;
            chain.Version = records[^1].Version;
            chain.Head = records[^1].Hash;
        }
    }

    /// <summary>An append of one command's records; the chain stays where it is until <see cref="Moved"/>.</summary>
    public StreamAppend Of(Guid commandId, int count = 1, string type = "test.fact/1", string? secret = null)
    {
        var records = new JournalRecord[count];
        var previous = Head;
        for (var i = 0; i < count; i++)
        {
            records[i] = Record(previous, Version + 1 + i, type, commandId, i, secret);
            previous = records[i].Hash;
        }

        return new StreamAppend(Stream, Version, records);
    }

    /// <summary>A new command's append.</summary>
    public StreamAppend Next(int count = 1) => Of(Guid.NewGuid(), count);

    /// <summary>The fence at the expected version.</summary>
    public StreamAppend Fence() => Of(Guid.NewGuid(), type: "kernel.fence/1");

    /// <summary>After the append was stored.</summary>
    public void Moved(StreamAppend append)
    {
        Version = append.Records[^1].Version;
        Head = append.Records[^1].Hash;
    }

    private JournalRecord Record(byte[] previous, long next, string type, Guid commandId, int n, string? secret)
    {
        var salt = RandomNumberGenerator.GetBytes(RecordHash.SaltBytes);
        var at = Start.AddTicks(next * TimeSpan.TicksPerMicrosecond);
        var text = type == "kernel.fence/1" ? "{}" : $"{{\"value\":{next}}}";
        var hash = RecordHash.Of(
            previous, Stream, next, type, at, commandId, text, RecordHash.SecretDigest(salt, secret));
        return new JournalRecord(0, Stream, next, type, at, commandId, n, new byte[32], text, secret, salt, hash);
    }
}
