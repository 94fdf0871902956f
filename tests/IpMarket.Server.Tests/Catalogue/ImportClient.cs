using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Testing;
using IpMarket.Testing.Import;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Sends files as browsers do, and makes files of patents nobody else in the tests uses.</summary>
internal static class ImportClient
{
    /// <summary>Sends a file, as often as the server lets one person.</summary>
    public static Task<HttpResponseMessage> Upload(
        this HttpClient client, byte[] file, Guid? commandId = null, string name = "a.xml", string field = "file")
    {
        var id = (commandId ?? Guid.NewGuid()).ToString();
        return Requests.Patiently(() =>
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            var form = new MultipartFormDataContent { { content, field, name } };
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports") { Content = form };
            request.Headers.Add("Idempotency-Key", id);
            return client.SendAsync(request, TestContext.Current.CancellationToken);
        });
    }

    /// <summary>An invented number of this serial, as printed without CN.</summary>
    public static string Number(int serial)
    {
        var digits = $"20991{serial:D7}";
        return $"{digits}.{ApplicationNumber.CheckCharacter(digits)}";
    }

    /// <summary>A publication of that patent.</summary>
    public static byte[] File(int serial, string title = PublicationFiles.Title, string prolog = "") =>
        PublicationFiles.Bytes(PublicationFiles.New(
            Number(serial), $"102099{serial:D9}", title: title, prolog: prolog));

    /// <summary>A table of these patents, by their numbers as printed.</summary>
    public static byte[] Table(params (string Number, string Title)[] patents) => Encoding.UTF8.GetBytes(
        "申请号,名称\n" + string.Concat(patents.Select(patent => $"{patent.Number},{patent.Title}\n")));

    public static string Id(this JsonElement import) => import.GetProperty("id").GetString()!;

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static async Task<JsonElement> OnlyRow(this HttpClient client, JsonElement import) =>
        Assert.Single(await client.Rows(import));

    /// <summary>The rows of an import, at most 200, as <paramref name="query"/> asks.</summary>
    public static async Task<JsonElement[]> Rows(this HttpClient client, JsonElement import, string query = "") =>
    [
        .. (await client.Get($"/api/imports/{import.Id()}/rows?limit=200{query}").Ok())
            .GetProperty("items").EnumerateArray(),
    ];

    /// <summary>The import once no act is under way; long files go on by themselves.</summary>
    public static async Task<JsonElement> AtRest(this HttpClient client, JsonElement import)
    {
        await Wait.Until(
            async () => (await client.Import(import)).Text("status") is not ("Comparing" or "Confirmed" or "Undoing"),
            $"{import.Id()} at rest");
        return await client.Import(import);
    }

    /// <summary>The file, previewed and applied.</summary>
    public static async Task<JsonElement> Applied(this HttpClient client, byte[] file)
    {
        var preview = await client.Upload(file).Ok();
        return await client.Command($"/api/imports/{preview.Id()}/apply").Ok();
    }

    public static Task<JsonElement> Import(this HttpClient client, JsonElement import) =>
        client.Get($"/api/imports/{import.Id()}").Ok();

    public static string[] Abilities(this JsonElement resource) =>
        [.. resource.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()!)];
}
