using System.Collections.Immutable;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>
/// What a profile permits of the acts of bidding. One that is silent takes open bids with a fixed step.
/// </summary>
/// <param name="StepKinds">How the step may follow the price.</param>
/// <param name="Proxies">自动出价: a bidder may leave a secret maximum. No statute knows it: a house rule.</param>
/// <param name="Preemption">优先购买权: a holder may bid the same price (法释〔2016〕18号 21; P23).</param>
[GenerateSerializer, Immutable, Alias("trading.bidding-acts/1")]
public sealed record BiddingActs(
    [property: Id(0)] ImmutableArray<StepKind> StepKinds,
    [property: Id(1)] bool Proxies,
    [property: Id(2)] bool Preemption)
{
    public static BiddingActs OpenBids { get; } = new([StepKind.Fixed], false, false);
}
