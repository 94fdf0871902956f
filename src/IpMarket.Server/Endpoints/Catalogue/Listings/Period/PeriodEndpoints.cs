using IpMarket.Domain.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Period;

/// <summary>The listing period: its choice, its intents, and what follows its end.</summary>
public static class PeriodEndpoints
{
    private static readonly CentreRole[] Officers = [CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver];

    public static void MapListingPeriods(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/listing-periods", Desk).WithTags("Catalogue").WithName("listListingPeriods")
            .ForCentre([.. Officers, CentreRole.Supervisor]).Reads(PatentEndpoints.Views);
        routes.MapGet("/api/intents", Own).WithTags("Catalogue").WithName("listOwnIntents")
            .ForSignedIn().Reads(PatentEndpoints.Views);

        var one = routes.MapGroup("/api/listings/{id:stream(listing)}").WithTags("Catalogue");
        one.MapGet("/period", Get).WithName("getListingPeriod").ForEveryone();
        one.MapPut("/period", Choose).WithName("chooseListingPeriod").ForSignedIn().Writes();
        one.MapPost("/period/extend", Extend).WithName("extendListingPeriod").ForSignedIn().Writes();
        one.MapPost("/changes", RequestChange).WithName("requestListingChange").ForSignedIn().Writes();
        one.MapPost("/changes/decide", DecideChange)
            .WithName("decideListingChange").ForCentre(CentreRole.Reviewer, CentreRole.Approver).Writes();
        one.MapPost("/contract", RecordContract).WithName("recordListingContract").ForCentre(Officers).Writes();
        one.MapPost("/deals", RecordDeal).WithName("recordListingDeal").ForCentre(Officers).Writes();
        one.MapPost("/contract/fail", FailContract).WithName("failListingContract").ForCentre(Officers).Writes();
        one.MapGet("/intents", Intents).WithName("listIntents").ForSignedIn();
        one.MapPost("/intents", File).WithName("fileIntent").ForSignedIn().Writes();
        one.MapPost("/intents/mine/withdraw", Withdraw).WithName("withdrawIntent").ForSignedIn().Writes();
    }

    private static async Task<Answer<Page<PeriodSummary>>> Desk(
        [AsParameters] PeriodFilter filter,
        [AsParameters] PageQuery page,
        HttpContext http,
        Caller caller,
        PeriodLists lists,
        CancellationToken cancel) => await lists.Desk(
            filter, page, caller, Languages.IsEnglish(http.Request), cancel);

    private static async Task<Answer<Page<OwnIntent>>> Own(
        [AsParameters] PageQuery page,
        HttpContext http,
        Caller caller,
        PeriodLists lists,
        CancellationToken cancel) =>
        caller.Party is { } party
            ? await lists.Own(party, page, Languages.IsEnglish(http.Request), cancel)
            : Refusal.Of(KernelRefusal.NotAllowed);

    private static async Task<Answer<PeriodView>> Get(
        string id, HttpContext http, Caller caller, ListingPresenter listings, PeriodPresenter presenter)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await listings.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        return await presenter.Present(found.Value, caller, Languages.IsEnglish(http.Request));
    }

    private static async Task<Answer<IntentsView>> Intents(
        string id, HttpContext http, Caller caller, ListingPresenter listings, PeriodPresenter presenter)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await listings.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        if (!PeriodAccess.MaySeeIntents(found.Value.State, caller)) return Refusal.Of(KernelRefusal.NotAllowed);
        return await presenter.Intents(found.Value, caller);
    }

    private static Task<Answer<Written>> Choose(
        string id, PeriodForm body, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.Choose(
            call.Context, new ChooseListingPeriod(body.WorkingDays, body.Profile) { Deposit = body.Deposit }));

    private static Task<Answer<Written>> Extend(
        string id, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.Extend(call.Context));

    private static Task<Answer<Written>> RequestChange(
        string id, ChangeForm body, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.RequestChange(
            call.Context,
            new RequestListingChange(
                OfferForms.Clean(body.Offer),
                body.WorkingDays,
                PlainText.Clean(body.Reason),
                call.Caller.Duties)));

    private static Task<Answer<Written>> DecideChange(
        string id, ChangeDecisionForm body, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.DecideChange(
            call.Context,
            new DecideListingChange(body.Accepts, PlainText.Clean(body.Reason), call.Caller.Duties)));

    private static Task<Answer<Written>> RecordContract(
        string id, ContractForm body, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.RecordContract(
            call.Context,
            new RecordListingContract(body.Price, body.ConcludedOn, call.Caller.Duties)
            {
                Reference = Said(body.Reference),
            }));

    private static Task<Answer<Written>> RecordDeal(
        string id, DealRecordForm body, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.RecordDeal(
            call.Context,
            new RecordListingDeal(body.Intent, body.ConcludedOn, body.Source, call.Caller.Duties)
            {
                Agreed = body.Agreed is { } agreed ? OfferForms.Clean(agreed) : null,
                Reference = Said(body.Reference),
                Choice = Said(PlainText.Clean(body.Choice)),
            }));

    private static Task<Answer<Written>> FailContract(
        string id, ContractFailForm body, Call call, ListingActs acts) =>
        acts.On<IListingPeriodGrain>(id, call, period => period.FailContract(
            call.Context,
            new FailListingContract(PlainText.Clean(body.Reason), call.Caller.Duties) { Intent = body.Intent }));

    private static async Task<Answer<Written>> File(
        string id, IntentForm body, Call call, ListingActs acts)
    {
        if (call.Caller.Party is null) return Refusal.Of(KernelRefusal.NotAllowed);
        return await acts.On<IListingPeriodGrain>(id, call, period => period.FileIntent(
            call.Context,
            new FileIntent(body.Notice, body.Price ?? Money.Zero, body.AcceptsTerms)
            {
                Proposal = Said(PlainText.Clean(body.Proposal)),
            },
            call.Caller.IsOfTheCentre));
    }

    private static async Task<Answer<Written>> Withdraw(
        string id, Call call, ListingActs acts)
    {
        if (call.Caller.Party is null) return Refusal.Of(KernelRefusal.NotAllowed);
        return await acts.On<IListingPeriodGrain>(id, call, period => period.WithdrawIntent(call.Context));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
