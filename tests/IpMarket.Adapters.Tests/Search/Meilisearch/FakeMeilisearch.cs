using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>A call the fake server was sent.</summary>
internal sealed record FakeCall(string Method, string Path, JsonNode? Body)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>
/// A Meilisearch of the tests: keeps indexes, settings, documents and tasks, filters, sorts and counts as the server
/// does. A write is enqueued and done only when its own task was asked for <see cref="PollsOfATask"/> times, whatever
/// was enqueued before it: who does not wait finds it undone, and done too late under a name that is another's by then.
/// It finds a text where it stands in a searchable attribute; how a real server judges words is not its affair.
/// </summary>
internal sealed class FakeMeilisearch : HttpMessageHandler
{
    public const string Key = "fake-key";
    private readonly Lock gate = new();
    private readonly Dictionary<string, FakeIndex> indexes = new(StringComparer.Ordinal);
    private readonly List<FakeTask> tasks = [];

    public string Version { get; set; } = "1.30.1";

    /// <summary>How often a task is asked for until it is over.</summary>
    public int PollsOfATask { get; set; } = 2;

    /// <summary>
    /// Writes whose task says at once that it is over while it is not: what a caller meets who does not wait for them.
    /// </summary>
    public Func<FakeCall, bool> IsNotWaitedFor { get; set; } = _ => false;

    /// <summary>Awaited before a call is looked at, with its method and path.</summary>
    public Func<string, Task>? BeforeCall { get; set; }

    /// <summary>Answers to give before any of its own.</summary>
    public Queue<Func<HttpResponseMessage>> Trouble { get; } = new();

    public List<FakeCall> Calls { get; } = [];

