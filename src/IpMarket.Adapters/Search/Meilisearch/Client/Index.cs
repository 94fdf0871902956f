namespace IpMarket.Adapters.Search.Meilisearch.Client;

/// <summary>One index of a server.</summary>
public sealed class Index(MeilisearchClient client, string uid)
{
    public string Uid { get; } = uid;

    /// <summary>Adds documents or replaces those of the same key, all or none.</summary>
    public Task<TaskInfo> AddDocumentsAsync<T>(IEnumerable<T> documents, CancellationToken cancel) =>
        client.Send<TaskInfo>(HttpMethod.Post, $"indexes/{Uid}/documents", documents, cancel);

    public Task<T> GetDocumentAsync<T>(string documentId, CancellationToken cancel) =>
        client.Ask<T>(HttpMethod.Get, $"indexes/{Uid}/documents/{documentId}", null, cancel);

    public Task<TaskInfo> DeleteDocumentsAsync(IEnumerable<string> documentIds, CancellationToken cancel) =>
        client.Send<TaskInfo>(HttpMethod.Post, $"indexes/{Uid}/documents/delete-batch", documentIds, cancel);

    public Task<TaskInfo> DeleteAllDocumentsAsync(CancellationToken cancel) =>
        client.Send<TaskInfo>(HttpMethod.Delete, $"indexes/{Uid}/documents", null, cancel);

    public Task<Settings> GetSettingsAsync(CancellationToken cancel) =>
        client.Ask<Settings>(HttpMethod.Get, $"indexes/{Uid}/settings", null, cancel);

    /// <summary>Sets what is given; what is null stays.</summary>
    public Task<TaskInfo> UpdateSettingsAsync(Settings settings, CancellationToken cancel) =>
        client.Send<TaskInfo>(HttpMethod.Patch, $"indexes/{Uid}/settings", settings, cancel);

    public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancel) =>
        client.Ask<SearchResult>(HttpMethod.Post, $"indexes/{Uid}/search", query, cancel);
}
