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
/// Begins sessions. Tokens of programs are protected tickets; a session's refresh token changes at each use; a used one
/// that comes again ends the session, for somebody else has it.
/// </summary>
public sealed class Tickets(
    UserManager<MarketUser> accounts,
    SignInManager<MarketUser> signIn,
    AccountSessions sessions,
    IOptionsMonitor<BearerTokenOptions> options,
    TimeProvider time)
{
    private const string SerialClaim = "serial";

    private BearerTokenOptions Bearer => options.Get(IdentityConstants.BearerScheme);

    /// <summary>Begins a program's session.</summary>
    public async Task<Tokens> Begin(MarketUser user, CancellationToken cancel)
    {
        var (session, serial) = (SessionName(), NewName());
        await sessions.Begin(user.Id, session, serial, cancel);
        return await Give(user, session, serial);
    }

    /// <summary>Begins a browser's session: sets its cookie.</summary>
    public async Task BeginCookie(MarketUser user, CancellationToken cancel)
    {
        var session = SessionName();
        await sessions.Begin(user.Id, session, NewName(), cancel);
        signIn.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(MarketClaims.Session, session)]);
    }

    /// <summary>New tokens for a refresh token, or null when it is not, or no longer, good.</summary>
    public async Task<Tokens?> Refresh(string refreshToken, CancellationToken cancel)
    {
        var principal = Read(refreshToken);
        if (principal?.FindFirstValue(MarketClaims.Session) is not { } session) return null;
        if (principal.FindFirstValue(SerialClaim) is not { } used) return null;
        if (await signIn.ValidateSecurityStampAsync(principal) is not { } user) return null;
        if (await accounts.IsLockedOutAsync(user)) return null;
        var serial = NewName();
        if (await sessions.Turn(user.Id, session, used, serial, cancel)) return await Give(user, session, serial);
        await sessions.End(user.Id, session, cancel);
        return null;
    }

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Begins with the instant, so that names sort by it.</summary>
    private string SessionName() => $"{time.GetUtcNow().ToUnixTimeMilliseconds():x12}{NewName()}";

    private async Task<Tokens> Give(MarketUser user, string session, string serial)
    {
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
    /// <summary>Names the session, a program's or a browser's.</summary>
    public const string Session = "session";
}
