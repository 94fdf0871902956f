using IpMarket.Domain.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>An offer as it comes in, its texts made clean before the listing sees them.</summary>
internal static class OfferForms
{
    public static ListingOffer Clean(ListingOffer offer) => offer with
    {
        Description = PlainText.Clean(offer.Description),
        Terms = PlainText.Clean(offer.Terms),
        Subject = offer.Subject is { } subject ? Clean(subject) : null,
        ModeTerms = offer.ModeTerms is { } terms ? Clean(terms) : null,
        Technology = offer.Technology is { } facts && !facts.IsEmpty() ? facts : null,
    };

    public static DealTerms Clean(DealTerms agreed) => agreed with
    {
        Price = agreed.Price is { } price ? Clean(price) : null,
        Equity = agreed.Equity is { } equity ? Clean(equity) : null,
    };

    private static ListingSubject Clean(ListingSubject subject) => subject with
    {
        KnowHow = PlainText.Clean(subject.KnowHow),
        Bundle = PlainText.Clean(subject.Bundle),
        Title = PlainText.Clean(subject.Title).Trim(),
    };

    private static ModeTerms Clean(ModeTerms terms) => terms with
    {
        Price = terms.Price is { } price ? Clean(price) : null,
        Sale = terms.Sale is { } sale ? sale with { Transition = PlainText.Clean(sale.Transition) } : null,
        Licence = terms.Licence is { } licence ? Clean(licence) : null,
        OpenLicence = terms.OpenLicence is { } open ? Clean(open) : null,
        Equity = terms.Equity is { } equity ? Clean(equity) : null,
        Pledge = terms.Pledge is { } pledge
            ? pledge with
            {
                Pledgee = PlainText.Clean(pledge.Pledgee), Document = PlainText.Clean(pledge.Document),
            }
            : null,
    };

    private static PriceTerms Clean(PriceTerms price) => price with
    {
        Instalments = [.. price.Instalments.Select(stage => stage with { Event = PlainText.Clean(stage.Event) })],
        Royalty = price.Royalty is { } royalty ? royalty with { Unit = PlainText.Clean(royalty.Unit) } : null,
    };

    private static LicenceTerms Clean(LicenceTerms licence) => licence with
    {
        TerritoryText = PlainText.Clean(licence.TerritoryText),
        FieldOfUse = PlainText.Clean(licence.FieldOfUse),
        Assistance = PlainText.Clean(licence.Assistance),
    };

    private static OpenLicenceTerms Clean(OpenLicenceTerms open) => open with
    {
        FeeStandard = PlainText.Clean(open.FeeStandard),
        Statement = PlainText.Clean(open.Statement),
        EvaluationReport = PlainText.Clean(open.EvaluationReport),
    };

    private static EquityTerms Clean(EquityTerms equity) => equity with
    {
        Company = PlainText.Clean(equity.Company),
        Sought = PlainText.Clean(equity.Sought),
        ValuationBasis = PlainText.Clean(equity.ValuationBasis),
    };
}
