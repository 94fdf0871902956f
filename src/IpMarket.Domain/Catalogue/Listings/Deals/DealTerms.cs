using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Deals;

/// <summary>What the parties agreed to pay, in the form of the mode (民法典846); of a contribution, the share.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.deal-terms/1")]
public sealed record DealTerms
{
    /// <summary>The total, paid at once or by instalments; null of royalties and shares.</summary>
    [Id(0)]
    public Money? Total { get; init; }

    /// <summary>Its form, stages, entry fee and royalty; null of shares.</summary>
    [Id(1)]
    public PriceTerms? Price { get; init; }

    /// <summary>Of a contribution (作价入股): the company, the share and its valuation; null of all else.</summary>
    [Id(2)]
    public EquityTerms? Equity { get; init; }
}
