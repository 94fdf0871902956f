using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>One request as it is sent; its content is made anew for each repeat.</summary>
internal sealed record Shot(HttpClient Client, string Method, string Path, string What)
{
    public Func<HttpContent?> Content { get; init; } = () => null;

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether an acceptance is a fault.</summary>
    public bool MustBeRefused { get; init; }

    /// <summary>An address Kestrel cannot read is refused before the market sees it, in no words.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>
    /// So long that the server may hang up while it is still being sent; then the answer is lost on its way.
    /// </summary>
    public bool MayBeCutOff { get; init; }

    public static Func<HttpContent?> Json(string text, string type = "application/json") => () =>
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    };
}

/// <summary>
/// Sends requests and says what is wrong with the answers: every one is a success or a problem with code and text, in
/// the caller's language, within a second; a refused one leaves the journal where it was.
/// </summary>
internal sealed class Probe(InputMarket market)
{
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(1);

    private readonly List<string> faults = [];
    private int sent;

    public IReadOnlyList<string> Faults => faults;

    public int Sent => sent;

    public (TimeSpan Took, string What) Slowest { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends it; true when it was accepted.</summary>
    public async Task<bool> Ask(Shot shot)
    {
        var english = sent % 2 == 1;
        var key = Guid.NewGuid();
        for (var left = 5; ; left--)
        {
            // Processes follow what was accepted before: only what moves the journal each time is a fault. So with
            // slowness: the machine has other work too.
            var before = await market.Journal.LastPos(Cancel);
            var (accepted, took, fault) = await Once(shot, key, english);
            var moved = !accepted && await market.Journal.LastPos(Cancel) != before;
            var slow = took > AnswerWithin;
            if (fault is null && left > 0 && (moved || slow)) continue;
            if (took > Slowest.Took) Slowest = (took, $"{shot.Method} {shot.Path}: {shot.What}");
            fault ??= moved ? "refused, and the journal moved" : slow ? $"{took.TotalSeconds:0.0} s each time" : null;
            if (fault is not null) faults.Add($"{shot.Method} {shot.Path}: {shot.What}: {fault}");
            return accepted;
        }
    }

    /// <summary>Fails with all that was found, and tells what was done.</summary>
    public void Report()
    {
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{sent} requests; the slowest took {Slowest.Took.TotalMilliseconds:0} ms: {Slowest.What}");
        Assert.True(
            faults.Count == 0, $"{faults.Count} of {sent} requests:\n{string.Join('\n', faults.Take(60))}");
    }

    private async Task<(bool Accepted, TimeSpan Took, string? Fault)> Once(Shot shot, Guid key, bool english)
    {
        using var request = new HttpRequestMessage(new HttpMethod(shot.Method), Address(shot.Path))
        {
            Content = shot.Content(),
        };
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1_000_000;
        if (english) request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key.ToString());
        foreach (var (name, value) in shot.Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        sent++;
        var began = Stopwatch.GetTimestamp();
        HttpResponseMessage sending;
        try
        {
            sending = await shot.Client.SendAsync(request, Cancel);
        }
        catch (HttpRequestException) when (shot.MayBeCutOff)
        {
            return (false, TimeSpan.Zero, null);
        }

        using var answer = sending;
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        var took = Stopwatch.GetElapsedTime(began);
        if (!answer.IsSuccessStatusCode) return (false, took, FaultOf(answer, text, english, shot.IsUnreadable));
        var bare = answer.StatusCode == System.Net.HttpStatusCode.OK && answer.Content.Headers.ContentType is null;
        return (true, took, shot.MustBeRefused ? $"accepted: {text}" : bare ? "200 without a word" : null);
    }

    private Uri Address(string path) => new(
        market.Address.GetLeftPart(UriPartial.Authority) + path,
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static string? FaultOf(HttpResponseMessage answer, string text, bool english, bool isUnreadable)
    {
        var status = (int)answer.StatusCode;
        if (status is < 400 or >= 500) return $"{status} {text}";
        if (isUnreadable && text.Length == 0) return null;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{status} bare: {text}";
        var problem = JsonDocument.Parse(text).RootElement;
        if (problem.GetProperty("status").GetInt32() != status) return $"{status}, but the problem says {text}";
        var (code, title) = (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString());
        if (code is not { Length: > 0 } || code.Any(c => c is not ('_' or (>= 'A' and <= 'Z')))) return $"code: {text}";
        return title is { Length: > 0 } && IsChinese(title) != english || IsChinese(Figures(problem))
            ? null
            : $"title in the wrong language: {text}";
    }

    private static string Figures(JsonElement problem) => problem.GetProperty("figures").ToString();

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
