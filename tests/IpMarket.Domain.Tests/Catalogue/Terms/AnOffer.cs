using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Tests.Catalogue.Gate;

namespace IpMarket.Domain.Tests.Catalogue.Terms;

/// <summary>Sound offers in every mode, and what they are held against. Today is 2026-11-26.</summary>
internal static class AnOffer
{
    public static readonly DateTimeOffset Now = APatentWith.Now;
    public static readonly Moment Moment = new(Now, new Actor("user:seller", "party:seller"));

    /// <summary>An invention in force to 2032-08-10.</summary>
    public static readonly PatentStanding Granted =
        new("patent:CN201210288271", true, false, LegalStanding.InForce, ["甲公司"], "CN201210288271.2")
        {
            Gate = APatentWith.Nothing, TermEndsOn = new DateOnly(2032, 8, 10),
        };

    public static readonly PatentStanding Application = Granted with
    {
        Legal = LegalStanding.Pending, Gate = APatentWith.Nothing with { Legal = LegalStanding.Pending },
    };

    public static readonly PatentStanding UtilityModel = Granted with
    {
        Gate = APatentWith.Nothing with { Type = PatentType.UtilityModel },
    };

    public static readonly PatentStanding Pledged = Granted with
    {
        Gate = APatentWith.Nothing.With(
            new EncumbranceTerms(EncumbranceKind.Pledge, "Y2023980012345", ["攀枝花示例银行"], null, null, [])),
    };

    /// <summary>Pledgor and pledgee agree to the realisation.</summary>
    public static readonly GateFacts Realisable = Pledged.Gate!.Consented(ListingMode.PledgeRealisation);

    public static readonly ListingOffer Sale = new(Money.Cny(100_000_00), "一种提钒方法", "")
    {
        ModeTerms = new ModeTerms { Price = new PriceTerms(), Sale = new SaleTerms { HasDocuments = true } },
    };

    public static readonly ListingOffer Licence = new(Money.Cny(100_000_00), "一种提钒方法", "")
    {
        Mode = ListingMode.OrdinaryLicence,
        ModeTerms = new ModeTerms { Price = new PriceTerms(), Licence = new LicenceTerms { Years = 5 } },
    };

    public static readonly ListingOffer Open = new(Money.Cny(50_000_00), "一种提钒方法", "")
    {
        Mode = ListingMode.OpenLicence,
        ModeTerms = new ModeTerms
        {
            Price = new PriceTerms(),
            OpenLicence = new OpenLicenceTerms { FeeStandard = "参照同类许可", Statement = "任何人书面通知并付费即可实施" },
        },
    };

    public static readonly ListingOffer Equity = new(null, "一种提钒方法", "")
    {
        Mode = ListingMode.EquityContribution,
        ModeTerms = new ModeTerms
        {
            Equity = new EquityTerms
            {
                Sought = "钒电池企业", ShareBp = 2_000, Valuation = Money.Cny(300_000_00), ValuationBasis = "评估报告〔2026〕8号",
            },
        },
    };

    public static readonly ListingOffer Pledge = new(Money.Cny(100_000_00), "一种提钒方法", "")
    {
        Mode = ListingMode.PledgeRealisation,
        ModeTerms = new ModeTerms
        {
            Price = new PriceTerms(),
            Pledge = new PledgeTerms
            {
                Pledgee = "攀枝花示例银行",
                Document = "变卖协议〔2026〕3号",
                Claim = Money.Cny(80_000_00),
                SurplusToPledgor = true,
            },
        },
    };

    public static ListingOffer Priced(this ListingOffer offer, PriceTerms price, long? fen = null) => offer with
    {
        AskingPrice = fen is { } amount ? Money.Cny(amount) : null,
        ModeTerms = offer.ModeTerms! with { Price = price },
    };

    public static ListingOffer With(this ListingOffer offer, SaleTerms terms) =>
        offer with { ModeTerms = offer.ModeTerms! with { Sale = terms } };

    public static ListingOffer With(this ListingOffer offer, Func<LicenceTerms, LicenceTerms> change) =>
        offer with { ModeTerms = offer.ModeTerms! with { Licence = change(offer.ModeTerms.Licence!) } };

    public static ListingOffer With(this ListingOffer offer, Func<OpenLicenceTerms, OpenLicenceTerms> change) =>
        offer with { ModeTerms = offer.ModeTerms! with { OpenLicence = change(offer.ModeTerms.OpenLicence!) } };

    public static ListingOffer With(this ListingOffer offer, Func<EquityTerms, EquityTerms> change) =>
        offer with { ModeTerms = offer.ModeTerms! with { Equity = change(offer.ModeTerms.Equity!) } };

    public static ListingOffer With(this ListingOffer offer, Func<PledgeTerms, PledgeTerms> change) =>
        offer with { ModeTerms = offer.ModeTerms! with { Pledge = change(offer.ModeTerms.Pledge!) } };

    public static ListingOffer About(
        this ListingOffer offer, SubjectKind kind, string knowHow = "", string bundle = "") =>
        offer with { Subject = new ListingSubject { Kind = kind, KnowHow = knowHow, Bundle = bundle } };

    /// <summary>A plan by shares, each due by an event.</summary>
    public static PriceTerms Shares(params ImmutableArray<int> shares) => new()
    {
        Form = PriceForm.Instalments,
        Instalments = [.. shares.Select(share => new Instalment { Due = InstalmentDue.HandOver, ShareBp = share })],
    };

    public static PriceTerms Amounts(params ImmutableArray<long> fen) => new()
    {
        Form = PriceForm.Instalments,
        Instalments = [.. fen.Select(amount => new Instalment { Amount = Money.Cny(amount) })],
    };

    /// <summary>A plan of two halves, due on these days.</summary>
    public static PriceTerms Days(DateOnly first, DateOnly second) => new()
    {
        Form = PriceForm.Instalments,
        Instalments =
        [
            new Instalment { Due = InstalmentDue.Day, DueOn = first, ShareBp = 5_000 },
            new Instalment { Due = InstalmentDue.Day, DueOn = second, ShareBp = 5_000 },
        ],
    };

    public static PriceTerms OfSales(params ImmutableArray<int> rates) => new()
    {
        Form = PriceForm.Royalty, Royalty = new Royalty { RatesBp = rates, HasAudit = true },
    };

    public static Refusal? Draft(ListingOffer offer, PatentStanding patent) => ListingDecider.Decide(
        Listing.Empty,
        new DraftListing(
            patent.Stream,
            offer,
            new SellerFacts(
                new PartyStanding("party:seller", OnboardingStatus.Verified, false, [PartyKind.Enterprise], []),
                ["甲公司"]),
            patent),
        Moment).Refusal;
}
