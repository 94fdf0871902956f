using IpMarket.Domain.Catalogue;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Server.Endpoints.Catalogue.Listings.Documents;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.TitlePack;

/// <summary>The title pack: what the seller owes and declares, what the handler finds.</summary>
public static class TitlePackEndpoints
{
    private const string DefectsWord = "title-defects";

    public static void MapTitlePack(this IEndpointRouteBuilder routes)
    {
        var pack = routes.MapGroup("/api/listings/{id:stream(listing)}/title-pack").WithTags("Catalogue");
        pack.MapGet("", Get).WithName("getTitlePack").ForSignedIn();
        pack.MapPut("/declaration", Declare).WithName("declareTitle").ForSignedIn().Writes();
        pack.MapPut("/verdicts", Judge).WithName("judgeTitlePack").ForCentre(CentreRole.Handler).Writes();
    }

    private static async Task<Answer<TitlePackView>> Get(
        string id,
        HttpContext http,
        Caller caller,
        ListingPresenter listings,
        TitlePackPresenter presenter,
        CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var found = await listings.Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        if (!ListingAccess.IsInside(ListingDuty.Of(found.Value.State), caller))
            return Refusal.Of(KernelRefusal.NotAllowed);
        return await presenter.Present(found.Value, caller, Languages.IsEnglish(http.Request), cancel);
    }

    private static async Task<Answer<Written>> Declare(
        string id, DeclarationForm body, Call call, ListingRecords records, CancellationToken cancel)
    {
        var defects = CleanText.Lines("defects", body.Defects);
        if (defects.Refusal is { } unclean) return unclean;
        var command = new DeclareTitle(
            body.TextVersion, ListingRecords.RefOf(call, DefectsWord), ListingRecords.Sha256(defects.Value));
        return Written.Of(await records.Act(
            id,
            call,
            command,
            TitlePackDecider.Decide,
            seller => records.KeepWords(seller, call, DefectsWord, defects.Value, cancel),
            (listing, declare) => listing.DeclareTitle(call.Context, declare),
            cancel));
    }

    private static Task<Answer<Written>> Judge(string id, VerdictsForm body, Call call, ListingActs acts) =>
        acts.On<IListingPackGrain>(id, call, listing => listing.JudgePack(
            call.Context,
            new JudgePack(
                [
                    .. body.Verdicts.Select(one => new ItemVerdict(one.Kind, one.Verdict, PlainText.Clean(one.Remark))
                    {
                        Patent = one.Patent,
                    }),
                ],
                call.Caller.Duties)));
}
