using System.Text.Json.Serialization;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Identity;

/// <summary>How the caller wants to stay signed in.</summary>
public enum LoginMode
{
    /// <summary>For browsers: HttpOnly, SameSite=Strict.</summary>
    [JsonStringEnumMemberName("cookie")]
    Cookie,

    /// <summary>For programs: tokens in the answer.</summary>
    [JsonStringEnumMemberName("bearer")]
    Bearer,
}

public sealed record LoginRequest(string Email, string Password, LoginMode Mode = LoginMode.Cookie);

public sealed record RefreshRequest(string RefreshToken);

public sealed record RegisterRequest(string Email, string DisplayName, string Password);

/// <summary>The account that was made.</summary>
public sealed record Registered(string User);

/// <param name="Email">The address the invitation is for.</param>
/// <param name="Token">As the inviter was shown it; good once.</param>
/// <param name="Password">The new password.</param>
public sealed record SetPasswordRequest(string Email, string Token, string Password);

/// <summary>The token that comes back in <c>X-CSRF-TOKEN</c> on every unsafe call made by cookie.</summary>
public sealed record AntiforgeryToken(string Token);

/// <summary>Sign-in and its end. MapIdentityApi is not mapped: it opens doors nobody asked for.</summary>
public static class IdentityEndpoints
{
    /// <summary>Sign-in attempts one address may make a second on one silo; each costs a password hash.</summary>
    private const int AttemptsPerSecond = 10;

    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        var identity = routes.MapGroup("/api/identity").WithTags("Kernel");
        identity.MapGet("/antiforgery", Antiforgery).WithName("getAntiforgeryToken").ForEveryone();
        identity.MapPost("/login", Login).WithName("login").ForEveryone().AtMost("login", AttemptsPerSecond)
            .Produces<Tokens>();
        identity.MapPost("/refresh", Refresh).WithName("refresh").ForEveryone().AtMost("login", AttemptsPerSecond);
        identity.MapPost("/register", Register).WithName("register").ForEveryone().Writes()
            .AtMost("login", AttemptsPerSecond);
        identity.MapPost("/set-password", SetPassword).WithName("setPassword").ForEveryone()
            .AtMost("login", AttemptsPerSecond);
        identity.MapPost("/logout", Logout).WithName("logout").ForSignedIn();
    }

    private static Answer<AntiforgeryToken> Antiforgery(HttpContext http, IAntiforgery antiforgery)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new AntiforgeryToken(antiforgery.GetAndStoreTokens(http).RequestToken!);
    }

    private static async Task<IResult> Login(
        LoginRequest body,
        UserManager<MarketUser> accounts,
        Tickets tickets,
        Standings standings,
        CancellationToken cancel)
    {
        var user = await accounts.FindByEmailAsync(body.Email);
        if (user?.PasswordHash is null)
        {
            // The same work as for an account with a password, so that the time tells nothing.
            accounts.PasswordHasher.HashPassword(new MarketUser(), body.Password);
            return Refused(IdentityRefusal.LoginFailed);
        }

        // That an account is locked is told only to who knows its password: others do not learn that it exists.
        var isRight = await accounts.CheckPasswordAsync(user, body.Password);
        if (await accounts.IsLockedOutAsync(user))
        {
            return isRight
                ? Refused(IdentityRefusal.LockedOut, ("minutes", Limits.LockoutMinutes))
                : Refused(IdentityRefusal.LoginFailed);
        }

        if (!isRight)
        {
            await accounts.AccessFailedAsync(user);
            return Refused(IdentityRefusal.LoginFailed);
        }

        await accounts.ResetAccessFailedCountAsync(user);
        standings.Forget(user.Id);
        if (await standings.Of(user.Id, cancel) is null) return Refused(IdentityRefusal.AccountShut);
        if (body.Mode == LoginMode.Bearer) return (Answer<Tokens>)await tickets.Begin(user, cancel);
        await tickets.BeginCookie(user, cancel);
        return Answer.Done;
    }

    private static async Task<Answer<Tokens>> Refresh(
        RefreshRequest body, Tickets tickets, CancellationToken cancel) =>
        await tickets.Refresh(body.RefreshToken, cancel) is { } tokens
            ? tokens
            : Refusal.Of(RequestRefusal.SessionEnded);

    private static async Task<Answer<Registered>> Register(RegisterRequest body, Call call, Accounts accounts)
    {
        var made = await accounts.Create(
            new NewAccount(body.Email, body.DisplayName, body.Password, UserOrigin.SelfRegistered, []),
            call.Context.CommandId,
            null,
            DutyHolder.None);
        return made.Map(user => new Registered(user.Id));
    }

    private static async Task<Answer> SetPassword(SetPasswordRequest body, Accounts accounts) =>
        await accounts.SetPassword(body.Email, body.Token, body.Password) is { } refusal ? refusal : Answer.Done;

    /// <summary>Ends this session, whoever else has its cookie or tokens; other sessions of the user go on.</summary>
    private static async Task<Answer> Logout(
        HttpContext http, Caller caller, AccountSessions sessions, Standings standings, CancellationToken cancel)
    {
        await sessions.End(caller.User, Sessions.SessionOf(http.User), cancel);
        standings.Forget(caller.User);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Answer.Done;
    }

    private static Answer Refused(IdentityRefusal code, params ReadOnlySpan<(string Name, Told Value)> figures) =>
        Refusal.Of(code, figures);
}
