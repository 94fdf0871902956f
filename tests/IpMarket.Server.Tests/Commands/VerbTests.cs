using System.Diagnostics;
using IpMarket.Server.Commands;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Commands;

/// <summary>The built executable as an operator runs it: another process, its exit code, what it prints.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-verbs-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_first_administrator_signs_in_with_the_password_read_from_input()
    {
        var made = await Run("correct horse battery", "admin", "create", "first@centre.example", "--data", Store("a"));
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains("first@centre.example", made.Output, StringComparison.Ordinal);

        var again = await Run("correct horse battery", "admin", "create", "first@centre.example", "--data", Store("a"));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("EMAIL_TAKEN", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_makes_no_administrator()
    {
        var made = await Run("aaaaaaaaaaaa", "admin", "create", "first@centre.example", "--data", Store("a"));
        Assert.Equal(1, made.ExitCode);
        Assert.Contains("PASSWORD_TOO_WEAK", made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_restores_into_an_empty_folder_with_every_chain_checked()
    {
        await Run("correct horse battery", "admin", "create", "first@centre.example", "--data", Store("a"));
        var saved = await Run(null, "backup", Store("saved"), "--data", Store("a"));
        Assert.Equal((0, ""), (saved.ExitCode, saved.Error));
        var restored = await Run(null, "restore", Store("saved"), "--data", Store("b"));
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains("every chain holds", restored.Output, StringComparison.Ordinal);

        var rebuilt = await Run(null, "rebuild", "--data", Store("b"));
        Assert.Equal((0, ""), (rebuilt.ExitCode, rebuilt.Error));
        Assert.Contains("views-parties", rebuilt.Output, StringComparison.Ordinal);

        var refused = await Run(null, "restore", Store("saved"), "--data", Store("a"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("not empty", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_writes_refuses_while_a_server_holds_the_folder_and_names_it()
    {
        await using var server = new MarketServer();
        await server.InitializeAsync();
        string[][] verbs = [["admin", "create", "x@centre.example"], ["migrate"], ["rebuild"]];
        foreach (var verb in verbs)
        {
            var refused = await Run("correct horse battery", [.. verb, "--data", server.Folder]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(server.Folder, refused.Error, StringComparison.Ordinal);
        }
    }

    private string Store(string name) => Path.Combine(folder.FullName, name);

    private static async Task<(int ExitCode, string Output, string Error)> Run(string? input, params string[] arguments)
    {
        var binary = Path.ChangeExtension(typeof(MarketCommandLine).Assembly.Location, null);
        using var process = Process.Start(new ProcessStartInfo(binary, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (input is not null) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output, await error);
    }
}
