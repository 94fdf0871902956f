using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>What the hits are made of.</summary>
public abstract partial class CatalogueSearchTests
{
    private static readonly CatalogueQuery Counted = new() { WithFacets = true };

    [Fact]
    public async Task Facets_are_counted_only_when_asked_for() =>
        Assert.Null((await Search.Search(new CatalogueQuery(), Cancel)).Facets);

    [Fact]
    public async Task Facets_count_every_hit_not_only_the_page()
    {
        await Offer(Vanadate, MarketStatus.ForSale, 100);
        await Put(KnownPatents.Of(Alloy) with { Type = "Design" });
        var hits = await Search.Search(Counted with { Limit = 1 }, Cancel);
        var all = KnownPatents.All;
        Assert.Equal($"Invention {all.Length - 1}, Design 1", Text(hits.Facets!.Types));
        Assert.Equal($"NotListed {all.Length - 1}, ForSale 1", Text(hits.Facets.Statuses));
        Assert.Equal("C22B 1, C25C 1, H01M 1, Y02E 1, C01G 1", Text(hits.Facets.Ipc, "C22B C25C H01M Y02E C01G"));
        Assert.Equal(
            "攀钢集团攀枝花钢钒有限公司 2, 东北大学 1", Text(hits.Facets.Applicants, "攀钢集团攀枝花钢钒有限公司 东北大学"));
        Assert.Equal(2, hits.Facets.Applicants[0].Count);
        var years = all.Select(patent => patent.FilingDate?.Year).OfType<int>().Distinct().OrderDescending();
        Assert.Equal(string.Join(' ', years), string.Join(' ', hits.Facets.Years.Select(year => year.Value)));
    }

    [Fact]
    public async Task Facets_follow_the_text_and_the_filters()
    {
        await Offer(Vanadate, MarketStatus.ForSale, 100);
        var slag = Counted with { Text = "钒渣" };
        Assert.Equal("NotListed 2, ForSale 1", Text((await Search.Search(slag, Cancel)).Facets!.Statuses));
        var offered = await Search.Search(slag with { Statuses = [MarketStatus.ForSale] }, Cancel);
        Assert.Equal(3, offered.Facets!.Applicants.Count);
        Assert.Equal(1, offered.Total);
    }

    [Fact]
    public async Task A_facet_leaves_its_own_filter_aside_so_that_further_values_can_be_added()
    {
        await Offer(Vanadate, MarketStatus.ForSale, 100);
        await Offer(SlagUse, MarketStatus.Sold, 100);
        var query = Counted with { Text = "钒渣", Statuses = [MarketStatus.ForSale], Types = ["Invention"] };
        var hits = await Search.Search(query, Cancel);
        Assert.Equal((1, "ForSale 1, NotListed 1, Sold 1"), (hits.Total, Text(hits.Facets!.Statuses)));
        Assert.Equal("Invention 1", Text(hits.Facets.Types));
        var one = await Search.Search(Counted with { Applicants = ["东北大学"], IpcPrefixes = ["C25C"] }, Cancel);
        Assert.Equal((1, "C25C 1", "东北大学 1"), (one.Total, Text(one.Facets!.Ipc), Text(one.Facets.Applicants)));
    }

    [Fact]
    public async Task Values_of_a_facet_filter_what_is_found()
    {
        Assert.Equal([MoltenSalt], await Found(new CatalogueQuery { Applicants = ["东北大学"] }));
        Assert.Empty(await Found(new CatalogueQuery { Applicants = ["东北"] }));
        Assert.Equal(
            "CN116692944B CN116789174B", Sorted(await Found(new CatalogueQuery { Years = [2023] })));
        Assert.Equal(
            2, (await Found(new CatalogueQuery { IpcPrefixes = ["C25C", "H01M"] })).Length);
        Assert.Equal(3, (await Found(new CatalogueQuery { Years = [2023, 2007] })).Length);
    }

    private static string Text(IEnumerable<FacetCount> counts, string? only = null)
    {
        var wanted = only?.Split(' ').ToImmutableHashSet(StringComparer.Ordinal);
        var shown = counts.Where(count => wanted?.Contains(count.Value) != false);
        if (only is not null) shown = shown.OrderBy(count => only.IndexOf(count.Value, StringComparison.Ordinal));
        return string.Join(", ", shown.Select(count => $"{count.Value} {count.Count}"));
    }
}
