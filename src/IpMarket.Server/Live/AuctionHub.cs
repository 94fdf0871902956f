using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions.Descending;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Trading.Auctions;
using Microsoft.AspNetCore.SignalR;

namespace IpMarket.Server.Live;

/// <summary>
/// The live room. Everything it does exists over HTTP too, with the same answers; a refusal is an answer, never an
/// error of the call.
/// </summary>
public sealed class AuctionHub(IGrainFactory grains, RoomRelay relay, AuctionPresenter presenter) : Hub<IRoomClient>
{
    private Caller Caller => HubGuard.CallerOf(Context);

    /// <summary>From now on this line is told of every change; the answer is the room.</summary>
    [CallLimit("joins", Limits.JoinsPerSecondMax)]
    public async Task<object> Join(string auctionId)
    {
        if (!StreamConstraint.IsStream("auction", auctionId)) return Refused(AuctionRefusal.UnknownAuction);
        var found = await presenter.Find(auctionId, Caller);
        if (found.Refusal is { } invisible) return Refused(invisible);
        if (!await relay.Show(auctionId, Context.ConnectionId)) return Refused(KernelRefusal.TooManyRequests);
        var room = await presenter.Room(auctionId, 0, Caller, HubGuard.IsEnglish(Context));
        return room.Refusal is { } refusal ? Refused(refusal) : new JoinedRoom(room.Value);
    }

    [CallLimit("joins", Limits.JoinsPerSecondMax)]
    public async Task<object> Leave(string auctionId)
    {
        if (!StreamConstraint.IsStream("auction", auctionId)) return Refused(AuctionRefusal.UnknownAuction);
        await relay.Hide(auctionId, Context.ConnectionId);
        return new LeftRoom(auctionId);
    }

    /// <summary>As <c>POST /api/auctions/{id}/bids</c> with the command's id as key.</summary>
    [ForSignedIn, CallLimit("bids", Limits.BidsPerSecondMax)]
    public async Task<object> PlaceBid(string auctionId, string commandId, long amountFen)
    {
        if (Fault(auctionId, commandId, amountFen, out var context) is { } fault) return Refused(fault);
        return Answered(
            await Auction(auctionId).PlaceBid(context, Money.Cny(amountFen), Caller.IsOfTheCentre), BidReceipt.Of);
    }

    /// <summary>As <c>POST /api/auctions/{id}/proxy</c>; null ends the automatic bids.</summary>
    [ForSignedIn, CallLimit("bids", Limits.BidsPerSecondMax)]
    public async Task<object> SetProxy(string auctionId, string commandId, long? maximumFen)
    {
        if (Fault(auctionId, commandId, maximumFen ?? 0, out var context) is { } fault) return Refused(fault);
        Money? maximum = maximumFen is { } fen ? Money.Cny(fen) : null;
        return Answered(
            await Auction(auctionId).SetProxy(context, maximum, Caller.IsOfTheCentre), ProxyReceipt.Of);
    }

    /// <summary>As <c>POST /api/auctions/{id}/match</c>.</summary>
    [ForSignedIn, CallLimit("bids", Limits.BidsPerSecondMax)]
    public async Task<object> MatchPrice(string auctionId, string commandId, long priceFen)
    {
        if (Fault(auctionId, commandId, priceFen, out var context) is { } fault) return Refused(fault);
        return Answered(
            await Auction(auctionId).MatchPrice(context, Money.Cny(priceFen), Caller.IsOfTheCentre), BidReceipt.Of);
    }

    /// <summary>As <c>POST /api/auctions/{id}/take</c>.</summary>
    [ForSignedIn, CallLimit("bids", Limits.BidsPerSecondMax)]
    public async Task<object> TakePrice(string auctionId, string commandId, long priceFen)
    {
        if (Fault(auctionId, commandId, priceFen, out var context) is { } fault) return Refused(fault);
        return Answered(
            await grains.GetGrain<IDescendingAuctionGrain>(auctionId)
                .TakePrice(context, Money.Cny(priceFen), Caller.IsOfTheCentre),
            BidReceipt.Of);
    }

    /// <summary>What <see cref="HubProtocol"/> makes of a call that fits no method.</summary>
    [CallLimit("joins", Limits.JoinsPerSecondMax)]
    public object Misread(string method) => Refused(Refusal.Of(
        RequestRefusal.ParameterMalformed,
        ("field", CleanText.Line("method", method) is { IsAccepted: true } clean ? clean.Value : "?")));

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await relay.HideAll(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private IAuctionGrain Auction(string id) => grains.GetGrain<IAuctionGrain>(id);

    private object Answered<TReceipt>(Outcome<Accepted> outcome, Func<Accepted, TReceipt> receipt)
        where TReceipt : notnull => outcome.Refusal is { } refusal ? Refused(refusal) : receipt(outcome.Value);

    private Refusal? Fault(string auctionId, string commandId, long fen, out CommandContext context)
    {
        context = null!;
        if (!StreamConstraint.IsStream("auction", auctionId)) return Refusal.Of(AuctionRefusal.UnknownAuction);
        if (!Guid.TryParseExact(commandId, "D", out var id) || id == Guid.Empty)
            return Refusal.Of(RequestRefusal.CommandIdMalformed);
        context = new CommandContext(id, Caller.Actor);
        return fen is < 0 or > Limits.AmountFenMax
            ? Refusal.Of(RequestRefusal.AmountOutOfRange, ("max", Money.Cny(Limits.AmountFenMax)))
            : null;
    }

    private HubRefusal Refused<TCode>(TCode code)
        where TCode : struct, Enum => Refused(Refusal.Of(code));

    private HubRefusal Refused(Refusal refusal) => HubGuard.Refused(Context, refusal);
}
