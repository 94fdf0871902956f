using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions;
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
        if (!StreamConstraint.IsStream("auction", auctionId)) return Refused(AuctionRefusal.UnknownAuction);
        if (!Guid.TryParseExact(commandId, "D", out var id) || id == Guid.Empty)
            return Refused(RequestRefusal.CommandIdMalformed);
        if (amountFen is < 0 or > Limits.AmountFenMax)
        {
            return Refused(Refusal.Of(
                RequestRefusal.AmountOutOfRange, ("max", Money.Cny(Limits.AmountFenMax))));
        }

        var outcome = await grains.GetGrain<IAuctionGrain>(auctionId).PlaceBid(
            new CommandContext(id, Caller.Actor), Money.Cny(amountFen), Caller.IsOfTheCentre);
        return outcome.Refusal is { } refusal ? Refused(refusal) : BidReceipt.Of(outcome.Value);
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

    private HubRefusal Refused<TCode>(TCode code)
        where TCode : struct, Enum => Refused(Refusal.Of(code));

    private HubRefusal Refused(Refusal refusal) => HubGuard.Refused(Context, refusal);
}
