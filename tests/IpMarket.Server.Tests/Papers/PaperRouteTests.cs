using System.Collections.Immutable;
using System.Security.Cryptography;
using IpMarket.Adapters.Papers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Kernel.Papers;
using IpMarket.Grains.Parties;
using IpMarket.Testing;
using IpMarket.Testing.Papers;
using IpMarket.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Server.Tests.Papers;

/// <summary>A server that also makes PDFs, where the machine has a Chromium.</summary>
public sealed class PrintingServer : MarketServer
{
    protected override string[] Configuration => ["--Papers:Chromium=/usr/bin/chromium", "--PublicUrl=https://m.example"];
}

public sealed class PaperRouteTests(PrintingServer server) : IClassFixture<PrintingServer>
{
    private static int last;

    [Fact]
    public async Task Anybody_checks_a_paper_by_its_number_and_the_hash_printed_on_it()
    {
        var head = await Freeze(TradingPapers.PublicNotice, PaperSamples.Notice);
        var check = await server.Anonymous().Get($"/api/papers/{head.Number}").Ok();
        var hash = check.GetProperty("hash").GetString()!;
        Assert.Equal(64, hash.Length);
        Assert.Equal(
            (head.Number, "公告", "2026-11-23", true, true),
            (check.GetProperty("number").GetString(), check.GetProperty("kind").GetString(),
                check.GetProperty("date").GetString(), check.GetProperty("stands").GetBoolean(),
                check.GetProperty("matches").ValueKind == System.Text.Json.JsonValueKind.Null));
        var asked = await server.Anonymous().Get($"/api/papers/{head.Number.ToLowerInvariant()}?h={hash[..16]}").Ok();
        Assert.True(asked.GetProperty("matches").GetBoolean());
        var other = await server.Anonymous().Get($"/api/papers/{head.Number}?h=0000000000000000").Ok();
        Assert.False(other.GetProperty("matches").GetBoolean());
        await server.Anonymous().Get($"/api/papers/{head.Number}?h=nothex").Refused(400, "PARAMETER_MALFORMED");
        await server.Anonymous().Get("/api/papers/NOTICE-2026-99999").Refused(404, "PAPER_UNKNOWN");
        await server.Anonymous().Get("/api/papers/anything").Refused(404, "PAPER_UNKNOWN");
    }

    [Fact]
    public async Task The_number_printed_at_its_top_finds_a_paper_with_any_brackets()
    {
        var head = await Freeze(TradingPapers.PublicNotice, PaperSamples.Notice);
        Assert.Contains('〔', head.Display);
        foreach (var typed in new[] { head.Display, head.Display.Replace('〔', '[').Replace('〕', ']') })
        {
            var path = $"/api/papers/{Uri.EscapeDataString(typed)}";
            // The view learns of the paper a moment after it was frozen.
            await Wait.Until(
                async () => (await server.Anonymous().GetAsync(path)).IsSuccessStatusCode, typed, TimeSpan.FromSeconds(20));
            var check = await server.Anonymous().Get(path).Ok();
            Assert.Equal(head.Number, check.GetProperty("number").GetString());
        }
    }

    [Fact]
    public async Task A_void_paper_says_so_and_names_what_takes_its_place()
    {
        var head = await Freeze(TradingPapers.PublicNotice, PaperSamples.Notice);
        await Paper(head).Void(Context(), new VoidPaper("竞价已撤销", "NOTICE-2026-00042"));
        var check = await server.Anonymous().Get($"/api/papers/{head.Number}").Ok();
        Assert.False(check.GetProperty("stands").GetBoolean());
        Assert.Equal("竞价已撤销", check.GetProperty("voidReason").GetString());
        Assert.Equal("NOTICE-2026-00042", check.GetProperty("supersededBy").GetString());
        Assert.EndsWith("/file", check.GetProperty("documentUrl").GetString());
    }

    [Fact]
    public async Task A_public_page_is_everybodys_byte_by_byte_and_runs_nothing()
    {
        var head = await Freeze(TradingPapers.PublicNotice, PaperSamples.Notice);
        using var answer = await server.Anonymous().Get($"/api/papers/{head.Number}/file");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", answer.Headers.GetValues("Repr-Digest").Single());
        var check = await server.Anonymous().Get($"/api/papers/{head.Number}").Ok();
        Assert.Equal(check.GetProperty("hash").GetString(), PaperPage.FingerprintOf(bytes));
    }

