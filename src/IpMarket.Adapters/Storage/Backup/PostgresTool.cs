using System.Diagnostics;
using Npgsql;

namespace IpMarket.Adapters.Storage.Backup;

/// <summary>Runs PostgreSQL's own programs against a database; the password goes through the environment.</summary>
internal static class PostgresTool
{
    /// <exception cref="StorageException">The program is missing or failed; the message holds what it said.</exception>
    public static async Task Run(
        string program, string connection, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Find(program)) { RedirectStandardError = true, UseShellExecute = false };
        string[] where =
        [
            "--no-password", $"--host={settings.Host}", $"--port={settings.Port}", $"--username={settings.Username}",
            $"--dbname={settings.Database}",
        ];
        foreach (var argument in where.Concat(arguments)) start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = settings.Password;
        using var process = Process.Start(start)
            ?? throw new StorageException($"{program} did not start; install the PostgreSQL client programs.");
        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0) throw new StorageException($"{program} failed: {said.Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static string Find(string program)
    {
        // Debian keeps each version's programs in a folder of its own; the newest reads every older server.
        const string debian = "/usr/lib/postgresql";
        var candidates = Directory.Exists(debian)
            ? Directory.GetDirectories(debian)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin", program))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program));
        return candidates.Concat(path).FirstOrDefault(File.Exists)
            ?? throw new StorageException($"{program} is not installed; install the PostgreSQL client programs.");
    }
}
