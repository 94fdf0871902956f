using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>What happens to sealed bids.</summary>
public interface ISealedFact : IEvent
{
}

/// <summary>A bidder handed in a sealed bid; it replaces his earlier one.</summary>
/// <param name="Digest">SHA-256 of the envelope, hex: all that is public until it is opened.</param>
/// <param name="Times">How often he sealed one, this one included: above 1 it replaces the one before.</param>
/// <param name="Envelope">The envelope as <see cref="SealedEnvelope"/> writes it.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.bid-sealed/1")]
public sealed record BidSealed(
    [property: Id(0)] int Bidder,
    [property: Id(1)] string Digest,
    [property: Id(2)] int Times,
    [property: Id(3), Secret] string? Envelope) : ISealedFact;

/// <summary>The deadline passed: no more bids; those handed in are opened.</summary>
/// <param name="ClosedAt">The deadline, whenever it was noticed.</param>
/// <param name="Until">What is not opened by then is void.</param>
/// <param name="Bids">How many count: one a bidder.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.opening-begun/1")]
public sealed record OpeningBegun(
    [property: Id(0)] DateTimeOffset ClosedAt,
    [property: Id(1)] DateTimeOffset Until,
    [property: Id(2)] int Bids) : ISealedFact, IMovesTurn
{
    [JsonIgnore]
    public DateTimeOffset? Due => Until;
}

/// <summary>A holder released his share of a bid's key; it is the one that was sealed to him.</summary>
/// <param name="Share">32 bytes, hex.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.share-released/1")]
public sealed record ShareReleased(
    [property: Id(0)] int Bidder,
    [property: Id(1)] int Holder,
    [property: Id(2)] string Share) : ISealedFact;

/// <summary>
/// A bid was opened, by its holders' shares or its bidder's own key. Envelope and key are public from here on, so that
/// anybody opens it again.
/// </summary>
/// <param name="Key">The key the envelope is bound to, hex; where the shares are inconsistent, what they make.</param>
/// <param name="Amount">Null where it cannot be read.</param>
/// <param name="Void">Why it does not count; null when it does.</param>
/// <param name="IsByBidder">By his own key.</param>
[GenerateSerializer, Immutable, Alias("trading.auction.sealed-bid-opened/1")]
public sealed record SealedBidOpened(
    [property: Id(0)] int Bidder,
    [property: Id(1)] string Envelope,
    [property: Id(2)] string Key,
    [property: Id(3)] Money? Amount,
    [property: Id(4)] SealedVoid? Void,
    [property: Id(5)] bool IsByBidder) : ISealedFact;

/// <summary>A bid was not opened in time and is void.</summary>
[GenerateSerializer, Immutable, Alias("trading.auction.sealed-bid-unopened/1")]
public sealed record SealedBidUnopened([property: Id(0)] int Bidder) : ISealedFact;
