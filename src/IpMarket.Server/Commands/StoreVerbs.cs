using System.CommandLine;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Backup;
using IpMarket.Adapters.Views;
using IpMarket.Server.Hosting;

namespace IpMarket.Server.Commands;

/// <summary><c>backup DIR</c>, <c>restore DIR</c> and <c>rebuild</c>.</summary>
internal static class StoreVerbs
{
    private static readonly Argument<string> Folder = Verb.Word("DIR", "The backup's folder.");

    public static void AddTo(Command root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var backup = Verb.Of("backup", "Saves journal and state into DIR; the server may run.", Backup);
        backup.Arguments.Add(Folder);
        root.Add(backup);
        var restore = Verb.Of("restore", "Restores DIR into an empty store.", Restore);
        restore.Arguments.Add(Folder);
        root.Add(restore);
        root.Add(Verb.Of("rebuild", "Makes views and search index anew from the journal; sends nothing.", Rebuild));
    }

    private static async Task<int> Backup(ParseResult parsed, CancellationToken cancel)
    {
        var saved = await StoreBackup.Save(Store(parsed), Target(parsed), TimeProvider.System, cancel);
        await Console.Out.WriteLineAsync(
            $"Saved {saved.Records} records up to pos {saved.LastPos} in {saved.Files.Count} files: {Target(parsed)}");
        return 0;
    }

    private static async Task<int> Restore(ParseResult parsed, CancellationToken cancel)
    {
        var restored = await StoreBackup.Restore(Store(parsed), Target(parsed), cancel);
        await Console.Out.WriteLineAsync(
            $"Restored {restored.Records} records up to pos {restored.LastPos}; every chain holds.");
        return 0;
    }

    private static Task<int> Rebuild(ParseResult parsed, CancellationToken cancel) =>
        Verb.WithoutHttp(parsed, async services =>
        {
            foreach (var follower in services.GetServices<IPositioned>())
            {
                await follower.Rebuild(cancel);
                await Console.Out.WriteLineAsync($"{follower.Name}: up to pos {await follower.Position(cancel)}");
            }

            return 0;
        });

    private static string Target(ParseResult parsed) => Path.GetFullPath(parsed.GetRequiredValue(Folder));

    private static StorageOptions Store(ParseResult parsed) => MarketHost.Settings(Verb.Launch(parsed)).Storage;
}
