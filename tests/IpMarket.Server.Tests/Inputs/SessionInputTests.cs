using System.Security.Claims;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Identity;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>Sessions that have ended, over every route for signed-in people.</summary>
[Collection(OneInputMarket.Name)]
public sealed class SessionInputTests(InputMarket market)
{
    [Fact]
    public async Task A_session_that_has_ended_is_told_so_on_every_route()
    {
        (string Name, string Value)[] ended =
        [
            ("Authorization", "Bearer " + Expired()), ("Authorization", "Bearer x"), ("Authorization", "Bearer"),
            ("Authorization", "Basic eDp4"), ("Authorization", "Bearer " + new string('x', 8_000)),
            ("Cookie", await StaleCookie()), ("Cookie", "ipmarket-session=x"),
        ];
        using var client = market.Anonymous();
        var made = await market.Furnish();
        foreach (var route in (await market.Discover()).Where(route => route.Access.SignedIn))
        {
            foreach (var (name, value) in ended)
            {
                using var request = new HttpRequestMessage(
                    new HttpMethod(route.Method), route.At(parameter => made.Path(route, parameter)));
                request.Headers.TryAddWithoutValidation(name, value);
                var answer = client.Ask(request);
                Assert.True((int)(await answer).StatusCode == 401, $"{route} with {name} {value[..Math.Min(12, value.Length)]}");
                var problem = await answer.Refused(401, "SESSION_ENDED");
                Assert.Equal("会话已失效，请重新登录。", problem.GetProperty("title").GetString());
            }
        }
    }

    /// <summary>A token this server issued eleven minutes ago.</summary>
    private string Expired()
    {
        var bearer = market.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>()
            .Get(IdentityConstants.BearerScheme);
        var now = TimeProvider.System.GetUtcNow();
        return bearer.BearerTokenProtector.Protect(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity(IdentityConstants.BearerScheme)),
            new AuthenticationProperties { IssuedUtc = now.AddMinutes(-11), ExpiresUtc = now.AddMinutes(-1) },
            $"{IdentityConstants.BearerScheme}:AccessToken"));
    }

    /// <summary>The cookie of somebody whose password was changed since.</summary>
    private async Task<string> StaleCookie()
    {
        var person = await market.SignUp($"stale{Guid.NewGuid():N}", UserOrigin.SelfRegistered);
        using var browser = market.Anonymous();
        using var login = await browser.Post(
            "/api/identity/login", new { email = person.Email, password = MarketServer.Password, mode = "cookie" });
        var cookie = login.Headers.GetValues("Set-Cookie").First(
            text => text.StartsWith("ipmarket-session=", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        await browser.Ask(request).Ok();
        using var scope = market.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Accounts>().EndSessions(person.User);
        return cookie.Split(';')[0];
    }
}
