using System.Collections.Immutable;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>What this market can do today. A profile says what its rule allows, this what exists.</summary>
public static class OfferedHere
{
    private static readonly ImmutableArray<BiddingProtocol> Open = [BiddingProtocol.English, BiddingProtocol.Dutch];

    private static readonly ImmutableArray<BiddingProtocol> WithSealed =
        [.. Open, BiddingProtocol.SealedFirstPrice, BiddingProtocol.Vickrey];

    /// <summary>
    /// Sealed bids in the example market only, as long as they are opened one by one: who may open his own bid after he
    /// saw another could choose (0027).
    /// </summary>
    public static ImmutableArray<BiddingProtocol> ProtocolsOf(RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Demo ? WithSealed : Open;
    }

    public static readonly ImmutableArray<BiddingOption> Options =
        [BiddingOption.ProxyBids, BiddingOption.RankedPreemption, BiddingOption.StepTable, BiddingOption.BuyNow];

    public static readonly ImmutableArray<ReserveDisclosure> Reserves =
        [ReserveDisclosure.None, ReserveDisclosure.Public, ReserveDisclosure.EqualToStart];

    /// <summary>Accounts deposits and prices can be paid to.</summary>
    public static readonly ImmutableArray<MoneyAccount> Accounts = [MoneyAccount.Custody];

    /// <summary>Barred bidders the market finds out by itself; the others are the desk's to check.</summary>
    public static readonly ImmutableArray<BarredBidder> Barred =
        [BarredBidder.Seller, BarredBidder.SellersAffiliates, BarredBidder.CentrePeople];

    /// <summary>Steps after an auction without a sale; a listing goes back by itself.</summary>
    public static readonly ImmutableArray<LadderStep> Ladder = [LadderStep.Reauction, LadderStep.BackToListing];
}
