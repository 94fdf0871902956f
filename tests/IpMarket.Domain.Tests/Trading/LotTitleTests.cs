using IpMarket.Domain.Trading.Auctions;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>A lot's titles in the language a page speaks.</summary>
public sealed class LotTitleTests
{
    private static readonly AuctionLot Lot = new("listing:a", "patent:CN202110000001", "一种提钒方法", "party:seller")
    {
        TitleEn = "Vanadium extraction",
        Further =
        [
            new LotPatent("patent:CN202110000002", "CN202110000002.0", "一种提钛方法") { TitleEn = "Titanium extraction" },
            new LotPatent("patent:CN202110000003", "CN202110000003.5", "一种炉渣"),
        ],
    };

    [Fact]
    public void English_pages_have_English_titles_where_there_are_some()
    {
        Assert.Same(Lot, Lot.In(english: false));
        var english = Lot.In(english: true);
        Assert.Equal("Vanadium extraction", english.Title);
        Assert.Equal(
            ["Titanium extraction", "一种炉渣"], english.Further.Select(patent => patent.Title), StringComparer.Ordinal);
        Assert.Equal("一种提钒方法", (Lot with { TitleEn = null }).In(english: true).Title);
    }

    [Fact]
    public void A_lot_proposed_before_there_were_English_titles_has_none()
    {
        const string Written =
            """{"listing":"listing:a","patent":"patent:CN1","title":"一种方法","seller":"party:s","further":[]}""";
        var lot = System.Text.Json.JsonSerializer.Deserialize<AuctionLot>(
            Written, System.Text.Json.JsonSerializerOptions.Web)!;
        Assert.Null(lot.TitleEn);
        Assert.Equal("一种方法", lot.In(english: true).Title);
    }
}
