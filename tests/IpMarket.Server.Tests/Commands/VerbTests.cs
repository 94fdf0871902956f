using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Commands;

/// <summary>The built executable as an operator runs it: another process, its exit code, what it prints.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-verbs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mistyped_verb_starts_no_server()
    {
        var typed = await Executable.Run(null, "bakcup", Store("saved"), "--data", Store("never"));
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("bakcup", typed.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Store("never")));
    }

    [Fact]
    public async Task The_first_administrator_signs_in_with_the_password_read_from_input()
    {
        var made = await Executable.Run("correct horse battery", "admin", "create", "first@centre.example", "--data", Store("a"));
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains("first@centre.example", made.Output, StringComparison.Ordinal);

        var again = await Executable.Run("correct horse battery", "admin", "create", "first@centre.example", "--data", Store("a"));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("EMAIL_TAKEN", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_makes_no_administrator()
    {
        var made = await Executable.Run("aaaaaaaaaaaa", "admin", "create", "first@centre.example", "--data", Store("a"));
        Assert.Equal(1, made.ExitCode);
        Assert.Contains("PASSWORD_TOO_WEAK", made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_restores_into_an_empty_folder_with_every_chain_checked()
    {
        await Executable.Run("correct horse battery", "admin", "create", "first@centre.example", "--data", Store("a"));
        var saved = await Executable.Run(null, "backup", Store("saved"), "--data", Store("a"));
        Assert.Equal((0, ""), (saved.ExitCode, saved.Error));
        var restored = await Executable.Run(null, "restore", Store("saved"), "--data", Store("b"));
        Assert.Equal((0, ""), (restored.ExitCode, restored.Error));
        Assert.Contains("every chain holds", restored.Output, StringComparison.Ordinal);

        var rebuilt = await Executable.Run(null, "rebuild", "--data", Store("b"));
        Assert.Equal((0, ""), (rebuilt.ExitCode, rebuilt.Error));
        Assert.Contains("views-parties", rebuilt.Output, StringComparison.Ordinal);

        var refused = await Executable.Run(null, "restore", Store("saved"), "--data", Store("a"));
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
            var refused = await Executable.Run("correct horse battery", [.. verb, "--data", server.Folder]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains(server.Folder, refused.Error, StringComparison.Ordinal);
        }
    }

    private string Store(string name) => Path.Combine(folder.FullName, name);
}
