using System.Security.Cryptography;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>A holder's public key: a point of P-256, uncompressed, in lower-case hex (65 bytes).</summary>
public static class HolderKey
{
    private const int CoordinateBytes = 32;
    private const int Bytes = 1 + (2 * CoordinateBytes);

    /// <summary>Whether it is a point of the curve: to another one nothing can be sealed.</summary>
    public static bool IsPoint(string? key)
    {
        if (!SealedEnvelope.IsHex(key, Bytes) || !key!.StartsWith("04", StringComparison.Ordinal)) return false;
        var bytes = Convert.FromHexString(key);
        try
        {
            using var point = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = bytes[1..(1 + CoordinateBytes)], Y = bytes[(1 + CoordinateBytes)..] },
            });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>SHA-256 of the point, lower-case hex: what people compare.</summary>
    public static string Fingerprint(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(key)));
}
