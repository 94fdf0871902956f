using System.Text.Json.Nodes;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Testing.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>One route as the running server has it, with what its own description says it takes.</summary>
/// <param name="Name">Its operation id.</param>
/// <param name="Method">GET, POST, …</param>
/// <param name="Template">Its path, parameters in braces without their constraints.</param>
/// <param name="Access">Who may call it at all.</param>
/// <param name="Writes">Whether its caller names the command.</param>
/// <param name="Body">The schema of its JSON body; null where it takes none.</param>
/// <param name="IsUpload">Whether it takes a form with a file.</param>
/// <param name="InPath">Names of the path's parameters.</param>
/// <param name="InQuery">Names of the query's parameters.</param>
internal sealed record ApiRoute(
    string Name,
    string Method,
    string Template,
    Access Access,
    bool Writes,
    JsonNode? Body,
    bool IsUpload,
    IReadOnlyList<string> InPath,
    IReadOnlyList<string> InQuery)
{
    /// <summary>Every route below <c>/api</c> of the endpoint table. One the description lacks fails here.</summary>
    public static IReadOnlyList<ApiRoute> All(MarketServer server, JsonNode description)
    {
        var endpoints = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true);
        ApiRoute[] routes =
        [
            .. from endpoint in endpoints
               from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
               select Of(endpoint, method, description),
        ];
        return [.. routes.OrderBy(route => route.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The path with these values in place of its parameters.</summary>
    public string At(Func<string, string> value) =>
        InPath.Aggregate(Template, (path, name) => path.Replace($"{{{name}}}", value(name), StringComparison.Ordinal));

    public override string ToString() => $"{Method} {Template}";

    private static ApiRoute Of(RouteEndpoint endpoint, string method, JsonNode description)
    {
        var template = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Plain));
        var operation = description["paths"]?[template]?[method.ToLowerInvariant()];
        Assert.True(operation is not null, $"{method} {template} does not stand in the description.");
        var content = operation["requestBody"]?["content"] as JsonObject;
        var parameters = (operation["parameters"] as JsonArray ?? []).ToLookup(
            parameter => (string)parameter!["in"]!,
            parameter => (string)parameter!["name"]!,
            StringComparer.Ordinal);
        return new ApiRoute(
            endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
            method,
            template,
            endpoint.Metadata.GetRequiredMetadata<Access>(),
            endpoint.Metadata.GetMetadata<WritesMetadata>() is not null,
            content?["application/json"]?["schema"],
            content?.ContainsKey("multipart/form-data") == true,
            [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)],
            [.. parameters["query"]]);
    }

    private static string Plain(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(Plain));

    private static string Plain(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => throw new InvalidOperationException($"{part} in a path."),
    };
}
