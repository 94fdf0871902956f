using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Domain.Trading.EventFiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>
/// Files of sealed auctions and what the check finds in them; the web app's own check is held to the same
/// (<c>proofs/sealed-bids.test.ts</c>). <c>IPMARKET_WRITE_SEALED=1</c> writes them anew.
/// </summary>
public sealed class SealedFixtureTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task The_kept_files_are_found_as_they_were()
    {
        if (Environment.GetEnvironmentVariable("IPMARKET_WRITE_SEALED") == "1") await Write();
        var kept = await File.ReadAllTextAsync(PathOf("findings.json"), TestContext.Current.CancellationToken);
        var rows = JsonSerializer.Deserialize<List<Row>>(kept, Json)!;
        Assert.Equal(SealedHistories.Sound.Count + SealedHistories.Changes.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(row, Find(row.File)));
    }

    [Fact]
    public void A_changed_record_is_refused_by_the_field_that_is_wrong() => Assert.All(
        SealedHistories.Changes,
        change =>
        {
            var found = Exported.Verify(SealedHistories.Changed(change.Key));
            Assert.Equal((change.Key, EventFileResult.Broken, change.Value), (change.Key, found.Result, found.Field));
        });

    [Fact]
    public void The_check_finds_winner_and_price_again()
    {
        Assert.Equal((1_500_000, 2), Ends("first-price"));
        Assert.Equal((1_400_000, 2), Ends("vickrey"));
        Assert.Equal((1_200_000, 1), Ends("unopened"));
        Assert.Equal((null, null), Ends("no-bids"));
        Assert.Equal((null, null), Ends("void"));
    }

    /// <param name="Line">The first wrong one, or the last of a sound file.</param>
    private sealed record Row(string File, string Result, long Line, string? Field, long? PriceFen, int? Winner);

    private static (long? Fen, int? Winner) Ends(string name)
    {
        var summary = Exported.Verify(SealedHistories.Sound[name]()).Summary!;
        return (summary.Price?.Fen, summary.Result?.Winner);
    }

    private static Row Find(string name)
    {
        var finding = EventFileVerifier.Verify(new MemoryStream(File.ReadAllBytes(PathOf(name + ".ndjson"))));
        var summary = finding.Summary;
        return new Row(
            name, finding.Result.ToString(), finding.Line, finding.Field, summary?.Price?.Fen, summary?.Result?.Winner);
    }

    private static async Task Write()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, history) in SealedHistories.Sound)
            texts[name] = Exported.EventFile(history(), disclosed: name == "vickrey");
        Directory.CreateDirectory(PathOf("broken"));
        foreach (var change in SealedHistories.Changes.Keys)
            texts["broken/" + change.Replace(' ', '-')] = Exported.EventFile(SealedHistories.Changed(change));
        foreach (var (name, text) in texts)
            await File.WriteAllTextAsync(PathOf(name + ".ndjson"), text, new UTF8Encoding(false));
        var lines = texts.Keys.Select(name => JsonSerializer.Serialize(Find(name), Json));
        await File.WriteAllTextAsync(
            PathOf("findings.json"), $"[\n{string.Join(",\n", lines)}\n]\n", new UTF8Encoding(false));
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Files", file);
}
