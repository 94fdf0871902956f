using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using IpMarket.Testing.Files;

namespace IpMarket.Testing.Server;

/// <summary>A listing's title pack over HTTP: the seller brings what it owes, the handler checks it.</summary>
public static class TitlePacks
{
    /// <summary>Uploads or declares all that is missing; does nothing where it is not the caller's to bring.</summary>
    public static async Task BringTitlePack(this HttpClient seller, string listing)
    {
        ArgumentNullException.ThrowIfNull(seller);
        using var answer = await seller.Get($"/api/listings/{listing}/title-pack");
        if (!answer.IsSuccessStatusCode) return;
        var pack = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (pack.GetProperty("abilities").GetArrayLength() == 0) return;
        foreach (var item in pack.GetProperty("items").EnumerateArray())
        {
            if (item.GetProperty("state").GetString() is not ("Missing" or "Outdated")) continue;
            var kind = item.GetProperty("kind").GetString()!;
            if (kind == "DefectStatement") await seller.Declare(listing, pack).Read();
            else
            {
                var file = SmallFiles.Pdf();
                await Requests.Patiently(() => seller.AddDocument(
                    listing, kind, file, issuedOn: IssueOf(item), patent: item.GetProperty("patent").GetString())).Read();
            }
        }
    }

    /// <summary>The handler finds every item in order and the listing complete.</summary>
    public static async Task<HttpResponseMessage> HandleListing(this HttpClient handler, string listing)
    {
        await handler.CheckTitlePack(listing);
        return await handler.Command($"/api/listings/{listing}/handle");
    }

    /// <summary>The handler finds every item in order.</summary>
    public static async Task CheckTitlePack(this HttpClient handler, string listing)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var pack = await handler.Get($"/api/listings/{listing}/title-pack").Read();
        var verdicts = pack.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("isSubmitted").GetBoolean())
            .Select(item => new
            {
                kind = item.GetProperty("kind").GetString(),
                verdict = "InOrder",
                remark = "",
                patent = item.GetProperty("patent").GetString(),
            });
        await handler.Put($"/api/listings/{listing}/title-pack/verdicts", new { verdicts = verdicts.ToList() }).Read();
    }

    /// <summary>Uploads a document of a listing under a file's name.</summary>
    public static Task<HttpResponseMessage> AddDocument(
        this HttpClient client,
        string listing,
        string? kind,
        byte[] bytes,
        string name = "材料.pdf",
        string? visibility = null,
        string? issuedOn = null,
        string? replaces = null,
        Guid? id = null,
        string? patent = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        var form = new MultipartFormDataContent { { file, "file", name } };
        foreach (var (field, value) in new[]
        {
            ("kind", kind), ("visibility", visibility), ("issuedOn", issuedOn), ("replaces", replaces),
            ("patent", patent),
        })
        {
            if (value is not null) form.Add(new StringContent(value), field);
        }

        return client.Command(HttpMethod.Post, $"/api/listings/{listing}/documents", form, id);
    }

    private static Task<HttpResponseMessage> Declare(this HttpClient seller, string listing, JsonElement pack) =>
        seller.Put($"/api/listings/{listing}/title-pack/declaration", new
        {
            textVersion = pack.GetProperty("declaration").GetProperty("textVersion").GetString(), defects = "无",
        });

    /// <summary>The freshest day of issue there may be: the last day its age is counted from.</summary>
    private static string? IssueOf(JsonElement item) =>
        item.GetProperty("freshFrom").GetString() is { } from
            ? DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .AddDays(item.GetProperty("maxAgeDays").GetInt32()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
