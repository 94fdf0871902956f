using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>Whose saved searches alert, and what their owners are told.</summary>
public abstract partial class CatalogueViewContract
{
    private const string Searches = "saved-searches:a";
    private static readonly SavedQuestion Slag = SavedQuestion.Of(new CatalogueQuery { Text = "钒渣" });

    [Fact]
    public async Task Alerts_last_from_where_they_began_until_they_end()
    {
        var saved = await Journal.Append(Searches, At, new SearchSaved(1, "钒渣", Slag, true));
        await Journal.Append(Searches, At, new SearchSaved(2, "安静", Slag, false));
        await Journal.Append(Searches, At, new SearchSaved(3, "不要了", Slag, true));
        await Journal.Append(Searches, At, new SavedSearchChanged(1, "钒渣等", true));
        var begun = await Journal.Append(Searches, At, new SavedSearchChanged(2, "不安静", true));
        var end = await Journal.Append(Searches, At, new SavedSearchDeleted(3));
        await using var views = await Filled();
        var alerting = await Alerting().All(end, Cancel);
        Assert.Equal(
            [(Searches, 1, saved, "钒渣"), (Searches, 2, begun, "钒渣")],
            alerting.Select(search => (search.Owner, search.Number, search.SincePos, search.Question.Text)));
    }

    [Fact]
    public async Task What_came_to_match_on_one_day_is_one_notice_of_the_search()
    {
        await Journal.Append(Searches, At, new SearchSaved(1, "钒渣", Slag, true));
        await Journal.Append(Searches, At, new SavedSearchHit(1, [Patent, "patent:b"]));
        await Journal.Append(Searches, At, new SavedSearchChanged(1, "钒渣等", true));
        var last = await Journal.Append(Searches, At.AddMinutes(1), new SavedSearchHit(1, ["patent:c", "patent:d"]));
        var next = await Journal.Append(Searches, At.AddDays(1), new SavedSearchHit(1, [Patent]));
        await Journal.Append(Searches, At.AddDays(1), new SavedSearchDeleted(1));
        await using var views = await Filled();
        var notices = await Lists().Notices("watchlist:a", long.MaxValue, 10, Cancel);
        Assert.Equal(
            [(next, 1, "钒渣等"), (last, 4, "钒渣等")],
            notices.Select(notice => (notice.Pos, notice.Hit!.Count, notice.Hit.Name)));
        Assert.Equal("提钒", Assert.Single(notices[0].Patents).TitleZh);
        Assert.Equal("patent:b patent:c patent:d", string.Join(' ', notices[1].Patents.Select(patent => patent.Id)));
        Assert.Equal((2, 1), (
            await Lists().Count("watchlist:a", 0, Cancel), await Lists().Count("watchlist:a", last, Cancel)));
        Assert.Equal(0, await Lists().Count("watchlist:b", 0, Cancel));
    }

    private SavedSearchLists Alerting() => new(
        process!.GetRequiredService<IDbContextFactory<CatalogueViewContext>>(),
        process!.GetRequiredService<IViewPositions>());
}
