using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Follows the record lines of one stream, whatever file they stand in: their form, the chain, their order in time, an
/// auction's rules, and that each signed tree head has the root of the records before it.
/// </summary>
/// <param name="stream">The stream all records are of.</param>
/// <param name="after">Version and hash (hex) of the record before the first; 0 and zeros from the beginning.</param>
/// <param name="isWhole">From version 1: an auction's rules and its tree can be followed.</param>
internal sealed class RecordWalk(string stream, (long Version, string Hash) after, bool isWhole)
{
    private static readonly string HeadType = EventTypes.AliasOf(typeof(TreeHeadSigned));

    private readonly MerkleTree? tree = isWhole ? new MerkleTree() : null;
    private long at = long.MinValue;
    private long headSize;

    public long Version { get; private set; } = after.Version;

    public string Hash { get; private set; } = after.Hash;

    /// <summary>Null where the rules are not followed.</summary>
    public AuctionReplay? Replay { get; } =
        isWhole && stream.StartsWith("auction:", StringComparison.Ordinal) ? new AuctionReplay(stream) : null;

    /// <summary>Signed tree heads so far.</summary>
    public int Heads { get; private set; }

    /// <summary>The record read last.</summary>
    public FileRecord? Last { get; private set; }

    /// <summary>Asked of every tree head whether its signature holds; null where no key is known.</summary>
    public Func<TreeHeadSigned, Breach?>? CheckSignature { get; init; }

    /// <summary>Takes the next line; null when it follows from those before.</summary>
    public Breach? Next(string line)
    {
        if (!FileRecord.TryRead(line, out var record, out var field)) return new Breach(field, "It cannot be read.");
        if (record.Version != Version + 1) return new Breach("version", $"It says {record.Version}.");
        if (record.At < at) return new Breach("at", "It is earlier than the record before.");
        if (!record.DisclosureHolds()) return new Breach("secretDigest", "It is not the digest of salt and secret.");
        if (record.ComputeHash(Hash, stream) != record.Hash)
            return new Breach("hash", "The record's content does not have this hash.");
        if (RecordParts.Fault(record.Type, record.Public, Fields(record)) is { } fault) return fault;
        if (Replay?.Apply(record.Type, record.Instant, record.CommandId, record.Public, Fields(record))
            is { } breach) return breach;
        if (record.Type == HeadType && Head(record) is { } wrong) return wrong;
        (Version, Hash, at, Last) = (record.Version, record.Hash, record.At, record);
        tree?.Append(Convert.FromHexString(record.Hash));
        return null;
    }

    /// <summary>What is disclosed; a record that hides nothing may disclose nothing.</summary>
    private static string? Fields(FileRecord record) => record.Secret is { Length: > 0 } secret ? secret : null;

    private Breach? Head(FileRecord record)
    {
        if (Read(record) is not { Root: not null, Key: not null, Signature: not null } head)
            return new Breach("public", "It does not fit its type.");
        if (head.Size <= headSize || head.Size > Version)
            return new Breach("public.size", $"It is not within {headSize + 1} and {Version}.");
        if (tree is not null && Convert.ToHexStringLower(tree.Root(head.Size)) != head.Root)
            return new Breach("public.root", "The records before it have another root.");
        if (head.SignedAt > record.Instant) return new Breach("public.signedAt", "It is later than the record.");
        if (CheckSignature?.Invoke(head) is { } breach) return breach;
        headSize = head.Size;
        Heads++;
        return null;
    }

    private static TreeHeadSigned? Read(FileRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<TreeHeadSigned>(record.Public, EventCodec.Options);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
