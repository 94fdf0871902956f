using System.Diagnostics;
using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Import;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Seeded damage to good files, sent to the server.</summary>
[Collection(OneServer.Name)]
public sealed class DamagedUploadsTests(MarketServer server, ITestOutputHelper output)
{
    private const int Seed = 7;
    private const int Rounds = 2_000;
    private const int People = 20;

    [Fact]
    public async Task Two_thousand_damaged_files_never_break_the_server_and_leave_nothing_behind()
    {
        var cancel = TestContext.Current.CancellationToken;
        var files = Fixtures.EveryFormat;
        var people = new List<HttpClient>();
        for (var i = 1; i <= People; i++) people.Add((await server.Centre(CentreRole.Handler, i)).Client);
        var random = new Random(Seed);
        var before = await server.Journal.LastPos(cancel);
        var slowest = TimeSpan.Zero;
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = Mutations.Of(files[round % files.Count], random);
            var watch = Stopwatch.StartNew();
            using var answer = await people[round % People].Upload(damaged);
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            var text = await answer.Content.ReadAsStringAsync(cancel);
            if (answer.IsSuccessStatusCode) accepted++;
            else Assert.True((int)answer.StatusCode == 400, $"Seed {Seed}, round {round}: {answer.StatusCode} {text}");
            Assert.True(JsonDocument.Parse(text).RootElement.ValueKind == JsonValueKind.Object);
        }

        var written = new List<string>();
        for (var at = before; await server.Journal.ReadAll(at, 500, cancel) is { Count: > 0 } records; at = records[^1].Pos)
            written.AddRange(records.Select(record => record.Type));
        output.WriteLine($"{accepted} previewed, {Rounds - accepted} refused, slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.InRange(accepted, 1, Rounds - 1);
        Assert.Equal(accepted, written.Count(type => type == "catalogue.import.started/1"));
        Assert.Equal(accepted * 2, written.Count);
        Assert.All(written, type => Assert.StartsWith("catalogue.import.", type, StringComparison.Ordinal));
        Assert.True(slowest < TimeSpan.FromSeconds(1), $"The slowest took {slowest}.");
    }
}
