using System.Text.Json;
using IpMarket.Adapters.Storage;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Demo;
using IpMarket.Server.Hosting;
using IpMarket.Server.Identity;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IpMarket.Server.Tests.Demo;

/// <summary>The demo as <c>dotnet run</c> starts it.</summary>
public sealed class DemoMarketTests(DemoMarketTests.DemoServer server) : IClassFixture<DemoMarketTests.DemoServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public sealed class DemoServer : MarketServer
    {
        protected override string[] Configuration => ["--Demo=true"];
    }

    [Fact]
    public async Task Accounts_sign_in_with_the_passwords_only_their_owner_can_read()
    {
        var file = Path.Combine(server.Folder, "demo-accounts.json");
        await Wait.Until(() => Task.FromResult(File.Exists(file)), "the accounts' file", Patience);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var passwords = JsonSerializer.Deserialize<Dictionary<string, string>>(text)!;
        Assert.Equal(passwords.Count, passwords.Values.Distinct(StringComparer.Ordinal).Count());
        var client = server.Anonymous();
        await Wait.Until(
            async () => (await client.Post(
                "/api/identity/login",
                new { email = "handler@demo.example", password = passwords["handler"], mode = "bearer" })).IsSuccessStatusCode,
            "the handler to sign in",
            Patience);
    }

    [Fact]
    public async Task Two_auctions_of_invented_patents_are_announced_while_somebody_looks_and_robots_are_admitted()
    {
        var client = server.Anonymous();
        await Wait.Until(
            async () =>
            {
                var auctions = (await client.Get("/api/auctions").Ok()).GetProperty("items").EnumerateArray().ToList();
                return auctions.Count == 2
                    && auctions.TrueForAll(auction => auction.GetProperty("isDemo").GetBoolean())
                    && auctions.TrueForAll(auction => auction.GetProperty("bidders").GetInt32() == 2);
            },
            "two auctions with two bidders each",
            Patience);
    }

    [Fact]
    public async Task Real_patents_stand_in_the_catalogue_without_listing_or_price()
    {
        var client = server.Anonymous();
        await Wait.Until(
            async () => (await client.Get("/api/catalogue?q=CN201210288271.2").Ok()).GetProperty("total").GetInt32() == 1,
            "a known patent to be found",
            Patience);
        var patent = (await client.Get("/api/catalogue?q=CN201210288271.2").Ok()).GetProperty("items")[0];
        Assert.Equal("NotListed", patent.GetProperty("status").GetString());
        Assert.False(patent.GetProperty("isDemo").GetBoolean());
    }

    [Fact]
    public void A_market_sleeps_five_minutes_after_the_last_request()
    {
        var time = new FakeTimeProvider();
        var pages = new PageWatch(time);
        Assert.False(pages.IsAwake);
        pages.Asked();
        time.Advance(TimeSpan.FromSeconds(299));
        Assert.True(pages.IsAwake);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(pages.IsAwake);
    }

    [Fact]
    public async Task A_store_with_other_data_is_never_made_a_demo()
    {
        var folder = Directory.CreateTempSubdirectory("ipmarket-no-demo-");
        await using (var other = MarketHost.Build(new MarketLaunch([], folder.FullName, "http://127.0.0.1:0")))
        {
            using var held = await other.StartMarket(CancellationToken.None);
            using var scope = other.Services.CreateScope();
            var account = new NewAccount(
                "a@b.example", "a", MarketServer.Password, UserOrigin.SelfRegistered, []);
            await scope.ServiceProvider.GetRequiredService<Accounts>()
                .Create(account, Guid.NewGuid(), null, DutyHolder.None);
            await other.StopAsync(TestContext.Current.CancellationToken);
        }

        await using var demo = MarketHost.Build(new MarketLaunch(["--Demo=true"], folder.FullName, "http://127.0.0.1:0"));
        var refused = await Assert.ThrowsAsync<StorageException>(() => demo.StartMarket(CancellationToken.None));
        Assert.Contains("empty store", refused.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_demo_never_listens_to_a_network()
    {
        var folder = Directory.CreateTempSubdirectory("ipmarket-open-demo-");
        await using var demo = MarketHost.Build(new MarketLaunch(["--Demo=true"], folder.FullName, "http://0.0.0.0:0"));
        await Assert.ThrowsAsync<StorageException>(() => demo.StartMarket(CancellationToken.None));
        folder.Delete(recursive: true);
    }
}
