using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Grains.Trading.Proofs;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Trading.Auctions;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Trading.Proofs;

/// <summary>
/// What anybody needs to check an announced auction: keys, signed tree heads, proofs, receipts, bundles.
/// </summary>
public static class ProofEndpoints
{
    public static void MapProofs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/keys", Keys).WithTags("Trading").WithName("listKeys").ForEveryone().Bounded();
        var one = routes.MapGroup("/api/auctions/{id:stream(auction)}").WithTags("Trading");
        one.MapGet("/heads", Heads).WithName("listTreeHeads").ForEveryone().Bounded();
        one.MapGet("/proofs/inclusion", Inclusion).WithName("getInclusionProof").ForEveryone().Bounded();
        one.MapGet("/proofs/consistency", Consistency).WithName("getConsistencyProof").ForEveryone().Bounded();
        one.MapGet("/bundle", Bundle).WithName("getAuctionBundle")
            .Produces<string>(200, EventFileLine.MediaType).ForEveryone().Bounded();
        one.MapGet("/bids/{version:long:min(1)}/receipt", Receipt).WithName("getBidReceipt")
            .Produces<string>(200, EventFileLine.MediaType).ForEveryone().Bounded();
    }

    private static RouteHandlerBuilder Bounded(this RouteHandlerBuilder route) =>
        route.AtMost("proofs", Limits.ProofsPerSecondMax);

    private static async Task<Answer<MarketKeyList>> Keys(IMarketKeys keys, CancellationToken cancel) =>
        new MarketKeyList([.. (await keys.All(cancel)).Select(key =>
            new MarketKeyView(key.Id, key.Point, key.Pem(), key.From, key.Until))]);

    private static async Task<Answer<TreeHeadList>> Heads(
        string id, Caller caller, AuctionPresenter presenter, AuctionTrees trees, CancellationToken cancel)
    {
        if ((await Announced(id, caller, presenter)).Refusal is { } refusal) return refusal;
        return await trees.Ask(
            id,
            logged => new TreeHeadList(
                logged.Tree.Size,
                [.. logged.Heads.TakeLast(Limits.PageItemsMax).Select(TreeHeadView.Of).Reverse()]),
            cancel);
    }

    /// <summary>That a record stands in the tree of a size; by default that of the newest head over it.</summary>
    private static async Task<Answer<InclusionProof>> Inclusion(
        string id,
        [FromQuery] long version,
        [FromQuery] long? size,
        Caller caller,
        AuctionPresenter presenter,
        AuctionTrees trees,
        CancellationToken cancel)
    {
        if ((await Announced(id, caller, presenter)).Refusal is { } refusal) return refusal;
        return await trees.Ask<Outcome<InclusionProof>>(
            id,
            logged =>
            {
                var tree = logged.Tree;
                var whole = size ?? logged.Newest(version) ?? tree.Size;
                if (version < 1 || version > whole || whole > tree.Size) return Refusal.Of(KernelRefusal.NotFound);
                return new InclusionProof(
                    version, whole, Hex(tree.Root(whole)), [.. tree.Inclusion(version - 1, whole).Select(Hex)]);
            },
            cancel);
    }

    /// <summary>That a smaller tree is a beginning of a larger; by default the larger is the newest head's.</summary>
    private static async Task<Answer<ConsistencyProof>> Consistency(
        string id,
        [FromQuery] long from,
        [FromQuery] long? to,
        Caller caller,
        AuctionPresenter presenter,
        AuctionTrees trees,
        CancellationToken cancel)
    {
        if ((await Announced(id, caller, presenter)).Refusal is { } refusal) return refusal;
        return await trees.Ask<Outcome<ConsistencyProof>>(
            id,
            logged =>
            {
                var tree = logged.Tree;
                var whole = to ?? logged.Newest(from) ?? tree.Size;
                if (from < 1 || from > whole || whole > tree.Size) return Refusal.Of(KernelRefusal.NotFound);
                return new ConsistencyProof(
                    from, whole, Hex(tree.Root(from)), Hex(tree.Root(whole)),
                    [.. tree.Consistency(from, whole).Select(Hex)]);
            },
            cancel);
    }

    private static async Task<IResult> Bundle(string id, Caller caller, AuctionPresenter presenter)
    {
        var found = await Announced(id, caller, presenter);
        return found.Refusal is { } refusal
            ? (Answer)refusal
            : new BundleFile(id, found.Value.Version, found.Value.State.Profile!);
    }

    /// <summary>
    /// The receipt of one bid. With <paramref name="disclose"/> it shows who bid, which only that bidder may ask for.
    /// </summary>
    private static async Task<IResult> Receipt(
        string id,
        long version,
        [FromQuery] bool? disclose,
        Caller caller,
        AuctionPresenter presenter,
        SignedReceipts receipts,
        CancellationToken cancel)
    {
        var found = await Announced(id, caller, presenter);
        if (found.Refusal is { } refusal) return (Answer)refusal;
        var receipt = await receipts.Of(found.Value, version, disclose == true ? caller : null, cancel);
        return receipt.Refusal is { } refused
            ? (Answer)refused
            : new ProofFile($"{id.Replace(':', '-')}-{version}.receipt.ndjson", receipt.Value);
    }

    /// <summary>Before its announcement there is nothing public to prove.</summary>
    private static async Task<Outcome<Versioned<Auction>>> Announced(
        string id, Caller caller, AuctionPresenter presenter)
    {
        var found = await presenter.Find(id, caller);
        return found.Refusal is null && !found.Value.State.IsAnnounced
            ? Refusal.Of(AuctionRefusal.UnknownAuction)
            : found;
    }

    /// <summary>The size of the newest head, where it speaks of a version.</summary>
    private static long? Newest(this LoggedTree logged, long version) =>
        logged.Heads.Count > 0 && logged.Heads[^1].Head.Size >= version ? logged.Heads[^1].Head.Size : null;

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
