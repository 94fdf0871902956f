namespace IpMarket.Domain.Parties.Identities;

/// <summary>
/// HMAC-SHA256 under a key that belongs to the store: tells whether two personal texts are the same without saying what
/// they are. Used for names of streams and vault rows that must be equal for equal texts.
/// </summary>
public interface IIdentityDigest
{
    /// <summary>64 lower-case hex characters; the same for the same text for the life of the store.</summary>
    Task<string> Of(string text, CancellationToken cancel);
}
