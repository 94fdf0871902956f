using System.CommandLine;
using IpMarket.Adapters.Storage;
using IpMarket.Server.Hosting;
using Microsoft.AspNetCore.Connections;

namespace IpMarket.Server.Commands;

/// <summary>
/// The executable's verbs. Arguments it does not know (<c>--Storage:Kind=Postgres</c>) are configuration.
/// </summary>
public static class MarketCommandLine
{
    /// <summary>Longer than a host takes to end in order (30 s); whoever waits is answered until then.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(40);

    /// <returns>0 done; 1 refused or failed, with the reason on standard error.</returns>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("IpMarket, a patent trading centre.") { Verb.Data, Verb.Urls };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(Serve);
        root.Add(Verb.Of("serve", "Starts the server (the default).", Serve));
        root.Add(Verb.Of("migrate", "Brings the store to the schema of this build.", Migrate));
        ImportVerb.AddTo(root);
        StoreVerbs.AddTo(root);
        AdminVerbs.AddTo(root);
        VerifyVerb.AddTo(root);
        KeyVerb.AddTo(root);
        if (args is [var verb, ..] && !verb.StartsWith('-') && root.Subcommands.All(known => known.Name != verb))
        {
            // A server started by a slip of the pen would look like a backup that was made.
            await Console.Error.WriteLineAsync($"There is no verb '{verb}'; --help names them.");
            return 1;
        }

        try
        {
            return await root.Parse(args).InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = EndsWithin,
                });
        }
        catch (StorageException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            // Addresses of Kestrel:Endpoints, and one that was taken while the store was made ready.
            await Console.Error.WriteLineAsync(taken.Message);
            return 1;
        }
    }

    private static async Task<int> Serve(ParseResult parsed, CancellationToken cancel)
    {
        await using var app = MarketHost.Build(Verb.Launch(parsed));
        await app.RunMarket(cancel);
        return 0;
    }

    private static async Task<int> Migrate(ParseResult parsed, CancellationToken cancel)
    {
        var storage = MarketHost.Settings(Verb.Launch(parsed)).Storage;
        using var held = storage.Kind == StorageKind.Sqlite ? DataFolderLock.Take(storage.DataFolder) : null;
        await Schema.Migrate(storage, cancel);
        return 0;
    }
}
