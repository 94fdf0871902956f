using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Catalogue.SavedSearches;
using IpMarket.Server.Endpoints.Catalogue.Search;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.SavedSearches;

/// <summary>The searches a user keeps, each user his own. To run one is to ask its question of the catalogue.</summary>
public static class SavedSearchEndpoints
{
    public static void MapSavedSearches(this IEndpointRouteBuilder routes)
    {
        var searches = routes.MapGroup("/api/saved-searches").WithTags("Catalogue");
        searches.MapGet("", List).WithName("listSavedSearches").ForSignedIn();
        searches.MapPost("", Save).WithName("saveSearch").ForSignedIn().Writes();
        searches.MapPut("/{search:int}", Change).WithName("changeSavedSearch").ForSignedIn().Writes();
        searches.MapDelete("/{search:int}", Delete).WithName("deleteSavedSearch").ForSignedIn().Writes();
    }

    private static async Task<Answer<SavedSearchesView>> List(HttpContext http, Caller caller, IGrainFactory grains)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (_, version, list) = await Of(caller, grains).Get();
        return new SavedSearchesView(
            version,
            list.Searches.Length < Limits.SavedSearchesMax ? ["save"] : [],
            [
                .. list.Searches.Reverse().Select(search => new SavedSearchView(
                    search.Number, search.Name, SavedQuestionView.Of(search.Question), search.Alerts)),
            ],
            Limits.SavedSearchesMax);
    }

    private static async Task<Answer<Written>> Save(SaveSearchForm body, Call call, IGrainFactory grains)
    {
        var name = Name(body.Name);
        if (name.Refusal is { } refusal) return refusal;
        var filter = body.Question.ToFilter();
        if (CatalogueQueries.Fault(filter) is { } field)
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", field));
        var question = SavedQuestion.Of(CatalogueQueries.Of(filter));
        return Written.Of(await Of(call.Caller, grains)
            .Save(call.Context, new SaveSearch(name.Value, question, body.Alerts)));
    }

    private static async Task<Answer<Written>> Change(
        int search, ChangeSavedSearchForm body, Call call, IGrainFactory grains)
    {
        var name = Name(body.Name);
        if (name.Refusal is { } refusal) return refusal;
        return Written.Of(await Of(call.Caller, grains)
            .Change(call.Context, new ChangeSavedSearch(search, name.Value, body.Alerts)));
    }

    private static async Task<Answer<Written>> Delete(int search, Call call, IGrainFactory grains) =>
        Written.Of(await Of(call.Caller, grains).Delete(call.Context, new DeleteSavedSearch(search)));

    private static Outcome<string> Name(string name) =>
        CleanText.Line("name", name, Limits.SavedSearchNameCharsMax);

    private static ISavedSearchesGrain Of(Caller caller, IGrainFactory grains) =>
        grains.GetGrain<ISavedSearchesGrain>(SavedSearchList.StreamOf(caller.User));
}
