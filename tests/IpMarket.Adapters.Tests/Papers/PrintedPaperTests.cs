using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using IpMarket.Adapters.Papers;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Testing.Papers;
using Xunit;

namespace IpMarket.Adapters.Tests.Papers;

/// <summary>Every paper printed with a real Chromium and read back with poppler.</summary>
public sealed partial class PrintedPaperTests
{
    private static readonly HtmlPaperPress Press = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("notice", 1)]
    [InlineData("notice-demo", 1)]
    [InlineData("listing-notice", 2)]
    [InlineData("listing-extension", 1)]
    [InlineData("qualification", 1)]
    [InlineData("receipt", 1)]
    [InlineData("receipt-two-payments", 1)]
    [InlineData("confirmation", 1)]
    [InlineData("record-no-bids", 1)]
    [InlineData("record-few", 1)]
    [InlineData("record-many", 3)]
    public async Task A_paper_printed_by_Chromium_is_A4_and_holds_every_text(string name, int pages)
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed.");
        var sheet = Sheet(name);
        var pdf = await Print(name, Press.Print(sheet).Bytes);

        var info = await Run("pdfinfo", pdf);
        Assert.Matches(@"Page size:\s+59[45]\.?\d* x 84[12]\.?\d* pts \(A4\)", info);
        Assert.Matches($@"Pages:\s+{pages}\n", info);
        var read = Bare(await Run("pdftotext", pdf, "-"));
        var missing = PaperSamples.Texts(sheet).Where(text => !read.Contains(Bare(text), StringComparison.Ordinal));
        Assert.Empty(missing);
        Assert.Equal(name.Contains("demo", StringComparison.Ordinal), read.Contains("示例", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_sheet_gives_the_same_bytes_and_anybody_can_compute_the_fingerprint()
    {
        var page = Press.Print(Sheet("notice"));
        Assert.Equal(page.Bytes.ToArray(), Press.Print(Sheet("notice")).Bytes.ToArray());
        Assert.Equal(page.Fingerprint, PaperPage.FingerprintOf(page.Bytes.Span));
        var html = Encoding.UTF8.GetString(page.Bytes.Span);
        Assert.Contains(
            $"https://market.example.cn/papers/NOTICE-2026-00007?h={page.Fingerprint[..16]}", html, StringComparison.Ordinal);

        var altered = Encoding.UTF8.GetBytes(html.Replace("1,250,000.50", "1,250,000.05", StringComparison.Ordinal));
        Assert.NotEqual(page.Fingerprint, PaperPage.FingerprintOf(altered), StringComparer.Ordinal);
    }

    [Fact]
    public void A_page_needs_nothing_else_and_runs_nothing()
    {
        var sheet = Sheet("notice");
        var hostile = sheet with { Blocks = [new PaperText("<script>alert(1)</script><!--check-->&\"'")] };
        var html = Encoding.UTF8.GetString(Press.Print(hostile).Bytes.Span);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            html.IndexOf("<!--check-->", StringComparison.Ordinal), html.LastIndexOf("<!--check-->", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"(?i)\b(src|href|on\w+)\s*=|@import|url\(", html);
        Assert.Contains("default-src 'none'; style-src 'sha256-", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_print_that_takes_too_long_is_ended()
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed.");
        using var printer = new ChromiumPrinter(new ChromiumOptions(Chromium, TimeSpan.FromMilliseconds(1)));
        Assert.Null(await printer.Pdf(Press.Print(Sheet("notice")).Bytes, Cancel));
    }

    private const string Chromium = "/usr/bin/chromium";

    private static PaperSheet Sheet(string name) => name switch
    {
        "notice" => PaperSamples.Sheet(TradingPapers.PublicNotice, PaperSamples.Notice),
        "notice-demo" => PaperSamples.Sheet(TradingPapers.PublicNotice, PaperSamples.Notice, isDemo: true),
        "listing-notice" => PaperSamples.Sheet(TradingPapers.ListingNotice, PaperSamples.ListingNotice),
        "listing-extension" => PaperSamples.Sheet(
            TradingPapers.ListingNotice, PaperSamples.ListingExtension(PeriodEnding.ContractFailed)),
        "qualification" => PaperSamples.Sheet(TradingPapers.BidderQualification, PaperSamples.Qualification),
        "receipt" => PaperSamples.Sheet(TradingPapers.DepositReceipt, PaperSamples.Receipt(1)),
        "receipt-two-payments" => PaperSamples.Sheet(TradingPapers.DepositReceipt, PaperSamples.Receipt(2)),
        "confirmation" => PaperSamples.Sheet(TradingPapers.SaleConfirmation, PaperSamples.Confirmation),
        "record-no-bids" => PaperSamples.Sheet(TradingPapers.BidRecord, PaperSamples.Record(0)),
        "record-few" => PaperSamples.Sheet(TradingPapers.BidRecord, PaperSamples.Record(12)),
        _ => PaperSamples.Sheet(TradingPapers.BidRecord, PaperSamples.Record(100)),
    };

    /// <summary>The PDF stays beside the tests as their output.</summary>
    private static async Task<string> Print(string name, ReadOnlyMemory<byte> page)
    {
        using var printer = new ChromiumPrinter(new ChromiumOptions(Chromium, TimeSpan.FromMinutes(2)));
        var pdf = await printer.Pdf(page, Cancel);
        Assert.NotNull(pdf);
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "papers"));
        var path = Path.Combine(folder.FullName, name + ".pdf");
        await File.WriteAllBytesAsync(path, pdf, Cancel);
        return path;
    }

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return output;
    }

    /// <summary>Without blanks, lines and page numbers: a cell's line breaks are the printer's affair.</summary>
    private static string Bare(string text) => Blank().Replace(text, "");

    [GeneratedRegex(@"[\s\p{Z}]|第\d+页共\d+页", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Blank();
}
