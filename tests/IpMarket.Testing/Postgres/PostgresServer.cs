using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IpMarket.Testing.Postgres;

/// <summary>
/// A private PostgreSQL cluster in a temporary folder on a free port, or the server that <c>IPMARKET_TEST_PG</c> (a
/// superuser's connection string) names. The cluster stops and its folder goes when this process ends, however it ends:
/// a shell beside it waits for the end of its standard input.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> OfThisProcess = new(() => Start(durable: false));

    private readonly Process? keeper;

    private PostgresServer(string superuser, Process? keeper)
    {
        Superuser = superuser;
        this.keeper = keeper;
    }

    /// <summary>The one of this process: tests share it and take a database each.</summary>
    public static Task<PostgresServer> Shared => OfThisProcess.Value;

    /// <summary>A superuser's connection string, to the database <c>postgres</c>.</summary>
    public string Superuser { get; }

    /// <summary>Starts one; <paramref name="durable"/>: commits reach the disk (for measurements).</summary>
    public static async Task<PostgresServer> Start(bool durable)
    {
        if (Environment.GetEnvironmentVariable("IPMARKET_TEST_PG") is { Length: > 0 } given)
            return new PostgresServer(given, null);
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("ipmarket-pg-").FullName;
        var shell = Keep(folder, port, durable);
        var superuser = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Timeout=2";
        await Wait.Until(() => Answers(superuser, shell, folder), "PostgreSQL to answer", TimeSpan.FromSeconds(60));
        return new PostgresServer(superuser, shell);
    }

    /// <summary>A new empty database with an owner's and an application's role.</summary>
    public Task<TestDatabase> NewDatabase() => TestDatabase.Create(Superuser);

    public async ValueTask DisposeAsync()
    {
        if (keeper is null) return;
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    /// <summary>The folder of the newest server's programs.</summary>
    public static string Programs()
    {
        const string debian = "/usr/lib/postgresql";
        var newest = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(d => int.Parse(Path.GetFileName(d))).FirstOrDefault()
            : null;
        return newest is null
            ? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql.")
            : Path.Combine(newest, "bin");
    }

    /// <summary>A port of 127.0.0.1 that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Keep(string folder, int port, bool durable)
    {
        // PostgreSQL refuses to run as root.
        var prefix = Environment.UserName == "root"
            ? "setpriv --reuid=postgres --regid=postgres --clear-groups "
            : "";
        var owner = prefix.Length > 0 ? $"chown postgres:postgres {folder};" : "";
        var script =
            $"""
             set -e
             {owner} cd {folder}
             {prefix}{Programs()}/initdb -D {folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N \
               > {folder}/initdb.log 2>&1
             {prefix}{Programs()}/postgres -D {folder}/data -p {port} -c listen_addresses=127.0.0.1 \
               -c unix_socket_directories= -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=4GB \
               -c fsync={(durable ? "on" : "off")} < /dev/null > {folder}/server.log 2>&1 &
             server=$!
             cat > /dev/null || true
             kill -INT $server || true
             wait $server || true
             cd / ; rm -rf {folder}
             """;
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        return Process.Start(start)!;
    }

    private static async Task<bool> Answers(string superuser, Process shell, string folder)
    {
        if (shell.HasExited)
        {
            var logs = Directory.GetFiles(folder, "*.log").Select(File.ReadAllText);
            throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', logs));
        }

        try
        {
            await using var connection = new NpgsqlConnection(superuser + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
