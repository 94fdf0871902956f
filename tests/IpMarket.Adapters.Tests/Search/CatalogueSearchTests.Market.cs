using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>Filters, orders, pages, and what becomes of a document that changes.</summary>
public abstract partial class CatalogueSearchTests
{
    [Fact]
    public async Task Filters_of_type_status_price_ipc_and_applicant_are_joined_by_and()
    {
        await Offer(Vanadate, MarketStatus.ForSale, 1_000_00);
        await Offer(SlagUse, MarketStatus.InAuction, 2_000_00);
        await Offer(CleanSlag, MarketStatus.Sold, 3_000_00);
        await Put(KnownPatents.Of(Alloy) with { Type = "Design" });
        var slag = new CatalogueQuery { Text = "钒渣", Sort = CatalogueSort.PriceUp };
        Assert.Equal([Vanadate, SlagUse, CleanSlag], await Found(slag));
        Assert.Equal([Vanadate], await Found(slag with { Statuses = [MarketStatus.ForSale] }));
        Assert.Equal(
            [Vanadate, CleanSlag], await Found(slag with { Statuses = [MarketStatus.ForSale, MarketStatus.Sold] }));
        Assert.Equal([SlagUse, CleanSlag], await Found(slag with { PriceMin = Money.Cny(2_000_00) }));
        Assert.Equal([Vanadate, SlagUse], await Found(slag with { PriceMax = Money.Cny(2_000_00) }));
        Assert.Empty(await Found(slag with { PriceMin = Money.Cny(2_000_01), PriceMax = Money.Cny(2_999_99) }));
        Assert.Equal([Vanadate], await Found(slag with { Applicant = "钢钒" }));
        Assert.Equal([Alloy], await Found(new CatalogueQuery { Types = ["Design"] }));
        Assert.Equal(["EP20120840620"], await Found(new CatalogueQuery { IpcPrefixes = ["h01m 8/18"] }));
        Assert.Empty(await Found(new CatalogueQuery { IpcPrefixes = ["H01M"], Statuses = [MarketStatus.ForSale] }));
        Assert.Empty(await Found(new CatalogueQuery { Applicant = "、" }));
    }

    [Fact]
    public async Task Orders_put_patents_without_a_price_or_a_day_last()
    {
        await Offer(SlagUse, MarketStatus.ForSale, 500);
        await Offer(CleanSlag, MarketStatus.ForSale, 100);
        var slag = new CatalogueQuery { Text = "钒渣" };
        Assert.Equal([CleanSlag, SlagUse, Vanadate], await Found(slag with { Sort = CatalogueSort.PriceUp }));
        Assert.Equal([SlagUse, CleanSlag, Vanadate], await Found(slag with { Sort = CatalogueSort.PriceDown }));
        var newest = await Search.Search(
            new CatalogueQuery { Sort = CatalogueSort.Newest, Limit = Limits.PageItemsMax }, Cancel);
        Assert.Equal("CN116692944B", newest.Items[0].Numbers[0]);
        var days = newest.Items.Select(patent => patent.Day ?? DateOnly.MinValue).ToList();
        Assert.Equal(days.OrderDescending(), days);
    }

    [Fact]
    public async Task The_earliest_day_comes_first_and_none_last()
    {
        var oldest = await Search.Search(
            new CatalogueQuery { Sort = CatalogueSort.Oldest, Limit = Limits.PageItemsMax }, Cancel);
        var days = oldest.Items.Select(patent => patent.Day ?? DateOnly.MaxValue).ToList();
        Assert.Equal(days.Order(), days);
        Assert.Equal("US09/264577", oldest.Items[0].Numbers[0]);
    }

    [Fact]
    public async Task Without_a_text_everything_is_there_and_what_is_offered_comes_first()
    {
        await Offer(Alloy, MarketStatus.ForSale, null);
        var hits = await Ask("  ");
        Assert.Equal(KnownPatents.All.Length, hits.Total);
        Assert.Equal(Alloy, hits.Items[0].Numbers[0]);
    }

