using IpMarket.Adapters.Storage;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Server.Demo.Catalogue;
using IpMarket.Server.Hosting;

namespace IpMarket.Server.Demo;

/// <summary>
/// Loads the demo into an empty store, prints its accounts at every start, then keeps its market going. The demo never
/// touches a store that holds anything else.
/// </summary>
public sealed partial class DemoService(
    DemoAccounts accounts,
    DemoCatalogue catalogue,
    DemoParties parties,
    DemoMarket market,
    DemoHealth health,
    IHostApplicationLifetime life,
    ILogger<DemoService> log) : BackgroundService
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromSeconds(1);

    /// <summary>Asked before anything is started.</summary>
    /// <exception cref="StorageException">The store holds what is not the demo's.</exception>
    public static async Task RefuseOtherData(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetRequiredService<DemoAccounts>().IsDemoStore) return;
        if (await services.GetRequiredService<IJournal>().LastPos(cancel) == 0) return;
        throw new StorageException(
            "Demo=true loads into an empty store only; this one holds other data. Start it with --Demo=false; a "
            + "demo store that was restored goes on once demo-accounts.json of the old data folder is copied into it.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        try
        {
            await Load(stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            // Every step can be repeated: the next start goes on where this one stopped.
            LogNotLoaded(error);
            return;
        }

        using var timer = new PeriodicTimer(TickEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await market.Tick();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogTickFailed(error);
            }
        }
    }

    private async Task Load(CancellationToken cancel)
    {
        await StartLines.Say("Demo", "making its accounts");
        var people = await accounts.Make(cancel);
        foreach (var (person, password) in people)
        {
            // The cashier of a trial needs to know from where each party pays.
            var account = DemoPeople.Parties.FirstOrDefault(party => party.Person == person) is { } party
                ? $"  付款账号 {DemoParties.AccountOf(party)}"
                : "";
            await Console.Out.WriteLineAsync($"  {person.Email,-26} {password}  {person.DisplayName}{account}");
        }

        foreach (var party in DemoPeople.Parties) await parties.Onboard(party, cancel);
        await StartLines.Say("Demo", $"{DemoPeople.Parties.Length} parties; listing patents");
        var listings = await market.FillDesks();
        await StartLines.Say("Demo", $"{listings} listings; entering the known patents");
        var patents = await catalogue.Load(cancel);
        health.Loaded();
        await StartLines.Say("Demo", $"{patents} known patents; the demo market is ready");
    }

    /// <summary>The silo and the views stand before the demo acts.</summary>
    private async Task Started(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var on = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "The demo market could not be loaded; the next start goes on with it")]
    private partial void LogNotLoaded(Exception error);

    [LoggerMessage(LogLevel.Warning, "A step of the demo market failed; it is tried again")]
    private partial void LogTickFailed(Exception error);
}
