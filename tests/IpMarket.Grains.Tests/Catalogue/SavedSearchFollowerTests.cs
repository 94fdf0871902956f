using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Grains.Catalogue.SavedSearches;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>Patents that change, the follower, and whom it tells.</summary>
public sealed class SavedSearchFollowerTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    [Fact]
    public async Task A_patent_that_comes_to_match_is_told_once_whatever_is_run_again()
    {
        var old = await Enter("一种钇的老方法");
        await Save("a", "钇的");
        var (fresh, other) = (await Enter("一种钇的新方法"), await Enter("一种钛的方法"));
        await cluster.RunProcesses();
        Assert.Equal(fresh.Stream, Told("a"));

        await cluster.Record(fresh, PatentFacts.None with { TitleZh = "另一种钇的新方法" });
        await cluster.Record(other, PatentFacts.None with { TitleZh = "一种钇的方法，原为钛" });
        await cluster.RunProcesses();
        Assert.Equal($"{fresh.Stream} {other.Stream}", Told("a"));

        cluster.ForgetProcesses();
        await cluster.RunProcesses();
        Assert.Equal($"{fresh.Stream} {other.Stream}", Told("a"));
        Assert.DoesNotContain(old.Stream, Told("a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_owner_is_told_by_one_record_a_search_however_many_came()
    {
        await Save("b", "铽一");
        await Save("c", "铽一");
        for (var i = 0; i < 3; i++) await Enter($"铽一 {i}");
        await cluster.RunProcesses();
        Assert.Equal((3, 3), (Told("b").Split(' ').Length, Told("c").Split(' ').Length));
        Assert.Single(cluster.Facts(Stream("b")).OfType<SavedSearchHit>());
    }

    [Fact]
    public async Task A_search_given_up_tells_nothing_though_the_view_still_names_it()
    {
        await Save("d", "镝一");
        GrainCluster.Accepted(await Searches("d").Delete(GrainCluster.By("d"), new DeleteSavedSearch(1)));
        await Enter("镝一");
        await cluster.RunProcesses();
        Assert.Empty(Told("d"));
    }

    private async Task<PatentNumber> Enter(string title)
    {
        var number = CatalogueCluster.NewNumber();
        await cluster.Record(number, PatentFacts.None with { TitleZh = title });
        return number;
    }

    private async Task Save(string who, string text) => GrainCluster.Accepted(await Searches(who).Save(
        GrainCluster.By(who), new SaveSearch(text, SavedQuestion.Of(new CatalogueQuery { Text = text }), true)));

    private ISavedSearchesGrain Searches(string who) => cluster.Grains.GetGrain<ISavedSearchesGrain>(Stream(who));

    private string Told(string who) =>
        string.Join(' ', cluster.Facts(Stream(who)).OfType<SavedSearchHit>().SelectMany(hit => hit.Patents));

    private static string Stream(string who) => SavedSearchList.StreamOf("user:searcher-" + who);
}
