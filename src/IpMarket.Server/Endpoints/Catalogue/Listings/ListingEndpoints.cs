using IpMarket.Domain.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>Listings: the seller's acts, the desk's steps, what everybody reads.</summary>
public static class ListingEndpoints
{
    private static readonly CentreRole[] Officers = [CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver];

    public static void MapListings(this IEndpointRouteBuilder routes)
    {
        var listings = routes.MapGroup("/api/listings").WithTags("Catalogue");
        listings.MapGet("", List).WithName("listListings").ForEveryone().Reads(PatentEndpoints.Views);
        listings.MapPost("", Draft).WithName("draftListing").ForSignedIn().Writes();

        var one = listings.MapGroup("/{id:stream(listing)}");
        one.MapGet("", Get).WithName("getListing").ForEveryone();
        one.MapPut("", Revise).WithName("reviseListing").ForSignedIn().Writes();
        one.MapPost("/patents", AddPatent).WithName("addListingPatent").ForSignedIn().Writes();
        one.MapDelete("/patents/{patent:stream(patent)}", RemovePatent)
            .WithName("removeListingPatent").ForSignedIn().Writes();
        one.MapPost("/submit", Submit).WithName("submitListing").ForSignedIn().Writes();
        one.MapPost("/withdraw", Withdraw).WithName("withdrawListing").ForSignedIn().Writes();
        one.MapPost("/handle", Handle).WithName("handleListing").ForCentre(CentreRole.Handler).Writes();
        one.MapPost("/publish", Publish)
            .WithName("publishListing").ForCentre(CentreRole.Reviewer, CentreRole.Approver).Writes();
        one.MapPost("/resume", Resume)
            .WithName("resumeListing").ForCentre(CentreRole.Reviewer, CentreRole.Approver).Writes();
        one.MapPost("/return", Return).WithName("returnListing").ForCentre(Officers).Writes();
    }

    private static async Task<Answer<Page<ListingSummary>>> List(
        [AsParameters] ListingFilter filter,
        [AsParameters] PageQuery page,
        HttpContext http,
        Caller caller,
        ListingLists lists,
        CancellationToken cancel) => filter.Mine == true && !caller.IsSignedIn
            ? Refusal.Of(KernelRefusal.NotSignedIn)
            : await lists.Page(filter, page, caller, Languages.IsEnglish(http.Request), cancel);

    private static async Task<Answer<ListingView>> Get(
        string id, HttpContext http, Caller caller, ListingPresenter presenter)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await presenter.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        return await presenter.Present(found.Value, caller, Languages.IsEnglish(http.Request));
    }

    private static async Task<Answer<Written>> Draft(
        ListingForm body, Call call, IGrainFactory grains, ListingLists lists, CancellationToken cancel)
    {
        if (call.Caller.Party is not { } party) return Refusal.Of(KernelRefusal.NotAllowed);
        var patent = body is { Patent.Length: 0, Offer.Subject.Kind: SubjectKind.KnowHow }
            ? (Outcome<string>)""
            : PatentPresenter.StreamOf(body.Patent);
        if (patent.Refusal is { } refusal) return refusal;
        var id = Ids.Create(Listing.StreamWord, call.Context.CommandId, call.Caller.Actor);
        var listing = grains.GetGrain<IListingGrain>(id);
        // A repeat is the listing's to answer.
        if (!(await listing.Get()).State.Exists && await lists.Drafts(party, cancel) >= Limits.ListingDraftsMax)
            return Refusal.Of(ListingRefusal.TooManyDrafts, ("max", Limits.ListingDraftsMax));
        return Written.Of(await listing.Draft(
            call.Context, new DraftListing(patent.Value, OfferForms.Clean(body.Offer))));
    }

    private static Task<Answer<Written>> Revise(
        string id, ListingOffer body, Call call, ListingActs acts) =>
        acts.On<IListingGrain>(id, call, listing => listing.Revise(
            call.Context, new ReviseListing(OfferForms.Clean(body))));

    private static Task<Answer<Written>> AddPatent(string id, ListingPatentForm body, Call call, ListingActs acts) =>
        acts.On<IListingPortfolioGrain>(id, call, async listing =>
        {
            var patent = PatentPresenter.StreamOf(body.Patent);
            if (patent.Refusal is { } unread) return unread;
            return await listing.AddPatent(call.Context, new AddListingPatent(patent.Value));
        });

    private static Task<Answer<Written>> RemovePatent(string id, string patent, Call call, ListingActs acts) =>
        acts.On<IListingPortfolioGrain>(id, call, listing => listing.RemovePatent(
            call.Context, new RemoveListingPatent(patent)));

    private static Task<Answer<Written>> Submit(
        string id, SubmitForm body, Call call, ListingActs acts) =>
        acts.On<IListingGrain>(id, call, listing => listing.Submit(
            call.Context, new SubmitListing(PatentForms.Names(body.CoHolders))));

    private static Task<Answer<Written>> Withdraw(
        string id, ReasonForm body, Call call, ListingActs acts) =>
        acts.On<IListingGrain>(id, call, listing => listing.Withdraw(
            call.Context, new WithdrawListing(PlainText.Clean(body.Reason))));

    private static Task<Answer<Written>> Handle(
        string id, Call call, ListingActs acts) =>
        acts.On<IListingGrain>(id, call, listing => listing.Handle(
            call.Context, new HandleListing(call.Caller.Duties)));

    private static Task<Answer<Written>> Publish(
        string id, Call call, ListingActs acts) =>
        acts.On<IListingGrain>(id, call, listing => listing.Publish(
            call.Context, new PublishListing(call.Caller.Duties)));

    private static Task<Answer<Written>> Return(
        string id, ReturnForm body, Call call, ListingActs acts) =>
        acts.On<IListingGrain>(id, call, listing => listing.Return(
            call.Context, new ReturnListing([.. body.Reasons.Select(PlainText.Clean)], call.Caller.Duties)));

    private static Task<Answer<Written>> Resume(string id, ReasonForm body, Call call, ListingActs acts) =>
        acts.On<IListingGateGrain>(id, call, listing => listing.Resume(
            call.Context, new ResumeListing(PlainText.Clean(body.Reason), call.Caller.Duties)));
}
