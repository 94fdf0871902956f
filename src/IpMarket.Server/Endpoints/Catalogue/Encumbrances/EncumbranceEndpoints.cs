using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Encumbrances;

/// <summary>What burdens a patent, recorded by the centre's handlers, and what may therefore be done with it.</summary>
public static class EncumbranceEndpoints
{
    public static void MapEncumbrances(this IEndpointRouteBuilder routes)
    {
        var patent = routes.MapGroup("/api/patents/{number}").WithTags("Catalogue");
        patent.MapGet("/modes", Modes).WithName("getPatentModes").ForEveryone();
        patent.MapGet("/encumbrances", Get).WithName("getEncumbrances").ForEveryone();
        patent.MapPost("/encumbrances", Record)
            .WithName("recordEncumbrance").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/encumbrances/{item:int}/renew", Renew)
            .WithName("renewEncumbrance").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/encumbrances/{item:int}/end", End)
            .WithName("endEncumbrance").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/consents", RecordConsent)
            .WithName("recordConsent").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/consents/{item:int}/withdraw", WithdrawConsent)
            .WithName("withdrawConsent").ForCentre(CentreRole.Handler).Writes();
    }

    /// <param name="mine">True: for the party the caller acts for; else for whichever holder sells.</param>
    private static async Task<Answer<PatentModes>> Modes(
        string number,
        [FromQuery(Name = "mine")] bool? mine,
        HttpContext http,
        Caller caller,
        PatentPresenter patents,
        IGrainFactory grains,
        PatentRules rules,
        HouseGateRules house,
        IMarketClock clock)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        var (stream, version, patent) = found.Value;
        var english = Languages.IsEnglish(http.Request);
        var names = mine == true && caller.Party is { } party
            ? await grains.GetGrain<IPartyGrain>(party).Names()
            : (System.Collections.Immutable.ImmutableArray<string>?)null;
        var answers = ListingGate.AskAll(
            GateFacts.Of(patent, rules, WorkingCalendar.DayOf(clock.Now)), names, clock.Now, house);
        return new PatentModes(stream, version, [.. answers.Select(answer => ModeViews.Of(answer, english))]);
    }

    private static async Task<Answer<PatentEncumbrances>> Get(
        string number, HttpContext http, Caller caller, PatentPresenter patents, IMarketClock clock)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        return EncumbrancePresenter.Present(found.Value, caller, clock.Now, Languages.IsEnglish(http.Request));
    }

    private static Task<Answer<Written>> Record(
        string number, EncumbranceForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Act(number, patents, grains, patent => patent.RecordEncumbrance(call.Context, new RecordEncumbrance(
            new EncumbranceTerms(
                body.Kind,
                body.Reference.Trim(),
                PatentForms.Names(body.Others),
                body.From,
                body.Until,
                [.. body.Modes]),
            Basis(body.Basis))));

    private static Task<Answer<Written>> Renew(
        string number, int item, RenewalForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Act(number, patents, grains, patent => patent.RenewEncumbrance(
            call.Context, new RenewEncumbrance(item, body.Until, Basis(body.Basis))));

    private static Task<Answer<Written>> End(
        string number, int item, EndingForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Act(number, patents, grains, patent => patent.EndEncumbrance(
            call.Context, new EndEncumbrance(item, body.Ending, body.EndedOn, Basis(body.Basis))));

    private static async Task<Answer<Written>> RecordConsent(
        string number, ConsentForm body, Call call, PatentPresenter patents, IGrainFactory grains)
    {
        var buyer = body.Buyer?.Trim() is { Length: > 0 } named ? named : null;
        if (buyer is not null && !await IsParty(buyer, grains))
            return Refusal.Of(EncumbranceRefusal.BuyerUnknown, ("buyer", buyer));
        return await Act(number, patents, grains, patent => patent.RecordConsent(call.Context, new RecordConsent(
            body.Encumbrance, PatentForms.Names(body.Givers), [.. body.Modes], Basis(body.Basis))
        {
            Buyer = buyer,
        }));
    }

    private static async Task<bool> IsParty(string stream, IGrainFactory grains) =>
        StreamConstraint.IsStream("party", stream)
        && await grains.GetGrain<IPartyGrain>(stream).Standing() is not null;

    private static Task<Answer<Written>> WithdrawConsent(
        string number,
        int item,
        ConsentWithdrawalForm body,
        Call call,
        PatentPresenter patents,
        IGrainFactory grains) =>
        Act(number, patents, grains, patent => patent.WithdrawConsent(
            call.Context, new WithdrawConsent(item, Basis(body.Basis))));

    private static async Task<Answer<Written>> Act(
        string number,
        PatentPresenter patents,
        IGrainFactory grains,
        Func<IPatentEncumbrancesGrain, Task<Outcome<Accepted>>> act)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        return Written.Of(await act(grains.GetGrain<IPatentEncumbrancesGrain>(found.Value.Stream)));
    }

    private static FactBasis Basis(BasisForm form) => new(form.Source.Trim(), form.Document.Trim(), form.SeenOn);
}
