using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;

namespace IpMarket.Server.Endpoints.Kernel.Rebuilding;

/// <summary>How far a view group or the search index is.</summary>
/// <param name="Name"><c>views-…</c> or <c>search-…</c>.</param>
/// <param name="Pos">The journal's position it has applied.</param>
public sealed record FollowerPosition(string Name, long Pos);

/// <summary>Where the house's disposable parts stand against the journal.</summary>
/// <param name="LastPos">The journal's end.</param>
/// <param name="Rebuilding">The one being made anew; null when none is.</param>
/// <param name="Failed">Where the last rebuild stopped; null when it went through.</param>
/// <param name="Followers">Each with its position.</param>
public sealed record RebuildStatus(
    long LastPos, string? Rebuilding, string? Failed, IReadOnlyList<FollowerPosition> Followers);

/// <summary>
/// The administrator's: views and search index made anew while the market runs. Nothing is sent again.
/// </summary>
public static class RebuildEndpoints
{
    public static void MapRebuild(this IEndpointRouteBuilder routes)
    {
        var rebuild = routes.MapGroup("/api/rebuild").WithTags("Kernel");
        rebuild.MapGet("", Get).WithName("getRebuild").ForCentre(CentreRole.Administrator);
        rebuild.MapPost("", Start).WithName("startRebuild").ForCentre(CentreRole.Administrator).Writes();
    }

    private static async Task<Answer<RebuildStatus>> Get(
        Rebuilds rebuilds, IJournal journal, CancellationToken cancel) =>
        await Present(rebuilds, journal, cancel);

    private static async Task<Answer<RebuildStatus>> Start(
        Call call, Rebuilds rebuilds, IJournal journal, CancellationToken cancel)
    {
        rebuilds.Start();
        return await Present(rebuilds, journal, cancel);
    }

    private static async Task<RebuildStatus> Present(Rebuilds rebuilds, IJournal journal, CancellationToken cancel)
    {
        var positions = await Task.WhenAll(rebuilds.Followers.Select(async follower =>
            new FollowerPosition(follower.Name, await follower.Position(cancel))));
        return new RebuildStatus(await journal.LastPos(cancel), rebuilds.Current, rebuilds.Failed, positions);
    }
}
