using System.CommandLine;
using IpMarket.Adapters.Storage;
using IpMarket.Server.Hosting;

namespace IpMarket.Server.Commands;

/// <summary>
/// The executable's verbs. Arguments it does not know (<c>--Storage:Kind=Postgres</c>) are configuration.
/// </summary>
public static class MarketCommandLine
{
    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "The data folder; by default .data beside IpMarket.sln, else ./data.",
        Recursive = true,
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Addresses to listen at; by default {MarketLaunch.DefaultUrl}.",
        Recursive = true,
    };

    /// <returns>0 done; 1 refused or failed, with the reason on standard error.</returns>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("IpMarket, a patent trading centre.") { Data, Urls };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(Serve);
        root.Add(Verb("serve", "Starts the server (the default).", Serve));
        root.Add(Verb("migrate", "Brings the store to the schema of this build.", Migrate));
        try
        {
            return await root.Parse(args).InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StorageException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static Command Verb(string name, string what, Func<ParseResult, CancellationToken, Task<int>> act)
    {
        var verb = new Command(name, what) { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction(act);
        return verb;
    }

    private static MarketLaunch Launch(ParseResult parsed) => new(
        [.. parsed.UnmatchedTokens],
        Path.GetFullPath(parsed.GetValue(Data)?.FullName ?? Folders.Data),
        parsed.GetValue(Urls));

    private static async Task<int> Serve(ParseResult parsed, CancellationToken cancel)
    {
        await using var app = MarketHost.Build(Launch(parsed));
        await app.RunMarket(cancel);
        return 0;
    }

    private static async Task<int> Migrate(ParseResult parsed, CancellationToken cancel)
    {
        await using var app = MarketHost.Build(Launch(parsed));
        await Schema.Migrate(app.Services.GetRequiredService<StorageOptions>(), cancel);
        return 0;
    }
}
