using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
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

    /// <summary>The catalogue is public: who writes into it is the centre or a party the centre has verified.</summary>
    private static async Task<Answer<Written>> Record(
        PatentForm body, Call call, IGrainFactory grains, MarketSettings settings)
    {
        var isOfTheCentre = call.Caller.Is(CentreRole.Handler);
        if (!isOfTheCentre)
        {
            if (call.Caller.Party is not { } party) return Refusal.Of(KernelRefusal.NotAllowed);
            var entering = (await grains.GetGrain<IPartyGrain>(party).Get()).State;
            if (entering.StatusAt(call.Caller.At) != OnboardingStatus.Verified)
                return Refusal.Of(PatentEntryRefusal.EntryNeedsVerifiedParty);
        }

        var command = PatentForms.Read(body, isOfTheCentre ? FactOrigin.Centre : FactOrigin.Party);
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
