using System.Diagnostics;
using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Faults;
using IpMarket.Testing.Import;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>R16 for files: seeded damage to good ones, sent to the server.</summary>
[Collection(OneServer.Name)]
public sealed class DamagedUploadsTests(MarketServer server, ITestOutputHelper output)
{
    private const int Seed = 7;
    private const int People = 20;
    private const int SessionRounds = 2_000;
    private const int TriesMax = 4;

    /// <summary>What one file may hold the server for.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    /// <summary>2,000 files, and 20,000 in full.</summary>
    [Fact]
    [Trait("Fault", "R16-files")]
    public async Task Thousands_of_damaged_files_never_break_the_server_and_leave_nothing_behind()
    {
        var rounds = FaultSize.Of("R16-files", small: 2_000, full: 20_000);
        var cancel = TestContext.Current.CancellationToken;
        var files = Fixtures.EveryFormat;
        var people = new List<Person>();
        for (var i = 1; i <= People; i++) people.Add(await server.Centre(CentreRole.Handler, i));
        var random = new Random(Seed);
        var before = await server.Journal.LastPos(cancel);
        var slowest = TimeSpan.Zero;
        var (sent, accepted) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            // In full it lasts longer than a session does.
            if (round > 0 && round % SessionRounds == 0) await SignInAnew(people);
            var damaged = Mutations.Of(files[round % files.Count], random);
            var took = TimeSpan.MaxValue;
            // A file that is slow by itself is slow at every try; a machine that was busy elsewhere is not.
            for (var attempt = 0; attempt < TriesMax && took >= Bound; attempt++)
            {
                var watch = new Stopwatch();
                using var answer = await Requests.Patiently(() =>
                {
                    watch.Restart();
                    return people[round % People].Client.Upload(damaged);
                });
                if (watch.Elapsed < took) took = watch.Elapsed;
                var text = await answer.Content.ReadAsStringAsync(cancel);
                var told = $"Seed {Seed}, round {round}: {answer.StatusCode} {text}";
                if (answer.IsSuccessStatusCode) accepted++;
                else Assert.True((int)answer.StatusCode == 400, told);
                Assert.True(JsonDocument.Parse(text).RootElement.ValueKind == JsonValueKind.Object);
                sent++;
            }

            if (took > slowest) slowest = took;
        }

        var written = new List<string>();
        for (var at = before; await server.Journal.ReadAll(at, 500, cancel) is { Count: > 0 } records; at = records[^1].Pos)
            written.AddRange(records.Select(record => record.Type));
        output.WriteLine($"{accepted} previewed, {sent - accepted} refused, slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.InRange(accepted, 1, sent - 1);
        Assert.Equal(accepted, written.Count(type => type == "catalogue.import.started/1"));
        Assert.Equal(accepted * 2, written.Count);
        Assert.All(written, type => Assert.StartsWith("catalogue.import.", type, StringComparison.Ordinal));
        Assert.True(slowest < Bound, $"The slowest took {slowest}.");
    }

    private async Task SignInAnew(List<Person> people)
    {
        foreach (var person in people)
        {
            var tokens = await MarketServer.Login(server.Anonymous(), person.Email, MarketServer.Password);
            person.Client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
        }
    }
}
