using IpMarket.Adapters.Search.Meilisearch.Client;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;

namespace IpMarket.Adapters.Search.Meilisearch;

/// <summary>One index of the catalogue on the server; every write waits until its task is over.</summary>
internal sealed class MeilisearchIndex(MeilisearchClient client, string uid) : ICatalogueWriter
{
    private static readonly TimeSpan TaskMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SettingsMax = TimeSpan.FromMinutes(30);
    private readonly Client.Index index = client.Index(uid);

    /// <summary>Makes it where it is not there, and gives it its settings.</summary>
    public async Task Create(Synonyms synonyms, CancellationToken cancel)
    {
        try
        {
            await Done(await client.CreateIndexAsync(uid, "id", cancel), TaskMax, cancel);
        }
        catch (MeilisearchApiError error) when (error.Code == "index_already_exists")
        {
            // Made by an earlier start; its settings are brought up to date below.
        }

        var rules = (await index.GetSettingsAsync(cancel)).RankingRules ?? [];
        await Set(MeilisearchSettings.All(rules, synonyms), cancel);
    }

    public async Task Set(Settings settings, CancellationToken cancel) =>
        await Done(await index.UpdateSettingsAsync(settings, cancel), SettingsMax, cancel);

    public async Task<IndexPosition> Position(CancellationToken cancel) =>
        (await Record(PatentRecord.PositionId, cancel))?.ToPosition() ?? IndexPosition.Start;

    public async Task<CatalogueDocument?> Find(string patent, CancellationToken cancel) =>
        (await Record(PatentRecord.IdOf(patent), cancel))?.ToDocument();

    public async Task Apply(
        IReadOnlyCollection<CatalogueDocument> changed,
        IReadOnlyCollection<string> removed,
        IndexPosition position,
        CancellationToken cancel)
    {
        // Dropped first: after a crash in between it is dropped again, and nothing is missing.
        if (removed.Count > 0)
            await Done(await index.DeleteDocumentsAsync(removed.Select(PatentRecord.IdOf), cancel), TaskMax, cancel);
        var records = changed.Select(PatentRecord.Of).Append(PatentRecord.Of(position));
        await Done(await index.AddDocumentsAsync(records, cancel), TaskMax, cancel);
    }

    public async Task Clear(CancellationToken cancel) =>
        await Done(await index.DeleteAllDocumentsAsync(cancel), TaskMax, cancel);

    public async Task SwapWith(MeilisearchIndex other, CancellationToken cancel) =>
        await Done(await client.SwapIndexesAsync([new IndexSwap([other.index.Uid, uid])], cancel), TaskMax, cancel);

    public async Task Delete(CancellationToken cancel) =>
        await Done(await client.DeleteIndexAsync(uid, cancel), TaskMax, cancel);

    private async Task<PatentRecord?> Record(string id, CancellationToken cancel)
    {
        try
        {
            return await index.GetDocumentAsync<PatentRecord>(id, cancel);
        }
        catch (MeilisearchApiError error) when (error.Code == "document_not_found")
        {
            return null;
        }
    }

    private async Task Done(TaskInfo task, TimeSpan atMost, CancellationToken cancel) =>
        await client.WaitForTaskAsync(task.TaskUid, atMost, cancel);
}
