using System.Collections.Concurrent;
using System.Net.Http.Json;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Hosting;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Testing.Server;

/// <summary>
/// The real server on a free port with a real silo, over SQLite in a temporary folder. One per test collection; its
/// clients are signed in as programs are.
/// </summary>
public class MarketServer : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly ConcurrentDictionary<string, Task<Person>> people = new(StringComparer.Ordinal);
    private IDisposable? held;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ipmarket-server-").FullName;

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => App.Services;

    public IJournal Journal => Services.GetRequiredService<IJournal>();

    /// <summary>Configuration on top of the defaults, e.g. <c>--Clock:Speed=60</c>.</summary>
    protected virtual string[] Configuration => [];

    /// <summary>Replaces services, last of all.</summary>
    protected virtual void Adjust(WebApplicationBuilder builder)
    {
    }

    public async ValueTask InitializeAsync()
    {
        App = MarketHost.Build(new MarketLaunch(
            ["--Logging:LogLevel:Default=Warning", .. Configuration], Folder, "http://127.0.0.1:0")
        {
            Adjust = builder =>
            {
                // People sign up by the hundred here; how long a password takes to guess is Identity's affair.
                builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
                Adjust(builder);
            },
        });
        held = await App.StartMarket(CancellationToken.None);
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await App.StopAsync();
        await App.DisposeAsync();
        held?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A client that is not signed in and keeps no cookies.</summary>
    public HttpClient Anonymous() =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>One of the centre's people with these roles, signed in; the same person for the same roles and number.</summary>
    public Task<Person> Centre(CentreRole role, int number = 1) =>
        people.GetOrAdd($"{role}-{number}", name => SignUp(name, UserOrigin.FirstAdministrator, role));

    /// <summary>Somebody of no office who may act for parties, signed in; the same person for the same name.</summary>
    public Task<Person> Member(string name) =>
        people.GetOrAdd("member-" + name, key => SignUp(key, UserOrigin.SelfRegistered));

    /// <summary>Makes an account and signs it in; every call another one when <paramref name="name"/> differs.</summary>
    public async Task<Person> SignUp(string name, UserOrigin origin, params CentreRole[] roles)
    {
        var email = $"{name.ToLowerInvariant()}@example.test";
        string user;
        using (var scope = Services.CreateScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<Accounts>().Create(
                new NewAccount(email, name, Password, origin, [.. roles]),
                Guid.NewGuid(),
                origin == UserOrigin.SelfRegistered ? null : UserDecider.House,
                DutyHolder.None);
            user = made.Value.Id;
        }

        var client = Anonymous();
        var tokens = await Login(client, email, Password);
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
        return new Person(user, email, client, tokens);
    }

    /// <summary>Signs in as programs do, as often as the server lets one address.</summary>
    public static async Task<Tokens> Login(HttpClient client, string email, string password)
    {
        using var answer = await Requests.Patiently(
            () => client.PostAsJsonAsync("/api/identity/login", new { email, password, mode = "bearer" }));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Tokens>())!;
    }
}

/// <summary>Somebody signed in.</summary>
/// <param name="User">His stream.</param>
/// <param name="Email">He signs in by it, with <see cref="MarketServer.Password"/>.</param>
/// <param name="Client">Sends his access token.</param>
/// <param name="Tokens">As given at sign-in.</param>
public sealed record Person(string User, string Email, HttpClient Client, Tokens Tokens);
