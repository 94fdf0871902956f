using System.Text.Json.Nodes;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>Reads the description's schemas, and makes a body of one that is right in every member.</summary>
internal sealed class Schemas(JsonNode description)
{
    private readonly JsonObject named = description["components"]!["schemas"]!.AsObject();

    /// <summary>The schema itself, references followed, of a nullable one that which is not null.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        if (schema["$ref"] is { } reference) return Resolve(named[((string)reference!).Split('/')[^1]]!);
        return schema["oneOf"] is JsonArray choices
            ? Resolve(choices.First(choice => choice!["$ref"] is not null || (string?)choice["type"] != "null")!)
            : schema.AsObject();
    }

    /// <summary>The kinds of JSON value it takes: <c>null string integer boolean object array</c>.</summary>
    public IReadOnlySet<string> Kinds(JsonNode schema)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        if (schema["oneOf"] is JsonArray choices)
            foreach (var choice in choices) kinds.UnionWith(Kinds(choice!));
        else if (schema["$ref"] is not null) kinds.UnionWith(Kinds(Resolve(schema)));
        else if (schema["type"] is JsonArray several) kinds.UnionWith(several.Select(kind => (string)kind!));
        else if (schema["type"] is { } one) kinds.Add((string)one!);
        if (schema["enum"] is JsonArray values)
            kinds.UnionWith(values.Select(value => value is null ? "null" : "string"));
        return kinds;
    }

    /// <summary>
    /// A value of the schema's kind: what <paramref name="sample"/> knows under that name, else the plainest one. Lists
    /// have one item, what may be null is not.
    /// </summary>
    public JsonNode? Sound(string name, JsonNode schema, Func<string, JsonNode?> sample)
    {
        if (sample(name) is { } known) return known;
        var real = Resolve(schema);
        if (real["enum"] is JsonArray words) return words.First(word => word is not null)!.DeepClone();
        if (real["properties"] is JsonObject members)
        {
            return new JsonObject(members.Select(member =>
                KeyValuePair.Create(member.Key, Sound(member.Key, member.Value!, sample))));
        }

        if (real["items"] is { } items) return new JsonArray(Sound(name, items, sample));
        var kinds = Kinds(schema);
        return kinds.Contains("boolean") ? JsonValue.Create(true)
            : kinds.Contains("integer") ? JsonValue.Create(1)
            : kinds.Contains("string") ? JsonValue.Create((string?)real["format"] == "date" ? "2030-01-01" : "文字")
            : throw new InvalidOperationException($"What is a {name}? {schema}");
    }

    /// <summary>Every value within a body, the body first, by its path: <c>terms.step.fen</c>, <c>steps.0</c>.</summary>
    public IEnumerable<(string Path, JsonNode Schema)> Places(JsonNode schema, string path = "")
    {
        yield return (path, schema);
        var real = Resolve(schema);
        IEnumerable<(string, JsonNode)> inner = real["properties"] is JsonObject members
            ? members.Select(member => (member.Key, member.Value!))
            : real["items"] is { } items ? [("0", items)] : [];
        foreach (var (name, member) in inner)
            foreach (var place in Places(member, path.Length == 0 ? name : $"{path}.{name}")) yield return place;
    }
}
