using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>Why a sealed bid does not count.</summary>
public enum SealedVoid
{
    /// <summary>Too few shares came and its bidder did not open it himself.</summary>
    [Words("未开启", "not opened")]
    Unopened,

    /// <summary>The shares are its own, yet do not lead to its key: its bidder sealed it wrongly.</summary>
    [Words("份额不能合成密钥", "its shares do not make its key")]
    SharesInconsistent,

    /// <summary>The key is the right one, yet does not open the bid bound to this auction and bidder.</summary>
    [Words("内容无法读出", "it cannot be read")]
    Unreadable,

    /// <summary>Below the start price.</summary>
    [Words("低于起始价", "below the start price")]
    BelowStart,

    /// <summary>Above what a bid may be.</summary>
    [Words("超过上限", "above the market's limit")]
    AboveLimit,
}

/// <summary>What a sealed bid turned out to be: an amount, or why it does not count.</summary>
public readonly record struct SealedContent(Money? Amount, SealedVoid? Void);

/// <summary>
/// Opens envelopes by what was released: for the decision and, apart from it, for the check of a file. Sealing is the
/// bidder's browser's alone.
/// </summary>
public static class SealedOpening
{
    /// <summary>The key's length in hex digits.</summary>
    public const int KeyChars = 2 * SealedEnvelope.KeyBytes;

    /// <summary>Whether a released share is the one that was sealed to this holder.</summary>
    public static bool IsShareOf(SealedEnvelope envelope, int holder, string share)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return holder >= 1 && holder <= envelope.Shares.Length
            && SealedEnvelope.IsHex(share, SealedEnvelope.KeyBytes)
            && HashOfShare(envelope, holder, share) == envelope.Shares[holder - 1].Hash;
    }

    /// <summary>Whether this is the key the envelope is bound to.</summary>
    public static bool IsKeyOf(SealedEnvelope envelope, string key)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return SealedEnvelope.IsHex(key, SealedEnvelope.KeyBytes) && HashOfKey(key) == envelope.KeyHash;
    }

    /// <summary>The key that shares lead to, hex; whether it is the envelope's is to be asked.</summary>
    public static string KeyOf(IEnumerable<KeyValuePair<int, string>> shares) => Convert.ToHexStringLower(
        SecretSharing.Combine([.. shares.Select(share => (share.Key, Convert.FromHexString(share.Value)))]));

    /// <summary>What the envelope holds under its own key.</summary>
    /// <param name="envelope">Bound to its auction and bidder.</param>
    /// <param name="key">The envelope's key.</param>
    /// <param name="start">The least amount that counts.</param>
    public static SealedContent Open(SealedEnvelope envelope, string key, Money start)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (!IsKeyOf(envelope, key)) return new SealedContent(null, SealedVoid.SharesInconsistent);
        if (envelope.Open(Convert.FromHexString(key)) is not { } fen)
            return new SealedContent(null, SealedVoid.Unreadable);
        if (fen > Limits.AmountFenMax) return new SealedContent(null, SealedVoid.AboveLimit);
        var amount = Money.Cny((long)fen);
        return amount < start
            ? new SealedContent(amount, SealedVoid.BelowStart)
            : new SealedContent(amount, null);
    }

    private static string HashOfShare(SealedEnvelope envelope, int holder, string share) => Hash(
        string.Create(
            CultureInfo.InvariantCulture,
            $"ipmarket-sealed-share-hash/1\n{envelope.Auction}\n{envelope.Bidder}\n{holder}\n"),
        share);

    private static string HashOfKey(string key) => Hash("ipmarket-sealed-key/1\n", key);

    private static string Hash(string label, string hex) => Convert.ToHexStringLower(
        SHA256.HashData([.. Encoding.UTF8.GetBytes(label), .. Convert.FromHexString(hex)]));
}
