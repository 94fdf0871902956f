using System.Security.Cryptography;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>Hashes of the Merkle tree, and how proofs are checked without it (RFC 9162 §2.1).</summary>
public static class MerkleHash
{
    private const int Bytes = SHA256.HashSizeInBytes;

    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> input = stackalloc byte[1 + entry.Length];
        input[0] = 0;
        entry.CopyTo(input[1..]);
        return SHA256.HashData(input);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Bytes)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Bytes)..]);
        return SHA256.HashData(input);
    }

    /// <summary>
    /// Whether the path leads from the entry at <paramref name="index"/> (from 0) to the root of a tree of
    /// <paramref name="size"/> entries (RFC 9162 §2.1.3.2).
    /// </summary>
    public static bool IsIncluded(
        ReadOnlySpan<byte> entry, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size) return false;
        var (node, last) = (index, size - 1);
        var hash = Leaf(entry);
        foreach (var next in path)
        {
            if (last == 0) return false;
            if (node % 2 == 1 || node == last)
            {
                hash = Node(next, hash);
                while (node % 2 == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = Node(hash, next);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }
}
