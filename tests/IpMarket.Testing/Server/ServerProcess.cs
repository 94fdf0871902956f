using System.Diagnostics;
using IpMarket.Testing.Postgres;

namespace IpMarket.Testing.Server;

/// <summary>The built server as a process of its own, at the same address through all its lives.</summary>
public sealed class ServerProcess(string dataFolder, params string[] configuration) : IAsyncDisposable
{
    private readonly int port = PostgresServer.FreePort();
    private readonly List<string> said = [];
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Starts it; whether it answers is for its clients to find out.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo(Executable.File)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "serve", "--data", dataFolder, "--urls", Address.ToString(), "--Logging:LogLevel:Default=Warning",
            .. configuration,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Kill −9: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Asks it to end, as a service manager does; the answer is its exit code.</summary>
    public async Task<int> Stop()
    {
        var running = process ?? throw new InvalidOperationException("The server is not running.");
        using (var signal = Process.Start("kill", ["-TERM", running.Id.ToString()])) await signal.WaitForExitAsync();
        await running.WaitForExitAsync();
        process = null;
        using (running) return running.ExitCode;
    }

    /// <summary>Done once it answers that it is ready.</summary>
    public async Task Ready(TimeSpan atMost)
    {
        using var client = new HttpClient { BaseAddress = Address };
        await Wait.Until(() => IsReady(client), "the server to be ready", atMost, LastWords);
    }

    /// <summary>What it said last; for the message of a failing test.</summary>
    public string LastWords()
    {
        lock (said) return string.Join('\n', said.TakeLast(40));
    }

    public async ValueTask DisposeAsync() => await Kill();

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.Get("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (said) said.Add(line.Data);
    }
}
