using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IpMarket.Domain.Trading.Auctions.Sealed;

namespace IpMarket.Testing.Trading;

/// <summary>A holder of shares with his key pair, as his browser would hold it.</summary>
public sealed class Holder : IDisposable
{
    private readonly ECDiffieHellman pair;

    private Holder(ECDiffieHellman pair) => this.pair = pair;

    /// <summary>The public point, uncompressed, lower-case hex.</summary>
    public string Point => PointOf(pair);

    /// <summary>The pair, PKCS 8, lower-case hex.</summary>
    public string Pkcs8 => Convert.ToHexStringLower(pair.ExportPkcs8PrivateKey());

    public static Holder Made() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    public static Holder Of(string pkcs8)
    {
        var held = ECDiffieHellman.Create();
        held.ImportPkcs8PrivateKey(Convert.FromHexString(pkcs8), out _);
        return new Holder(held);
    }

    /// <summary>His share of a bid, lower-case hex; throws where it was not sealed to him.</summary>
    public string Open(SealedEnvelope envelope, int holder)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var share = envelope.Shares[holder - 1];
        var point = Convert.FromHexString(envelope.Ephemeral);
        using var other = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        var info = Encoding.UTF8.GetBytes(envelope.BindingOf(holder));
        var key = SealedBids.BoxKey(pair, other.PublicKey, envelope.Ephemeral + Point, info);
        var sealedBytes = Convert.FromHexString(share.Box);
        var plain = new byte[sealedBytes.Length - SealedBids.TagBytes];
        using var cipher = new AesGcm(key, SealedBids.TagBytes);
        cipher.Decrypt(
            Convert.FromHexString(share.Iv), sealedBytes[..plain.Length], sealedBytes[plain.Length..], plain, info);
        return Convert.ToHexStringLower(plain);
    }

    public void Dispose() => pair.Dispose();

    internal static string PointOf(ECDiffieHellman pair)
    {
        var q = pair.ExportParameters(false).Q;
        return "04" + Convert.ToHexStringLower(q.X!) + Convert.ToHexStringLower(q.Y!);
    }
}

/// <summary>Seals bids as the bidder's browser does: what the market itself must never be able to.</summary>
public static class SealedBids
{
    internal const int TagBytes = 16;

    /// <returns>The envelope's text, and the bid's key.</returns>
    public static (string Envelope, string Key) Seal(
        string auction, int bidder, ulong fen, int threshold, IReadOnlyList<string> holders)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var plain = new byte[40];
        BinaryPrimitives.WriteUInt64BigEndian(plain, fen);
        RandomNumberGenerator.Fill(plain.AsSpan(8));
        return Seal(auction, bidder, plain, threshold, holders, key, key);
    }

    /// <summary>Anything under any key: what a bidder who means harm could hand in.</summary>
    /// <param name="shared">The key the shares lead to.</param>
    public static (string Envelope, string Key) Seal(
        string auction,
        int bidder,
        byte[] plain,
        int threshold,
        IReadOnlyList<string> holders,
        byte[] key,
        byte[] shared)
    {
        ArgumentNullException.ThrowIfNull(holders);
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var envelope = new SealedEnvelope(
            auction, bidder, threshold, Holder.PointOf(once), Hash("ipmarket-sealed-key/1\n", key), "", "", []);
        var coefficients = Enumerable.Range(0, shared.Length).Select(i =>
        {
            var bytes = RandomNumberGenerator.GetBytes(threshold);
            bytes[0] = shared[i];
            return bytes;
        }).ToList();
        var shares = holders.Select((point, i) =>
        {
            var holder = i + 1;
            var share = coefficients.Select(each => SecretSharing.ValueAt(each, holder)).ToArray();
            return Sealed(envelope, once, holder, point, share);
        });
        envelope = envelope with { Shares = [.. shares] };
        var (iv, box) = Encrypt(key, plain, Encoding.UTF8.GetBytes(envelope.Binding));
        return ((envelope with { Iv = iv, Box = box }).Write(), Convert.ToHexStringLower(key));
    }

    internal static byte[] BoxKey(ECDiffieHellman own, ECDiffieHellmanPublicKey other, string points, byte[] info) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(other), 32, Convert.FromHexString(points), info);

    private static SealedShare Sealed(
        SealedEnvelope envelope, ECDiffieHellman once, int holder, string point, byte[] share)
    {
        var bytes = Convert.FromHexString(point);
        using var other = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = bytes[1..33], Y = bytes[33..] },
        });
        var info = Encoding.UTF8.GetBytes(envelope.BindingOf(holder));
        var key = BoxKey(once, other.PublicKey, envelope.Ephemeral + point, info);
        var (iv, box) = Encrypt(key, share, info);
        var label = $"ipmarket-sealed-share-hash/1\n{envelope.Auction}\n{envelope.Bidder}\n{holder}\n";
        return new SealedShare(holder, HolderKey.Fingerprint(point), iv, box, Hash(label, share));
    }

    private static (string Iv, string Box) Encrypt(byte[] key, byte[] plain, byte[] binding)
    {
        var iv = RandomNumberGenerator.GetBytes(12);
        var (box, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(iv, plain, box, tag, binding);
        return (Convert.ToHexStringLower(iv), Convert.ToHexStringLower([.. box, .. tag]));
    }

    private static string Hash(string label, byte[] bytes) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(label), .. bytes]));
}
