using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Auctions.Descending;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>Auctions: what everybody reads, and what sellers, bidders and officers do.</summary>
public static class AuctionEndpoints
{
    /// <summary>The follower lists wait for.</summary>
    private const string Views = "views-trading";

    private static readonly CentreRole[] Officers = [CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver];

    public static void MapAuctions(this IEndpointRouteBuilder routes)
    {
        var auctions = routes.MapGroup("/api/auctions").WithTags("Trading");
        auctions.MapGet("", List).WithName("listAuctions").ForEveryone().Reads(Views);
        auctions.MapPost("", Propose).WithName("proposeAuction").ForSignedIn().Writes();

        var one = auctions.MapGroup("/{id:stream(auction)}");
        one.MapGet("", Get).WithName("getAuction").ForEveryone();
        one.MapGet("/events", Events)
            .WithName("getAuctionEvents").Produces<string>(200, EventFileLine.MediaType).ForEveryone();
        one.MapGet("/bids", Bids).WithName("listBids").ForEveryone().Reads(Views);
        one.MapPost("/bids", Bid).WithName("placeBid").ForSignedIn().Writes().AtMost("bids", Limits.BidsPerSecondMax);
        one.MapPost("/proxy", SetProxy)
            .WithName("setProxy").ForSignedIn().Writes().AtMost("bids", Limits.BidsPerSecondMax);
        one.MapPost("/match", Match)
            .WithName("matchPrice").ForSignedIn().Writes().AtMost("bids", Limits.BidsPerSecondMax);
        one.MapPost("/take", Take)
            .WithName("takePrice").ForSignedIn().Writes().AtMost("bids", Limits.BidsPerSecondMax);
        one.MapPost("/enrolments/{number:int}/preemption", RecordPreemption)
            .WithName("recordPreemption").ForCentre(CentreRole.Handler).Writes();
        one.MapPost("/enrolments", Enrol).WithName("enrol").ForSignedIn().Writes();
        one.MapPost("/enrolments/{number:int}/cancel", CancelEnrolment)
            .WithName("cancelEnrolment").ForSignedIn().Writes();
        one.MapPost("/propose", ProposeAgain).WithName("proposeAuctionAgain").ForSignedIn().Writes();
        one.MapPost("/draft", Draft).WithName("draftAuction").ForCentre(CentreRole.Handler).Writes();
        one.MapPost("/publish", Publish).WithName("publishAuction").ForCentre(Officers).Writes();
        one.MapPost("/suspend", Suspend).WithName("suspendAuction").ForCentre(Officers).Writes();
        one.MapPost("/resume", Resume).WithName("resumeAuction").ForCentre(Officers).Writes();

        // The seller may drop his own draft; the auction decides who may.
        one.MapPost("/cancel", Cancel).WithName("cancelAuction").ForSignedIn().Writes();
    }

    private static async Task<Answer<Page<AuctionSummary>>> List(
        [AsParameters] AuctionFilter filter,
        [AsParameters] PageQuery page,
        HttpContext http,
        Caller caller,
        AuctionLists lists,
        CancellationToken cancel) => await lists.Page(
            filter, page, caller, Languages.IsEnglish(http.Request), cancel);

