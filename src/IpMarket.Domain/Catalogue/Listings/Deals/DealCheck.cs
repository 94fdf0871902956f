using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Deals;

/// <summary>
/// Whether what was agreed is a price of the mode (民法典846), and not below what a notice announced (P8). Pure.
/// </summary>
internal static class DealCheck
{
    /// <param name="offer">What is offered.</param>
    /// <param name="agreed">Null of an open licence.</param>
    /// <param name="isAnnounced">A period's notice named the terms: others relied on them.</param>
    /// <param name="facts">As of the contract's day.</param>
    public static Refusal? Fault(ListingOffer offer, DealTerms? agreed, bool isAnnounced, TermsFacts facts) =>
        offer.Mode switch
        {
            ListingMode.OpenLicence => agreed is null ? null : Refusal.Of(DealRefusal.OpenFeeStands),
            ListingMode.EquityContribution => EquityFault(offer, agreed, isAnnounced),
            _ => PriceFault(offer, agreed, isAnnounced, facts),
        };

    /// <summary>The deal's terms as they are recorded.</summary>
    public static DealTerms Recorded(ListingOffer offer, DealTerms? agreed) =>
        agreed is null ? new DealTerms { Total = offer.AskingPrice, Price = offer.ModeTerms?.Price }
        : agreed.Price is { } price ? agreed with { Price = Named(price) }
        : agreed;

    private static Refusal? EquityFault(ListingOffer offer, DealTerms? agreed, bool isAnnounced)
    {
        if (agreed?.Equity is not { } equity) return TermsFault.Of(TermsRefusal.EquityTermsMissing, "equity");
        if (agreed.Total is not null || agreed.Price is not null)
            return TermsFault.Of(TermsRefusal.EquityHasNoPrice, "price");
        if (equity.Company.Length == 0) return TermsFault.Of(TermsRefusal.CompanyMissing, "equity.company");
        if (equity.Fault() is { } fault) return fault;
        if (!isAnnounced || offer.ModeTerms?.Equity is not { } announced) return null;
        return equity.ShareBp < announced.ShareBp
            ? Below("equity.shareBp", TermsFault.Percent(announced.ShareBp))
            : Less("equity.valuation", equity.Valuation, announced.Valuation);
    }

    private static Refusal? PriceFault(ListingOffer offer, DealTerms? agreed, bool isAnnounced, TermsFacts facts)
    {
        if (agreed?.Price is not { } price)
            return TermsFault.Of(TermsRefusal.PriceTermsMissing, "price", ("mode", offer.Mode));
        if (agreed.Equity is not null)
            return TermsFault.Of(TermsRefusal.TermsOfAnotherMode, "equity", ("mode", offer.Mode));
        if (IsRunning(price.Form) && agreed.Total is not null)
            return TermsFault.Of(DealRefusal.DealTotalUnexpected, "total");
        if (!IsRunning(price.Form) && agreed.Total is null)
            return TermsFault.Of(DealRefusal.DealTotalMissing, "total");
        if (TermsFault.Amount("total", agreed.Total) is { } amount) return amount;
        var named = offer with { AskingPrice = agreed.Total };
        if (PriceCheck.Fault(named, Named(price), facts) is { } fault)
            return fault;
        if (offer.Subject?.Kind == SubjectKind.KnowHow && KnowHowRules.StagesFault(price) is { } waits) return waits;
        return isAnnounced ? AnnouncedFault(offer, agreed) : null;
    }

    /// <summary>A price that was named in a notice is the least; one that was left to talks binds nobody.</summary>
    private static Refusal? AnnouncedFault(ListingOffer offer, DealTerms agreed)
    {
        if (offer.ModeTerms?.Price is not { } announced || announced.Way == PriceWay.Negotiated) return null;
        var price = agreed.Price!;
        if (IsRunning(announced.Form) ? announced.Form != price.Form : IsRunning(price.Form))
            return TermsFault.Of(DealRefusal.DealOfAnotherForm, "price.form");
        return Less("total", agreed.Total, Period.DealForm.Floor(offer))
            ?? Less("price.entryFee", price.EntryFee, announced.EntryFee)
            ?? RoyaltyFault(price.Royalty, announced.Royalty);
    }

    private static Refusal? RoyaltyFault(Royalty? agreed, Royalty? announced)
    {
        if (agreed is null || announced is null) return null;
        if (agreed.Base != announced.Base || agreed.Unit != announced.Unit)
            return TermsFault.Of(DealRefusal.DealOfAnotherForm, "price.royalty.base");
        for (var year = 0; year < Math.Max(agreed.RatesBp.Length, announced.RatesBp.Length); year++)
            if (Rate(agreed, year) < Rate(announced, year))
                return Below("price.royalty.ratesBp", TermsFault.Percent(Rate(announced, year)));
        return Less("price.royalty.perUnit", agreed.PerUnit, announced.PerUnit)
            ?? Less("price.royalty.minimumPerYear", agreed.MinimumPerYear, announced.MinimumPerYear);
    }

    /// <summary>The last rate that is said holds on.</summary>
    private static int Rate(Royalty royalty, int year) => royalty.RatesBp[Math.Min(year, royalty.RatesBp.Length - 1)];

    /// <summary>What is agreed upon is named, whatever way it came about.</summary>
    private static PriceTerms Named(PriceTerms price) => price with { Way = PriceWay.Asking, StartPrice = null };

    private static bool IsRunning(PriceForm form) => form is PriceForm.Royalty or PriceForm.EntryFeeAndRoyalty;

    private static Refusal? Less(string field, Money? agreed, Money? announced) =>
        announced is { } least && !(agreed >= least)
            ? Below(field, least)
            : null;

    private static Refusal Below(string field, Told announced) =>
        TermsFault.Of(DealRefusal.DealBelowAnnounced, field, ("announced", announced));
}
