using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using Xunit;
using static IpMarket.Domain.Tests.Catalogue.Terms.AnOffer;

namespace IpMarket.Domain.Tests.Catalogue.Terms;

/// <summary>What each mode's terms may say: written from the law the issue names, one line a rule.</summary>
public sealed class TermsTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly string TooLong = new('钒', 501);

    /// <summary>Offers that hold together.</summary>
    private static readonly Dictionary<string, (ListingOffer Offer, PatentStanding Patent)> Sound =
        new(StringComparer.Ordinal)
        {
            ["sale at a price"] = (Sale, Granted),
            ["sale without terms, as old listings"] = (Sale with { ModeTerms = null }, Granted),
            ["sale to be negotiated"] = (Sale.Priced(new PriceTerms { Way = PriceWay.Negotiated }), Granted),
            ["sale by bidding with a start"] = (Sale.Priced(
                new PriceTerms { Way = PriceWay.Bidding, StartPrice = Money.Cny(1) }), Granted),
            ["shares that make the whole"] = (Sale.Priced(Shares(3_333, 3_333, 3_334), 100_00), Granted),
            ["shares of a negotiated price"] = (Sale.Priced(
                Shares(5_000, 5_000) with { Way = PriceWay.Negotiated }), Granted),
            ["amounts that make the price"] = (Sale.Priced(Amounts(33_33, 33_33, 33_34), 100_00), Granted),
            ["dated stages from today on"] = (Sale.Priced(Days(Today, Today.AddDays(1)), 100_00), Granted),
            ["a rising royalty with a minimum"] = (Licence.Priced(OfSales(200, 250, 300) with
            {
                Royalty = new Royalty { RatesBp = [200, 250, 300], MinimumPerYear = Money.Cny(1_00), HasAudit = true },
            }), Granted),
            ["an amount a tonne"] = (Licence.Priced(new PriceTerms
            {
                Form = PriceForm.Royalty,
                Royalty = new Royalty { Base = RoyaltyBase.UnitsMade, PerUnit = Money.Cny(12_50), Unit = "吨" },
            }), Granted),
            ["an entry fee and a royalty on profit"] = (Licence.Priced(new PriceTerms
            {
                Form = PriceForm.EntryFeeAndRoyalty,
                EntryFee = Money.Cny(10_000_00),
                Royalty = new Royalty { Base = RoyaltyBase.Profit, RatesBp = [10_000] },
            }), Granted),
            ["an entry fee to be negotiated"] = (Licence.Priced(new PriceTerms
            {
                Way = PriceWay.Negotiated, Form = PriceForm.EntryFeeAndRoyalty,
            }), Granted),
            ["a licence to the right's last day"] = (Licence.With(
                terms => terms with { Start = LicenceStart.Day, StartsOn = new(2027, 8, 11), Years = 5 }), Granted),
            ["a licence until the right ends"] = (Licence.With(terms => terms with { Years = null }), Granted),
            ["a licence of a right whose end is unknown"] = (
                Licence.With(terms => terms with { Years = 20 }), Granted with { TermEndsOn = null }),
            ["a licence of two provinces"] = (Licence.With(
                terms => terms with { Territory = Territory.Provinces, Provinces = ["51", "53"] }), Granted),
            ["an open licence"] = (Open, Granted),
            ["an open licence at the guidance's bounds"] = (Open.Priced(new PriceTerms
            {
                Form = PriceForm.EntryFeeAndRoyalty,
                EntryFee = Money.Cny(20_000_000_00),
                Royalty = new Royalty { RatesBp = [2_000] },
            }), Granted),
            ["an open licence of a utility model with its report"] = (
                Open.With((OpenLicenceTerms terms) => terms with { EvaluationReport = "评价报告 2026-1" }), UtilityModel),
            ["an equity contribution"] = (Equity, Granted),
            ["a pledge realised"] = (Pledge, Pledged),
            ["an application"] = (Sale.About(SubjectKind.PatentApplication), Application),
            ["a licence of an application"] = (Licence.About(SubjectKind.PatentApplication), Application),
            ["a patent with know-how"] = (Sale.About(SubjectKind.PatentWithKnowHow, "焙烧工艺诀窍"), Granted),
            ["a patent with its plant"] = (
                Sale.About(SubjectKind.BundleWithEquipmentOrService, bundle: "回转窑一座"), Granted),
            ["figures at their bounds"] = (Sale with
            {
                Technology = new TechnicalFacts
                {
                    Fields = [VtiField.VanadiumExtraction],
                    Routes = [ProcessRoute.CalciumRoasting],
                    TitaniumDioxide = 1,
                    VanadiumPentoxide = 10_000,
                    SlagGrade = 8_500,
                    CapacityTonnes = 100_000_000,
                    Maturity = 9,
                },
            }, Granted),
        };

    /// <summary>Offers with one fault each.</summary>
    private static readonly (TermsRefusal Code, string Field, ListingOffer Offer, PatentStanding Patent)[] Faults =
    [
        (TermsRefusal.TermTextTooLong, "sale.transition", Sale.With(new SaleTerms { Transition = TooLong }), Granted),
        (TermsRefusal.TermTextNotClean, "licence.fieldOfUse", Licence.With(
            terms => terms with { FieldOfUse = "钒\u202E" }), Granted),
        (TermsRefusal.TermAmountOutOfRange, "price.startPrice", Sale.Priced(
            new PriceTerms { Way = PriceWay.Bidding, StartPrice = Money.Zero }), Granted),
        (TermsRefusal.SubjectIsApplication, "subject.kind", Sale.About(SubjectKind.Patent), Application),
        (TermsRefusal.SubjectIsGranted, "subject.kind", Sale.About(SubjectKind.PatentApplication), Granted),
        (TermsRefusal.ModeNotOfApplication, "subject.kind", Open.About(SubjectKind.PatentApplication), Application),
        (TermsRefusal.KnowHowUnnamed, "subject.knowHow", Sale.About(SubjectKind.PatentWithKnowHow), Granted),
        (TermsRefusal.BundleUnnamed, "subject.bundle", Sale.About(
            SubjectKind.BundleWithEquipmentOrService), Granted),
        (TermsRefusal.SubjectTextUnexpected, "subject.bundle", Sale.About(
            SubjectKind.Patent, bundle: "回转窑"), Granted),
        (TermsRefusal.TermsOfAnotherMode, "licence", Sale with
        {
            ModeTerms = Sale.ModeTerms! with { Licence = new LicenceTerms() },
        }, Granted),
        (TermsRefusal.EquityHasNoPrice, "askingPrice", Equity with { AskingPrice = Money.Cny(1) }, Granted),
        (TermsRefusal.EquityHasNoPrice, "price", Equity.Priced(new PriceTerms()), Granted),
        (TermsRefusal.BiddingNotOfMode, "price.way", Licence.Priced(
            new PriceTerms { Way = PriceWay.Bidding }), Granted),
        (TermsRefusal.BiddingNotOfMode, "price.way", Pledge.Priced(
            new PriceTerms { Way = PriceWay.Bidding, StartPrice = Money.Cny(1) }), Pledged),
        (TermsRefusal.BiddingNeedsOneTotal, "price.form", Sale.Priced(
            OfSales(300) with { Way = PriceWay.Bidding }), Granted),
        (TermsRefusal.RealisationNeedsOneTotal, "price.form", Pledge.Priced(OfSales(300)), Pledged),
        (TermsRefusal.AskingPriceMissing, "askingPrice", Sale.Priced(new PriceTerms()), Granted),
        (TermsRefusal.AskingPriceUnexpected, "askingPrice", Sale.Priced(OfSales(300), 1), Granted),
        (TermsRefusal.AskingPriceUnexpected, "askingPrice", Sale.Priced(
            new PriceTerms { Way = PriceWay.Negotiated }, 1), Granted),
        (TermsRefusal.StartPriceUnexpected, "price.startPrice", Sale.Priced(
            new PriceTerms { StartPrice = Money.Cny(1) }, 1), Granted),
        (TermsRefusal.InstalmentsUnexpected, "price.instalments", Sale.Priced(
            Shares(10_000) with { Form = PriceForm.LumpSum }, 1), Granted),
        (TermsRefusal.InstalmentsOutOfRange, "price.instalments", Sale.Priced(Shares(10_000), 1), Granted),
        (TermsRefusal.InstalmentsOutOfRange, "price.instalments", Sale.Priced(
            Shares([.. Enumerable.Repeat(400, 25)]), 1), Granted),
        (TermsRefusal.InstalmentUnclear, "price.instalments[1].shareBp", Sale.Priced(
            Shares(10_000) with { Instalments = [new() { ShareBp = 9_000 }, new() { Amount = Money.Cny(1) }] },
            100), Granted),
        (TermsRefusal.InstalmentUnclear, "price.instalments[0].amount", Sale.Priced(
            Shares(1) with { Instalments = [new(), new() { ShareBp = 9_000 }] }, 100), Granted),
        (TermsRefusal.InstalmentShareOutOfRange, "price.instalments[0].shareBp", Sale.Priced(
            Shares(-5_000, 15_000), 1), Granted),
        (TermsRefusal.InstalmentEventMissing, "price.instalments[0].event", Sale.Priced(
            Shares(1, 1) with
            {
                Instalments = [new() { Due = InstalmentDue.OtherEvent, ShareBp = 1 }, new() { ShareBp = 9_999 }],
            },
            1), Granted),
        (TermsRefusal.InstalmentDayUnclear, "price.instalments[0].dueOn", Sale.Priced(
            Shares(1, 1) with
            {
                Instalments = [new() { Due = InstalmentDue.Day, ShareBp = 1 }, new() { ShareBp = 9_999 }],
            },
            1), Granted),
        (TermsRefusal.InstalmentDayPast, "price.instalments[0].dueOn", Sale.Priced(
            Days(Today.AddDays(-1), Today), 1), Granted),
        (TermsRefusal.InstalmentsOutOfOrder, "price.instalments[1].dueOn", Sale.Priced(Days(Today, Today), 1), Granted),
        (TermsRefusal.SharesNotWhole, "price.instalments", Sale.Priced(Shares(5_000, 4_999), 1), Granted),
        (TermsRefusal.AmountsWithoutTotal, "price.instalments", Sale.Priced(
            Amounts(50, 50) with { Way = PriceWay.Negotiated }), Granted),
        (TermsRefusal.AmountsNotTotal, "price.instalments", Sale.Priced(Amounts(50, 49), 100), Granted),
        (TermsRefusal.EntryFeeUnexpected, "price.entryFee", Licence.Priced(
            OfSales(300) with { EntryFee = Money.Cny(1) }), Granted),
        (TermsRefusal.EntryFeeMissing, "price.entryFee", Licence.Priced(
            OfSales(300) with { Form = PriceForm.EntryFeeAndRoyalty }), Granted),
        (TermsRefusal.RoyaltyUnexpected, "price.royalty", Licence.Priced(
            OfSales(300) with { Form = PriceForm.LumpSum }, 1), Granted),
        (TermsRefusal.RoyaltyMissing, "price.royalty", Licence.Priced(
            new PriceTerms { Form = PriceForm.Royalty }), Granted),
        (TermsRefusal.RoyaltyMixed, "price.royalty.perUnit", Licence.Priced(
            OfSales(300) with { Royalty = new Royalty { RatesBp = [1], PerUnit = Money.Cny(1) } }), Granted),
        (TermsRefusal.PerUnitMissing, "price.royalty.perUnit", Licence.Priced(
            OfSales() with { Royalty = new Royalty { Base = RoyaltyBase.UnitsMade, Unit = "吨" } }), Granted),
        (TermsRefusal.UnitMissing, "price.royalty.unit", Licence.Priced(
            OfSales() with
            {
                Royalty = new Royalty { Base = RoyaltyBase.UnitsMade, PerUnit = Money.Cny(1) },
            }), Granted),
        (TermsRefusal.RatesMissing, "price.royalty.ratesBp", Licence.Priced(OfSales()), Granted),
        (TermsRefusal.RatesTooMany, "price.royalty.ratesBp", Licence.Priced(
            OfSales([.. Enumerable.Repeat(100, 21)])), Granted),
        (TermsRefusal.RateOutOfRange, "price.royalty.ratesBp", Licence.Priced(OfSales(10_001)), Granted),
        (TermsRefusal.TransitionTooLong, "sale.transitionMonths", Sale.With(
            new SaleTerms { TransitionMonths = 61 }), Granted),
        (TermsRefusal.ProvincesMissing, "licence.provinces", Licence.With(
            terms => terms with { Territory = Territory.Provinces }), Granted),
        (TermsRefusal.ProvinceUnknown, "licence.provinces", Licence.With(
            terms => terms with { Territory = Territory.Provinces, Provinces = ["51", "99"] }), Granted),
        (TermsRefusal.ProvinceTwice, "licence.provinces", Licence.With(
            terms => terms with { Territory = Territory.Provinces, Provinces = ["51", "51"] }), Granted),
        (TermsRefusal.ProvincesUnexpected, "licence.provinces", Licence.With(
            terms => terms with { Provinces = ["51"] }), Granted),
        (TermsRefusal.TerritoryMissing, "licence.territoryText", Licence.With(
            terms => terms with { Territory = Territory.Other }), Granted),
        (TermsRefusal.StartDayMissing, "licence.startsOn", Licence.With(
            terms => terms with { Start = LicenceStart.Day }), Granted),
        (TermsRefusal.StartDayUnexpected, "licence.startsOn", Licence.With(
            terms => terms with { StartsOn = Today }), Granted),
        (TermsRefusal.StartDayPast, "licence.startsOn", Licence.With(
            terms => terms with { Start = LicenceStart.Day, StartsOn = Today.AddDays(-1) }), Granted),
        (TermsRefusal.StartsAfterTheRight, "licence.startsOn", Licence.With(
            terms => terms with { Start = LicenceStart.Day, StartsOn = new DateOnly(2032, 8, 11) }), Granted),
        (TermsRefusal.YearsOutOfRange, "licence.years", Licence.With(terms => terms with { Years = 21 }), Granted),
        (TermsRefusal.LicenceOutlivesTheRight, "licence.years", Licence.With(
            terms => terms with { Start = LicenceStart.Day, StartsOn = new(2027, 8, 12), Years = 5 }), Granted),
        (TermsRefusal.LicenceOutlivesTheRight, "licence.years", Licence.With(
            terms => terms with { Years = 6 }), Granted),
        (TermsRefusal.LicenceOutlivesTheRight, "openLicence.until", Open.With(
            (OpenLicenceTerms terms) => terms with { Until = new DateOnly(2032, 8, 11) }), Granted),
        (TermsRefusal.OpenFeeUnnamed, "price.way", Open.Priced(
            new PriceTerms { Way = PriceWay.Negotiated }), Granted),
        (TermsRefusal.OpenFeeAboveGuidance, "askingPrice", Open.Priced(new PriceTerms(), 20_000_000_01), Granted),
        (TermsRefusal.OpenRateAboveGuidance, "price.royalty.ratesBp", Open.Priced(OfSales(2_001)), Granted),
        (TermsRefusal.FeeStandardMissing, "openLicence.feeStandard", Open.With(
            (OpenLicenceTerms terms) => terms with { FeeStandard = "" }), Granted),
        (TermsRefusal.OpenPeriodPast, "openLicence.until", Open.With(
            (OpenLicenceTerms terms) => terms with { Until = Today.AddDays(-1) }), Granted),
        (TermsRefusal.StatementMissing, "openLicence.statement", Open.With(
            (OpenLicenceTerms terms) => terms with { Statement = "" }), Granted),
        (TermsRefusal.EvaluationReportMissing, "openLicence.evaluationReport", Open, UtilityModel),
        (TermsRefusal.CompanyMissing, "equity.company", Equity.With(
            (EquityTerms terms) => terms with { Sought = "" }), Granted),
        (TermsRefusal.EquityShareOutOfRange, "equity.shareBp", Equity.With(
            (EquityTerms terms) => terms with { ShareBp = 10_000 }), Granted),
        (TermsRefusal.ValuationMissing, "equity.valuation", Equity.With(
            (EquityTerms terms) => terms with { Valuation = null }), Granted),
        (TermsRefusal.ValuationBasisMissing, "equity.valuationBasis", Equity.With(
            (EquityTerms terms) => terms with { ValuationBasis = "" }), Granted),
        (TermsRefusal.PledgeeMissing, "pledge.pledgee", Pledge.With(
            (PledgeTerms terms) => terms with { Pledgee = "" }), Pledged),
        (TermsRefusal.PledgeeNotRecorded, "pledge.pledgee", Pledge.With(
            (PledgeTerms terms) => terms with { Pledgee = "另一家银行" }), Pledged),
        (TermsRefusal.RealisationUnproven, "pledge.document", Pledge.With(
            (PledgeTerms terms) => terms with { Document = "" }), Pledged),
        (TermsRefusal.ClaimMissing, "pledge.claim", Pledge.With(
            (PledgeTerms terms) => terms with { Claim = null }), Pledged),
        (TermsRefusal.ForfeitureBarred, "pledge.surplusToPledgor", Pledge.With(
            (PledgeTerms terms) => terms with { SurplusToPledgor = false }), Pledged),
        (TermsRefusal.FigureOutOfRange, "technology.titaniumDioxide", Sale with
        {
            Technology = new TechnicalFacts { TitaniumDioxide = 10_001 },
        }, Granted),
        (TermsRefusal.FigureOutOfRange, "technology.maturity", Sale with
        {
            Technology = new TechnicalFacts { Maturity = 10 },
        }, Granted),
        (TermsRefusal.FigureChoices, "technology.routes", Sale with
        {
            Technology = new TechnicalFacts { Routes = [ProcessRoute.AcidLeaching, ProcessRoute.AcidLeaching] },
        }, Granted),
    ];

    /// <summary>What is only due at the submission; <see cref="SubmittedTermsTests"/> has them.</summary>
    private static readonly TermsRefusal[] AtSubmission =
    [
        TermsRefusal.PriceTermsMissing,
        TermsRefusal.LicenceTermsMissing,
        TermsRefusal.OpenLicenceTermsMissing,
        TermsRefusal.EquityTermsMissing,
        TermsRefusal.PledgeTermsMissing,
    ];

    public static TheoryData<string> SoundNames => [.. Sound.Keys];

    public static TheoryData<int, string> FaultRows => new(
        Faults.Select((fault, i) => (i, $"{fault.Code} at {fault.Field}")));

    [Theory, MemberData(nameof(SoundNames))]
    public void A_sound_offer_is_taken(string name) =>
        Assert.Null(Draft(Sound[name].Offer, Sound[name].Patent));

    [Theory, MemberData(nameof(FaultRows))]
    public void A_fault_is_refused_under_its_field(int row, string name)
    {
        var (code, field, offer, patent) = Faults[row];
        var refusal = Draft(offer, patent);
        Assert.True(refusal?.Is(code), $"{name}: {refusal?.Code} at {refusal?.Figures.GetValueOrDefault("field")}");
        Assert.Equal(field, refusal!.Figures["field"].Text);
        Assert.DoesNotContain("{", refusal.Zh + refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_of_terms_is_in_the_table() => Assert.Equal(
        Enum.GetValues<TermsRefusal>(),
        Faults.Select(fault => fault.Code).Concat(AtSubmission).Distinct().Order());

    [Theory]
    [InlineData(TermsRefusal.LicenceOutlivesTheRight, "2032-08-10", "第八百六十五条", "art. 865")]
    [InlineData(TermsRefusal.ForfeitureBarred, "", "第四百二十八条", "art. 428")]
    [InlineData(TermsRefusal.EvaluationReportMissing, "", "专利法第五十条", "art. 50")]
    [InlineData(TermsRefusal.SharesNotWhole, "99.99 %", "100.00 %", "100.00 %")]
    [InlineData(TermsRefusal.AmountsNotTotal, "¥0.99", "¥1.00", "¥1.00")]
    public void A_refusal_says_its_figures_and_the_article_in_both_languages(
        TermsRefusal code, string figure, string zh, string en)
    {
        var (_, _, offer, patent) = Faults.First(fault => fault.Code == code);
        var refusal = Draft(offer, patent)!;
        Assert.Contains(figure, refusal.Zh, StringComparison.Ordinal);
        Assert.Contains(figure, refusal.En, StringComparison.Ordinal);
        Assert.Contains(zh, refusal.Zh, StringComparison.Ordinal);
        Assert.Contains(en, refusal.En, StringComparison.Ordinal);
    }
}
