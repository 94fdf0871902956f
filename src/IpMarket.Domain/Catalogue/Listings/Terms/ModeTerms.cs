using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>
/// On which terms it is offered: the price, and of the rest only what belongs to the offer's mode. Listings made
/// before there were terms have none.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.terms/1")]
public sealed record ModeTerms
{
    /// <summary>Null of an equity contribution, whose price is the share.</summary>
    [Id(0)]
    public PriceTerms? Price { get; init; }

    /// <summary>Of a <see cref="ListingMode.Sale"/>.</summary>
    [Id(1)]
    public SaleTerms? Sale { get; init; }

    /// <summary>Of the three licences by contract.</summary>
    [Id(2)]
    public LicenceTerms? Licence { get; init; }

    [Id(3)]
    public OpenLicenceTerms? OpenLicence { get; init; }

    [Id(4)]
    public EquityTerms? Equity { get; init; }

    /// <summary>Of a <see cref="ListingMode.PledgeRealisation"/>.</summary>
    [Id(5)]
    public PledgeTerms? Pledge { get; init; }
}
