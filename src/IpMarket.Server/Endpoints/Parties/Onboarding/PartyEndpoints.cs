using IpMarket.Adapters.Views.Parties;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>What a list of parties is narrowed to.</summary>
public sealed record PartyQuery
{
    [FromQuery(Name = "status")]
    public OnboardingStatus? Status { get; init; }

    [FromQuery(Name = "kind")]
    public PartyKind? Kind { get; init; }

    [FromQuery(Name = "waitsFor")]
    public CentreRole? WaitsFor { get; init; }
}

/// <summary>Parties: the desk's list and one's own, one whole, a new one, and the way of its onboarding.</summary>
public static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder routes)
    {
        var parties = routes.MapGroup("/api/parties").WithTags("Parties");
        parties.MapGet("", List).WithName("listParties").ForSignedIn().Reads("views-parties");
        parties.MapPost("", Register).WithName("registerParty").ForSignedIn().Writes();
        var party = parties.MapGroup("/{id:stream(party)}");
        party.MapGet("", Get).WithName("getParty").ForSignedIn();
        party.MapPost("/submit", Submit).WithName("submitParty").ForSignedIn().Writes();
        party.MapPost("/handle", Handle).WithName("handleParty").ForSignedIn().Writes();
        party.MapPost("/verify", Verify).WithName("verifyParty").ForSignedIn().Writes();
        party.MapPost("/return", Return).WithName("returnParty").ForSignedIn().Writes();
        party.MapPost("/suspend", Suspend).WithName("suspendParty").ForSignedIn().Writes();
        party.MapPost("/reinstate", Reinstate).WithName("reinstateParty").ForSignedIn().Writes();
        party.MapPost("/close", Close).WithName("closeParty").ForSignedIn().Writes();
        party.MapPost("/erase", Erase).WithName("eraseParty").ForSignedIn().Writes();
    }

    /// <summary>The centre's desk sees all of them, everybody else those he acts for.</summary>
    private static async Task<Answer<Page<PartySummary>>> List(
        [AsParameters] PageQuery page,
        [AsParameters] PartyQuery query,
        HttpContext http,
        Caller caller,
        PartyLists lists,
        PartyDesk desk,
        PartyPresenter presenter,
        CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var seesAll = caller.Duties.ReadsTheDesk(caller.At) || caller.Is(CentreRole.Administrator);
        var filter = new PartyFilter(seesAll ? null : caller.User, query.Status, query.Kind, query.WaitsFor);
        var (rows, total) = await lists.Page(filter, page.Skip, page.Take, cancel);
        var items = await Task.WhenAll(rows.Select(async row =>
            await presenter.Summarise(await desk.Party(row.Party).Get(), caller, cancel)));
        return page.Of<PartySummary>(items, total);
    }

    private static async Task<Answer<PartyView>> Get(
        string id, HttpContext http, Caller caller, PartyDesk desk, PartyPresenter presenter, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var seen = await desk.See(id, caller);
        if (seen.Refusal is { } refusal) return refusal;
        return await presenter.Show(seen.Value, caller, Languages.IsEnglish(http.Request), cancel);
    }

    private static async Task<Answer<Written>> Register(
        NewParty body, Call call, PartyDesk desk, PartyLists lists, CancellationToken cancel)
    {
        var user = call.Caller.User;
        if ((await desk.User(user).Read()).State.IsOfTheCentre) return Refusal.Of(PartyInputRefusal.OfTheCentre);
        var context = call.Context with { Actor = new Actor(user) };
        var id = Ids.Create("party", context.CommandId, context.Actor);
        // A repeat is answered by the party itself.
        if (!(await desk.Party(id).Get()).State.Exists
            && (await lists.Of([user], call.Caller.At, cancel))[user].Count() >= Limits.PartiesPerUserMax)
        {
            return Refusal.Of(PartyRefusal.TooManyParties, ("max", Limits.PartiesPerUserMax));
        }

        var registered = await desk.Party(id).Register(
            context, new RegisterParty(body.IsNaturalPerson, [.. body.Kinds]));
        if (registered.IsAccepted) await desk.Forget(registered.Value.Pos, cancel, user);
        return Written.Of(registered);
    }

    private static async Task<Answer<Written>> Submit(string id, Call call, PartyDesk desk) => Written.Of(
        await desk.Act(id, call, (party, context) => party.Submit(context)));

    private static async Task<Answer<Written>> Handle(string id, Call call, PartyDesk desk) => Written.Of(
        await desk.Act(id, call, (party, context) => party.Handle(context, new HandleOnboarding(call.Caller.Duties))));

    private static async Task<Answer<Written>> Verify(string id, Call call, PartyDesk desk) => Written.Of(
        await desk.Act(id, call, (party, context) => party.Verify(context, new VerifyParty(call.Caller.Duties))));

    private static async Task<Answer<Written>> Reinstate(string id, Call call, PartyDesk desk) => Written.Of(
        await desk.Act(id, call, (party, context) => party.Reinstate(context, new ReinstateParty(call.Caller.Duties))));

    private static async Task<Answer<Written>> Erase(string id, Call call, PartyDesk desk) => Written.Of(
        await desk.Act(id, call, (party, context) => party.Erase(context, new ErasePersonalData(call.Caller.Duties))));

    private static async Task<Answer<Written>> Return(
        string id, ReturnPartyForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var texts = new List<PersonalText>();
        foreach (var item in body.Items.Take(Enum.GetValues<PartyItem>().Length + 1))
        {
            var reason = CleanText.Lines("reason", item.Reason);
            if (reason.Refusal is { } refusal) return refusal;
            texts.Add(new PersonalText($"reason-{texts.Count + 1}", reason.Value));
        }

        return Written.Of(await desk.Act(
            id, call, texts,
            (_, refs) => Task.FromResult<Outcome<ReturnOnboarding>>(new ReturnOnboarding(
                [.. texts.Select((text, i) => new ReturnedItem(body.Items[i].Item, refs[text.Kind]))],
                call.Caller.Duties)),
            PartyOnboardingDecider.Decide, desk.Onboarding(id).Return, cancel));
    }

    private static async Task<Answer<Written>> Suspend(
        string id, ReasonForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var reason = CleanText.Lines("reason", body.Reason);
        if (reason.Refusal is { } refusal) return refusal;
        return Written.Of(await desk.Act(
            id, call, [new PersonalText("reason", reason.Value)],
            (_, refs) => Task.FromResult<Outcome<SuspendParty>>(new SuspendParty(refs["reason"], call.Caller.Duties)),
            PartyOnboardingDecider.Decide, desk.Onboarding(id).Suspend, cancel));
    }

    private static async Task<Answer<Written>> Close(
        string id, CloseForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var texts = new List<PersonalText>();
        if (body.Reason is not null)
        {
            var reason = CleanText.Lines("reason", body.Reason);
            if (reason.Refusal is { } refusal) return refusal;
            texts.Add(new PersonalText("reason", reason.Value));
        }

        return Written.Of(await desk.Act(
            id, call, texts,
            (_, refs) => Task.FromResult<Outcome<CloseParty>>(new CloseParty(refs.Find("reason"), call.Caller.Duties)),
            PartyOnboardingDecider.Decide, desk.Onboarding(id).Close, cancel));
    }
}
