using System.Text.Json;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Users;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Identity;

/// <summary>Accounts made at once, invited again, looked for by strangers.</summary>
[Collection(OneServer.Name)]
public sealed class AccountTests(MarketServer server)
{
    [Fact]
    public async Task Registrations_at_once_with_one_key_are_one_account()
    {
        var id = Guid.NewGuid();
        var body = new { email = $"{id:N}@example.test", displayName = "甲", password = MarketServer.Password };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Requests.Patiently(() => server.Anonymous().Command("/api/identity/register", body, id)).Ok()));
        Assert.Single(answers.Select(answer => answer.GetProperty("user").GetString()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Registrations_at_once_of_one_address_make_one_account_and_refuse_the_others()
    {
        var body = new { email = $"{Guid.NewGuid():N}@example.test", displayName = "甲", password = MarketServer.Password };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Requests.Patiently(() => server.Anonymous().Command("/api/identity/register", body))));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode))
            await Task.FromResult(answer).Refused(409, "EMAIL_TAKEN");
    }

    [Fact]
    public async Task A_lost_invitation_is_replaced_until_a_password_is_set()
    {
        var administrator = (await server.Centre(CentreRole.Administrator)).Client;
        var email = $"{Guid.NewGuid():N}@example.test";
        var lost = await administrator.Command("/api/users", new { email, displayName = "迟到者" }).Ok();
        var id = lost.GetProperty("user").GetProperty("id").GetString();
        Assert.Contains("invite", Abilities(lost.GetProperty("user")), StringComparer.Ordinal);
        var path = $"/api/users/{id}/invite";
        await server.Anonymous().Command(path).Refused(401, "NOT_SIGNED_IN");
        await (await server.Centre(CentreRole.Handler)).Client.Command(path).Refused(403, "NOT_ALLOWED");
        await administrator.Command("/api/users/user:nobody/invite").Refused(404, "USER_UNKNOWN");
        await administrator.Post(path).Refused(400, "COMMAND_ID_MISSING");

        var found = await administrator.Command(path).Ok();
        await SetPassword(email, lost).Refused(400, "INVITE_INVALID");
        using var set = await SetPassword(email, found);
        Assert.True(set.IsSuccessStatusCode);
        await administrator.Command(path).Refused(409, "PASSWORD_IS_SET");
        Assert.DoesNotContain("invite", Abilities(await administrator.Get($"/api/users/{id}").Ok()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_stranger_learns_of_no_address_whether_it_is_locked_or_has_no_password()
    {
        var administrator = (await server.Centre(CentreRole.Administrator)).Client;
        var invited = $"{Guid.NewGuid():N}@example.test";
        await administrator.Command("/api/users", new { email = invited, displayName = "未设密码" }).Ok();
        var locked = await server.SignUp($"locked{Guid.NewGuid():N}", UserOrigin.SelfRegistered);
        foreach (var email in new[] { invited, locked.Email, "nobody@example.test" })
        {
            for (var attempt = 0; attempt < Limits.LoginAttemptsMax + 2; attempt++)
                await Login(email, "wrong password").Refused(401, "LOGIN_FAILED");
        }

        await Login(locked.Email, MarketServer.Password).Refused(401, "LOCKED_OUT");
    }

    [Fact]
    public async Task An_account_holds_a_bounded_number_of_sessions_and_the_oldest_ends()
    {
        var person = await server.SignUp("many-sessions", UserOrigin.SelfRegistered);
        var sessions = (AccountSessions)server.Services.GetService(typeof(AccountSessions))!;
        var cancel = TestContext.Current.CancellationToken;
        for (var i = 0; i < AccountSessions.PerAccountMax; i++)
            await sessions.Begin(person.User, $"ffff{i:0000}", "serial", cancel);
        Assert.Equal(AccountSessions.PerAccountMax, (await sessions.Of([person.User], cancel))[person.User].Count());
        await person.Client.Post("/api/identity/refresh", new { refreshToken = person.Tokens.RefreshToken })
            .Refused(401, "SESSION_ENDED");
    }

    private static IEnumerable<string?> Abilities(JsonElement user) =>
        user.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString());

    private Task<HttpResponseMessage> SetPassword(string email, JsonElement invitation) => server.Anonymous().Post(
        "/api/identity/set-password",
        new
        {
            email,
            token = invitation.GetProperty("setPasswordToken").GetString(),
            password = MarketServer.Password,
        });

    private Task<HttpResponseMessage> Login(string email, string password) =>
        server.Anonymous().Post("/api/identity/login", new { email, password, mode = "bearer" });
}
