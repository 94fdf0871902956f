using System.Net;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Testing.Files;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Parties;

[Collection(OneServer.Name)]
public sealed class DocumentTests(MarketServer server)
{
    [Fact]
    public async Task A_scan_is_read_back_by_members_and_the_desk_and_by_nobody_else()
    {
        var party = await server.DraftOrganisation("壬示例公司");
        var scan = Newcomers.Scan();
        var kept = await party.Representative.Client.Upload(party.Id, scan).Ok();
        Assert.Equal("application/pdf", kept.GetProperty("mediaType").GetString());
        var path = $"/api/documents/{kept.GetProperty("sha256").GetString()}?party={party.Id}";

        foreach (var reader in new[] { party.Representative, await server.Centre(CentreRole.Handler) })
        {
            using var answer = await reader.Client.Get(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal(scan, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        await (await server.Centre(CentreRole.Supervisor)).Client.Get(path).Refused(403, "NOT_ALLOWED");
        await (await server.Member("stranger")).Client.Get(path).Refused(404, "PARTY_UNKNOWN");
        await server.Anonymous().Get(path).Refused(401, "NOT_SIGNED_IN");
        var other = await server.DraftOrganisation("癸示例公司");
        await other.Representative.Client.Get(path.Replace(party.Id, other.Id, StringComparison.Ordinal))
            .Refused(404, "NOT_FOUND");
    }

    [Fact]
    public async Task What_a_file_is_says_its_content_and_only_three_kinds_are_taken()
    {
        var party = await server.DraftOrganisation("子示例公司");
        var client = party.Representative.Client;
        Assert.Equal(
            "image/png", (await client.Upload(party.Id, SmallFiles.Png()).Ok()).GetProperty("mediaType").GetString());
        Assert.Equal(
            "image/jpeg", (await client.Upload(party.Id, SmallFiles.Jpeg()).Ok()).GetProperty("mediaType").GetString());
        await client.Upload(party.Id, SmallFiles.Png()[..^1]).Refused(415, "FILE_DAMAGED");
        await client.Upload(party.Id, [.. SmallFiles.Jpeg(), .. "<html>"u8]).Refused(415, "FILE_HAS_MORE");
        await client.Upload(party.Id, "<svg/>"u8.ToArray()).Refused(415, "FILE_TYPE_NOT_TAKEN");
        await client.Upload(party.Id, []).Refused(415, "FILE_TYPE_NOT_TAKEN");
    }

    [Fact]
    public async Task Uploads_are_bounded_and_the_partys_members_only()
    {
        var party = await server.DraftOrganisation("丑示例公司");
        await server.Anonymous().Upload(party.Id, Newcomers.Scan()).Refused(401, "NOT_SIGNED_IN");
        var stranger = await server.Member("uploader");
        await stranger.Client.Upload(party.Id, Newcomers.Scan()).Refused(403, "MEMBERS_ONLY");
        await stranger.Client.Upload(null, Newcomers.Scan()).Refused(400, "PARTY_NOT_NAMED");
        await stranger.Client.Upload("party:never", Newcomers.Scan()).Refused(404, "PARTY_UNKNOWN");
        await party.Representative.Client.Upload(party.Id, SmallFiles.Pdf(Limits.DocumentBytesMax + 1))
            .Refused(413, "REQUEST_TOO_LARGE");
        var whole = await party.Representative.Client.Upload(party.Id, SmallFiles.Pdf(Limits.DocumentBytesMax)).Ok();
        Assert.Equal(Limits.DocumentBytesMax, whole.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task A_form_names_only_scans_that_were_uploaded_for_the_party()
    {
        var (one, other) = (await server.DraftOrganisation("寅示例公司"), await server.DraftOrganisation("卯示例公司"));
        var scan = (await one.Get()).GetProperty("licenceSha256").GetString()!;
        await other.Representative.Client
            .Put($"/api/parties/{other.Id}/identity", other.IdentityForm(["Enterprise"], scan))
            .Refused(409, "SCAN_UNKNOWN");
    }
}
