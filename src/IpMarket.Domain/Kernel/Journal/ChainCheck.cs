namespace IpMarket.Domain.Kernel.Journal;

/// <summary>The first record of a stream that does not continue its chain, and the field that tells.</summary>
public sealed record ChainBreak(string Stream, long Version, string Field)
{
    public override string ToString() => $"{Stream}: version {Version} breaks the chain at field '{Field}'";
}

/// <summary>
/// Walks one stream's records from version 1 and checks that each continues the chain. <c>stream</c> and <c>version</c>
/// are named where they differ from what must follow, <c>salt</c> and <c>hash</c> where their length is wrong;
/// otherwise a changed field shows as a <c>hash</c> that its record does not have.
/// </summary>
public sealed class ChainCheck(string stream)
{
    private byte[] head = RecordHash.Genesis;

    /// <summary>The last version that was in order; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>The hash of that version; <see cref="RecordHash.Genesis"/> before the first.</summary>
    public ReadOnlyMemory<byte> Head => head;

    /// <summary>Checks the next stored record; null when it continues the chain.</summary>
    public ChainBreak? Next(JournalRecord record)
    {
        if (record.Salt.Length != RecordHash.SaltBytes) return Broken("salt");
        return Next(
            record.Stream, record.Version, record.Type, record.At, record.CommandId, record.Public,
            RecordHash.SecretDigest(record.Salt, record.Secret), record.Hash);
    }

    /// <summary>Checks the next record by its secret part's digest (as in an exported event file).</summary>
    public ChainBreak? Next(
        string ofStream,
        long version,
        string type,
        DateTimeOffset at,
        Guid commandId,
        string publicPart,
        ReadOnlySpan<byte> secretDigest,
        byte[] hash)
    {
        if (ofStream != stream) return Broken("stream");
        if (version != Version + 1) return Broken("version");
        if (secretDigest.Length != RecordHash.Bytes) return Broken("secretDigest");
        if (hash.Length != RecordHash.Bytes) return Broken("hash");
        var own = RecordHash.Of(head, ofStream, version, type, at, commandId, publicPart, secretDigest);
        if (!own.AsSpan().SequenceEqual(hash)) return Broken("hash");
        head = hash;
        Version = version;
        return null;
    }

    /// <summary>The first break in a stream's records, given from version 1 on; null when there is none.</summary>
    public static ChainBreak? FirstBreak(string stream, IEnumerable<JournalRecord> records)
    {
        var check = new ChainCheck(stream);
        return records.Select(check.Next).FirstOrDefault(broken => broken is not null);
    }

    private ChainBreak Broken(string field) => new(stream, Version + 1, field);
}
