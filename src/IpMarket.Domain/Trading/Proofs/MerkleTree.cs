using System.Numerics;
using System.Security.Cryptography;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>
/// The Merkle tree of a log (RFC 9162 §2.1) that grows at its end: leaf hash = SHA-256(0x00 ‖ entry), inner node =
/// SHA-256(0x01 ‖ left ‖ right). An auction's entries are its records' 32-byte hashes, version 1 first. Every complete
/// subtree's hash is kept: roots of all sizes so far and their proofs cost a handful of hashes.
/// </summary>
public sealed class MerkleTree
{
    private readonly List<List<byte[]>> levels = [[]];

    /// <summary>Entries so far.</summary>
    public long Size => levels[0].Count;

    public void Append(ReadOnlySpan<byte> entry)
    {
        levels[0].Add(MerkleHash.Leaf(entry));
        for (var level = 0; levels[level].Count % 2 == 0; level++)
        {
            if (levels.Count == level + 1) levels.Add([]);
            levels[level + 1].Add(MerkleHash.Node(levels[level][^2], levels[level][^1]));
        }
    }

    /// <summary>The root over the first <paramref name="size"/> entries, 0 to <see cref="Size"/>.</summary>
    public byte[] Root(long size)
    {
        Within(size, 0, Size);
        return size == 0 ? SHA256.HashData([]) : Root(0, size);
    }

    /// <summary>
    /// The hashes that lead from entry <paramref name="index"/> (from 0) to the root over the first
    /// <paramref name="size"/> entries, lowest first (RFC 9162 §2.1.3.1).
    /// </summary>
    public IReadOnlyList<byte[]> Inclusion(long index, long size)
    {
        Within(size, 1, Size);
        Within(index, 0, size - 1);
        var path = new List<byte[]>();
        var (start, count) = (0L, size);
        while (count > 1)
        {
            var left = Split(count);
            var isLeft = index - start < left;
            path.Add(isLeft ? Root(start + left, count - left) : Root(start, left));
            (start, count) = isLeft ? (start, left) : (start + left, count - left);
        }

        path.Reverse();
        return path;
    }

    /// <summary>
    /// The hashes that show the first <paramref name="from"/> entries to be a beginning of the first
    /// <paramref name="to"/>, lowest first (RFC 9162 §2.1.4.1); empty when both are the same.
    /// </summary>
    public IReadOnlyList<byte[]> Consistency(long from, long to)
    {
        Within(to, 1, Size);
        Within(from, 1, to);
        var path = new List<byte[]>();
        var (start, count, isWhole) = (0L, to, true);
        while (from - start != count)
        {
            var left = Split(count);
            var isLeft = from - start <= left;
            path.Add(isLeft ? Root(start + left, count - left) : Root(start, left));
            (start, count, isWhole) = isLeft ? (start, left, isWhole) : (start + left, count - left, false);
        }

        if (!isWhole) path.Add(Root(start, count));
        path.Reverse();
        return path;
    }

    /// <summary>The largest power of two below the count.</summary>
    private static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    private byte[] Root(long start, long count)
    {
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return levels[level][(int)(start >> level)];
        }

        var left = Split(count);
        return MerkleHash.Node(Root(start, left), Root(start + left, count - left));
    }

    private static void Within(long value, long min, long max)
    {
        if (value < min || value > max)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"It is not within {min} and {max}.");
    }
}
