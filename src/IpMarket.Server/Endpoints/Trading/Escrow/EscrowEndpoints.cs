using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Escrow;

/// <summary>The cashier's desk: what the bank statement says, case by case. Others only read.</summary>
public static class EscrowEndpoints
{
    private static readonly CentreRole[] Readers = [CentreRole.Cashier, CentreRole.Accountant, CentreRole.Supervisor];

    public static void MapEscrow(this IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/escrow").WithTags("Trading");
        cases.MapGet("", List).WithName("listEscrowCases").ForCentre(Readers).Reads("views-trading");

        var one = cases.MapGroup("/{id:stream(escrow)}");
        one.MapGet("", Get).WithName("getEscrowCase").ForCentre(Readers);
        one.MapPost("/receipts", Enter).WithName("enterReceipt").ForCentre(CentreRole.Cashier).Writes();
        one.MapPost("/receipts/{number:int}/assign", Assign)
            .WithName("assignReceipt").ForCentre(CentreRole.Cashier).Writes();
        one.MapPost("/receipts/{number:int}/return", Return)
            .WithName("returnReceipt").ForCentre(CentreRole.Cashier).Writes();
        one.MapPost("/refunds/{number:int}/pay", Pay).WithName("payRefund").ForCentre(CentreRole.Cashier).Writes();
    }

    private static async Task<Answer<Page<EscrowSummary>>> List(
        [AsParameters] PageQuery page, HttpContext http, EscrowPresenter presenter, CancellationToken cancel) =>
        await presenter.Page(page, Languages.IsEnglish(http.Request), cancel);

    private static async Task<Answer<EscrowView>> Get(
        string id, HttpContext http, Caller caller, EscrowPresenter presenter)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await presenter.Case(id, caller, Languages.IsEnglish(http.Request));
    }

    private static async Task<Answer<Written>> Enter(string id, ReceiptForm body, Call call, IGrainFactory grains)
    {
        var name = CleanText.Line("payerName", body.PayerName);
        if (name.Refusal is { } noName) return noName;
        var account = CleanText.Line("payerAccount", body.PayerAccount);
        if (account.Refusal is { } noAccount) return noAccount;
        var purpose = body.Purpose.Length == 0 ? "" : CleanText.Line("purpose", body.Purpose);
        if (purpose.Refusal is { } badPurpose) return badPurpose;
        return await Done(grains.GetGrain<IEscrowGrain>(id).EnterReceipt(
            call.Context,
            new EnterReceipt(BankSerial.Normal(body.BankSerial), body.Amount, body.ValueTime, body.Enrolment)
            {
                FromThirdParty = body.FromThirdParty,
            },
            new Payer(name.Value, account.Value, purpose.Value)));
    }

    private static Task<Answer<Written>> Assign(
        string id, int number, AssignForm body, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IEscrowGrain>(id).AssignReceipt(
            call.Context, new AssignReceipt(number, body.Enrolment) { FromThirdParty = body.FromThirdParty }));

    private static Task<Answer<Written>> Return(string id, int number, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IEscrowGrain>(id).ReturnReceipt(call.Context, new ReturnReceipt(number)));

    private static Task<Answer<Written>> Pay(
        string id, int number, RefundForm body, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IEscrowGrain>(id).PayRefund(
            call.Context,
            new PayRefund(number, BankSerial.Normal(body.BankSerial), body.Amount, body.ValueTime)));

    private static async Task<Answer<Written>> Done(Task<Outcome<Accepted>> act) => Written.Of(await act);
}