    public IReadOnlyDictionary<string, FakeIndex> Indexes => indexes;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var path = request.RequestUri!.AbsolutePath.Trim('/');
        if (BeforeCall is { } before) await before($"{request.Method.Method} /{path}");
        lock (gate)
        {
            Calls.Add(new FakeCall(request.Method.Method, "/" + path, text is null ? null : JsonNode.Parse(text)));
            if (Trouble.TryDequeue(out var trouble)) return trouble();
            if (path != "health" && request.Headers.Authorization?.ToString() != "Bearer " + Key)
                return Error(HttpStatusCode.Forbidden, "invalid_api_key");
            if (request.Content is { Headers.ContentType: var type } && type?.ToString() != "application/json")
                return Error(HttpStatusCode.UnsupportedMediaType, "invalid_content_type");
            return Answer(request.Method.Method, path.Split('/'), Calls[^1].Body);
        }
    }

    public static HttpResponseMessage Error(HttpStatusCode status, string code) => Json(
        new JsonObject { ["message"] = code, ["code"] = code, ["type"] = "invalid_request", ["link"] = "" }, status);

    public static HttpResponseMessage Busy(int seconds)
    {
        var busy = Error(HttpStatusCode.ServiceUnavailable, "too_many_search_requests");
        busy.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return busy;
    }

    private HttpResponseMessage Answer(string method, string[] path, JsonNode? body) => (method, path) switch
    {
        ("GET", ["health"]) => Json(new JsonObject { ["status"] = "available" }),
        ("GET", ["version"]) => Json(new JsonObject { ["commitSha"] = "", ["commitDate"] = "", ["pkgVersion"] = Version }),
        ("GET", ["tasks", var uid]) => Json(Poll(int.Parse(uid))),
        ("POST", ["indexes"]) => Enqueue("indexCreation", (string)body!["uid"]!, index =>
            index is null ? null : "index_already_exists", create: true),
        ("DELETE", ["indexes", var uid]) => Enqueue("indexDeletion", uid, _ =>
            indexes.Remove(uid) ? null : "index_not_found"),
        ("POST", ["swap-indexes"]) => Enqueue("indexSwap", null, _ => Swap(body!.AsArray())),
        ("POST", ["multi-search"]) => Json(new JsonObject
        {
            ["results"] = new JsonArray([
                .. body!["queries"]!.AsArray().Select(q => indexes[(string)q!["indexUid"]!].Search(q.AsObject()))]),
        }),
        (_, ["indexes", var uid, .. var rest]) => OfIndex(method, uid, rest, body),
        _ => Error(HttpStatusCode.NotFound, "not_found"),
    };

    private HttpResponseMessage OfIndex(string method, string uid, string[] rest, JsonNode? body)
    {
        if (method is "GET" or "POST" && rest is ["settings"] or ["search"] or ["documents", _] && !indexes.ContainsKey(uid))
            return Error(HttpStatusCode.NotFound, "index_not_found");
        return (method, rest) switch
        {
            ("GET", ["settings"]) => Json(indexes[uid].Settings.DeepClone()),
            ("PATCH", ["settings"]) => Enqueue("settingsUpdate", uid, index => index!.Set(body!.AsObject())),
            ("POST", ["search"]) => Json(indexes[uid].Search(body!.AsObject())),
            ("POST", ["documents"]) => Enqueue("documentAdditionOrUpdate", uid, index => index!.Add(body!.AsArray())),
            ("POST", ["documents", "delete-batch"]) => Enqueue("documentDeletion", uid, index =>
                index!.Delete(body!.AsArray())),
            ("DELETE", ["documents"]) => Enqueue("documentDeletion", uid, index => index!.Clear()),
            ("GET", ["documents", var id]) => indexes[uid].Find(id) is { } found
                ? Json(found)
                : Error(HttpStatusCode.NotFound, "document_not_found"),
            _ => Error(HttpStatusCode.NotFound, "not_found"),
        };
    }

    private HttpResponseMessage Enqueue(string type, string? uid, Func<FakeIndex?, string?> act, bool create = false)
    {
        var task = new FakeTask(tasks.Count, type, uid, Calls[^1], () =>
        {
            var index = uid is null ? null : indexes.GetValueOrDefault(uid);
            if (create && index is null) indexes[uid!] = new FakeIndex();
            else if (uid is not null && index is null) return "index_not_found";
            return create && index is null ? null : act(index);
        });
        task.IsHasty = IsNotWaitedFor(Calls[^1]);
        tasks.Add(task);
        return Json(
            new JsonObject
            {
                ["taskUid"] = task.Uid, ["indexUid"] = uid, ["status"] = "enqueued", ["type"] = type,
                ["enqueuedAt"] = "2026-01-01T00:00:00Z",
            },
            HttpStatusCode.Accepted);
    }

    private JsonObject Poll(int uid)
    {
        var asked = tasks[uid];
        if (++asked.Polls >= PollsOfATask && !asked.IsOver && !asked.IsHasty) asked.Do();
        return new JsonObject
        {
            ["uid"] = uid, ["indexUid"] = asked.IndexUid, ["type"] = asked.Type,
            ["status"] = asked.IsHasty ? "succeeded"
                : !asked.IsOver ? "processing"
                : asked.Error is null ? "succeeded" : "failed",
            ["error"] = asked.Error is null
                ? null
                : new JsonObject { ["message"] = asked.Error, ["code"] = asked.Error, ["type"] = "", ["link"] = "" },
            ["enqueuedAt"] = "2026-01-01T00:00:00Z",
        };
    }

    /// <summary>The task a write was given.</summary>
    public int TaskOf(FakeCall write) => tasks.Find(task => ReferenceEquals(task.Write, write))!.Uid;

    /// <summary>Does what nobody waited for, as the server does sooner or later.</summary>
    public void Settle()
    {
        lock (gate)
        {
            foreach (var task in tasks.Where(task => !task.IsOver)) task.Do();
        }
    }

    private string? Swap(JsonArray swaps)
    {
        var names = swaps[0]!["indexes"]!.AsArray().Select(name => (string)name!).ToList();
        if (!names.TrueForAll(indexes.ContainsKey)) return "index_not_found";
        (indexes[names[0]], indexes[names[1]]) = (indexes[names[1]], indexes[names[0]]);
        return null;
    }

    private static HttpResponseMessage Json(JsonNode body, HttpStatusCode status = HttpStatusCode.OK) => new(status)
    {
        Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
    };

    private sealed record FakeTask(
        int Uid, string Type, string? IndexUid, FakeCall Write, Func<string?> Act)
    {
        public int Polls { get; set; }

        public bool IsOver { get; private set; }

        public string? Error { get; private set; }

        public bool IsHasty { get; set; }

        public void Do() => (IsOver, Error) = (true, Act());
    }
}
