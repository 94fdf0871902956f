using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>
/// The market signed the root of the auction's Merkle tree over its first <paramref name="Size"/> records. It stands in
/// the log it speaks of, behind those records.
/// </summary>
/// <param name="Size">The version of the last record the tree holds.</param>
/// <param name="Root">64 hex digits.</param>
/// <param name="SignedAt">Market time; at or before the record's own instant.</param>
/// <param name="Key">The id of the key; see <see cref="MarketKey"/>.</param>
/// <param name="Signature">r ‖ s as 128 hex digits, over <see cref="Statements.Head"/>.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.tree-head-signed/1")]
public sealed record TreeHeadSigned(
    [property: Id(0)] long Size,
    [property: Id(1)] string Root,
    [property: Id(2)] DateTimeOffset SignedAt,
    [property: Id(3)] string Key,
    [property: Id(4)] string Signature) : IEvent
{
    public string Statement(string auction) => Statements.Head(auction, Size, Root, SignedAt);
}

/// <summary>Stores a signed tree head. The house sends it itself, from time to time and at the close.</summary>
/// <param name="Size">How many records it speaks of.</param>
/// <param name="Head">As signed; a repeat finds another signature of the same.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.sign-tree-head/1")]
public sealed record SignTreeHead(
    [property: Id(0)] long Size,
    [property: Id(1), LookedUp] TreeHeadSigned? Head = null) : ICommand;
