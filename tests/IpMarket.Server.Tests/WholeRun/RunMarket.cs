using System.Diagnostics;
using System.Text.Json;
using IpMarket.Adapters.Storage;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.WholeRun;

/// <summary>
/// The built server as a process of its own, on an empty store, without a demo: it is known here by its address only.
/// Its market time is a sandbox's, 60 times as fast as the wall's and in the office hours of a working day, so that the
/// house's own profile can be followed within its bounds; but for the notice of three working days, which a version of
/// this market's own file does without.
/// </summary>
internal sealed class RunMarket : IAsyncDisposable
{
    public const int Speed = 60;
    public const string Administrator = "first@centre.example";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Clock = [$"--Clock:Speed={Speed}", $"--Clock:StartsAt={Morning():O}"];

    private static readonly Lazy<string> ShortNotice = new(WriteShortNotice);

    private readonly RunStore store;
    private readonly ServerProcess server;
    private (DateTimeOffset Market, long Asked) time;

    private RunMarket(RunStore store)
    {
        this.store = store;
        server = new ServerProcess(
            store.Folder,
            [
                .. store.Serving, .. Clock, "--Centre:CustodyAccount=示例银行 6222 0000",
                $"--Trading:ProfilesFolder={ShortNotice.Value}",
            ]);
    }

    public Uri Address => server.Address;

    /// <summary>Market time, from the server's clock.</summary>
    public DateTimeOffset Now => time.Market + (Stopwatch.GetElapsedTime(time.Asked) * Speed);

    /// <summary>Migrates where that is an operator's, makes the first administrator, serves.</summary>
    public static async Task<RunMarket> Begin(StorageKind kind)
    {
        return await (await New(kind)).Serving(async market =>
        {
            if (kind == StorageKind.Postgres) await market.Operate("migrate");
            var made = await Executable.Run(
                MarketServer.Password,
                ["admin", "create", Administrator, "--data", market.store.Folder, .. market.store.Serving, .. Clock]);
            Assert.Equal((0, ""), (made.ExitCode, made.Error));
        });
    }

    /// <summary>Another market from this one's backup, which is taken while this one runs.</summary>
    public async Task<RunMarket> Restored(StorageKind kind)
    {
        var saved = Path.Combine(store.Folder, "saved");
        await Operate("backup", saved);
        return await (await New(kind)).Serving(async other =>
            Assert.Contains("every chain holds", await other.Operate("restore", saved), StringComparison.Ordinal));
    }

    /// <summary>Ends the server in order; what it left is the caller's to read.</summary>
    public async Task<RunStore> Stop()
    {
        var code = await server.Stop();
        Assert.True(code == 0, $"The server ended with {code}:\n{server.LastWords()}");
        return store;
    }

    public HttpClient Anonymous() =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Makes an account of one's own and signs in.</summary>
    public async Task<Person> Register(string email, string displayName)
    {
        var form = new { email, displayName, password = MarketServer.Password };
        using var client = Anonymous();
        await Requests.Patiently(() => client.Command("/api/identity/register", form)).Ok();
        return await SignIn(email);
    }

    /// <summary>Signs in as programs do.</summary>
    public async Task<Person> SignIn(string email)
    {
        var client = Anonymous();
        var tokens = await MarketServer.Login(client, email, MarketServer.Password);
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
        var me = await client.Get("/api/me").Ok();
        return new Person(me.GetProperty("user").GetString()!, email, client, tokens);
    }

    /// <summary>Runs a verb over this store with an operator's rights; the answer is what it said.</summary>
    private async Task<string> Operate(params string[] verb)
    {
        var ran = await Executable.Run(null, [.. verb, "--data", store.Folder, .. store.Operating]);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        return ran.Output;
    }

    public Task<JsonElement> Get(string path) => Anonymous().Get(path).Ok();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await store.DisposeAsync();
    }

    private static async Task<RunMarket> New(StorageKind kind) => new(await RunStore.New(kind));

    /// <summary>Serves once the store is made; leaves nothing behind when it cannot be.</summary>
    private async Task<RunMarket> Serving(Func<RunMarket, Task> make)
    {
        try
        {
            await make(this);
            await Serve();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task Serve()
    {
        server.Start();
        await server.Ready(Patience);
        var told = await Get("/api/time");
        time = (told.GetProperty("now").GetDateTimeOffset(), Stopwatch.GetTimestamp());
        Assert.Equal(Speed, told.GetProperty("speed").GetInt32());
    }

    /// <summary>The house's newest 网络竞价 as version 3, whose auctions open without a wait.</summary>
    private static string WriteShortNotice()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "run-profiles")).FullName;
        using var house = new StreamReader(typeof(RuleProfile).Assembly.GetManifestResourceStream(
            "IpMarket.Domain.Trading.RuleProfiles.Files.online-bidding.v2.json")!);
        var text = house.ReadToEnd()
            .Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal)
            .Replace("\"days\": 3", "\"days\": 0", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "online-bidding.v3.json"), text);
        return folder;
    }

    /// <summary>Ten o'clock in the market's zone on the first weekday after tomorrow.</summary>
    private static DateTimeOffset Morning()
    {
        var zone = TimeSpan.FromHours(8);
        var day = DateTimeOffset.UtcNow.ToOffset(zone).Date.AddDays(2);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return new DateTimeOffset(day.AddHours(10), zone);
    }
}
