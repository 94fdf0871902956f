using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.Search.Meilisearch;

/// <summary>
/// Prism, which serves Meilisearch's published description: judges every call by it and answers with its examples. The
/// program is the one <c>IPMARKET_PRISM</c> names; it is no dependency of the project.
/// </summary>
internal sealed class PrismServer : IAsyncDisposable
{
    private const string Program = "IPMARKET_PRISM";
    private const string Install = "npm install --prefix DIR --ignore-scripts @stoplight/prism-cli@5.16.0";
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipmarket-prism-");
    private readonly Process process = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PrismServer(Uri address) => Address = address;

    public Uri Address { get; }

    public static async Task<PrismServer> Start(CancellationToken cancel)
    {
        var prism = Environment.GetEnvironmentVariable(Program);
        Assert.SkipWhen(
            string.IsNullOrEmpty(prism), $"{Program} names no Prism: {Install}, then DIR/node_modules/.bin/prism.");
        var text = await File.ReadAllTextAsync(SharedData.File("meilisearch/openapi-1.53.0.json"), cancel);
        var port = FreePort();
        var server = new PrismServer(new Uri($"http://127.0.0.1:{port}/"));
        var file = Path.Combine(server.folder.FullName, "openapi.json");
        await File.WriteAllTextAsync(file, Mended(JsonNode.Parse(text)!).ToJsonString(), cancel);
        server.process.StartInfo = new ProcessStartInfo(
            prism!, ["mock", file, "--host", "127.0.0.1", "--port", $"{port}"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        server.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Prism is listening", StringComparison.Ordinal) == true) server.listening.TrySetResult();
        };
        server.process.EnableRaisingEvents = true;
        server.process.Exited += (_, _) => server.listening.TrySetException(new InvalidOperationException("Prism ended."));
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        await server.listening.Task.WaitAsync(StartMax, cancel);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The document's one defect: facets of a search are an array of strings, not an object.</summary>
    private static JsonNode Mended(JsonNode document)
    {
        foreach (var schema in new[] { "SearchQuery", "SearchQueryWithIndex" })
        {
            document["components"]!["schemas"]![schema]!["properties"]!["facets"] = new JsonObject
            {
                ["type"] = new JsonArray("array", "null"), ["items"] = new JsonObject { ["type"] = "string" },
            };
        }

        return document;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
