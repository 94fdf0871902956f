namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>
/// Shamir's sharing of secret bytes over GF(256) with AES's polynomial: each byte is the value at 0 of a polynomial, a
/// share its values at the holder's number.
/// </summary>
public static class SecretSharing
{
    private const int Polynomial = 0x11b;
    private const int FieldSize = 256;

    /// <summary>
    /// The secret that shares lead to. Of fewer than the threshold, or of wrong ones, it is some other bytes.
    /// </summary>
    /// <param name="shares">Each holder's number, 1 to 255 and once, with its bytes; all of one length.</param>
    public static byte[] Combine(IReadOnlyList<(int Holder, byte[] Share)> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count == 0) throw new ArgumentException("There is no share.", nameof(shares));
        var secret = new byte[shares[0].Share.Length];
        foreach (var (holder, share) in shares)
        {
            var weight = 1;
            foreach (var (other, _) in shares)
                if (other != holder) weight = Multiply(weight, Divide(other, other ^ holder));
            for (var i = 0; i < secret.Length; i++) secret[i] ^= (byte)Multiply(weight, share[i]);
        }

        return secret;
    }

    /// <summary>The value of a polynomial, its constant first, at a holder's number.</summary>
    public static byte ValueAt(ReadOnlySpan<byte> coefficients, int holder)
    {
        var value = 0;
        for (var i = coefficients.Length - 1; i >= 0; i--) value = Multiply(value, holder) ^ coefficients[i];
        return (byte)value;
    }

    private static int Multiply(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) != 0) product ^= a;
            a <<= 1;
            if (a >= FieldSize) a ^= Polynomial;
        }

        return product;
    }

    /// <summary>By the inverse, which is the 254th power.</summary>
    private static int Divide(int a, int b)
    {
        if (b == 0) throw new ArgumentException("A holder's share is there twice.", nameof(b));
        var inverse = 1;
        for (var i = 0; i < FieldSize - 2; i++) inverse = Multiply(inverse, b);
        return Multiply(a, inverse);
    }
}