    private static async Task<Answer<AuctionRoom>> Get(
        string id, [FromQuery] long? since, HttpContext http, Caller caller, AuctionPresenter presenter)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await presenter.Room(id, since ?? 0, caller, Languages.IsEnglish(http.Request));
    }

    private static async Task<Answer<BidHistory>> Bids(
        string id,
        [FromQuery] long? beforeVersion,
        [FromQuery] int? limit,
        Caller caller,
        AuctionPresenter presenter,
        AuctionLists lists,
        CancellationToken cancel)
    {
        var found = await presenter.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        return await lists.Bids(
            id, beforeVersion ?? long.MaxValue, new PageQuery { Limit = limit }.Take, cancel);
    }

    private static async Task<IResult> Events(string id, Caller caller, AuctionPresenter presenter)
    {
        var found = await presenter.Find(id, caller);
        if (found.Refusal is { } refusal) return (Answer)refusal;
        return found.Value.State.IsAnnounced
            ? new EventFile(id)
            : (Answer)Refusal.Of(AuctionRefusal.UnknownAuction);
    }

    /// <summary>Nothing but the auction's grain is asked: this is the path of every bid.</summary>
    private static async Task<Answer<BidReceipt>> Bid(string id, BidForm body, Call call, IGrainFactory grains)
    {
        var outcome = await grains.GetGrain<IAuctionGrain>(id)
            .PlaceBid(call.Context, body.Amount, call.Caller.IsOfTheCentre);
        return outcome.Map(BidReceipt.Of);
    }

    private static async Task<Answer<ProxyReceipt>> SetProxy(string id, ProxyForm body, Call call, IGrainFactory grains)
    {
        var outcome = await grains.GetGrain<IAuctionGrain>(id)
            .SetProxy(call.Context, body.Maximum, call.Caller.IsOfTheCentre);
        return outcome.Map(ProxyReceipt.Of);
    }

    private static async Task<Answer<BidReceipt>> Match(string id, MatchForm body, Call call, IGrainFactory grains)
    {
        var outcome = await grains.GetGrain<IAuctionGrain>(id)
            .MatchPrice(call.Context, body.Price, call.Caller.IsOfTheCentre);
        return outcome.Map(BidReceipt.Of);
    }

    private static async Task<Answer<BidReceipt>> Take(string id, TakeForm body, Call call, IGrainFactory grains)
    {
        var outcome = await grains.GetGrain<IDescendingAuctionGrain>(id)
            .TakePrice(call.Context, body.Price, call.Caller.IsOfTheCentre);
        return outcome.Map(BidReceipt.Of);
    }

    private static Task<Answer<Written>> RecordPreemption(
        string id, int number, PreemptionForm body, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id).RecordPreemption(call.Context, new RecordPreemption(
            number, body.Rank, body.Source, body.Reason.Trim(), body.Evidence.Trim(), call.Caller.Duties)));

    private static Task<Answer<Written>> Propose(ProposalForm body, Call call, IGrainFactory grains)
    {
        if (!StreamConstraint.IsStream("listing", body.Listing))
        {
            return Task.FromResult<Answer<Written>>(
                Refusal.Of(RequestRefusal.MemberMalformed, ("field", "listing")));
        }

        var id = Ids.Create("auction", call.Context.CommandId, call.Caller.Actor);
        return Done(grains.GetGrain<IAuctionGrain>(id)
            .Propose(call.Context, new ProposeAuction(body.Listing, body.Terms)));
    }

    private static async Task<Answer<Written>> ProposeAgain(
        string id, TermsForm body, Call call, AuctionPresenter presenter, IGrainFactory grains)
    {
        var found = await presenter.Find(id, call.Caller);
        if (found.Refusal is { } refusal) return refusal;
        var listing = found.Value.State.Lot!.Listing;
        return await Done(grains.GetGrain<IAuctionGrain>(id)
            .Propose(call.Context, new ProposeAuction(listing, body.Terms)));
    }

    private static Task<Answer<Written>> Draft(string id, DraftForm body, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id)
            .Draft(call.Context, new DraftAuction(body.Profile, body.Terms), call.Caller.Duties));

    private static Task<Answer<Written>> Publish(string id, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id).Publish(call.Context, call.Caller.Duties));

    private static Task<Answer<Written>> Suspend(string id, ReasonForm body, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id)
            .Suspend(call.Context, new SuspendAuction(body.Reason.Trim(), call.Caller.Duties)));

    private static Task<Answer<Written>> Resume(string id, ReasonForm body, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id)
            .Resume(call.Context, new ResumeAuction(body.Reason.Trim(), call.Caller.Duties)));

    private static async Task<Answer<Written>> Cancel(
        string id, ReasonForm body, Call call, AuctionPresenter presenter, IGrainFactory grains)
    {
        var found = await presenter.Find(id, call.Caller);
        if (found.Refusal is { } refusal) return refusal;
        return await Done(grains.GetGrain<IAuctionGrain>(id)
            .Cancel(call.Context, new CancelAuction(body.Reason.Trim(), call.Caller.Duties)));
    }

    private static Task<Answer<Written>> Enrol(string id, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id).RequestEnrolment(call.Context, call.Caller.IsOfTheCentre));

    private static Task<Answer<Written>> CancelEnrolment(string id, int number, Call call, IGrainFactory grains) =>
        Done(grains.GetGrain<IAuctionGrain>(id).CancelEnrolment(call.Context, new CancelEnrolment(number)));

    private static async Task<Answer<Written>> Done(Task<Outcome<Accepted>> act) => Written.Of(await act);
}
