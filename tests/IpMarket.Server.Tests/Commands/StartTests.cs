using System.Net;
using System.Net.Sockets;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Commands;

/// <summary>What a start says: a line a phase, or one line why there is none.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("ipmarket-start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_start_says_each_phase_with_its_count_and_the_address()
    {
        await using var server = new ServerProcess(folder, "--Demo=false");
        server.Start();
        await server.Ready(Patience);
        var said = server.LastWords();
        Assert.Contains($"Database: SQLite in {folder}, 0 records", said, StringComparison.Ordinal);
        Assert.Contains("Search index: 0 patents", said, StringComparison.Ordinal);
        Assert.Contains($"IpMarket: {server.Address.ToString().TrimEnd('/')}", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_ends_the_start_with_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await Refused($"Another program listens at {address}", "--urls", address, "--Demo=false");
    }

    public static TheoryData<string, string[]> Settings => new()
    {
        { "Storage:Kind is one of Sqlite, Postgres, not 'Oracle'.", ["--Storage:Kind=Oracle"] },
        { "Storage:Kind is one of Sqlite, Postgres, not '7'.", ["--Storage:Kind=7"] },
        { "Storage:Kind=Postgres needs Storage:Connection.", ["--Storage:Kind=Postgres"] },
        { "Storage:Connection is no connection", ["--Storage:Kind=Postgres", "--Storage:Connection=rubbish"] },
        {
            "PostgreSQL at 127.0.0.1:1 cannot be used as Storage:Connection says:",
            ["--Storage:Kind=Postgres", "--Storage:Connection=Host=127.0.0.1;Port=1;Database=x;Username=y;Password=secret"]
        },
        { "'nowhere' is no address to listen at", ["--urls", "nowhere"] },
        {
            "Meilisearch at http://127.0.0.1:1 does not answer",
            ["--Search:Kind=Meilisearch", "--Search:Url=http://127.0.0.1:1", "--Search:Key=secret"]
        },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public Task A_setting_that_cannot_be_used_ends_the_start_with_one_line(string line, string[] arguments) =>
        Refused(line, [.. arguments, "--Demo=false"]);

    private async Task Refused(string line, params string[] arguments)
    {
        var ran = await Executable.Run(null, ["serve", "--data", folder, .. arguments]);
        Assert.Equal(1, ran.ExitCode);
        var said = Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(line, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said + ran.Output, StringComparison.Ordinal);
    }
}
