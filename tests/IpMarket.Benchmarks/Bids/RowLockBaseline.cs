using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IpMarket.Testing.Postgres;
using Npgsql;

namespace IpMarket.Benchmarks.Bids;

/// <summary>The same bids as a procedure that locks the auction's row, under pgbench, in a database of its own.</summary>
internal sealed partial class RowLockBaseline : IAsyncDisposable
{
    private const int BatchRows = 128;

    private readonly TestDatabase database;
    private readonly DirectoryInfo folder;

    private RowLockBaseline(TestDatabase database, DirectoryInfo folder) =>
        (this.database, this.folder) = (database, folder);

    public static async Task<RowLockBaseline> Create(PostgresServer server)
    {
        var made = await server.NewDatabase();
        await using (var sql = typeof(RowLockBaseline).Assembly.GetManifestResourceStream("row-lock.sql")!)
        using (var reader = new StreamReader(sql))
            await made.Run(await reader.ReadToEndAsync());
        return new RowLockBaseline(made, Directory.CreateTempSubdirectory("ipmarket-bench-"));
    }

    /// <summary>Accepted bids a second with so many clients over so many auctions (at most 64).</summary>
    public Task<double> Bids(int clients, int auctions, TimeSpan round) => Pgbench(
        clients,
        round,
        $"""
         \set auction random(1, {auctions})
         \set raise random(100, 200)
         select baseline.place_bid(:auction, :raise);

         """);

    /// <summary>Rows a second of one client that inserts 128 a statement: what the database takes at most.</summary>
    public async Task<double> BatchedRows(TimeSpan round)
    {
        var statements = await Pgbench(
            1,
            round,
            $$"""
              insert into baseline.plain
              select nextval('baseline.records_pos_seq'), 'auction:1', currval('baseline.records_pos_seq'),
                     'trading.auction.bid-placed/1', 0, gen_random_uuid(), 0, sha256('{}'), repeat('x', 160),
                     repeat('x', 80), uuid_send(gen_random_uuid()), sha256('{}')
                from generate_series(1, {{BatchRows}});

              """);
        return statements * BatchRows;
    }

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await database.DisposeAsync();
    }

    private async Task<double> Pgbench(int clients, TimeSpan round, string script)
    {
        var file = Path.Combine(folder.FullName, "script.sql");
        await File.WriteAllTextAsync(file, script);
        var settings = new NpgsqlConnectionStringBuilder(database.Superuser);
        var start = new ProcessStartInfo(Path.Combine(PostgresServer.Programs(), "pgbench"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "-n", "-M", "prepared", "-c", Text(clients), "-j", Text(Math.Min(clients, Environment.ProcessorCount)),
            "-T", Text((int)round.TotalSeconds), "-f", file, "-h", settings.Host!, "-p", Text(settings.Port), "-U",
            settings.Username!, database.Name,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var tps = Tps().Match(await output);
        if (process.ExitCode != 0 || !tps.Success)
        {
            throw new InvalidOperationException(
                $"pgbench ended with {process.ExitCode}:\n{await output}\n{await errors}");
        }

        return double.Parse(tps.Groups["tps"].Value, CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Tps();
}
