using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IpMarket.Domain.Kernel.Journal;

/// <summary>
/// One line of the journal as it is stored. <paramref name="Public"/> and <paramref name="Secret"/> are JSON kept as
/// text and hashed as stored; <paramref name="Salt"/> is 16 random bytes; <paramref name="Hash"/> chains the stream.
/// <paramref name="Pos"/> (commit order, gaps allowed), <paramref name="N"/> (0, 1, … within the command) and
/// <paramref name="RequestHash"/> are outside the hash.
/// </summary>
public sealed record JournalRecord(
    long Pos,
    string Stream,
    long Version,
    string Type,
    DateTimeOffset At,
    Guid CommandId,
    int N,
    byte[] RequestHash,
    string Public,
    string? Secret,
    byte[] Salt,
    byte[] Hash)
{
    private ReadOnce read;

    /// <summary>
    /// What the record says, read by the first who asks: many follow the journal and get the same records.
    /// </summary>
    internal Recorded Read(Func<JournalRecord, Recorded> decode) =>
        read.Of(this) ?? (read = new ReadOnce(this, decode(this))).Of(this)!;

    /// <summary>Holds only for the record it was read from, not for a changed copy; no part of its value.</summary>
    private readonly struct ReadOnce(JournalRecord of, Recorded value) : IEquatable<ReadOnce>
    {
        private readonly Tuple<JournalRecord, Recorded>? known = Tuple.Create(of, value);

        public Recorded? Of(JournalRecord record) => ReferenceEquals(known?.Item1, record) ? known.Item2 : null;

        public bool Equals(ReadOnce other) => true;

        public override bool Equals(object? obj) => obj is ReadOnce;

        public override int GetHashCode() => 0;
    }
}

/// <summary>
/// The hash of a record: SHA-256 over eight fields, each preceded by its length in bytes as a 4-byte big-endian number:
/// previous hash (32 zero bytes before version 1), stream, version (8 bytes big-endian), type, at (microseconds since
/// 1970-01-01 UTC, 8 bytes big-endian), command id (36 lower-case characters), SHA-256(public),
/// SHA-256(salt ‖ secret; no secret = empty string).
/// </summary>
public static class RecordHash
{
    public const int Bytes = 32;

    public const int SaltBytes = 16;

    /// <summary>What stands before version 1.</summary>
    public static readonly byte[] Genesis = new byte[Bytes];

    public static byte[] Of(
        ReadOnlySpan<byte> previous,
        string stream,
        long version,
        string type,
        DateTimeOffset at,
        Guid commandId,
        string publicPart,
        ReadOnlySpan<byte> secretDigest)
    {
        var size = (8 * 4) + Bytes + Utf8(stream) + 8 + Utf8(type) + 8 + 36 + Bytes + Bytes;
        var buffer = size <= 1_024 ? stackalloc byte[size] : new byte[size];
        var at0 = 0;
        Put(buffer, ref at0, previous);
        Put(buffer, ref at0, stream);
        Put(buffer, ref at0, version);
        Put(buffer, ref at0, type);
        Put(buffer, ref at0, at.ToUnixMicroseconds());
        Put(buffer, ref at0, commandId.ToString("D"));
        Put(buffer, ref at0, PublicDigest(publicPart));
        Put(buffer, ref at0, secretDigest);
        return SHA256.HashData(buffer);
    }

    public static byte[] PublicDigest(string publicPart) => SHA256.HashData(Encoding.UTF8.GetBytes(publicPart));

    /// <summary>SHA-256(salt ‖ secret); stands in the public export in place of the secret.</summary>
    public static byte[] SecretDigest(ReadOnlySpan<byte> salt, string? secret)
    {
        var text = secret ?? "";
        var bytes = new byte[salt.Length + Utf8(text)];
        salt.CopyTo(bytes);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(salt.Length));
        return SHA256.HashData(bytes);
    }

    private static int Utf8(string text) => Encoding.UTF8.GetByteCount(text);

    private static void Put(Span<byte> buffer, ref int at, ReadOnlySpan<byte> field)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer[at..], field.Length);
        field.CopyTo(buffer[(at + 4)..]);
        at += 4 + field.Length;
    }

    private static void Put(Span<byte> buffer, ref int at, string field)
    {
        var length = Encoding.UTF8.GetBytes(field, buffer[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(buffer[at..], length);
        at += 4 + length;
    }

    private static void Put(Span<byte> buffer, ref int at, long field)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, field);
        Put(buffer, ref at, bytes);
    }
}
