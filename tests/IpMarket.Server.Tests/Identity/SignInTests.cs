using System.Net;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Identity;

[Collection(OneServer.Name)]
public sealed class SignInTests(MarketServer server)
{
    [Fact]
    public async Task Time_is_told_to_everybody()
    {
        var time = await server.Anonymous().Get("/api/time").Ok();
        Assert.Equal(1, time.GetProperty("speed").GetDouble());
        Assert.EndsWith("Z", time.GetProperty("now").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_signs_in_refreshes_once_a_token_and_a_used_token_ends_the_session()
    {
        var person = await server.SignUp("refresher", UserOrigin.SelfRegistered);
        var client = server.Anonymous();
        Task<HttpResponseMessage> Refresh(string token) =>
            client.Post("/api/identity/refresh", new { refreshToken = token });

        var second = await Refresh(person.Tokens.RefreshToken).Ok();
        await Refresh(person.Tokens.RefreshToken).Refused(401, "SESSION_ENDED");
        await Refresh(second.GetProperty("refreshToken").GetString()!).Refused(401, "SESSION_ENDED");
    }

    [Fact]
    public async Task Logout_makes_the_refresh_token_worthless()
    {
        var person = await server.SignUp("leaver", UserOrigin.SelfRegistered);
        using var left = await person.Client.Post("/api/identity/logout");
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        await person.Client
            .Post("/api/identity/refresh", new { refreshToken = person.Tokens.RefreshToken })
            .Refused(401, "SESSION_ENDED");
    }

    [Fact]
    public async Task A_browser_signs_in_by_cookie_and_needs_the_antiforgery_token_to_change_anything()
    {
        var person = await server.SignUp("browser", UserOrigin.SelfRegistered);
        using var handler = new SocketsHttpHandler { UseCookies = true };
        using var browser = new HttpClient(handler) { BaseAddress = server.Address };
        using var login = await browser.Post(
            "/api/identity/login", new { email = person.Email, password = MarketServer.Password, mode = "cookie" });
        Assert.Equal(HttpStatusCode.NoContent, login.StatusCode);
        var cookie = Assert.Single(
            login.Headers.GetValues("Set-Cookie"), c => c.StartsWith("ipmarket-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(person.User, (await browser.Get("/api/me").Ok()).GetProperty("user").GetString());

        await browser.Post("/api/identity/logout").Refused(403, "ANTIFORGERY_TOKEN_INVALID");
        var token = (await browser.Get("/api/identity/antiforgery").Ok()).GetProperty("token").GetString();
        browser.DefaultRequestHeaders.Add("X-CSRF-TOKEN", token);
        using var logout = await browser.Post("/api/identity/logout");
        Assert.Equal(HttpStatusCode.NoContent, logout.StatusCode);
        await browser.Get("/api/me").Refused(401, "NOT_SIGNED_IN");
    }

    [Fact]
    public async Task A_change_from_a_page_of_another_site_is_refused()
    {
        var person = await server.Member("foreign-origin");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/identity/logout");
        request.Headers.Add("Origin", "https://elsewhere.example");
        await person.Client.Ask(request).Refused(403, "FOREIGN_ORIGIN");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_right_one_no_longer_helps()
    {
        var person = await server.SignUp("forgetful", UserOrigin.SelfRegistered);
        var client = server.Anonymous();
        Task<HttpResponseMessage> Login(string password) => client.Post(
            "/api/identity/login", new { email = person.Email, password, mode = "bearer" });

        for (var attempt = 1; attempt < Limits.LoginAttemptsMax; attempt++)
            await Login("wrong password " + attempt).Refused(401, "LOGIN_FAILED");
        await Login("wrong password").Refused(401, "LOGIN_FAILED");
        var problem = await Login(MarketServer.Password).Refused(401, "LOCKED_OUT");
        Assert.Equal(Limits.LockoutMinutes, problem.GetProperty("figures").GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task A_role_taken_back_has_no_effect_two_seconds_later()
    {
        var administrator = await server.Centre(CentreRole.Administrator);
        var other = await server.SignUp("second-administrator", UserOrigin.FirstAdministrator, CentreRole.Administrator);
        (await other.Client.Get("/api/users").Ok()).GetProperty("total");
        await administrator.Client.Command($"/api/users/{other.User}/revoke", new { role = "Administrator" }).Ok();
        await Wait.Until(
            async () => (await other.Client.Get("/api/users")).StatusCode == HttpStatusCode.Forbidden,
            "the role to be gone",
            TimeSpan.FromSeconds(Limits.RoleCacheSeconds));
    }

    [Fact]
    public async Task An_account_that_was_shut_is_signed_out()
    {
        var administrator = await server.Centre(CentreRole.Administrator);
        var other = await server.SignUp("shut", UserOrigin.SelfRegistered);
        await administrator.Client.Command($"/api/users/{other.User}/disable").Ok();
        await other.Client.Get("/api/me").Refused(401, "SESSION_ENDED");
        await other.Client
            .Post("/api/identity/login", new { email = other.Email, password = MarketServer.Password })
            .Refused(401, "ACCOUNT_SHUT");
    }
}
