using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>A body with one thing wrong or odd in it.</summary>
/// <param name="What">Place and value, for the report.</param>
/// <param name="Json">The body as sent; need not be JSON.</param>
/// <param name="MustBeRefused">False where the value may be taken.</param>
internal sealed record Damage(string What, string Json, bool MustBeRefused)
{
    /// <summary>A member's value was made null.</summary>
    public bool IsNull => What.EndsWith(" = null", StringComparison.Ordinal);
}

/// <summary>Makes damaged bodies of a sound one.</summary>
internal static class Damages
{
    public const string Bidi = "\u202E";
    public const string ZeroWidth = "\u200B";
    public const string Emoji = "\U0001F600";

    private const string Mark = "MARKED-PLACE";

    private static readonly JsonSerializerOptions AsWritten = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Values as they stand in the text, with their kind; kind "?" = no JSON, "text!" = never clean.</summary>
    private static readonly (string Kind, string Json)[] Values =
    [
        ("null", "null"), ("boolean", "true"), ("array", "[]"), ("object", "{}"), ("array", "[null]"),
        ("array", "[[[]]]"), ("integer", "-1"), ("integer", "9223372036854775807"), ("integer", "1000000000001"),
        ("integer", "2147483647"), ("number", "1.5"), ("number", "1e400"), ("?", "NaN"), ("?", "\"\\x41\""),
        ("string", "\"\""), ("string", "\" \""), ("string", "\"12\""), ("string", "\"9999-12-31T23:59:59.9999999Z\""),
        ("string", "\"0001-01-01T00:00:00+14:00\""), ("string", "\"9999-12-31\""), ("string", "\"';<b>{0}%s:\""),
        ("string", $"\"{Emoji}\""), ("string", $"\"{new string('长', 4_000)}\""),
        ("text!", $"\"{new string('x', 4_001)}\""), ("text!", $"\"甲{Bidi}乙\""), ("text!", $"\"甲{ZeroWidth}乙\""),
        ("text!", "\"\\u0000\""), ("text!", "\"甲\\ud800\""),
    ];

    /// <summary>Everything wrong that can stand in one place of a body, place by place.</summary>
    public static IEnumerable<Damage> Of(Schemas schemas, JsonNode schema, JsonNode sound)
    {
        foreach (var whole in Whole(Text(sound))) yield return whole;
        foreach (var (path, member) in Places(schemas, schema, sound))
        {
            if (path.Length > 0)
            {
                foreach (var (kind, json) in Values)
                    yield return new Damage(
                        $"{path} = {Short(json)}",
                        With(sound, path, json),
                        IsRefused(schemas, path, member, kind, json));
            }

            if (At(sound, path) is not JsonObject members) continue;
            yield return new Damage(
                $"{path}.? = 1", Changed(sound, path, place => place["unknownMember"] = 1), true);
            foreach (var name in members.Select(pair => pair.Key))
            {
                yield return new Damage(
                    $"{path}.{name} missing",
                    Changed(sound, path, place => place.Remove(name)),
                    schemas.Resolve(member)["required"] is JsonArray due && due.Any(one => (string?)one == name));
                yield return new Damage($"{path}.{name} twice", Twice(sound, path, name), true);
            }
        }
    }

    /// <summary>Every place of this body; what lies within a null is none.</summary>
    public static IEnumerable<(string Path, JsonNode Schema)> Places(
        Schemas schemas, JsonNode schema, JsonNode sound) =>
        schemas.Places(schema).Where(place => place.Path.LastIndexOf('.') is var cut
            && (cut < 0 || At(sound, place.Path[..cut]) is not null));

    /// <summary>One of the odd values, as it stands in the text.</summary>
    public static string Odd(Random random) => Values[random.Next(Values.Length)].Json;

    /// <summary>Whole bodies that are none.</summary>
    public static IEnumerable<Damage> Whole(string sound)
    {
        string[] texts =
        [
            "", " ", "null", "[]", "1", "\"x\"", "{", "}", "{}}", "{\"", "\uFEFF{", "/**/{}", "<xml/>", "a=1&b=2",
            sound[..(sound.Length / 2)], sound[..^1], sound + sound, sound + ",", new string('[', 100_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 5_000)), sound.Replace(":", "", StringComparison.Ordinal),
            sound.Replace('"', '\''),
        ];
        return texts.Select(text => new Damage($"body {Short(text)}", text, true));
    }

    public static string Text(JsonNode? body) => body?.ToJsonString(AsWritten) ?? "null";

    /// <summary>The body with this text in that place.</summary>
    public static string With(JsonNode sound, string path, string json)
    {
        var copy = sound.DeepClone();
        var cut = path.LastIndexOf('.');
        var (parent, name) = (At(copy, cut < 0 ? "" : path[..cut])!, path[(cut + 1)..]);
        if (parent is JsonArray list) list[int.Parse(name)] = Mark;
        else parent[name] = Mark;
        return Text(copy).Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }

    private static bool IsRefused(Schemas schemas, string path, JsonNode schema, string kind, string json)
    {
        var kinds = schemas.Kinds(schema);
        var isAmount = path.EndsWith(".fen", StringComparison.Ordinal);
        var isDay = (string?)schemas.Resolve(schema)["format"] == "date";
        var isSmall = (string?)schemas.Resolve(schema)["format"] == "int32";
        return kind switch
        {
            "?" or "number" or "text!" => true,
            // No day among the values is one that people mean.
            "string" when isDay => true,
            "integer" when kinds.Contains(kind) =>
                (isAmount && (json[0] == '-' || json.Length > 12)) || (isSmall && json.Length > 11),
            _ => !kinds.Contains(kind),
        };
    }

    private static string Twice(JsonNode sound, string path, string name) => Changed(sound, path, place =>
    {
        var first = place[name]?.DeepClone();
        place[Mark] = first;
    }).Replace($"\"{Mark}\"", $"\"{name}\"", StringComparison.Ordinal);

    private static string Changed(JsonNode sound, string path, Action<JsonObject> change)
    {
        var copy = sound.DeepClone();
        change(At(copy, path)!.AsObject());
        return Text(copy);
    }

    private static JsonNode? At(JsonNode body, string path) => path.Length == 0
        ? body
        : path.Split('.').Aggregate(
            (JsonNode?)body, (node, name) => node is JsonArray list ? list[int.Parse(name)] : node?[name]);

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}… ({text.Length})";
}
