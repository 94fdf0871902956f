using System.Net;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Catalogue.Listings.Documents;
using IpMarket.Testing.Files;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Documents of a listing over HTTP: who brings, who reads, what is taken.</summary>
[Collection(OneServer.Name)]
public sealed class ListingDocumentTests(MarketServer server)
{
    private const string Nowhere = "listing:00000000000000000000000000";

    [Fact]
    public async Task Everybody_reads_the_public_ones_and_the_seller_and_the_desk_all()
    {
        var seller = await server.Seller("攀枝花材料钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        var (photo, extract) = (SmallFiles.Png(), SmallFiles.Pdf());
        await seller.Client.AddDocument(listing, "Photo", photo, "../窑炉\u202E.exe", "Public").Ok();
        await seller.Client.AddDocument(listing, "RegisterExtract", extract, issuedOn: "2026-01-05").Ok();
        var mine = await List(seller.Client, listing);
        Assert.Equal("""["add","remove"]""", mine.GetProperty("abilities").GetRawText());
        var shown = mine.GetProperty("items")[0];
        Assert.Equal(
            ("窑炉.png", "image/png", "Public", photo.Length),
            (shown.GetProperty("name").GetString(), shown.GetProperty("mediaType").GetString(),
                shown.GetProperty("visibility").GetString(), shown.GetProperty("bytes").GetInt32()));
        Assert.Equal("2026-01-05", mine.GetProperty("items")[1].GetProperty("issuedOn").GetString());
        Assert.Equal(photo.Length + extract.Length, mine.GetProperty("bytesUsed").GetInt32());

        await server.Anonymous().Get(Path(listing)).Refused(404, "UNKNOWN");
        await server.Anonymous().Get(Path(listing) + "/1/file").Refused(404, "UNKNOWN");
        await seller.Client.Command(HttpMethod.Delete, Path(listing) + "/2", null).Ok();
        await seller.Submit(listing).Ok();
        await (await server.Centre(CentreRole.Handler)).Client.HandleListing(listing).Ok();
        await (await server.Centre(CentreRole.Reviewer)).Client.Command($"/api/listings/{listing}/publish").Ok();

        var seen = await List(server.Anonymous(), listing);
        Assert.Equal(1, Assert.Single(seen.GetProperty("items").EnumerateArray()).GetProperty("number").GetInt32());
        Assert.Equal((0, 0), (seen.GetProperty("bytesUsed").GetInt32(), seen.GetProperty("abilities").GetArrayLength()));
        using var answer = await server.Anonymous().Get(Path(listing) + "/1/file");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(photo, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(("inline", "窑炉.png"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.True(answer.Headers.CacheControl!.NoStore);

        await server.Anonymous().Get(Path(listing) + "/3/file").Refused(404, "DOCUMENT_UNKNOWN");
        await (await server.Member("reader")).Client.Get(Path(listing) + "/3/file").Refused(404, "DOCUMENT_UNKNOWN");
        foreach (var reader in new[] { seller.Person, await server.Centre(CentreRole.Supervisor) })
        {
            using var paper = await reader.Client.Get(Path(listing) + "/3/file");
            Assert.Equal(("application/pdf", "attachment"), (paper.Content.Headers.ContentType?.MediaType, paper.Content.Headers.ContentDisposition!.DispositionType));
        }

        await seller.Client.AddDocument(listing, "Photo", SmallFiles.Png()).Refused(409, "WRONG_STATE");
        await seller.Client.Command(HttpMethod.Delete, Path(listing) + "/1", null).Refused(409, "WRONG_STATE");
    }

    [Fact]
    public async Task A_public_photo_tells_nobody_where_it_was_taken_and_an_inner_one_is_kept_as_it_came()
    {
        var seller = await server.Seller("攀枝花定位钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        var photo = SmallFiles.Jpeg().With(
            SmallFiles.Segment(0xE1, [.. "Exif\0\0"u8, .. SmallFiles.Exif(6, isBig: false)]));
        var id = Guid.NewGuid();
        await seller.Client.AddDocument(listing, "Photo", photo, visibility: "Public", id: id).Ok();
        await seller.Client.AddDocument(listing, "Photo", photo, visibility: "Public", id: id).Ok();
        await seller.Client.AddDocument(listing, "Other", photo).Ok();

        var (shown, kept) = (await File(1), await File(2));
        Assert.Equal(photo, kept);
        Assert.True(shown.AsSpan().IndexOf("26.58N"u8) < 0 && photo.AsSpan().IndexOf("26.58N"u8) > 0);
        Assert.Equal(FileContent.WithoutMetadata(photo, FileKind.Jpeg).Value, shown);
        var listed = (await List(seller.Client, listing)).GetProperty("items")[0];
        Assert.Equal(
            (shown.Length, ListingRecords.Sha256(shown)),
            (listed.GetProperty("bytes").GetInt32(), listed.GetProperty("sha256").GetString()));

        async Task<byte[]> File(int number)
        {
            using var answer = await seller.Client.Get($"{Path(listing)}/{number}/file");
            return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_upload_repeated_is_one_document_and_with_another_file_it_is_refused()
    {
        var seller = await server.Seller("攀枝花重传钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        var (id, file) = (Guid.NewGuid(), SmallFiles.Jpeg());
        var first = await seller.Client.AddDocument(listing, "Brochure", file, id: id).Ok();
        var again = await seller.Client.AddDocument(listing, "Brochure", file, id: id).Ok();
        Assert.Equal(first.ToString(), again.ToString());
        await seller.Client.AddDocument(listing, "Brochure", SmallFiles.Jpeg(), id: id).Refused(422, "SAME_ID_OTHER_REQUEST");
        await seller.Client.AddDocument(listing, "Brochure", file).Refused(409, "DOCUMENT_STANDS_ALREADY");
        await seller.Client.AddDocument(listing, "Brochure", SmallFiles.Jpeg(), replaces: "1").Ok();
        var standing = Assert.Single((await List(seller.Client, listing)).GetProperty("items").EnumerateArray());
        Assert.Equal(2, standing.GetProperty("number").GetInt32());
        await seller.Client.Get(Path(listing) + "/1/file").Refused(404, "DOCUMENT_UNKNOWN");
    }

    [Fact]
    public async Task What_is_not_what_it_says_is_refused_and_nothing_is_kept()
    {
        var seller = await server.Seller("攀枝花冒名钒业有限公司");
        var listing = await seller.Draft(await seller.Enter());
        var before = (await seller.Read(listing)).GetProperty("version").GetInt64();
        Task<HttpResponseMessage> Send(
            byte[] bytes, string? kind = "Photo", string? visibility = null, string? issuedOn = null, string? replaces = null) =>
            Requests.Patiently(() => seller.Client.AddDocument(listing, kind, bytes, "a.png", visibility, issuedOn, replaces));
        await Send("<html>"u8.ToArray()).Refused(415, "FILE_TYPE_NOT_TAKEN");
        await Send([]).Refused(415, "FILE_TYPE_NOT_TAKEN");
        await Send(SmallFiles.Png()[..^3]).Refused(415, "FILE_DAMAGED");
        await Send([.. SmallFiles.Pdf(), .. "<script>"u8]).Refused(415, "FILE_HAS_MORE");
        await Send(SmallFiles.Pdf(Limits.DocumentBytesMax + 1)).Refused(413, "REQUEST_TOO_LARGE");
        var png = SmallFiles.Png();
        await Send(png, kind: null).Refused(400, "DOCUMENT_MALFORMED");
        await Send(png, kind: "Nonsense").Refused(400, "DOCUMENT_MALFORMED");
        await Send(png, kind: "99").Refused(400, "DOCUMENT_MALFORMED");
        await Send(png, visibility: "Nobody").Refused(400, "DOCUMENT_MALFORMED");
        await Send(png, issuedOn: "31.01.2026").Refused(400, "DOCUMENT_MALFORMED");
        await Send(png, replaces: "-1").Refused(400, "DOCUMENT_MALFORMED");
        await Send(png, replaces: "5").Refused(404, "DOCUMENT_UNKNOWN");
        await Send(png, issuedOn: "1985-03-31").Refused(400, "ISSUE_DATE_IMPOSSIBLE");
        await Send(png, kind: "RegisterExtract").Refused(400, "ISSUE_DATE_MISSING");
        await Send(png, kind: "ListingMandate", visibility: "Public").Refused(409, "TITLE_PAPER_NOT_PUBLIC");
        Assert.Equal(before, (await seller.Read(listing)).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Only_the_seller_brings_and_removes()
    {
        var (seller, other) = (await server.Seller("攀枝花本主钒业有限公司"), await server.Seller("攀枝花别家钒业有限公司"));
        var listing = await seller.Draft(await seller.Enter());
        await seller.Client.AddDocument(listing, "Drawing", SmallFiles.Png()).Ok();
        await server.Anonymous().AddDocument(listing, "Drawing", SmallFiles.Png()).Refused(401, "NOT_SIGNED_IN");
        await other.Client.AddDocument(listing, "Drawing", SmallFiles.Png()).Refused(404, "UNKNOWN");
        await other.Client.AddDocument(Nowhere, "Drawing", SmallFiles.Png()).Refused(404, "UNKNOWN");
        var handler = (await server.Centre(CentreRole.Handler)).Client;
        await handler.AddDocument(listing, "Drawing", SmallFiles.Png()).Refused(403, "NOT_THE_SELLER");
        await server.Anonymous().Command(HttpMethod.Delete, Path(listing) + "/1", null).Refused(401, "NOT_SIGNED_IN");
        await other.Client.Command(HttpMethod.Delete, Path(listing) + "/1", null).Refused(404, "UNKNOWN");
        await handler.Command(HttpMethod.Delete, Path(listing) + "/1", null).Refused(403, "NOT_THE_SELLER");
        await seller.Client.Command(HttpMethod.Delete, Path(listing) + "/9", null).Refused(404, "DOCUMENT_UNKNOWN");
        await seller.Client.Command(HttpMethod.Delete, Path(listing) + "/1", null).Ok();
        await server.Anonymous().Get(Path(Nowhere)).Refused(404, "UNKNOWN");
    }

    private static string Path(string listing) => $"/api/listings/{listing}/documents";

    private static Task<System.Text.Json.JsonElement> List(HttpClient client, string listing) => client.Get(Path(listing)).Ok();
}
