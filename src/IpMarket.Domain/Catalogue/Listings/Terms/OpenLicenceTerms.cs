using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>开放许可 (专利法50–52): the same fee for whoever notifies and pays; the fee is the offer's price.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.open-licence-terms/1")]
public sealed record OpenLicenceTerms
{
    public const int TextCharsMax = 2_000;

    /// <summary>How the fee was found (许可使用费计算依据).</summary>
    [Id(0)]
    public string FeeStandard { get; init; } = "";

    /// <summary>The last day licences are given, itself included; null = until the right ends.</summary>
    [Id(1)]
    public DateOnly? Until { get; init; }

    /// <summary>The declaration as it is filed with the office (开放许可声明).</summary>
    [Id(2)]
    public string Statement { get; init; } = "";

    /// <summary>专利权评价报告 of a utility model or design.</summary>
    [Id(3)]
    public string EvaluationReport { get; init; } = "";

    internal Refusal? Fault(PriceTerms? price, Money? asked, TermsFacts facts) =>
        FeeFault(price, asked, facts) ?? TextFault(facts);

    private static Refusal? FeeFault(PriceTerms? price, Money? asked, TermsFacts facts)
    {
        if (price is not { Way: PriceWay.Asking }) return TermsFault.Of(TermsRefusal.OpenFeeUnnamed, "price.way");
        if (facts.OpenLicence.On(facts.On) is not { } rule) return null;
        var fixedFee = price.Form switch
        {
            PriceForm.LumpSum or PriceForm.Instalments => asked,
            PriceForm.EntryFeeAndRoyalty => price.EntryFee,
            _ => null,
        };
        if (fixedFee?.Fen > rule.FixedFenMax)
            return TermsFault.Of(
                TermsRefusal.OpenFeeAboveGuidance,
                price.Form == PriceForm.EntryFeeAndRoyalty ? "price.entryFee" : "askingPrice",
                ("amount", fixedFee.Value),
                ("max", Money.Cny(rule.FixedFenMax)));
        var max = price.Royalty?.Base switch
        {
            RoyaltyBase.Sales => rule.SalesBpMax,
            RoyaltyBase.Profit => rule.ProfitBpMax,
            _ => EquityTerms.WholeBp,
        };
        var rate = price.Royalty is { RatesBp.IsEmpty: false } royalty ? royalty.RatesBp.Max() : 0;
        return rate > max
            ? TermsFault.Of(
                TermsRefusal.OpenRateAboveGuidance,
                "price.royalty.ratesBp",
                ("rate", TermsFault.Percent(rate)),
                ("max", TermsFault.Percent(max)))
            : null;
    }

    private Refusal? TextFault(TermsFacts facts)
    {
        if (FeeStandard.Length == 0) return TermsFault.Of(TermsRefusal.FeeStandardMissing, "openLicence.feeStandard");
        if (TermsFault.Text("openLicence.feeStandard", FeeStandard, TextCharsMax) is { } standard) return standard;
        if (Until < facts.On)
            return TermsFault.Of(
                TermsRefusal.OpenPeriodPast, "openLicence.until", ("day", TermsFault.Day(Until.Value)));
        if (Until > facts.EndsOn)
            return TermsFault.Of(
                TermsRefusal.LicenceOutlivesTheRight,
                "openLicence.until",
                ("until", TermsFault.Day(Until.Value)),
                ("end", TermsFault.Day(facts.EndsOn.Value)));
        if (Statement.Length == 0) return TermsFault.Of(TermsRefusal.StatementMissing, "openLicence.statement");
        if (TermsFault.Text("openLicence.statement", Statement, TextCharsMax) is { } statement) return statement;
        if (EvaluationReport.Length == 0 && facts.Type is PatentType.UtilityModel or PatentType.Design)
            return TermsFault.Of(TermsRefusal.EvaluationReportMissing, "openLicence.evaluationReport");
        return TermsFault.Text("openLicence.evaluationReport", EvaluationReport, Limits.NameCharsMax);
    }
}