    [Fact]
    public async Task A_bidders_paper_is_read_by_the_bidder_and_the_centre_only()
    {
        var (member, party) = await Member("holder");
        var draft = PaperSamples.Qualification with { Holders = [party], Persons = [party] };
        var head = await Freeze(TradingPapers.BidderQualification, draft);
        foreach (var path in new[] { $"/api/papers/{head.Number}/file", $"/api/papers/{head.Number}/pdf" })
        {
            await server.Anonymous().Get(path).Refused(401, "NOT_SIGNED_IN");
            await (await server.Member("stranger")).Client.Get(path).Refused(403, "NOT_ALLOWED");
            await (await server.Centre(CentreRole.Administrator)).Client.Get(path).Refused(403, "NOT_ALLOWED");
            await member.Client.Get(path.Replace("-2026-", "-1999-", StringComparison.Ordinal)).Refused(404, "PAPER_UNKNOWN");
        }

        using var own = await member.Client.Get($"/api/papers/{head.Number}/file");
        Assert.Equal(200, (int)own.StatusCode);
        using var desk = await (await server.Centre(CentreRole.Supervisor)).Client.Get($"/api/papers/{head.Number}/file");
        Assert.Equal(200, (int)desk.StatusCode);
        var anybody = await server.Anonymous().Get($"/api/papers/{head.Number}").Ok();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, anybody.GetProperty("documentUrl").ValueKind);
    }

    [Fact]
    public async Task After_an_erasure_number_and_hash_remain_and_the_chain_verifies()
    {
        var (member, party) = await Member("erased");
        var draft = PaperSamples.Qualification with { Holders = [party], Persons = [party] };
        var head = await Freeze(TradingPapers.BidderQualification, draft);
        var before = await server.Anonymous().Get($"/api/papers/{head.Number}").Ok();

        await server.Services.GetRequiredService<IVault>().Erase(party, TestContext.Current.CancellationToken);
        var after = await server.Anonymous().Get($"/api/papers/{head.Number}").Ok();
        Assert.Equal(before.GetProperty("hash").GetString(), after.GetProperty("hash").GetString());
        Assert.True(after.GetProperty("stands").GetBoolean());
        Assert.Matches("^\\d{4}-\\d{2}-\\d{2}$", after.GetProperty("erasedOn").GetString());
        await member.Client.Get($"/api/papers/{head.Number}/file").Refused(409, "PAPER_ERASED");
        await member.Client.Get($"/api/papers/{head.Number}/pdf").Refused(409, "PAPER_ERASED");
        var records = await server.Journal.ReadStream(head.Stream, 0, 10, TestContext.Current.CancellationToken);
        Assert.Null(ChainCheck.FirstBreak(head.Stream, records));
    }

    [Fact]
    public async Task A_list_shows_each_reader_the_papers_he_may_read()
    {
        var (member, party) = await Member("lister");
        var subject = Ids.Create("auction", Guid.NewGuid(), new Actor("user:x"));
        var notice = await Freeze(TradingPapers.PublicNotice, PaperSamples.Notice, subject);
        var own = await Freeze(
            TradingPapers.BidderQualification, PaperSamples.Qualification with { Holders = [party] }, subject);
        var others = await Freeze(TradingPapers.DepositReceipt, PaperSamples.Receipt(1), subject);
        var after = await server.Journal.LastPos(TestContext.Current.CancellationToken);

        async Task<string?[]> Numbers(HttpClient client, string which = "")
        {
            which = which.Length > 0 ? which : $"subject={subject}";
            var page = await client.Get($"/api/papers?{which}&after={after}").Ok();
            return [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString())];
        }

        Assert.Equal([notice.Number], await Numbers(server.Anonymous()));
        Assert.Equal([notice.Number, own.Number], await Numbers(member.Client));
        Assert.Equal(
            [notice.Number, own.Number, others.Number],
            await Numbers((await server.Centre(CentreRole.Cashier)).Client));
        Assert.Equal([own.Number], await Numbers(member.Client, "mine=true"));
        Assert.Empty(await Numbers(server.Anonymous(), "mine=true"));
        // The newest of all comes first, whoever made others meanwhile.
        var newest = await Numbers((await server.Centre(CentreRole.Cashier)).Client, "limit=100");
        Assert.True(Array.IndexOf(newest, others.Number) < Array.IndexOf(newest, notice.Number));
        await server.Anonymous().Get("/api/papers?subject=patent:1").Refused(400, "PARAMETER_MALFORMED");
    }

    [Fact]
    public async Task The_same_page_comes_as_a_PDF()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "Chromium is not installed.");
        var head = await Freeze(TradingPapers.PublicNotice, PaperSamples.Notice);
        var url = $"/api/papers/{head.Number}/pdf";
        var after = await server.Journal.LastPos(TestContext.Current.CancellationToken);
        var listed = await server.Anonymous().Get($"/api/papers?limit=1&after={after}").Ok();
        Assert.EndsWith("/pdf", listed.GetProperty("items")[0].GetProperty("pdfUrl").GetString());
        using var answer = await server.Anonymous().Get(url);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), bytes[..4]);
        Assert.InRange(bytes.Length, 10_000, 1_000_000);
    }

    /// <summary>Somebody who registered a party, once his sessions know it.</summary>
    private async Task<(Person Member, string Party)> Member(string name)
    {
        var member = await server.Member(name);
        var party = Ids.Create("party", Guid.NewGuid(), new Actor(member.User));
        var registered = await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPartyGrain>(party).Register(
            new CommandContext(Guid.NewGuid(), new Actor(member.User)), new RegisterParty(false, [PartyKind.Enterprise]));
        Assert.True(registered.IsAccepted, registered.Refusal?.En);
        await Wait.Until(
            async () => (await member.Client.Get("/api/me").Ok()).GetProperty("parties").GetArrayLength() == 1,
            $"{name} to act for {party}");
        return (member, party);
    }

    private async Task<PaperHead> Freeze(PaperKind kind, PaperDraft draft, string? subject = null)
    {
        var sheet = PaperSamples.Sheet(kind, draft, Interlocked.Increment(ref last));
        if (subject is not null) sheet = sheet with { Head = sheet.Head with { Subject = subject } };
        var press = new HtmlPaperPress();
        var page = press.Print(sheet);
        var frozen = await Paper(sheet.Head).Freeze(
            Context(),
            sheet.Head,
            new PrintedPaper(page.Bytes.ToArray(), page.Fingerprint, press.MediaType, draft.Holders, draft.Persons));
        Assert.True(frozen.IsAccepted, frozen.Refusal?.En);
        return sheet.Head;
    }

    private IPaperGrain Paper(PaperHead head) =>
        server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPaperGrain>(head.Stream);

    private static CommandContext Context() => new(Guid.NewGuid(), Actor.Process("test"));
}

