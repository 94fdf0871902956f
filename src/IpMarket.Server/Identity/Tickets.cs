using System.Security.Claims;
using System.Security.Cryptography;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IpMarket.Server.Identity;

/// <summary>What a program gets when it signs in.</summary>
/// <param name="AccessToken">Sent as <c>Authorization: Bearer …</c>; never in an address.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
/// <param name="RefreshToken">Good for one refresh.</param>
public sealed record Tokens(string AccessToken, int ExpiresIn, string RefreshToken);

/// <summary>
/// Tokens of programs: protected tickets. A session's refresh token changes at each use; a used one that comes again
/// ends the session, for somebody else has it.
/// </summary>
public sealed class Tickets(
    UserManager<MarketUser> accounts,
    SignInManager<MarketUser> signIn,
    IOptionsMonitor<BearerTokenOptions> options,
    RefreshTurns turns,
    TimeProvider time)
{
    private const string Provider = "ipmarket-refresh";
    private const string SerialClaim = "serial";

    private BearerTokenOptions Bearer => options.Get(IdentityConstants.BearerScheme);

    /// <summary>Begins a session.</summary>
    public Task<Tokens> Begin(MarketUser user) => Give(user, NewName());

    /// <summary>New tokens for a refresh token, or null when it is not, or no longer, good.</summary>
    public async Task<Tokens?> Refresh(string refreshToken)
    {
        var principal = Read(refreshToken);
        var session = principal?.FindFirstValue(MarketClaims.Session);
        if (principal is null || session is null) return null;
        using var turn = await turns.Take(session);
        if (await signIn.ValidateSecurityStampAsync(principal) is not { } user) return null;
        if (await accounts.IsLockedOutAsync(user)) return null;
        var current = await accounts.GetAuthenticationTokenAsync(user, Provider, session);
        if (current is not null && current == principal.FindFirstValue(SerialClaim)) return await Give(user, session);
        await accounts.RemoveAuthenticationTokenAsync(user, Provider, session);
        return null;
    }

    /// <summary>Ends a session: its refresh token is worthless, its access token lives out its minutes.</summary>
    public async Task End(MarketUser user, string session) =>
        await accounts.RemoveAuthenticationTokenAsync(user, Provider, session);

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task<Tokens> Give(MarketUser user, string session)
    {
        var serial = NewName();
        await accounts.SetAuthenticationTokenAsync(user, Provider, session, serial);
        var principal = await signIn.CreateUserPrincipalAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(MarketClaims.Session, session));
        var access = Bearer.BearerTokenProtector.Protect(Ticket(principal, Bearer.BearerTokenExpiration));
        var refreshed = principal.Clone();
        ((ClaimsIdentity)refreshed.Identity!).AddClaim(new Claim(SerialClaim, serial));
        var refresh = Bearer.RefreshTokenProtector.Protect(Ticket(refreshed, Bearer.RefreshTokenExpiration));
        return new Tokens(access, Limits.AccessTokenMinutes * 60, refresh);
    }

    private AuthenticationTicket Ticket(ClaimsPrincipal principal, TimeSpan life) => new(
        principal,
        new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + life },
        IdentityConstants.BearerScheme);

    private ClaimsPrincipal? Read(string refreshToken) =>
        Bearer.RefreshTokenProtector.Unprotect(refreshToken) is { Properties.ExpiresUtc: { } ends } ticket
        && time.GetUtcNow() < ends
            ? ticket.Principal
            : null;
}

/// <summary>Claims of our own.</summary>
public static class MarketClaims
{
    /// <summary>Names a program's session.</summary>
    public const string Session = "session";
}

/// <summary>One refresh of a session at a time on this silo, so that two at once do not both succeed.</summary>
public sealed class RefreshTurns : IDisposable
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> Take(string session)
    {
        var turn = turns[(StringComparer.Ordinal.GetHashCode(session) & int.MaxValue) % turns.Length];
        await turn.WaitAsync();
        return new Turn(turn);
    }

    public void Dispose()
    {
        foreach (var turn in turns) turn.Dispose();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
