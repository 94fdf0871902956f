using System.Net;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace IpMarket.Server.Tests.Identity;

/// <summary>A session that has ended opens nothing, whoever still holds its cookie, token or line.</summary>
[Collection(OneServer.Name)]
public sealed class SessionEndTests(MarketServer server)
{
    private static readonly TimeSpan WithinLimit = TimeSpan.FromSeconds(Limits.RoleCacheSeconds);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cookie_kept_after_logout_is_worthless()
    {
        var person = await server.SignUp("cookie-thief", UserOrigin.SelfRegistered);
        using var handler = new SocketsHttpHandler { UseCookies = true };
        using var browser = new HttpClient(handler) { BaseAddress = server.Address };
        using var login = await browser.Post(
            "/api/identity/login", new { email = person.Email, password = MarketServer.Password, mode = "cookie" });
        Assert.Equal(HttpStatusCode.NoContent, login.StatusCode);
        var cookie = handler.CookieContainer.GetCookieHeader(server.Address);
        var thief = server.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        await thief.Get("/api/me").Ok();

        var token = (await browser.Get("/api/identity/antiforgery").Ok()).GetProperty("token").GetString();
        browser.DefaultRequestHeaders.Add("X-CSRF-TOKEN", token);
        using var logout = await browser.Post("/api/identity/logout");
        Assert.Equal(HttpStatusCode.NoContent, logout.StatusCode);
        await thief.Get("/api/me").Refused(401, "SESSION_ENDED");
        await person.Client.Get("/api/me").Ok();
    }

    [Fact]
    public async Task Logout_ends_the_access_token_and_the_line_of_this_session_alone()
    {
        var person = await server.SignUp("leaving-line", UserOrigin.SelfRegistered);
        var other = person with { Tokens = await MarketServer.Login(server.Anonymous(), person.Email, MarketServer.Password) };
        await using var line = await HubClient.Connect(server, person);
        await using var stays = await HubClient.Connect(server, other);
        using var logout = await person.Client.Post("/api/identity/logout");
        Assert.Equal(HttpStatusCode.NoContent, logout.StatusCode);
        await person.Client.Get("/api/me").Refused(401, "SESSION_ENDED");
        await line.Ended.Task.WaitAsync(WithinLimit, Cancel);
        Assert.False(stays.Ended.Task.IsCompleted);
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", other.Tokens.AccessToken);
        await client.Get("/api/me").Ok();
    }

    [Fact]
    public async Task A_line_ends_with_the_token_it_was_opened_with()
    {
        var person = await server.SignUp("short-line", UserOrigin.SelfRegistered);
        var tokens = server.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>()
            .Get(IdentityConstants.BearerScheme).BearerTokenProtector;
        var whole = tokens.Unprotect(person.Tokens.AccessToken)!;
        var ends = new AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddSeconds(4) };
        var token = tokens.Protect(new AuthenticationTicket(whole.Principal, ends, whole.AuthenticationScheme));
        var brief = person with { Tokens = person.Tokens with { AccessToken = token } };
        await using var line = await HubClient.Connect(server, brief);
        Assert.False(line.Ended.Task.IsCompleted);
        await line.Ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
    }
}