/// <summary>A server without Chromium.</summary>
[Collection(OneServer.Name)]
public sealed class PaperWithoutPdfTests(MarketServer server)
{
    [Fact]
    public async Task A_server_without_Chromium_offers_no_PDF_and_says_how_to_print()
    {
        var sheet = PaperSamples.Sheet(TradingPapers.PublicNotice, PaperSamples.Notice, 77_777);
        var page = new HtmlPaperPress().Print(sheet);
        await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPaperGrain>(sheet.Head.Stream).Freeze(
            new CommandContext(Guid.NewGuid(), Actor.Process("test")),
            sheet.Head,
            new PrintedPaper(page.Bytes.ToArray(), page.Fingerprint, "text/html", [], []));
        var check = await server.Anonymous().Get($"/api/papers/{sheet.Head.Number}").Ok();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, check.GetProperty("pdfUrl").ValueKind);
        var after = await server.Journal.LastPos(TestContext.Current.CancellationToken);
        var listed = await server.Anonymous().Get($"/api/papers?limit=1&after={after}").Ok();
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null, listed.GetProperty("items")[0].GetProperty("pdfUrl").ValueKind);
        await server.Anonymous().Get($"/api/papers/{sheet.Head.Number}/pdf").Refused(409, "PDF_NOT_OFFERED");
    }
}
