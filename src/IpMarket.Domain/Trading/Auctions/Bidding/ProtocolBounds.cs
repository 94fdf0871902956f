using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>What may be added to rising bids only, and what a falling price does not have beside.</summary>
public static class ProtocolBounds
{
    /// <summary>Null when nothing is added that the protocol does not take.</summary>
    public static Refusal? Fault(AuctionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Added(terms) is { } option
            ? Refusal.Of(ProtocolRefusal.NotInProtocol, ("protocol", terms.Protocol), ("option", option))
            : null;
    }

    private static Told? Added(AuctionTerms terms) =>
        terms.Protocol == BiddingProtocol.English ? null
        : terms.TakesProxies ? BiddingOption.ProxyBids
        : terms.HasPreemption ? BiddingOption.RankedPreemption
        : terms.BuyNow is not null ? BiddingOption.BuyNow
        : terms is { Protocol: BiddingProtocol.Dutch, StepTable.Kind: StepKind.Tiered } ? StepKind.Tiered
        : null;
}
