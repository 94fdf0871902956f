using IpMarket.Adapters.Views.Parties;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Endpoints.Parties;

/// <summary>The signed-in user as he sees himself.</summary>
/// <param name="User">His stream.</param>
/// <param name="DisplayName">How he is called.</param>
/// <param name="Parties">The parties he acts for, with his role in each.</param>
/// <param name="Invitations">Parties he was named for; he acts for one once he accepts.</param>
/// <param name="Party">The one he acts for in this call; name another in <c>X-Party</c>.</param>
/// <param name="CentreRoles">Roles of the centre he holds.</param>
/// <param name="Abilities">Words the screens ask for, see <see cref="MarketAbilities"/>.</param>
public sealed record Me(
    string User,
    string DisplayName,
    IReadOnlyList<Membership> Parties,
    IReadOnlyList<Membership> Invitations,
    string? Party,
    IReadOnlyList<CentreRole> CentreRoles,
    IReadOnlyList<string> Abilities);

public static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me", Get).WithTags("Parties").WithName("getMe").ForSignedIn();

    private static async Task<Answer<Me>> Get(
        HttpContext http,
        Caller caller,
        Sessions sessions,
        IGrainFactory grains,
        PartyLists lists,
        CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var standing = (await sessions.Of(http)).Standing!;
        return new Me(
            standing.User,
            standing.DisplayName,
            await Task.WhenAll(standing.Memberships.Select(membership => Named(membership, grains))),
            await lists.InvitationsOf(standing.User, cancel),
            caller.Party,
            [.. standing.Duties.Roles],
            MarketAbilities.Of(caller));
    }

    /// <summary>Who acts for a natural person may read its name, which stands in no view.</summary>
    private static async Task<Membership> Named(Membership membership, IGrainFactory grains) =>
        membership.Name is null && await grains.GetGrain<IPartyGrain>(membership.Party).Names() is [var name, ..]
            ? membership with { Name = name }
            : membership;
}
