using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Hosting;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>
/// Patents by number: everybody reads, a party enters what is not here, the centre records what it saw.
/// </summary>
public static class PatentEndpoints
{
    /// <summary>The follower of listings and histories.</summary>
    public const string Views = "views-catalogue";

    private const int EntriesPerSecond = 50;

    public static void MapPatents(this IEndpointRouteBuilder routes)
    {
        var patents = routes.MapGroup("/api/patents").WithTags("Catalogue");
        patents.MapPost("", Record).WithName("recordPatent").ForSignedIn().Writes()
            .AtMost("patents", EntriesPerSecond);
        patents.MapGet("/{number}", Get).WithName("getPatent").ForEveryone().Reads(Views);
        patents.MapPost("/{number}/holders", RecordHolders)
            .WithName("recordHolders").ForCentre(CentreRole.Handler).Writes();
    }

    private static async Task<Answer<PatentView>> Get(
        string number, HttpContext http, Caller caller, PatentPresenter presenter, CancellationToken cancel)
    {
        var found = await presenter.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        return await presenter.Present(found.Value, caller, Languages.IsEnglish(http.Request), cancel);
    }

    private static async Task<Answer<Written>> Record(
        PatentForm body, Call call, IGrainFactory grains, MarketSettings settings)
    {
        var origin = await PatentEntry.Of(call.Caller, grains);
        if (origin.Refusal is { } barred) return barred;
        var command = PatentForms.Read(body, origin.Value);
        if (command.Refusal is { } refusal) return refusal;
        var patent = PatentNumber.Parse(command.Value.Number).Value;
        if (patent.IsDemo && !settings.Demo)
            return Refusal.Of(PatentEntryRefusal.DemoNumber, ("year", ApplicationNumber.DemoYear));
        return Written.Of(await grains.GetGrain<IPatentGrain>(patent.Stream).Record(call.Context, command.Value));
    }

    private static async Task<Answer<Written>> RecordHolders(
        string number, HoldersForm body, Call call, PatentPresenter presenter, IGrainFactory grains)
    {
        var found = await presenter.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        var source = CleanText.Line("source", body.Source);
        if (source.Refusal is { } unclean) return unclean;
        return Written.Of(await grains.GetGrain<IPatentGrain>(found.Value.Stream).RecordHolders(
            call.Context, new RecordHolders(PatentForms.Names(body.Holders), source.Value, body.SeenOn)));
    }
}
