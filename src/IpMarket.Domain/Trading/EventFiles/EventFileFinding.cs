using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>What the check of an event file found. The value is the exit code of the verb <c>verify</c>.</summary>
public enum EventFileResult
{
    /// <summary>The chain holds and the rules lead to what the file says.</summary>
    Sound = 0,

    /// <summary>A record breaks the chain or a rule, or the end line is missing.</summary>
    Broken = 1,

    NotAnEventFile = 2,
}

/// <summary>The finding; <paramref name="Version"/> and <paramref name="Field"/> name the first break.</summary>
/// <param name="Summary">What the rules lead to; null unless sound and an auction's file.</param>
public sealed record EventFileFinding(
    EventFileResult Result,
    string Stream,
    long Version,
    string? Field,
    string? Why,
    AuctionReplay? Summary)
{
    /// <summary>The line it is about, from 1: the first wrong one, or the last of a sound file.</summary>
    public long Line { get; init; }

    /// <summary>What was signed and holds; null unless sound and a bundle or a receipt.</summary>
    public ProofChecks? Proofs { get; init; }
}

