using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>A refusal as RFC 9457 shows it.</summary>
/// <param name="Type">A name of the kind of problem, <c>urn:ipmarket:problem:</c> and the code.</param>
/// <param name="Title">The refusal in the caller's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code, e.g. <c>BELOW_NEXT_MINIMUM</c>.</param>
/// <param name="Figures">The amounts, instants, numbers and texts that explain it.</param>
/// <param name="TraceId">Names this request in the server's log.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    ImmutableSortedDictionary<string, Figure> Figures,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId);

/// <summary>The one way a refusal becomes an answer.</summary>
public static class Problems
{
    public const string MediaType = "application/problem+json";

    public static Problem Of(HttpContext http, Refusal refusal) => new(
        "urn:ipmarket:problem:" + refusal.Code,
        Languages.IsEnglish(http.Request) ? refusal.En : refusal.Zh,
        refusal.Status,
        refusal.Code,
        refusal.Figures,
        Activity.Current?.Id ?? http.TraceIdentifier);

    /// <summary>Writes the refusal, unless the answer is on its way already.</summary>
    public static async Task Write(HttpContext http, Refusal refusal)
    {
        if (http.Response.HasStarted) return;
        http.Response.StatusCode = refusal.Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentLanguage = Languages.IsEnglish(http.Request) ? "en" : "zh-CN";
        if (refusal.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = "1";
        if (refusal.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        http.Response.ContentType = MediaType;
        await JsonSerializer.SerializeAsync(http.Response.Body, Of(http, refusal), options, http.RequestAborted);
    }

    public static Task Write<TCode>(
        HttpContext http, TCode code, params ReadOnlySpan<(string Name, Told Value)> figures)
        where TCode : struct, Enum => Write(http, Refusal.Of(code, figures));
}

/// <summary>The two languages of the house.</summary>
public static class Languages
{
    /// <summary>English when the caller prefers it to Chinese; otherwise, and by default, Chinese.</summary>
    public static bool IsEnglish(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wishes)) return false;
        double Weight(string language) => wishes
            .Where(wish => wish.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(wish => wish.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
        return Weight("en") > Weight("zh");
    }
}