    [Fact]
    public async Task Pages_neither_overlap_nor_leave_out()
    {
        foreach (var sort in Enum.GetValues<CatalogueSort>())
        {
            var seen = new List<string>();
            var query = new CatalogueQuery { Sort = sort, Limit = 7 };
            for (CatalogueHits page; (page = await Search.Search(query, Cancel)).Items.Count > 0;)
            {
                Assert.Equal(KnownPatents.All.Length, page.Total);
                seen.AddRange(page.Items.Select(patent => patent.Patent));
                query = query with { Offset = query.Offset + query.Limit };
            }

            Assert.Equal(KnownPatents.All.Length, seen.Count);
            Assert.Equal(KnownPatents.All.Length, seen.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task A_document_comes_back_whole()
    {
        var offered = await Offer(Magnetite, MarketStatus.ForSale, 42);
        Assert.Equivalent(offered, await Index.Find(offered.Patent, Cancel), strict: true);
        Assert.Null(await Index.Find("patent:unknown", Cancel));
    }

    [Fact]
    public async Task What_stands_in_the_abstract_only_is_found_too()
    {
        await Put(KnownPatents.Of(Magnetite) with { AbstractZh = "本发明公开了一种球墨铸铁的孕育方法。" });
        Assert.Equal([Magnetite], await Found(new CatalogueQuery { Text = "孕育" }));
        Assert.Equal([Magnetite], await Found(new CatalogueQuery { Text = "球墨铸铁" }));
        Assert.Empty(await Found(new CatalogueQuery { Text = "球墨", Types = ["Design"] }));
        Assert.Equal("本发明公开了一种球墨铸铁的孕育方法。", (await Index.Find(KnownPatents.Of(Magnetite).Patent, Cancel))!.AbstractZh);
    }

    /// <summary>One patent a code of the browse page; each code leads to its own and to those below it.</summary>
    [Fact]
    public async Task Every_code_of_the_trade_leads_to_its_patents()
    {
        await Index.Clear(Cancel);
        var codes = IpcTitles.All.Select(title => title.Code).Where(code => code.Contains('/', StringComparison.Ordinal)).ToList();
        await Put([.. codes.Select((code, i) => new CatalogueDocument
        {
            Patent = $"patent:CN2099{i:d8}", Numbers = [code], IpcCodes = [code],
        })]);
        foreach (var title in IpcTitles.All)
        {
            var hits = await Search.Search(
                new CatalogueQuery { IpcPrefixes = [title.Code], Limit = Domain.Kernel.Limits.PageItemsMax }, Cancel);
            var expected = codes.Where(code => Above(code).Contains(title.Code, StringComparer.Ordinal)).ToList();
            Assert.Equal((title.Code, expected.Count), (title.Code, hits.Total));
            Assert.All(hits.Items, patent => Assert.Contains(patent.Numbers[0], expected, StringComparer.Ordinal));
        }
    }

    /// <summary>The code, those above it on the page, and its main group.</summary>
    private static IEnumerable<string> Above(string code)
    {
        yield return code.Split('/')[0] + "/00";
        for (var at = code; at is not null; at = IpcTitles.All.Single(title => title.Code == at).Parent) yield return at;
    }

    [Fact]
    public async Task A_changed_document_replaces_the_old_one_and_a_removed_one_is_gone()
    {
        await Index.Use(Synonyms.None, Cancel);
        await Put(KnownPatents.Of(Magnetite) with { TitleZh = "海绵钛" });
        Assert.Empty((await Ask("钒钛")).Items);
        Assert.Single((await Ask("海绵钛")).Items);
        await Index.Apply([], [KnownPatents.Of(Magnetite).Patent], new IndexPosition(99, "ff"), Cancel);
        Assert.Empty((await Ask("海绵钛")).Items);
        Assert.Equal(new IndexPosition(99, "ff"), await Index.Position(Cancel));
    }

    [Fact]
    public async Task A_listing_that_is_not_public_shows_neither_status_nor_price()
    {
        await Offer(Alloy, MarketStatus.NotListed, 100);
        Assert.Empty(await Found(new CatalogueQuery { PriceMin = Money.Cny(1) }));
        Assert.Null((await Ask("铝及铝合金")).Items[0].AskingPrice);
    }

    [Fact]
    public async Task A_cleared_index_holds_nothing_and_stands_before_the_first_record()
    {
        await Index.Clear(Cancel);
        Assert.Equal(0, (await Ask("")).Total);
        Assert.Equal(IndexPosition.Start, await Index.Position(Cancel));
    }

    private async Task<CatalogueDocument> Offer(string number, MarketStatus status, long? fen)
    {
        var patent = KnownPatents.Of(number);
        var listing = "listing:" + patent.Patent[7..];
        var price = fen is { } amount ? Money.Cny(amount) : (Money?)null;
        var offered = patent with
        {
            Listing = new ListingFacts(listing, status.ToString(), status, price),
        };
        await Put(offered);
        return offered;
    }
}
