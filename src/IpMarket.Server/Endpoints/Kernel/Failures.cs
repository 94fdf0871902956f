using System.Diagnostics;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Server.Endpoints.Kernel.Parameters;
using Orleans.Runtime;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>
/// The outermost step: whatever is thrown becomes a problem. Bad input is the caller's (4xx), what was cancelled or is
/// not known is asked again (503), the rest is a bug, logged with its trace id (500).
/// </summary>
public sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    /// <summary>Named where no parameter of it is to blame.</summary>
    private const string Address = "query";

    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested && IsGone(http))
        {
            return;
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await Problems.Write(http, RefusalOf(http, error));
            return;
        }

        if (!http.Response.HasStarted && http.Response.ContentLength is null && IsBare(http))
            await Problems.Write(http, BareRefusal(http));
    }

    /// <summary>Whether the command may or may not have been carried out: asked again with the same id.</summary>
    internal static bool IsUnknown(Exception error) => error is TimeoutException or OperationCanceledException
        or JournalDoubtException or SiloUnavailableException or OrleansMessageRejectionException;

    private static bool IsGone(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Http.Timeouts.IHttpRequestTimeoutFeature>()
            ?.RequestTimeoutToken.IsCancellationRequested != true;

    private Refusal RefusalOf(HttpContext http, Exception error)
    {
        switch (error)
        {
            case BadHttpRequestException bad:
                return OfBadRequest(http, bad);
            case JsonException json:
                return OfJson(json);
            case var _ when IsUnknown(error):
                LogUnknown(error, http.Request.Path);
                return Refusal.Of(KernelRefusal.UnknownAskAgain);
            default:
                var trace = Activity.Current?.Id ?? http.TraceIdentifier;
                LogBug(error, http.Request.Method, http.Request.Path, trace);
                return Refusal.Of(RequestRefusal.InternalError, ("trace", trace));
        }
    }

    private static Refusal OfBadRequest(HttpContext http, BadHttpRequestException bad) => bad switch
    {
        { StatusCode: 413 } => Refusal.Of(RequestRefusal.RequestTooLarge, ("max", Limits.RequestBodyBytesMax)),
        { StatusCode: 415 } => Refusal.Of(RequestRefusal.MediaTypeNotTaken, ("expected", "application/json")),
        { InnerException: JsonException json } => OfJson(json),
        { InnerException: InvalidDataException } => Refusal.Of(
            RequestRefusal.RequestTooLarge, ("max", MaxBytes(http))),
        _ when bad.Message.Contains("no body was provided", StringComparison.Ordinal)
            || bad.Message.Contains("from body", StringComparison.Ordinal) =>
            Refusal.Of(RequestRefusal.BodyMissing),
        _ => Refusal.Of(RequestRefusal.ParameterMalformed, ("field", FieldOf(http, bad.Message))),
    };

    private static Refusal OfJson(JsonException json) => json switch
    {
        RefusedInputException refused => refused.Refusal,
        { Path: { Length: > 1 } path } when json.InnerException?.GetType().Name != "JsonReaderException" =>
            Refusal.Of(RequestRefusal.MemberMalformed, ("field", path.TrimStart('$', '.'))),
        { InnerException: null } when json.Message.Contains("missing required", StringComparison.Ordinal) =>
            Refusal.Of(RequestRefusal.MemberMalformed, ("field", Quoted(json.Message))),
        _ => Refusal.Of(RequestRefusal.JsonMalformed),
    };

    /// <summary>The last quoted word of a framework's message: the member or parameter it speaks of.</summary>
    private static string Quoted(string message)
    {
        var parts = message.Split('\'', '"');
        return parts.Length >= 2 ? parts[^2] : "?";
    }

    /// <summary><c>Failed to bind parameter "int Limit" from "x".</c> → <c>limit</c>.</summary>
    private static string FieldOf(HttpContext http, string message)
    {
        var parts = message.Split('"');
        return parts.Length >= 2
            ? BoundParameters.NameOf(http, parts[1].Split(' ')[^1])
            : BoundParameters.Malformed(http) ?? Address;
    }

    /// <summary>Routing and the server's own refusals come without a word: an unknown route, a wrong method.</summary>
    private static bool IsBare(HttpContext http) =>
        http.Response.StatusCode is 400 or 401 or 403 or 404 or 405 or 413 or 415 or 429
        && http.Response.ContentType is null;

    private static Refusal BareRefusal(HttpContext http) => http.Response.StatusCode switch
    {
        401 => Refusal.Of(KernelRefusal.NotSignedIn),
        403 => Refusal.Of(KernelRefusal.NotAllowed),
        404 => Refusal.Of(KernelRefusal.NotFound),
        405 => Refusal.Of(RequestRefusal.MethodNotOffered),
        413 => Refusal.Of(RequestRefusal.RequestTooLarge, ("max", MaxBytes(http))),
        415 => Refusal.Of(RequestRefusal.MediaTypeNotTaken, ("expected", "application/json")),
        429 => Refusal.Of(KernelRefusal.TooManyRequests),
        _ => Refusal.Of(
            RequestRefusal.ParameterMalformed, ("field", BoundParameters.Malformed(http) ?? Address)),
    };

    private static long MaxBytes(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? Limits.RequestBodyBytesMax;

    [LoggerMessage(Level = LogLevel.Error, Message = "Bug in {Method} {Path} ({Trace})")]
    private partial void LogBug(Exception error, string method, PathString path, string trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of {Path} is unknown")]
    private partial void LogUnknown(Exception error, PathString path);
}
