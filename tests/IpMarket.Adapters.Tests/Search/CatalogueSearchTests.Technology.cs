using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>What an offer states of mode and technology, filtered by values and ranges.</summary>
public abstract partial class CatalogueSearchTests
{
    [Fact]
    public async Task Figures_filter_as_ranges_with_both_bounds_included()
    {
        await State(Vanadate, new TechnicalFacts { VanadiumPentoxide = 9_800, Maturity = 9 });
        await State(SlagUse, new TechnicalFacts { VanadiumPentoxide = 8_000, CapacityTonnes = 20_000, Maturity = 6 });
        await State(CleanSlag, new TechnicalFacts { SlagGrade = 8_500, TitaniumDioxide = 1 });
        Assert.Equal(Set(Vanadate, SlagUse), await With(TechnicalFigure.VanadiumPentoxide, 8_000, 9_800));
        Assert.Equal([Vanadate], await With(TechnicalFigure.VanadiumPentoxide, 8_001, null));
        Assert.Equal([SlagUse], await With(TechnicalFigure.VanadiumPentoxide, null, 9_799));
        Assert.Equal([SlagUse], await With(TechnicalFigure.Capacity, 20_000, 20_000));
        Assert.Equal([CleanSlag], await With(TechnicalFigure.TitaniumDioxide, null, 10_000));
        Assert.Equal([CleanSlag], await With(TechnicalFigure.SlagGrade, 1, null));
        Assert.Empty(await With(TechnicalFigure.Maturity, 7, 8));
        Assert.Empty(await With(TechnicalFigure.Maturity, 9, 6));
        var both = new CatalogueQuery
        {
            Figures =
            [
                new FigureRange(TechnicalFigure.VanadiumPentoxide, 1, null),
                new FigureRange(TechnicalFigure.Maturity, null, 6),
            ],
        };
        Assert.Equal([SlagUse], await Found(both));
    }

    [Fact]
    public async Task Mode_field_and_route_filter_and_are_counted_with_their_own_filter_aside()
    {
        await State(
            Vanadate,
            new TechnicalFacts
            {
                Fields = [VtiField.VanadiumExtraction, VtiField.Residues], Routes = [ProcessRoute.CalciumRoasting],
            },
            ListingMode.OrdinaryLicence);
        await State(SlagUse, new TechnicalFacts { Fields = [VtiField.Residues] });
        Assert.Equal([Vanadate], await Found(new CatalogueQuery { Modes = [ListingMode.OrdinaryLicence] }));
        Assert.Equal([Vanadate], await Found(new CatalogueQuery { Routes = [ProcessRoute.CalciumRoasting] }));
        Assert.Equal(Set(Vanadate, SlagUse), Set(await Found(new CatalogueQuery { Fields = [VtiField.Residues] })));
        var hits = await Search.Search(Counted with { Fields = [VtiField.VanadiumExtraction] }, Cancel);
        Assert.Equal(
            (1, "Residues 2, VanadiumExtraction 1", "OrdinaryLicence 1", "CalciumRoasting 1"),
            (hits.Total, Text(hits.Facets!.Fields), Text(hits.Facets.Modes), Text(hits.Facets.Routes)));
    }

    [Fact]
    public async Task What_an_offer_that_is_not_public_states_is_neither_found_nor_shown()
    {
        var hidden = await State(Alloy, new TechnicalFacts { TitaniumDioxide = 5_000 }, status: MarketStatus.NotListed);
        Assert.Empty(await With(TechnicalFigure.TitaniumDioxide, 1, null));
        Assert.Empty(await Found(new CatalogueQuery { Modes = [ListingMode.Sale] }));
        Assert.Null((await Index.Find(hidden.Patent, Cancel))!.Technology);
        Assert.Empty((await Search.Search(Counted, Cancel)).Facets!.Modes);
    }

    private static string[] Set(params string[] numbers) => [.. numbers.Order(StringComparer.Ordinal)];

    private async Task<string[]> With(TechnicalFigure figure, int? min, int? max) =>
        Set([.. await Found(new CatalogueQuery { Figures = [new FigureRange(figure, min, max)] })]);

    private async Task<CatalogueDocument> State(
        string number,
        TechnicalFacts technology,
        ListingMode mode = ListingMode.Sale,
        MarketStatus status = MarketStatus.ForSale)
    {
        var offered = await Offer(number, status, null);
        var stated = offered with { Listing = offered.Listing! with { Mode = mode, Technology = technology } };
        await Put(stated);
        return stated;
    }
}
