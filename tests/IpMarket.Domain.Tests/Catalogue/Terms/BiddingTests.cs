using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using Xunit;
using static IpMarket.Domain.Tests.Catalogue.Terms.AnOffer;

namespace IpMarket.Domain.Tests.Catalogue.Terms;

/// <summary>A price is bid for only where the auction takes what is offered.</summary>
public sealed class BiddingTests
{
    [Theory]
    [InlineData(ListingMode.Sale, null, "", "")]
    [InlineData(ListingMode.ExclusiveLicence, "BIDDING_NOT_OF_MODE", "“独占许可”不进入竞价", "(exclusive licence)")]
    [InlineData(ListingMode.SoleLicence, "BIDDING_NOT_OF_MODE", "“排他许可”不进入竞价", "(sole licence)")]
    [InlineData(ListingMode.OrdinaryLicence, "BIDDING_NOT_OF_MODE", "“普通许可”不进入竞价", "(ordinary licence)")]
    [InlineData(ListingMode.PledgeRealisation, "BIDDING_NOT_OF_MODE", "“质权实现”不进入竞价", "(realisation of the pledge)")]
    public void Bidding_is_refused_with_its_mode_where_no_auction_could_conclude_it(
        ListingMode mode, string? code, string zh, string en)
    {
        var bid = new PriceTerms { Way = PriceWay.Bidding, StartPrice = Money.Cny(1) };
        var (offer, patent) = mode switch
        {
            ListingMode.Sale => (Sale, Granted),
            ListingMode.PledgeRealisation => (Pledge, Pledged),
            _ => (Licence with { Mode = mode }, Granted),
        };
        var refusal = Draft(offer.Priced(bid), patent);
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(code is null, DealForm.FitsAuction(offer.Priced(bid)));
        Assert.Contains(zh, refusal?.Zh ?? "", StringComparison.Ordinal);
        Assert.Contains(en, refusal?.En ?? "", StringComparison.Ordinal);
        Assert.Null(Draft(offer.Priced(new PriceTerms { Way = PriceWay.Negotiated }), patent));
    }
}
