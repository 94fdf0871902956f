using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Tests.Catalogue.Period;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Deals;

/// <summary>
/// What was agreed, in each form of price (民法典846), against what a notice announced (P8) and against nothing.
/// </summary>
public sealed class DealPriceTests
{
    private static readonly ListingOffer Named = AnOffer.Licence with { Mode = ListingMode.SoleLicence };
    private static readonly ListingOffer Talks =
        Named.Priced(new PriceTerms { Way = PriceWay.Negotiated, Form = PriceForm.LumpSum });

    private static readonly ListingOffer Rates = Named.Priced(AnOffer.OfSales(500, 300));

    private static readonly ListingOffer Entry = Named.Priced(new PriceTerms
    {
        Form = PriceForm.EntryFeeAndRoyalty, EntryFee = Money.Cny(1_000), Royalty = new Royalty { RatesBp = [300] },
    });

    private static readonly ListingOffer PerTonne = Named.Priced(new PriceTerms
    {
        Form = PriceForm.Royalty,
        Royalty = new Royalty
        {
            Base = RoyaltyBase.UnitsMade, PerUnit = Money.Cny(500), Unit = "吨", MinimumPerYear = Money.Cny(9_000),
        },
    });

    private static readonly DealTerms Lump = new() { Total = Money.Cny(100_000_00), Price = new PriceTerms() };

    /// <summary>Row, offer, agreed, refusal after a notice, refusal without one.</summary>
    private static readonly (string Row, ListingOffer Offer, DealTerms? Agreed, string? Announced, string? Free)[] Table =
    [
        ("as announced", Named, Lump, null, null),
        ("above", Named, Lump with { Total = Money.Cny(100_000_01) }, null, null),
        ("below", Named, Lump with { Total = Money.Cny(99_999_99) }, "DEAL_BELOW_ANNOUNCED", null),
        ("by instalments", Named, Lump with { Price = AnOffer.Shares(4_000, 6_000) }, null, null),
        ("stages that are not whole", Named, Lump with { Price = AnOffer.Shares(4_000, 5_000) }, "SHARES_NOT_WHOLE",
            "SHARES_NOT_WHOLE"),
        ("stages in amounts", Named, Lump with { Price = AnOffer.Amounts(40_000_00, 60_000_00) }, null, null),
        ("stages beside the total", Named, Lump with { Price = AnOffer.Amounts(40_000_00, 50_000_00) },
            "AMOUNTS_NOT_TOTAL", "AMOUNTS_NOT_TOTAL"),
        ("no total", Named, Lump with { Total = null }, "DEAL_TOTAL_MISSING", "DEAL_TOTAL_MISSING"),
        ("nothing", Named, null, "PRICE_TERMS_MISSING", "PRICE_TERMS_MISSING"),
        ("zero", Named, Lump with { Total = Money.Zero }, "TERM_AMOUNT_OUT_OF_RANGE", "TERM_AMOUNT_OUT_OF_RANGE"),
        ("a royalty for a total", Named, OfRates(300), "DEAL_OF_ANOTHER_FORM", null),
        ("a royalty with a total", Named, OfRates(300) with { Total = Money.Cny(1) }, "DEAL_TOTAL_UNEXPECTED",
            "DEAL_TOTAL_UNEXPECTED"),
        ("shares for a price", Named, OfShare(2_000, 300_000_00), "PRICE_TERMS_MISSING", "PRICE_TERMS_MISSING"),
        ("talks", Talks, Lump with { Total = Money.Cny(1) }, null, null),
        ("talks to a royalty", Talks, OfRates(1), null, null),
        ("rates", Rates, OfRates(500, 300), null, null),
        ("a rate that stays", Rates, OfRates(500), null, null),
        ("a later rate below", Rates, OfRates(500, 299), "DEAL_BELOW_ANNOUNCED", null),
        ("a rate that falls later on", Rates, OfRates(500, 300, 299), "DEAL_BELOW_ANNOUNCED", null),
        ("a first rate below", Rates, OfRates(499, 400), "DEAL_BELOW_ANNOUNCED", null),
        ("another base", Rates, Of(new Royalty { Base = RoyaltyBase.Profit, RatesBp = [900] }), "DEAL_OF_ANOTHER_FORM",
            null),
        ("no rate", Rates, Of(new Royalty()), "RATES_MISSING", "RATES_MISSING"),
        ("a total for rates", Rates, Lump, "DEAL_OF_ANOTHER_FORM", null),
        ("an entry fee", Entry, OfEntry(1_000, 300), null, null),
        ("an entry fee below", Entry, OfEntry(999, 300), "DEAL_BELOW_ANNOUNCED", null),
        ("a rate below beside it", Entry, OfEntry(2_000, 299), "DEAL_BELOW_ANNOUNCED", null),
        ("no entry fee", Entry, OfRates(300), "DEAL_OF_ANOTHER_FORM", null),
        ("a unit", PerTonne, OfUnits(500, "吨", 9_000), null, null),
        ("a unit below", PerTonne, OfUnits(499, "吨", 9_000), "DEAL_BELOW_ANNOUNCED", null),
        ("another unit", PerTonne, OfUnits(500, "千克", 9_000), "DEAL_OF_ANOTHER_FORM", null),
        ("a least year below", PerTonne, OfUnits(500, "吨", 8_999), "DEAL_BELOW_ANNOUNCED", null),
        ("shares", AnOffer.Equity, OfShare(2_000, 300_000_00), null, null),
        ("fewer shares", AnOffer.Equity, OfShare(1_999, 300_000_00), "DEAL_BELOW_ANNOUNCED", null),
        ("a lower valuation", AnOffer.Equity, OfShare(2_000, 299_999_99), "DEAL_BELOW_ANNOUNCED", null),
        ("no company", AnOffer.Equity, OfShare(2_000, 300_000_00, ""), "COMPANY_MISSING", "COMPANY_MISSING"),
        ("a price for shares", AnOffer.Equity, Lump, "EQUITY_TERMS_MISSING", "EQUITY_TERMS_MISSING"),
        ("shares and a price", AnOffer.Equity, OfShare(2_000, 300_000_00) with { Total = Money.Cny(1) },
            "EQUITY_HAS_NO_PRICE", "EQUITY_HAS_NO_PRICE"),
        ("the declared fee", AnOffer.Open, null, null, null),
        ("another fee", AnOffer.Open, Lump, "OPEN_FEE_STANDS", "OPEN_FEE_STANDS"),
        ("a royalty on a pledge", AnOffer.Pledge, OfRates(300), "REALISATION_NEEDS_ONE_TOTAL",
            "REALISATION_NEEDS_ONE_TOTAL"),
    ];

