using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Storage.Time;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

/// <summary>An empty migrated store and processes on it.</summary>
public abstract class StateContract : IAsyncLifetime
{
    private readonly List<ServiceProvider> processes = [];
    private JournalStore? store;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected JournalStore Store => store!;

    protected abstract Task<JournalStore> Create();

    public async ValueTask InitializeAsync() => store = await Create();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A process of its own whose clock was started.</summary>
    protected async Task<ServiceProvider> Process(
        double speed = 1,
        FakeTimeProvider? time = null,
        Action<IServiceCollection>? with = null,
        DateTimeOffset? startsAt = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        if (time is not null) services.AddSingleton<TimeProvider>(time);
        services.AddState(Store.Options, new ClockOptions { Speed = speed, StartsAt = startsAt });
        with?.Invoke(services);
        var process = services.BuildServiceProvider(validateScopes: true);
        processes.Add(process);
        await process.GetRequiredService<MarketClock>().Start(Cancel);
        return process;
    }

    protected static Task<JournalStore> Sqlite() => As(SqliteStore.Create(Cancel));

    protected static Task<JournalStore> Postgres() => As(PostgresStore.Create(Cancel));

    private static async Task<JournalStore> As<T>(Task<T> store)
        where T : JournalStore => await store;
}
