using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Tests.Trading.Descending;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>
/// Files and what the check finds in them, kept beside this test: the web app's own check is held to the same
/// (<c>web/src/features/trading/proofs</c>). <c>IPMARKET_WRITE_PROOFS=1</c> writes them anew.
/// </summary>
public sealed class ProofFixtureTests
{
    private const string Findings = "findings.json";
    private const int Flips = 120;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Sound = ["bundle", "receipt", "events", "suspended", "unsold"];

    [Fact]
    public async Task The_kept_files_are_found_as_they_were()
    {
        if (Environment.GetEnvironmentVariable("IPMARKET_WRITE_PROOFS") == "1") await Write();
        var kept = await File.ReadAllTextAsync(PathOf(Findings), TestContext.Current.CancellationToken);
        var rows = JsonSerializer.Deserialize<List<Row>>(kept, Json)!;
        Assert.InRange(rows.Count(row => row.Result == nameof(EventFileResult.Sound)), Sound.Length, int.MaxValue);
        Assert.All(rows, row => Assert.Equal(row, Find(row.File, row.Byte, row.Becomes)));
    }

    [Fact]
    public void A_file_made_by_one_who_knows_the_check_breaks_by_the_field_that_is_wrong() => Assert.All(
        CraftedFiles.All.Concat(DutchFiles.Broken),
        crafted =>
        {
            var found = Find(Broken(crafted.Key), null, null);
            Assert.Equal((nameof(EventFileResult.Broken), crafted.Value.Field), (found.Result, found.Field));
            Assert.Equal(crafted.Value.Text(), File.ReadAllText(PathOf(Broken(crafted.Key) + ".ndjson")));
        });

    /// <param name="File">Its name without the ending.</param>
    /// <param name="Byte">Which byte is changed first, from 0; null: none.</param>
    /// <param name="Becomes">What that byte becomes.</param>
    /// <param name="Line">The first wrong line, or the last of a sound file.</param>
    private sealed record Row(
        string File, int? Byte, int? Becomes, string Result, long Line, string? Field, long? PriceFen, int? Winner);

    private static Row Find(string name, int? at, int? becomes)
    {
        var bytes = File.ReadAllBytes(PathOf(name + ".ndjson"));
        if (at is { } index) bytes[index] = (byte)becomes!.Value;
        var finding = EventFileVerifier.Verify(new MemoryStream(bytes));
        var summary = finding.Summary;
        return new Row(
            name, at, becomes, finding.Result.ToString(), finding.Line, at is null ? finding.Field : null,
            summary?.Price?.Fen, summary?.Result?.Winner);
    }

    private static async Task Write()
    {
        using var signer = new ASigner();
        var sold = ProofFileTests.Sold(signer);
        var bid = sold.Records.First(fact => fact.Event is BidPlaced { Bidder: 2 }).Version;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bundle"] = signer.Bundle(sold),
            ["receipt"] = signer.Receipt(sold, bid, disclosed: true),
            ["events"] = Exported.EventFile(sold.Records),
            ["suspended"] = Exported.EventFile(AnAuctionHistories.Suspended().Records),
            ["unsold"] = Exported.EventFile(AnAuctionHistories.Unsold().Records),
            ["old-key"] = OldKey(),
        };
        foreach (var change in AnAuctionHistories.Changes)
            texts[Broken(change)] = Exported.EventFile(AnAuctionHistories.Changed(change).Records);
        foreach (var (name, history) in BiddingHistories.Sound)
            texts["bidding/" + name] = Exported.EventFile(history().Records);
        texts["bidding/maxima-disclosed"] = Exported.EventFile(BiddingHistories.Fought().Records, disclosed: true);
        foreach (var change in BiddingHistories.Changes)
        {
            var (records, disclosed) = BiddingHistories.Changed(change);
            texts[Broken(change)] = Exported.EventFile(records, disclosed);
        }

        foreach (var (name, history) in DutchFiles.Sound)
            texts["descending/" + name] = Exported.EventFile(history().Records);
        texts["descending/bundle"] = signer.Bundle(DutchFiles.SoldWithHead(signer));
        foreach (var (change, (_, text)) in CraftedFiles.All.Concat(DutchFiles.Broken)) texts[Broken(change)] = text();
        Directory.CreateDirectory(PathOf("broken"));
        Directory.CreateDirectory(PathOf("bidding"));
        Directory.CreateDirectory(PathOf("descending"));
        foreach (var (name, text) in texts)
            await File.WriteAllTextAsync(PathOf(name + ".ndjson"), text, new UTF8Encoding(false));

        var random = new Random(20_261_127);
        List<Row> rows = [.. texts.Keys.Select(name => Find(name, null, null))];
        foreach (var name in Sound[..3])
        {
            var bytes = Encoding.UTF8.GetBytes(texts[name]);
            for (var i = 0; i < Flips; i++)
            {
                var at = random.Next(bytes.Length);
                rows.Add(Find(name, at, bytes[at] ^ (1 << random.Next(8))));
            }
        }

        var lines = rows.Select(row => JsonSerializer.Serialize(row, Json));
        await File.WriteAllTextAsync(PathOf(Findings), $"[\n{string.Join(",\n", lines)}\n]\n", new UTF8Encoding(false));
    }

    private static string Broken(string change) =>
        "broken/" + change.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal);

    private static string OldKey()
    {
        using var signer = new ASigner();
        using var retired = new ASigner { Key = signer.Key with { Until = AnAuction.At("10:06:30") } };
        return retired.Bundle(ProofFileTests.Sold(signer));
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Files", file);
}
