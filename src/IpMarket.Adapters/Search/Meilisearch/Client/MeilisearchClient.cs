using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpMarket.Adapters.Search.Meilisearch.Client;

/// <summary>
/// Meilisearch over HTTP: only what the catalogue needs, under the names of the official client, so that one can take
/// the other's place. Reads and searches are tried again when the server says it is busy; writes are not.
/// </summary>
/// <param name="http">Its base address is the server's; its authorisation the key's.</param>
/// <param name="time">Waits and bounds go by it.</param>
public sealed class MeilisearchClient(HttpClient http, TimeProvider time)
{
    private const int TriesMax = 3;
    private const int FirstPauseMs = 25;
    private const int LongestPauseMs = 500;
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyPauseMax = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Index Index(string uid) => new(this, uid);

    public Task<TaskInfo> CreateIndexAsync(string uid, string primaryKey, CancellationToken cancel) =>
        Send<TaskInfo>(HttpMethod.Post, "indexes", new { uid, primaryKey }, cancel);

    public Task<TaskInfo> DeleteIndexAsync(string uid, CancellationToken cancel) =>
        Send<TaskInfo>(HttpMethod.Delete, $"indexes/{uid}", null, cancel);

    /// <summary>Exchanges documents and settings of two indexes. What is enqueued stays with its name.</summary>
    public Task<TaskInfo> SwapIndexesAsync(IReadOnlyList<IndexSwap> swaps, CancellationToken cancel) =>
        Send<TaskInfo>(HttpMethod.Post, "swap-indexes", swaps, cancel);

    public Task<MultiSearchResult> MultiSearchAsync(MultiSearchQuery query, CancellationToken cancel) =>
        Ask<MultiSearchResult>(HttpMethod.Post, "multi-search", query, cancel);

    public Task<TaskResource> GetTaskAsync(int taskUid, CancellationToken cancel) =>
        Ask<TaskResource>(HttpMethod.Get, $"tasks/{taskUid}", null, cancel);

    public async Task<bool> IsHealthyAsync(CancellationToken cancel)
    {
        try
        {
            using var response = await http.GetAsync(new Uri("health", UriKind.Relative), cancel);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (
            error is HttpRequestException || (error is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            // Not to be reached, or not in time, is not healthy.
            return false;
        }
    }

    public Task<MeilisearchVersion> GetVersionAsync(CancellationToken cancel) =>
        Ask<MeilisearchVersion>(HttpMethod.Get, "version", null, cancel);

    /// <summary>
    /// Waits until a task is over; an accepted task is no success yet.
    /// </summary>
    /// <exception cref="MeilisearchApiError">The task failed or was cancelled.</exception>
    /// <exception cref="MeilisearchTimeoutError">It is not over in time.</exception>
    public async Task<TaskResource> WaitForTaskAsync(int taskUid, TimeSpan atMost, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        for (var pause = FirstPauseMs; ; pause = Math.Min(2 * pause, LongestPauseMs))
        {
            var task = await GetTaskAsync(taskUid, cancel);
            if (task.Status == TaskInfoStatus.Succeeded) return task;
            if (task.Status is TaskInfoStatus.Failed or TaskInfoStatus.Canceled)
            {
                var error = task.Error ?? new MeilisearchApiErrorContent("Cancelled.", "task_canceled", "", "");
                throw new MeilisearchApiError(HttpStatusCode.OK, error);
            }

            if (time.GetElapsedTime(began) > atMost) throw new MeilisearchTimeoutError(taskUid, task.Status, atMost);
            await Task.Delay(TimeSpan.FromMilliseconds(pause), time, cancel);
        }
    }

    /// <summary>
    /// A token that searches only what its rules let it see; signed with the key it stands for, no call is made.
    /// </summary>
    /// <param name="apiKeyUid">The key's uid.</param>
    /// <param name="rules">Per index a filter that is added to every search, null for none.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="expiresAt">When it ends.</param>
    public static string GenerateTenantToken(
        Guid apiKeyUid, IReadOnlyDictionary<string, string?> rules, string apiKey, DateTimeOffset expiresAt)
    {
        var searchRules = rules.ToDictionary(
            rule => rule.Key, rule => rule.Value is null ? null : new { filter = rule.Value }, StringComparer.Ordinal);
        var head = Part(new { alg = "HS256", typ = "JWT" });
        var claims = Part(new { apiKeyUid, searchRules, exp = expiresAt.ToUnixTimeSeconds() });
        var signed = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(apiKey), Encoding.ASCII.GetBytes($"{head}.{claims}"));
        return $"{head}.{claims}.{Base64Url(signed)}";

        static string Part(object value) => Base64Url(JsonSerializer.SerializeToUtf8Bytes(value));
        static string Base64Url(byte[] bytes) =>
            Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>A write: sent once.</summary>
    internal async Task<T> Send<T>(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var response = await Request(method, path, body, cancel);
        return await Read<T>(response, cancel);
    }

    /// <summary>A read or a search: sent again while the server is busy.</summary>
    internal async Task<T> Ask<T>(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            using var response = await Request(method, path, body, cancel);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || tries == TriesMax)
                return await Read<T>(response, cancel);
            var pause = response.Headers.RetryAfter?.Delta ?? BusyPause;
            await Task.Delay(pause < BusyPauseMax ? pause : BusyPauseMax, time, cancel);
        }
    }

    private async Task<HttpResponseMessage> Request(
        HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            // The server wants the media type without a charset.
            var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Content = content;
        }

        try
        {
            return await http.SendAsync(request, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new MeilisearchCommunicationError(error);
        }
    }

    private static async Task<T> Read<T>(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.IsSuccessStatusCode)
            return (await response.Content.ReadFromJsonAsync<T>(Json, cancel))!;
        throw new MeilisearchApiError(response.StatusCode, await Error(response, cancel));
    }

    /// <summary>What the server says is wrong; whoever stands before it may say it in other than JSON.</summary>
    private static async Task<MeilisearchApiErrorContent> Error(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        try
        {
            var error = JsonSerializer.Deserialize<MeilisearchApiErrorContent>(text, Json);
            if (error?.Code is not null) return error;
        }
        catch (JsonException)
        {
            return new MeilisearchApiErrorContent(text, "unknown", "", "");
        }

        return new MeilisearchApiErrorContent(text, "unknown", "", "");
    }
}