    public static TheoryData<string> Rows() => [.. Table.Select(row => row.Row)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_agreed_is_a_price_of_the_mode_and_not_below_what_was_announced(string name)
    {
        var (_, offer, agreed, announced, free) = Table.Single(row => row.Row == name);
        Assert.Equal(announced, Recorded(offer, 5, agreed));
        Assert.Equal(free, Recorded(offer, 0, agreed));
    }

    [Fact]
    public void A_price_that_is_agreed_is_kept_as_named_whatever_way_the_offer_took()
    {
        var price = new PriceTerms { Way = PriceWay.Bidding, StartPrice = Money.Cny(5) };
        var listing = Agreed(Talks, 0, Lump with { Price = price });
        Assert.Equal(new PriceTerms(), listing.Period.Contract!.Agreed!.Price! with { Instalments = [] });
    }

    private static string? Recorded(ListingOffer offer, int days, DealTerms? agreed) =>
        Agreed(offer, days, agreed).Refused;

    private static APublishedListing Agreed(ListingOffer offer, int days, DealTerms? agreed)
    {
        var listing = new APublishedListing(days).Offering(offer);
        if (offer.Mode == ListingMode.PledgeRealisation) listing.Gate = AnOffer.Realisable;
        listing.Publish().Accepted().Files("a", 0).Accepted();
        if (days > 0) listing.Ends().Accepted();
        return listing.RecordsDeal(new RecordListingDeal(1, default, "合同原件", DutyHolder.None)
        {
            Reference = "XK-2026-1", Agreed = agreed,
        });
    }

    private static DealTerms OfRates(params int[] rates) => new() { Price = AnOffer.OfSales([.. rates]) };

    private static DealTerms Of(Royalty royalty) =>
        new() { Price = new PriceTerms { Form = PriceForm.Royalty, Royalty = royalty } };

    private static DealTerms OfEntry(long fen, int rate) => new()
    {
        Price = new PriceTerms
        {
            Form = PriceForm.EntryFeeAndRoyalty,
            EntryFee = Money.Cny(fen),
            Royalty = new Royalty { RatesBp = [rate] },
        },
    };

    private static DealTerms OfUnits(long fen, string unit, long least) => Of(new Royalty
    {
        Base = RoyaltyBase.UnitsMade, PerUnit = Money.Cny(fen), Unit = unit, MinimumPerYear = Money.Cny(least),
    });

    private static DealTerms OfShare(int share, long valuation, string company = "攀枝花钒电池有限公司") => new()
    {
        Equity = new EquityTerms
        {
            Company = company,
            Sought = "钒电池企业",
            ShareBp = share,
            Valuation = Money.Cny(valuation),
            ValuationBasis = "评估报告〔2026〕8号",
        },
    };
}
