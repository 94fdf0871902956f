using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IpMarket.Server.Identity;

/// <summary>What a request's cookie or token says, checked.</summary>
/// <param name="Standing">Null when nobody is signed in.</param>
/// <param name="IsCookie">Whether it came by cookie, which browsers send by themselves.</param>
/// <param name="HasEnded">Whether there was a cookie or token that is no longer good.</param>
public sealed record Session(Standing? Standing, bool IsCookie, bool HasEnded)
{
    public static readonly Session None = new(null, false, false);
}

/// <summary>
/// Finds who sends a request: the <c>Authorization</c> header if there is one, else the cookie. Security stamp, roles
/// and parties are checked at every request against a <see cref="Standing"/> at most two seconds old.
/// </summary>
public sealed class Sessions(Standings standings, IOptions<IdentityOptions> options)
{
    public async Task<Session> Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<Session>() is { } known) return known;
        var session = await Read(http);
        http.Features.Set(session);
        return session;
    }

    /// <summary>Whether a principal that was good once still is: null when its session has ended.</summary>
    public async Task<Standing?> Check(ClaimsPrincipal principal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var claims = options.Value.ClaimsIdentity;
        if (principal.FindFirstValue(claims.UserIdClaimType) is not { } user) return null;
        var session = SessionOf(principal);
        var standing = await standings.Of(user, cancel);
        if (standing?.Sessions.Contains(session) == false)
        {
            // Perhaps it began on another silo since this was read.
            standings.Forget(user);
            standing = await standings.Of(user, cancel);
        }

        return standing?.Sessions.Contains(session) == true
            && standing.SecurityStamp == principal.FindFirstValue(claims.SecurityStampClaimType)
            ? standing
            : null;
    }

    /// <summary>The name of the session a cookie or token belongs to; empty when it names none.</summary>
    public static string SessionOf(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindFirstValue(MarketClaims.Session) ?? "";
    }

    private async Task<Session> Read(HttpContext http)
    {
        var bearer = http.Request.Headers.Authorization.Count > 0;
        var scheme = bearer ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme;
        var ticket = await http.AuthenticateAsync(scheme);
        if (!ticket.Succeeded) return new Session(null, false, HasEnded: bearer || ticket.Failure is not null);
        var standing = await Check(ticket.Principal, http.RequestAborted);
        if (standing is null) return new Session(null, false, HasEnded: true);
        http.User = ticket.Principal;
        // A hub's line ends with the ticket; it reads it here, and setting the user forgets it.
        http.Features.Set<IAuthenticateResultFeature>(new Ticket { AuthenticateResult = ticket });
        return new Session(standing, !bearer, HasEnded: false);
    }

    private sealed class Ticket : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
