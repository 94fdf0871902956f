using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Testing.Trading;

/// <summary>How an outsider who kept an older root checks a newer one.</summary>
public static class MerkleConsistency
{
    /// <summary>Whether the path shows the smaller tree to be a beginning of the larger (RFC 9162 §2.1.4.2).</summary>
    public static bool Holds(
        long from, ReadOnlySpan<byte> fromRoot, long to, ReadOnlySpan<byte> toRoot, IReadOnlyList<byte[]> path)
    {
        if (from < 1 || from > to) return false;
        if (from == to) return path.Count == 0 && fromRoot.SequenceEqual(toRoot);
        var rest = new Queue<byte[]>(path);
        if (!long.IsPow2(from) && rest.Count == 0) return false;
        var first = long.IsPow2(from) ? fromRoot.ToArray() : rest.Dequeue();
        var (node, last) = (from - 1, to - 1);
        while (node % 2 == 1) (node, last) = (node >> 1, last >> 1);
        var (smaller, larger) = (first, first);
        foreach (var next in rest)
        {
            if (last == 0) return false;
            if (node % 2 == 1 || node == last)
            {
                (smaller, larger) = (MerkleHash.Node(next, smaller), MerkleHash.Node(next, larger));
                while (node % 2 == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                larger = MerkleHash.Node(larger, next);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && fromRoot.SequenceEqual(smaller) && toRoot.SequenceEqual(larger);
    }
}
