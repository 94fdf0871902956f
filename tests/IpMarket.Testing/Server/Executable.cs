using System.Diagnostics;
using System.Text;
using Xunit;

namespace IpMarket.Testing.Server;

/// <summary>The built executable's verbs as an operator runs them: another process, its exit code, what it prints.</summary>
public static class Executable
{
    /// <summary>
    /// The server under test: the published one that <c>IPMARKET_PUBLISHED</c> names, as an operator runs it, otherwise
    /// the one built beside the tests.
    /// </summary>
    public static readonly string File =
        Environment.GetEnvironmentVariable("IPMARKET_PUBLISHED") is { Length: > 0 } published
            ? published
            : Path.Combine(AppContext.BaseDirectory, "IpMarket.Server");

    /// <param name="input">The line it reads from standard input; null: an empty input.</param>
    /// <param name="arguments">The verb and all that follows.</param>
    public static async Task<Ran> Run(string? input, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(File, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        if (input is not null) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var texts = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return new Ran(process.ExitCode, texts[0], texts[1]);
    }
}

/// <summary>How a verb ended.</summary>
public sealed record Ran(int ExitCode, string Output, string Error);
