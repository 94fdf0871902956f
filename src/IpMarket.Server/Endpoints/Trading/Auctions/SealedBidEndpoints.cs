using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>Sealed bids of one auction: handing them in, seeing that they are there, opening them.</summary>
public static class SealedBidEndpoints
{
    public static void MapSealedBids(this IEndpointRouteBuilder routes)
    {
        var bids = routes.MapGroup("/api/auctions/{id:stream(auction)}/sealed-bids").WithTags("Trading");
        bids.MapGet("", List).WithName("listSealedBids").ForEveryone();
        bids.MapPost("", Seal).WithName("sealBid").ForSignedIn().Writes().AtMost("bids", Limits.BidsPerSecondMax);
        bids.MapPost("/own/open", OpenOwn).WithName("openOwnBid").ForSignedIn().Writes();

        // Whoever delivers it: only the holder could open it, and the auction tells whether it is the right one.
        bids.MapPost("/{bidder:int}/shares", Release).WithName("releaseShare").ForSignedIn().Writes();
    }

    private static async Task<Answer<SealedBidList>> List(
        string id, [FromQuery] bool? envelopes, HttpContext http, Caller caller, AuctionPresenter presenter)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await presenter.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        return found.Value.State.IsAnnounced
            ? SealedBidList.Of(found.Value.State, envelopes == true)
            : Refusal.Of(AuctionRefusal.UnknownAuction);
    }

    private static async Task<Answer<SealedReceipt>> Seal(string id, SealForm body, Call call, IGrainFactory grains)
    {
        var outcome = await grains.GetGrain<ISealedAuctionGrain>(id)
            .Seal(call.Context, body.Envelope, call.Caller.IsOfTheCentre);
        return outcome.Map(SealedReceipt.Of);
    }

    private static async Task<Answer<Written>> Release(
        string id, int bidder, ShareForm body, Call call, IGrainFactory grains) => Written.Of(
        await grains.GetGrain<ISealedAuctionGrain>(id)
            .Release(call.Context, new ReleaseShare(bidder, body.Holder, body.Share)));

    private static async Task<Answer<Written>> OpenOwn(
        string id, OwnKeyForm body, Call call, IGrainFactory grains) => Written.Of(
        await grains.GetGrain<ISealedAuctionGrain>(id).OpenOwn(call.Context, new OpenOwnBid(body.Key)));
}
