using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

public class EventFileTests
{
    private const int Seed = 20_261_123;
    private static readonly string Sound = Exported.EventFile(AnAuctionHistories.Sold().Records);

    [Fact]
    public void A_sound_file_shows_price_extensions_and_winner()
    {
        var finding = Verify(Sound);
        Assert.Equal(EventFileResult.Sound, finding.Result);
        Assert.Equal(Money.Cny(1_100_000), finding.Summary!.Price);
        Assert.Equal(2, finding.Summary.Extensions);
        Assert.Equal(1, finding.Summary.Result!.Winner);
        var text = EventFileVerifier.Describe(finding);
        Assert.Contains("price ¥11,000.00\nextensions 2\nwinner 竞买人 1", text, StringComparison.Ordinal);
        Assert.Contains("unsigned", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_file_holds_no_party_and_no_person()
    {
        Assert.DoesNotContain("party:a", Sound, StringComparison.Ordinal);
        Assert.DoesNotContain("user:", Sound, StringComparison.Ordinal);
        Assert.Contains("竞买", EventFileVerifier.Describe(Verify(Sound)), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_thousand_random_tamperings_are_all_found()
    {
        var random = new Random(Seed);
        var bytes = Encoding.UTF8.GetBytes(Sound);
        for (var i = 0; i < 2_000; i++)
        {
            var (what, tampered) = Tamper(bytes, random, i % 6);
            if (tampered.AsSpan().SequenceEqual(bytes)) continue;
            var finding = EventFileVerifier.Verify(new MemoryStream(tampered));
            Assert.True(finding.Result != EventFileResult.Sound, $"seed {Seed}, tampering {i} ({what}) was not found");
        }
    }

    [Theory]
    [InlineData("not json", EventFileResult.NotAnEventFile, 0, null)]
    [InlineData("", EventFileResult.NotAnEventFile, 0, null)]
    [InlineData("{\"format\":\"ipmarket-events/2\",\"stream\":\"auction:x\"}\n", EventFileResult.NotAnEventFile, 0, null)]
    [InlineData("{\"format\":\"ipmarket-events/1\",\"stream\":\"auction:x\"}\n", EventFileResult.Broken, 0, "end")]
    [InlineData("{\"format\":\"ipmarket-events/1\",\"stream\":\"auction:x\"}\n{}\n", EventFileResult.Broken, 1, "version")]
    public void What_is_no_event_file_is_told_apart_from_a_broken_one(
        string text, EventFileResult result, long version, string? field)
    {
        var finding = Verify(text);
        Assert.Equal((result, version, field), (finding.Result, finding.Version, finding.Field));
    }

    [Fact]
    public void A_file_without_its_end_line_says_so()
    {
        var lines = Sound.Split('\n');
        var finding = Verify(string.Join('\n', lines[..^2]) + "\n");
        Assert.Equal((EventFileResult.Broken, "end"), (finding.Result, finding.Field));
        Assert.Contains("end line is missing", EventFileVerifier.Describe(finding), StringComparison.Ordinal);
    }

    // The chain computed anew over a changed record: only the rules can tell.
    [Theory]
    [InlineData("amount", "public.amount")]
    [InlineData("bidder", "public.bidder")]
    [InlineData("closesAt", "public.closesAt")]
    [InlineData("extension dropped", "type")]
    [InlineData("winner", "public.winner")]
    [InlineData("price", "public.price")]
    [InlineData("closed early", "at")]
    public void A_rewritten_chain_that_breaks_a_rule_is_found_by_the_rule(string change, string field)
    {
        var (records, at) = AnAuctionHistories.Changed(change);
        var finding = Verify(Exported.EventFile(records));
        Assert.Equal((EventFileResult.Broken, at, field), (finding.Result, finding.Version, finding.Field));
    }

    [Fact]
    public void A_suspension_and_an_outage_are_followed()
    {
        var auction = AnAuctionHistories.Suspended();
        var finding = Verify(Exported.EventFile(auction.Records));
        Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
        Assert.Equal(2, finding.Summary!.Result!.Winner);
        Assert.Equal(AnAuction.At("12:06"), finding.Summary.Result.ClosedAt);
    }

    private static EventFileFinding Verify(string text) =>
        EventFileVerifier.Verify(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static (string What, byte[] Bytes) Tamper(byte[] bytes, Random random, int kind)
    {
        var at = random.Next(bytes.Length);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var line = random.Next(lines.Count - 1);
        switch (kind)
        {
            case 0:
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return ($"bit flipped in byte {at}", flipped);
            case 1:
                return ($"byte {at} removed", [.. bytes[..at], .. bytes[(at + 1)..]]);
            case 2:
                return ($"byte added at {at}", [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]]);
            case 3:
                lines.RemoveAt(line);
                break;
            case 4:
                lines.Insert(line, lines[random.Next(lines.Count - 1)]);
                break;
            default:
                var other = random.Next(lines.Count - 1);
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
        }

        return ($"lines changed at {line}", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
