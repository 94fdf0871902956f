using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents.Life;

/// <summary>
/// A patent's life: everybody reads, a handler records what the register, the gazette or a receipt says, with source
/// and date, and takes back what he recorded wrongly.
/// </summary>
public static class LifeEndpoints
{
    public static void MapPatentLife(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/legal-codes", Codes).WithTags("Catalogue").WithName("listLegalCodes").ForEveryone();
        var patent = routes.MapGroup("/api/patents/{number}").WithTags("Catalogue");
        patent.MapGet("/life", Get).WithName("getPatentLife").ForEveryone();
        patent.MapPost("/legal-events", RecordEvent)
            .WithName("recordLegalEvent").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/fee-payments", RecordPayment)
            .WithName("recordFeePayment").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/fee-reductions", RecordReduction)
            .WithName("recordFeeReduction").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/lapse-notices", RecordNotice)
            .WithName("recordLapseNotice").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/ownership", RecordOwners)
            .WithName("recordOwnership").ForCentre(CentreRole.Handler).Writes();
        patent.MapPost("/life-facts/{fact:int}/retract", Retract)
            .WithName("retractLifeFact").ForCentre(CentreRole.Handler).Writes();
    }

    private static Answer<LegalCodesView> Codes() => new LegalCodesView(LegalCodes.Source, LegalCodes.All);

    private static async Task<Answer<LifeView>> Get(
        string number, HttpContext http, Caller caller, PatentPresenter patents, LifePresenter presenter)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        return await presenter.Present(found.Value, caller, Languages.IsEnglish(http.Request));
    }

    private static Task<Answer<Written>> RecordEvent(
        string number, LegalEventForm body, Call call, PatentPresenter patents, IGrainFactory grains)
    {
        var note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim();
        return Record(number, body.Source, patents, grains, (grain, source) => grain.RecordLegalEvents(
            call.Context,
            new RecordLegalEvents([new NewLegalEvent(body.Code.Trim(), body.On, note, body.TermEndsOn)], source)));
    }

    private static Task<Answer<Written>> RecordPayment(
        string number, FeePaymentForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Record(number, body.Source, patents, grains, (grain, source) => grain.RecordFeePayment(
            call.Context, new RecordFeePayment(body.Year, body.PaidOn, body.Amount, source)));

    private static Task<Answer<Written>> RecordReduction(
        string number, FeeReductionForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Record(number, body.Source, patents, grains, (grain, source) => grain.RecordFeeReduction(
            call.Context, new RecordFeeReduction(body.Percent, body.FromYear, body.ToYear, source, body.SeenOn)));

    private static Task<Answer<Written>> RecordNotice(
        string number, LapseNoticeForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Record(number, body.Source, patents, grains, (grain, source) => grain.RecordLapseNotice(
            call.Context, new RecordLapseNotice(body.Year, body.ReceivedOn, source)));

    private static Task<Answer<Written>> RecordOwners(
        string number, OwnershipForm body, Call call, PatentPresenter patents, IGrainFactory grains) =>
        Record(number, body.Source, patents, grains, (grain, source) => grain.RecordOwnership(
            call.Context, new RecordOwnership([.. body.Shares], [.. body.Mandates], source, body.SeenOn)));

    private static async Task<Answer<Written>> Retract(
        string number, int fact, ReasonForm body, Call call, PatentPresenter patents, IGrainFactory grains)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        var reason = CleanText.Line("reason", body.Reason);
        if (reason.Refusal is { } unclean) return unclean;
        return Written.Of(await grains.GetGrain<IPatentLifeGrain>(found.Value.Stream)
            .Retract(call.Context, new RetractLifeFact(fact, reason.Value)));
    }

    private static async Task<Answer<Written>> Record(
        string number,
        string source,
        PatentPresenter patents,
        IGrainFactory grains,
        Func<IPatentLifeGrain, string, Task<Outcome<Accepted>>> record)
    {
        var found = await patents.Find(number);
        if (found.Refusal is { } refusal) return refusal;
        var clean = CleanText.Line("source", source);
        if (clean.Refusal is { } unclean) return unclean;
        return Written.Of(await record(grains.GetGrain<IPatentLifeGrain>(found.Value.Stream), clean.Value));
    }
}
