using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>Who opens the sealed bids of an auction, and how long that may take.</summary>
/// <param name="Threshold">So many holders open a bid together: 2 to their number.</param>
/// <param name="Holders">保管人, 2 to <see cref="Kernel.Limits.SealedHoldersMax"/>; their order numbers them.</param>
/// <param name="OpeningSeconds">From the moment the opening begins; what is not opened by then is void.</param>
[GenerateSerializer, Immutable, Alias("trading.sealed-terms/1")]
public sealed record SealedTerms(
    [property: Id(0)] int Threshold,
    [property: Id(1)] ImmutableArray<SealedHolder> Holders,
    [property: Id(2)] int OpeningSeconds)
{
    [JsonIgnore]
    public TimeSpan Opening => TimeSpan.FromSeconds(OpeningSeconds);

    /// <summary>The same holders in the same order, and the same of all else.</summary>
    public bool IsAs(SealedTerms? other) =>
        other is not null && Threshold == other.Threshold && OpeningSeconds == other.OpeningSeconds
        && !Holders.IsDefault && !other.Holders.IsDefault && Holders.SequenceEqual(other.Holders);
}

/// <summary>保管人: an organisation or office with a share of each bid's key; never a person's name.</summary>
/// <param name="Name">At most <see cref="Kernel.Limits.NameCharsMax"/> characters.</param>
/// <param name="Key">Its public key: a point of P-256, uncompressed, lower-case hex.</param>
[GenerateSerializer, Immutable, Alias("trading.sealed-holder/1")]
public sealed record SealedHolder([property: Id(0)] string Name, [property: Id(1)] string Key)
{
    [JsonIgnore]
    public string Fingerprint => HolderKey.Fingerprint(Key);
}
