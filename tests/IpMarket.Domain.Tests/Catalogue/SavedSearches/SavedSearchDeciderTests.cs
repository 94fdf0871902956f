using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.SavedSearches;

/// <summary>What a user's saved searches take, and what they tell once.</summary>
public sealed class SavedSearchDeciderTests
{
    private static readonly SavedQuestion Slag = SavedQuestion.Of(new CatalogueQuery { Text = "钒渣" });
    private SavedSearchList list = SavedSearchList.Empty;

    [Fact]
    public void A_question_that_narrows_nothing_is_not_kept()
    {
        Assert.Equal("SEARCH_ASKS_NOTHING", Save("一切", SavedQuestion.Of(new CatalogueQuery { Text = " " })));
        Assert.Null(Save("钛", SavedQuestion.Of(new CatalogueQuery { IpcPrefixes = ["C22B 34/12"] })));
    }

    [Fact]
    public void Each_name_is_used_once_whatever_its_case()
    {
        Assert.Null(Save("TiO2 报价", Slag));
        Assert.Equal("SEARCH_NAME_TAKEN", Save("tio2 报价", Slag));
        Assert.Null(Save("另一条", Slag));
        Assert.Equal("SEARCH_NAME_TAKEN", Do(SavedSearchDecider.Decide, new ChangeSavedSearch(2, "TIO2 报价", true)));
        Assert.Null(Do(SavedSearchDecider.Decide, new ChangeSavedSearch(1, "TIO2 报价", true)));
    }

    [Fact]
    public void Fifty_are_kept_at_most_and_no_number_comes_twice()
    {
        for (var i = 1; i <= Limits.SavedSearchesMax; i++) Assert.Null(Save($"检索{i}", Slag));
        Assert.Equal("SAVED_SEARCHES_FULL", Save("太多", Slag));
        Assert.Null(Do(SavedSearchDecider.Decide, new DeleteSavedSearch(Limits.SavedSearchesMax)));
        Assert.Null(Save("新的", Slag));
        Assert.Equal(Limits.SavedSearchesMax + 1, list.Searches[^1].Number);
    }

    [Fact]
    public void What_is_not_there_is_neither_changed_nor_given_up()
    {
        Assert.Equal("SEARCH_NOT_SAVED", Do(SavedSearchDecider.Decide, new ChangeSavedSearch(1, "x", true)));
        Assert.Equal("SEARCH_NOT_SAVED", Do(SavedSearchDecider.Decide, new DeleteSavedSearch(1)));
        Assert.Null(Save("钒渣", Slag));
        Assert.Equal("SAVED_SEARCH_STANDS", Do(SavedSearchDecider.Decide, new ChangeSavedSearch(1, "钒渣", true)));
    }

    [Fact]
    public void A_hit_is_told_once_and_only_where_alerts_are_on()
    {
        Assert.Null(Save("钒渣", Slag));
        Assert.Null(Save("安静", Slag, alerts: false));
        Assert.Null(Tell((1, ["patent:a", "patent:b"]), (2, ["patent:a"]), (9, ["patent:a"])));
        Assert.Equal("patent:a patent:b", string.Join(' ', list.Find(1)!.Told));
        Assert.Empty(list.Find(2)!.Told);
        Assert.Equal("HITS_TOLD_ALREADY", Tell((1, ["patent:b", "patent:a"])));
        Assert.Null(Tell((1, ["patent:b", "patent:c"])));
        Assert.Equal("patent:a patent:b patent:c", string.Join(' ', list.Find(1)!.Told));
        Assert.Null(Do(SavedSearchDecider.Decide, new ChangeSavedSearch(1, "钒渣", false)));
        Assert.Equal("HITS_TOLD_ALREADY", Tell((1, ["patent:d"])));
    }

    [Fact]
    public void The_last_five_hundred_told_are_remembered()
    {
        Assert.Null(Save("钒渣", Slag));
        for (var i = 0; i < 4; i++)
            Assert.Null(Tell((1, [.. Enumerable.Range(200 * i, 200).Select(number => $"patent:{number}")])));
        Assert.Equal(Limits.SavedHitsRememberedMax, list.Find(1)!.Told.Length);
        Assert.Equal("patent:799", list.Find(1)!.Told[^1]);
    }

    [Fact]
    public void A_kept_question_asks_what_was_asked()
    {
        var asked = new CatalogueQuery
        {
            Text = "钒", Types = ["Invention"], Statuses = [MarketStatus.ForSale], PriceMin = Money.Cny(1),
            PriceMax = Money.Cny(2), IpcPrefixes = ["C22B"], Applicant = "攀钢", Applicants = ["东北大学"], Years = [2012],
            Modes = [ListingMode.ExclusiveLicence], Fields = [VtiField.TitaniumSlag],
            Routes = [ProcessRoute.ElectricSmelting],
            Figures = [new FigureRange(TechnicalFigure.TitaniumDioxide, 7_000, null)],
        };
        Assert.Equivalent(asked, SavedQuestion.Of(asked).ToQuery(), strict: true);
    }

    [Fact]
    public void Each_filter_of_what_is_offered_narrows_enough_to_be_kept()
    {
        Assert.Null(Save("方式", SavedQuestion.Of(new CatalogueQuery { Modes = [ListingMode.OpenLicence] })));
        Assert.Null(Save("领域", SavedQuestion.Of(new CatalogueQuery { Fields = [VtiField.TitaniumSlag] })));
        Assert.Null(Save("路线", SavedQuestion.Of(new CatalogueQuery { Routes = [ProcessRoute.AcidLeaching] })));
        var figures = new CatalogueQuery { Figures = [new FigureRange(TechnicalFigure.Maturity, 6, null)] };
        Assert.Null(Save("指标", SavedQuestion.Of(figures)));
    }

    [Fact]
    public void A_search_saved_before_offers_had_figures_asks_what_it_asked()
    {
        const string Stored = """
            {"number":1,"name":"钒渣","question":{"text":"钒渣","types":["Invention"],"statuses":["ForSale"],
            "ipcPrefixes":[],"applicants":[],"years":[2012]},"alerts":true}
            """;
        var (fact, _) = EventCodec.Decode(typeof(SearchSaved), Stored, null);
        var kept = list.Evolve(new Recorded(1, "saved-searches:a", 1, default, Guid.Empty, null, fact)).Find(1)!;
        var asked = new CatalogueQuery
        {
            Text = "钒渣", Types = ["Invention"], Statuses = [MarketStatus.ForSale], Years = [2012],
        };
        Assert.Equivalent(asked, kept.Question.ToQuery(), strict: true);
        Assert.False(kept.Question.IsEmpty);
        Assert.Equivalent(kept.Question, SavedQuestion.Of(asked), strict: true);
    }

    private string? Save(string name, SavedQuestion question, bool alerts = true) =>
        Do(SavedSearchDecider.Decide, new SaveSearch(name, question, alerts));

    private string? Tell(params (int Number, ImmutableArray<string> Patents)[] hits) => Do(
        SavedSearchDecider.Decide, new TellHits([.. hits.Select(hit => new SearchHits(hit.Number, hit.Patents))]));

    private string? Do<TCommand>(Decide<SavedSearchList, TCommand> decide, TCommand command)
        where TCommand : ICommand
    {
        var outcome = decide(list, command, new Moment(default, new Actor("user:a")));
        if (outcome.Refusal is { } refusal) return refusal.Code;
        foreach (var fact in outcome.Value)
            list = list.Evolve(new Recorded(1, "saved-searches:a", 1, default, Guid.Empty, null, fact));
        return null;
    }
}
