using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Endpoints.Parties;

/// <summary>An account as the administrator sees it.</summary>
public sealed record UserResource(
    string Id,
    string Email,
    string DisplayName,
    UserOrigin Origin,
    IReadOnlyList<CentreRole> Roles,
    DateTimeOffset? DisabledAt,
    long Version,
    IReadOnlyList<string> Abilities) : IHasVersion;

public sealed record InviteRequest(string Email, string DisplayName);

/// <summary>
/// A new account of the centre and what its person needs to set a password. Shown once; hand it over safely.
/// </summary>
public sealed record Invitation(UserResource User, string SetPasswordToken);

public sealed record RoleRequest(CentreRole Role);

/// <summary>The administrator's: the centre's people, their accounts and roles.</summary>
public static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/api/users").WithTags("Parties");
        users.MapGet("", List).WithName("listUsers").ForCentre(CentreRole.Administrator);
        users.MapGet("/{id}", Get).WithName("getUser").ForCentre(CentreRole.Administrator);
        users.MapPost("", Invite).WithName("inviteUser").ForCentre(CentreRole.Administrator).Writes();
        users.MapPost("/{id}/grant", Grant).WithName("grantRole").ForCentre(CentreRole.Administrator).Writes();
        users.MapPost("/{id}/revoke", Revoke).WithName("revokeRole").ForCentre(CentreRole.Administrator).Writes();
        users.MapPost("/{id}/invite", InviteAgain).WithName("inviteUserAgain").ForCentre(CentreRole.Administrator)
            .Writes();
        users.MapPost("/{id}/disable", Disable).WithName("disableUser").ForCentre(CentreRole.Administrator).Writes();
    }

    private static async Task<Answer<Page<UserResource>>> List(
        [AsParameters] PageQuery page, Caller caller, AccountDirectory directory, IGrainFactory grains,
        CancellationToken cancel)
    {
        var (accounts, total) = await directory.Page(page.Skip, page.Take, cancel);
        var items = await Task.WhenAll(accounts.Select(account => Present(account, caller, grains)));
        return page.Of<UserResource>(items, total);
    }

    private static async Task<Answer<UserResource>> Get(
        string id, Caller caller, UserManager<MarketUser> accounts, IGrainFactory grains) =>
        await accounts.FindByIdAsync(id) is { } account
            ? await Present(account, caller, grains)
            : Refusal.Of(UserRefusal.UserUnknown);

    private static async Task<Answer<Invitation>> Invite(
        InviteRequest body, Call call, Accounts accounts, IGrainFactory grains)
    {
        var wish = new NewAccount(body.Email, body.DisplayName, null, UserOrigin.Invited, []);
        var made = await accounts.Create(wish, call.Context.CommandId, call.Caller.Actor, call.Caller.Duties);
        if (made.Refusal is { } refusal) return refusal;
        return new Invitation(
            await Present(made.Value, call.Caller, grains), await accounts.Invitation(made.Value));
    }

    /// <summary>When an invitation was lost or ran out; not once a password is set.</summary>
    private static async Task<Answer<Invitation>> InviteAgain(
        string id, Call call, Accounts accounts, UserServices services)
    {
        if (await services.Accounts.FindByIdAsync(id) is not { } account) return Refusal.Of(UserRefusal.UserUnknown);
        if ((await services.Grains.GetGrain<IUserGrain>(id).Read()).State.DisabledAt is not null)
            return Refusal.Of(UserRefusal.UserShut);
        var token = await accounts.InviteAgain(account);
        if (token.Refusal is { } refusal) return refusal;
        services.Standings.Forget(id);
        return new Invitation(await Present(account, call.Caller, services.Grains), token.Value);
    }

    private static Task<Answer<UserResource>> Grant(
        string id, RoleRequest body, Call call, UserServices services) =>
        Change(
            id, call, services, user => user.Grant(call.Context, new GrantCentreRole(body.Role, call.Caller.Duties)));

    private static Task<Answer<UserResource>> Revoke(
        string id, RoleRequest body, Call call, UserServices services) =>
        Change(
            id, call, services, user => user.Revoke(call.Context, new RevokeCentreRole(body.Role, call.Caller.Duties)));

    private static Task<Answer<UserResource>> Disable(string id, Call call, UserServices services) =>
        Change(id, call, services, user => user.Disable(call.Context, new DisableUser(call.Caller.Duties)));

    private static async Task<Answer<UserResource>> Change(
        string id, Call call, UserServices services, Func<IUserGrain, Task<Outcome<Accepted>>> act)
    {
        if (await services.Accounts.FindByIdAsync(id) is not { } account) return Refusal.Of(UserRefusal.UserUnknown);
        var outcome = await act(services.Grains.GetGrain<IUserGrain>(id));
        if (outcome.Refusal is { } refusal) return refusal;
        services.Standings.Forget(id);
        return await Present(account, call.Caller, services.Grains);
    }

    private static async Task<UserResource> Present(MarketUser account, Caller caller, IGrainFactory grains)
    {
        var read = await grains.GetGrain<IUserGrain>(account.Id).Read();
        var user = read.State;
        return new UserResource(
            account.Id,
            account.Email ?? "",
            account.DisplayName,
            user.Origin,
            [.. user.Roles],
            user.DisabledAt,
            read.Version,
            Abilities(user, account, caller));
    }

    private static List<string> Abilities(User user, MarketUser account, Caller caller)
    {
        var able = new List<string>();
        if (user.DisabledAt is not null || !caller.Is(CentreRole.Administrator)) return able;
        if (user.IsOfTheCentre) able.AddRange(["grant", "revoke"]);
        if (account.PasswordHash is null) able.Add("invite");
        if (user.Id != caller.User) able.Add("disable");
        return able;
    }
}

/// <summary>What changing an account needs.</summary>
public sealed record UserServices(UserManager<MarketUser> Accounts, IGrainFactory Grains, Standings Standings);
