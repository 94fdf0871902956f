using System.Text.Json.Nodes;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>
/// The server's published description as a judge of calls: the path is one of its own, the method one of the path's, a
/// body's members are known to the schema and of its types.
/// </summary>
internal sealed class OpenApiPeer(JsonNode document)
{
    public string? FaultOf(FakeCall call)
    {
        var paths = document["paths"]!.AsObject();
        var segments = call.Path.Trim('/').Split('/');
        var path = paths.Where(path => Fits(path.Key.Trim('/').Split('/'), segments))
            .OrderBy(path => path.Key.Count(c => c == '{')).Select(path => path.Value).FirstOrDefault();
        if (path is null) return $"{call}: no such path";
        if (path[call.Method.ToLowerInvariant()] is not { } operation) return $"{call}: no such method";
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (call.Body is null || schema is null) return call.Body is null ? null : $"{call}: takes no body";
        return Fault(call.Body, schema) is { } fault ? $"{call}: {fault}" : null;
    }

    private static bool Fits(string[] template, string[] segments) => template.Length == segments.Length
        && template.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private string? Fault(JsonNode? value, JsonNode schema)
    {
        schema = Resolved(schema);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            var faults = choices.Select(choice => Fault(value, choice!)).ToList();
            return faults.Contains(null) ? null : faults.Find(fault => fault?.Contains("null", StringComparison.Ordinal) != true);
        }

        if (schema["allOf"] is JsonArray all)
            return all.Select(part => Fault(value, part!)).FirstOrDefault(fault => fault is not null);
        return TypeFault(value, schema["type"]) ?? value switch
        {
            JsonArray array when schema["items"] is { } items =>
                array.Select(item => Fault(item, items)).FirstOrDefault(fault => fault is not null),
            JsonObject members when schema["properties"] is JsonObject properties => MembersFault(members, properties, schema),
            _ => null,
        };
    }

    private string? MembersFault(JsonObject members, JsonObject properties, JsonNode schema)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
            if (!members.ContainsKey((string)required!)) return $"{required} is missing";
        foreach (var (name, value) in members)
        {
            // Prism lets unknown members of a search pass; we do not.
            if (properties[name] is not { } property) return $"{name} is unknown";
            // The one defect of the document: facets is an array of strings, not an object.
            var fault = name == "facets" ? null : Fault(value, property);
            if (fault is not null) return $"{name}: {fault}";
        }

        return null;
    }

    private static string? TypeFault(JsonNode? value, JsonNode? type)
    {
        if (type is null) return null;
        var allowed = type is JsonArray many ? [.. many.Select(one => (string)one!)] : new[] { (string)type! };
        var actual = value switch
        {
            null => "null",
            JsonArray => "array",
            JsonObject => "object",
            _ => value.GetValueKind().ToString().ToLowerInvariant() is "true" or "false" ? "boolean"
                : value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? "integer" : "string",
        };
        var fits = allowed.Contains(actual, StringComparer.Ordinal) || (actual == "integer" && allowed.Contains("number", StringComparer.Ordinal));
        return fits ? null : $"{actual} instead of {string.Join('|', allowed)}";
    }

    private JsonNode Resolved(JsonNode schema) => (string?)schema["$ref"] is { } reference
        ? document["components"]!["schemas"]![reference.Split('/')[^1]]!
        : schema;
}
