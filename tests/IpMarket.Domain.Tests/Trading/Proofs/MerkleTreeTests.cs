using System.Security.Cryptography;
using CsCheck;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>
/// The tree against the roots the Certificate Transparency projects test with, and against RFC 9162's text.
/// </summary>
public class MerkleTreeTests
{
    private static readonly string[] Inputs =
    [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static readonly Gen<(int Size, int From, int Index, int Flip)> Case =
        from size in Gen.Int[1, 70]
        from @from in Gen.Int[1, size]
        from index in Gen.Int[0, size - 1]
        from flip in Gen.Int[0, 255]
        select (size, @from, index, flip);

    [Fact]
    public void Roots_are_those_of_the_known_vectors()
    {
        var tree = new MerkleTree();
        Assert.Equal(Roots[0], Convert.ToHexStringLower(tree.Root(0)));
        foreach (var input in Inputs) tree.Append(Convert.FromHexString(input));
        for (var size = 0; size <= Inputs.Length; size++)
            Assert.Equal(Roots[size], Convert.ToHexStringLower(tree.Root(size)));
    }

    [Fact]
    public void Three_thousand_proofs_are_those_of_the_RFCs_text_and_hold_and_hold_for_nothing_else() => Case.Sample(
        @case =>
        {
            var (size, from, index, flip) = @case;
            var entries = Enumerable.Range(0, size).Select(i => SHA256.HashData([(byte)i])).ToArray();
            var tree = new MerkleTree();
            foreach (var entry in entries) tree.Append(entry);
            var (root, smaller) = (tree.Root(size), tree.Root(from));
            Assert.Equal(Naive.Root(entries), root);
            Assert.Equal(Naive.Root(entries[..from]), smaller);
            var path = tree.Inclusion(index, size);
            Assert.Equal(Naive.Path(index, entries), path);
            Assert.True(MerkleHash.IsIncluded(entries[index], index, size, path, root));
            var steps = tree.Consistency(from, size);
            Assert.Equal(Naive.Consistency(from, entries), steps);
            Assert.True(MerkleConsistency.Holds(from, smaller, size, root, steps));

            Assert.False(MerkleHash.IsIncluded(entries[index], index, size, path, Flipped(root, flip)));
            Assert.False(MerkleHash.IsIncluded(Flipped(entries[index], flip), index, size, path, root));
            Assert.False(MerkleHash.IsIncluded(entries[index], size, size, path, root));
            Assert.False(MerkleHash.IsIncluded(entries[index], index, size, [.. path, root], root));
            Assert.False(MerkleConsistency.Holds(from, Flipped(smaller, flip), size, root, steps));
            Assert.False(MerkleConsistency.Holds(from, smaller, size, Flipped(root, flip), steps));
            Assert.False(MerkleConsistency.Holds(from, smaller, size, root, [.. steps, root]));
            if (path.Count > 0)
            {
                var wrong = path.ToList();
                wrong[flip % wrong.Count] = Flipped(wrong[flip % wrong.Count], flip);
                Assert.False(MerkleHash.IsIncluded(entries[index], index, size, wrong, root));
                Assert.False(MerkleHash.IsIncluded(entries[index], index, size, [.. path.Skip(1)], root));
            }

            if (steps.Count > 0)
                Assert.False(MerkleConsistency.Holds(from, smaller, size, root, [.. steps.Skip(1)]));
        },
        iter: 3_000);

    [Fact]
    public void A_hundred_thousand_records_are_proved_by_seventeen_hashes()
    {
        var tree = new MerkleTree();
        for (var i = 0; i < 100_000; i++) tree.Append(BitConverter.GetBytes(i));
        var path = tree.Inclusion(77_777, 100_000);
        Assert.InRange(path.Count, 1, 17);
        Assert.True(MerkleHash.IsIncluded(
            BitConverter.GetBytes(77_777), 77_777, 100_000, path, tree.Root(100_000)));
    }

    private static byte[] Flipped(byte[] hash, int bit)
    {
        var changed = hash.ToArray();
        changed[bit / 8] ^= (byte)(1 << (bit % 8));
        return changed;
    }

    /// <summary>RFC 9162 §2.1.1, §2.1.3.1 and §2.1.4.1, word by word.</summary>
    private static class Naive
    {
        public static byte[] Root(byte[][] d) => d.Length == 0 ? SHA256.HashData([])
            : d.Length == 1 ? SHA256.HashData([0, .. d[0]])
            : SHA256.HashData([1, .. Root(d[..Split(d.Length)]), .. Root(d[Split(d.Length)..])]);

        public static List<byte[]> Path(int m, byte[][] d)
        {
            if (d.Length == 1) return [];
            var k = Split(d.Length);
            return m < k ? [.. Path(m, d[..k]), Root(d[k..])] : [.. Path(m - k, d[k..]), Root(d[..k])];
        }

        public static List<byte[]> Consistency(int m, byte[][] d) => Sub(m, d, true);

        private static List<byte[]> Sub(int m, byte[][] d, bool b)
        {
            if (m == d.Length) return b ? [] : [Root(d)];
            var k = Split(d.Length);
            return m <= k ? [.. Sub(m, d[..k], b), Root(d[k..])] : [.. Sub(m - k, d[k..], false), Root(d[..k])];
        }

        private static int Split(int n)
        {
            var k = 1;
            while (2 * k < n) k *= 2;
            return k;
        }
    }
}
