using System.Security.Cryptography;
using System.Text;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>A public key the market signs with: ECDSA over P-256 with SHA-256.</summary>
/// <param name="Id">The first 16 hex digits of SHA-256 over <paramref name="Point"/>.</param>
/// <param name="Point">The uncompressed point (0x04 ‖ x ‖ y) as 130 hex digits, "raw" in WebCrypto.</param>
/// <param name="From">First instant it signs at (market time).</param>
/// <param name="Until">Last instant it signs at; null while it is in use.</param>
public sealed record MarketKey(string Id, string Point, DateTimeOffset From, DateTimeOffset? Until)
{
    public const int PointBytes = 65;

    /// <summary>64 bytes r ‖ s, as 128 hex digits.</summary>
    public const int SignatureBytes = 64;

    private const int CoordinateBytes = 32;

    public static string IdOf(ReadOnlySpan<byte> point) => Convert.ToHexStringLower(SHA256.HashData(point))[..16];

    public static MarketKey Of(ECDsa key, DateTimeOffset from, DateTimeOffset? until)
    {
        ArgumentNullException.ThrowIfNull(key);
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        byte[] point = [4, .. q.X!, .. q.Y!];
        return new MarketKey(IdOf(point), Convert.ToHexStringLower(point), from, until);
    }

    public static string Sign(ECDsa key, string statement)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexStringLower(key.SignData(
            Encoding.UTF8.GetBytes(statement),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    public bool IsInUseAt(DateTimeOffset at) => at >= From && (Until is null || at <= Until);

    /// <summary>False too for a point that is not on the curve or not uncompressed, as WebCrypto has it.</summary>
    public bool Verifies(string statement, string signature)
    {
        try
        {
            using var key = Open();
            return key.VerifyData(
                Encoding.UTF8.GetBytes(statement),
                Convert.FromHexString(signature),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The key as PEM (SubjectPublicKeyInfo), for other tools.</summary>
    public string Pem()
    {
        using var key = Open();
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private ECDsa Open()
    {
        var point = Convert.FromHexString(Point);
        if (point is not [4, ..] || point.Length != PointBytes)
            throw new CryptographicException("It is no uncompressed point of P-256.");
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = point[1..(1 + CoordinateBytes)],
                Y = point[(1 + CoordinateBytes)..],
            },
        });
    }
}

/// <summary>A signature with the key it was made with.</summary>
/// <param name="Key">The key's id.</param>
/// <param name="Signature">r ‖ s, 128 hex digits.</param>
public sealed record MarketSignature(string Key, string Signature);

/// <summary>The market's signing keys; all servers of a market share them.</summary>
public interface IMarketKeys
{
    /// <summary>Oldest first; the last one is in use.</summary>
    Task<IReadOnlyList<MarketKey>> All(CancellationToken cancel);

    /// <summary>Signs with the key in use at that instant (market time).</summary>
    Task<MarketSignature> Sign(string statement, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Makes a new key for use from now on; the one before ends now. Both stay published.</summary>
    Task<MarketKey> Rotate(CancellationToken cancel);
}
