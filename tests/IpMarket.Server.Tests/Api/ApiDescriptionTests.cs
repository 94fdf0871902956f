using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Api;

/// <summary>
/// The web app's types are made from <c>web/openapi.json</c>: what the server says of itself, in an order of its own so
/// that a difference is a change.
/// </summary>
[Collection(OneServer.Name)]
public sealed class ApiDescriptionTests(MarketServer server)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_description_in_web_is_the_servers_own()
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(Root(), "web", "openapi.json");
        using var client = server.Anonymous();
        var told = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", cancel))!.AsObject();
        Sort(told, "paths");
        Sort(told["components"]!.AsObject(), "schemas");
        var now = told.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("IPMARKET_WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, now, cancel);
        Assert.True(
            await File.ReadAllTextAsync(file, cancel) == now,
            "web/openapi.json is stale. IPMARKET_WRITE_OPENAPI=1 writes it; then, in web/: npm run gen:api");
    }

    [Fact]
    public async Task Its_reader_is_told_first_how_to_sign_in_and_where_the_file_is()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = server.Anonymous();
        var guide = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", cancel))!["info"]!["description"]!
            .GetValue<string>();
        foreach (var word in new[] { "接口说明", "About this API", "/api/identity/login", "/openapi/v1.json", "/hubs/auctions" })
            Assert.Contains(word, guide, StringComparison.Ordinal);
        Assert.Contains("openapi/v1.json", await client.GetStringAsync("/docs/", cancel), StringComparison.Ordinal);
    }

    private static void Sort(JsonObject parent, string name)
    {
        var sorted = parent[name]!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        parent[name] = new JsonObject(sorted.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IpMarket.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
