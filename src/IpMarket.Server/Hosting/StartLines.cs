using IpMarket.Adapters.Storage;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Server.Hosting;

/// <summary>
/// What a start says on standard output, a line a phase and in the order they come, so that nobody sits before a silent
/// window.
/// </summary>
internal static class StartLines
{
    public static Task Say(string phase, string what) => Console.Out.WriteLineAsync($"{phase}: {what}");

    /// <summary>The store is at the schema of this build; views and index are next.</summary>
    public static async Task Database(IServiceProvider services, StorageOptions storage, CancellationToken cancel)
    {
        var where = storage.Kind == StorageKind.Sqlite ? $"SQLite in {storage.DataFolder}" : "PostgreSQL";
        var records = await services.GetRequiredService<IJournal>().LastPos(cancel);
        await Say("Database", $"{where}, {records} records; filling views and search index");
    }

    /// <summary>Views and index hold everything of the journal.</summary>
    public static async Task Index(IServiceProvider services, CancellationToken cancel)
    {
        var all = await services.GetRequiredService<ICatalogueSearch>()
            .Search(new CatalogueQuery { Limit = 1 }, cancel);
        await Say("Search index", $"{all.Total} patents");
    }
}
