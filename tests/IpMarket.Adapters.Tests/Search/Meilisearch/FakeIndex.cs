using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>Settings and documents of one index of the fake server.</summary>
internal sealed partial class FakeIndex
{
    private readonly SortedDictionary<string, JsonObject> documents = new(StringComparer.Ordinal);

    public JsonObject Settings { get; } = new()
    {
        ["rankingRules"] = new JsonArray("words", "typo", "proximity", "attributeRank", "sort", "wordPosition", "exactness"),
    };

    public int Count => documents.Count;

    public JsonNode? Find(string id) => documents.GetValueOrDefault(id)?.DeepClone();

    public string? Set(JsonObject settings)
    {
        foreach (var (name, value) in settings) Settings[name] = value?.DeepClone();
        return null;
    }

    public string? Add(JsonArray added)
    {
        // All or none, as the server does: a bad key spoils the batch.
        if (added.Any(document => !KeyShape().IsMatch((string)document!["id"]!))) return "invalid_document_id";
        foreach (var document in added) documents[(string)document!["id"]!] = document.DeepClone().AsObject();
        return null;
    }

    public string? Delete(JsonArray ids)
    {
        foreach (var id in ids) documents.Remove((string)id!);
        return null;
    }

    public string? Clear()
    {
        documents.Clear();
        return null;
    }

    public JsonObject Search(JsonObject query)
    {
        var words = ((string?)query["q"] ?? "").Replace("\"", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var on = query["attributesToSearchOn"]?.AsArray() ?? Settings["searchableAttributes"]!.AsArray();
        var found = documents.Values
            .Where(document => Passes(document, query["filter"]?.AsArray()))
            .Where(document => words.All(word => on.Any(attribute => Values(document, (string)attribute!)
                .Any(value => value.Contains(word, StringComparison.OrdinalIgnoreCase)))))
            .ToList();
        foreach (var sort in (query["sort"]?.AsArray() ?? []).Reverse()) found = Sorted(found, (string)sort!);
        var facets = query["facets"]?.AsArray().ToDictionary(
            facet => (string)facet!, facet => (JsonNode?)Counts(found, (string)facet!), StringComparer.Ordinal);
        var (offset, limit) = ((int?)query["offset"] ?? 0, (int?)query["limit"] ?? 20);
        return new JsonObject
        {
            ["hits"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(document => document.DeepClone())]),
            ["estimatedTotalHits"] = found.Count,
            ["facetDistribution"] = facets is null ? null : new JsonObject(facets),
        };
    }

    private bool Passes(JsonObject document, JsonArray? filter) => filter?.All(
        any => any!.AsArray().Any(one => Holds(document, (string)one!))) != false;

    private bool Holds(JsonObject document, string condition)
    {
        var match = Condition().Match(condition);
        if (!match.Success) throw new InvalidOperationException($"invalid_search_filter: {condition}");
        var attribute = match.Groups["attribute"].Value;
        if (!Settings["filterableAttributes"]!.AsArray().Any(name => (string)name! == attribute))
            throw new InvalidOperationException($"invalid_search_filter: {attribute} is not filterable");
        var value = match.Groups["value"].Value.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal);
        var values = Values(document, attribute).ToList();
        return match.Groups["operator"].Value switch
        {
            "=" => values.Contains(value, StringComparer.Ordinal),
            ">=" => values.Exists(number => long.Parse(number) >= long.Parse(value)),
            _ => values.Exists(number => long.Parse(number) <= long.Parse(value)),
        };
    }

    /// <summary>Documents without the attribute come last, whichever way it is sorted.</summary>
    private List<JsonObject> Sorted(List<JsonObject> found, string sort)
    {
        var (attribute, isDown) = (sort.Split(':')[0], sort.EndsWith(":desc", StringComparison.Ordinal));
        if (!Settings["sortableAttributes"]!.AsArray().Any(name => (string)name! == attribute))
            throw new InvalidOperationException($"invalid_search_sort: {attribute} is not sortable");
        var (with, without) = (found.Where(Has).ToList(), found.Where(document => !Has(document)));
        with = attribute == "id"
            ? [.. with.OrderBy(document => (string)document[attribute]!, StringComparer.Ordinal)]
            : [.. with.OrderBy(document => (isDown ? -1 : 1) * (long)document[attribute]!)];
        return [.. with, .. without];

        bool Has(JsonObject document) => document[attribute] is not null;
    }

    private static JsonObject Counts(List<JsonObject> found, string facet) => new(found
        .SelectMany(document => Values(document, facet).Distinct(StringComparer.Ordinal))
        .GroupBy(value => value, StringComparer.Ordinal)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Count())));

    private static IEnumerable<string> Values(JsonObject document, string attribute) => document[attribute] switch
    {
        null => [],
        JsonArray array => array.Select(item => item!.ToString()),
        var value => [value.ToString()],
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{1,511}$", RegexOptions.None, 1_000)]
    private static partial Regex KeyShape();

    [GeneratedRegex(
        """^(?<attribute>\w+) (?<operator>=|>=|<=) (?<value>"(?:[^"\\]|\\")*"|\w+)$""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Condition();
}
