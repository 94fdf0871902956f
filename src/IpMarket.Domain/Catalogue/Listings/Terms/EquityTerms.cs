using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>
/// 作价入股 (P30): the right becomes capital of a company. Its steps — appraisal, resolution, agreement, transfer to the
/// company, company registration, share record — are the pages' reminder.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.equity-terms/1")]
public sealed record EquityTerms
{
    public const int TextCharsMax = 500;

    public const int WholeBp = 10_000;

    /// <summary>The company it would go into; empty while one is sought.</summary>
    [Id(0)]
    public string Company { get; init; } = "";

    /// <summary>The sort of company that is sought; empty where one is named.</summary>
    [Id(1)]
    public string Sought { get; init; } = "";

    /// <summary>The share proposed, in basis points of the registered capital: 1 to 9,999.</summary>
    [Id(2)]
    public int ShareBp { get; init; }

    /// <summary>What the right is valued at for it.</summary>
    [Id(3)]
    public Money? Valuation { get; init; }

    /// <summary>What the valuation rests on: the appraisal report's number and day, or an agreement.</summary>
    [Id(4)]
    public string ValuationBasis { get; init; } = "";

    internal Refusal? Fault()
    {
        if (Company.Length == 0 && Sought.Length == 0)
            return TermsFault.Of(TermsRefusal.CompanyMissing, "equity.company");
        if (TermsFault.Text("equity.company", Company, Limits.NameCharsMax) is { } company) return company;
        if (TermsFault.Text("equity.sought", Sought, TextCharsMax) is { } sought) return sought;
        if (ShareBp is < 1 or >= WholeBp)
            return TermsFault.Of(
                TermsRefusal.EquityShareOutOfRange, "equity.shareBp", ("share", TermsFault.Percent(ShareBp)));
        if (Valuation is null) return TermsFault.Of(TermsRefusal.ValuationMissing, "equity.valuation");
        if (TermsFault.Amount("equity.valuation", Valuation) is { } amount) return amount;
        return ValuationBasis.Length == 0
            ? TermsFault.Of(TermsRefusal.ValuationBasisMissing, "equity.valuationBasis")
            : TermsFault.Text("equity.valuationBasis", ValuationBasis, TextCharsMax);
    }
}
