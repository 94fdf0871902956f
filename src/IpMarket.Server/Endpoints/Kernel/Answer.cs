using System.Reflection;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.Http.Metadata;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>
/// What every handler returns: a resource (200) or a refusal (a problem). An <see cref="Outcome{T}"/> becomes one by
/// itself. A resource that carries a version also answers with it as <c>ETag</c>.
/// </summary>
public sealed class Answer<T> : IResult, IEndpointMetadataProvider
{
    private readonly Outcome<T> outcome;

    private Answer(Outcome<T> outcome) => this.outcome = outcome;

    public static implicit operator Answer<T>(Outcome<T> outcome) => new(outcome);

    public static implicit operator Answer<T>(Refusal refusal) => new(refusal);

    public static implicit operator Answer<T>(T value) => new(value);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
        Answers.AddProblem(builder);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (outcome.Refusal is { } refusal) return Problems.Write(httpContext, refusal);
        if (outcome.Value is IHasVersion resource) httpContext.Response.Headers.ETag = $"\"{resource.Version}\"";
        return TypedResults.Json(outcome.Value).ExecuteAsync(httpContext);
    }
}

/// <summary>As <see cref="Answer{T}"/> where there is nothing to say: 204 or a problem.</summary>
public sealed class Answer : IResult, IEndpointMetadataProvider
{
    public static readonly Answer Done = new(null);

    private readonly Refusal? refusal;

    private Answer(Refusal? refusal) => this.refusal = refusal;

    public static implicit operator Answer(Refusal refusal) => new(refusal);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(204, typeof(void)));
        Answers.AddProblem(builder);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (refusal is not null) return Problems.Write(httpContext, refusal);
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

/// <summary>
/// A resource that carries its stream's version: sent as <c>ETag</c>, expected back as <c>If-Match</c>.
/// </summary>
public interface IHasVersion
{
    long Version { get; }
}

internal static class Answers
{
    /// <summary>The problem every endpoint may answer, in the API's description.</summary>
    public static void AddProblem(EndpointBuilder builder)
    {
        foreach (var status in (ReadOnlySpan<int>)[400, 401, 403, 404, 409, 412, 422, 429, 503])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problems.MediaType]));
    }
}
