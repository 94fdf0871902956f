using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace IpMarket.Testing.Server;

/// <summary>How tests send requests; the running test's cancellation goes along.</summary>
public static class Requests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> Get(this HttpClient client, string path) => client.GetAsync(path, Cancel);

    public static Task<HttpResponseMessage> Ask(this HttpClient client, HttpRequestMessage request) =>
        client.SendAsync(request, Cancel);

    /// <summary>
    /// Posts a body that is no command: signing in, refreshing. All tests ask from one address, which has its turns.
    /// </summary>
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object? body = null) =>
        Patiently(() => client.PostAsync(path, body is null ? null : JsonContent.Create(body), Cancel));

    /// <summary>Asks again while the server says that this caller asks too often.</summary>
    public static async Task<HttpResponseMessage> Patiently(Func<Task<HttpResponseMessage>> ask)
    {
        HttpResponseMessage? answer = null;
        await Wait.Until(
            async () =>
            {
                answer?.Dispose();
                answer = await ask();
                return answer.StatusCode != HttpStatusCode.TooManyRequests;
            },
            "a turn to ask");
        return answer!;
    }

    /// <summary>Sends a command: a body with a fresh (or the given) command id.</summary>
    public static Task<HttpResponseMessage> Command(
        this HttpClient client, string path, object? body = null, Guid? commandId = null, long? ifMatch = null) =>
        client.Command(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), commandId, ifMatch);

    /// <summary>As <see cref="Command(HttpClient, string, object?, Guid?, long?)"/> by PUT.</summary>
    public static Task<HttpResponseMessage> Put(
        this HttpClient client, string path, object body, Guid? commandId = null, long? ifMatch = null) =>
        client.Command(HttpMethod.Put, path, JsonContent.Create(body), commandId, ifMatch);

    /// <summary>As <see cref="Command(HttpClient, string, object?, Guid?, long?)"/> by DELETE, without a body.</summary>
    public static Task<HttpResponseMessage> Delete(this HttpClient client, string path, Guid? commandId = null) =>
        client.Command(HttpMethod.Delete, path, null, commandId);

    /// <summary>Sends a command with any content.</summary>
    public static Task<HttpResponseMessage> Command(
        this HttpClient client,
        HttpMethod method,
        string path,
        HttpContent? content,
        Guid? commandId = null,
        long? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Idempotency-Key", (commandId ?? Guid.NewGuid()).ToString());
        if (ifMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return client.SendAsync(request, Cancel);
    }
}
