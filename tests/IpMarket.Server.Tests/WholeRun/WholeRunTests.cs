using IpMarket.Adapters.Storage;
using Xunit;

namespace IpMarket.Server.Tests.WholeRun;

/// <summary>The main job on either store. Both run at once: each waits for its auction's clock most of the time.</summary>
[Collection(Alone.Name)]
public sealed class WholeRunTests(WholeRunTests.BothRuns runs) : IClassFixture<WholeRunTests.BothRuns>
{
    [Fact]
    public Task A_patent_goes_all_the_way_over_http_and_hub_alone_on_SQLite() => runs.Sqlite;

    [Fact]
    public Task A_patent_goes_all_the_way_over_http_and_hub_alone_on_PostgreSQL() => runs.Postgres;

    public sealed class BothRuns : IAsyncDisposable
    {
        public Task Sqlite { get; } = new MainJob(StorageKind.Sqlite).Go();

        public Task Postgres { get; } = new MainJob(StorageKind.Postgres).Go();

        /// <summary>Neither is left running; how they ended is the tests' to say.</summary>
        public async ValueTask DisposeAsync() =>
            await Task.WhenAll(Sqlite, Postgres).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
