using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Proofs;

public sealed class ProofFileTests : IDisposable
{
    private const int Seed = 20_261_127;

    /// <summary>Every so manyth byte; no multiple of what repeats in a line.</summary>
    private const int Stride = 5;

    private readonly ASigner signer = new();

    public void Dispose() => signer.Dispose();

    [Fact]
    public void A_sound_bundle_shows_price_extensions_winner_heads_and_keys()
    {
        var finding = Verify(signer.Bundle(Sold()));
        Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
        Assert.Equal((3, signer.Key), (finding.Proofs!.Heads, Assert.Single(finding.Proofs.Keys)));
        var text = EventFileVerifier.Describe(finding);
        Assert.Contains(
            "signed tree heads 3\nprice ¥11,000.00\nextensions 2\nwinner 竞买人 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unsigned", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_holds_the_bid_its_extension_the_proof_and_on_wish_who_bid()
    {
        var auction = Sold();
        var bid = auction.Records.First(fact => fact.Event is Domain.Trading.Auctions.BidPlaced { Bidder: 2 }).Version;
        var open = signer.Receipt(auction, bid, disclosed: true);
        Assert.Contains("party:b", open, StringComparison.Ordinal);
        var closed = signer.Receipt(auction, bid);
        Assert.DoesNotContain("party:", closed, StringComparison.Ordinal);
        foreach (var finding in new[] { Verify(open), Verify(closed) })
        {
            Assert.True(finding.Result == EventFileResult.Sound, EventFileVerifier.Describe(finding));
            Assert.Equal((bid + 1, true), (finding.Version, finding.Proofs!.HasInclusion));
        }
    }

    [Fact]
    public void A_receipt_stands_without_the_proof_until_a_head_is_signed()
    {
        var auction = new AnAuction().Open();
        auction.Bid("10:01", "a", 10_000);
        var finding = Verify(signer.Receipt(auction, auction.State.Version));
        Assert.Equal((EventFileResult.Sound, false), (finding.Result, finding.Proofs!.HasInclusion));
    }

    [Fact]
    public void A_flipped_bit_of_a_bundle_or_receipt_is_found_and_its_line_named()
    {
        var auction = Sold();
        foreach (var text in new[] { signer.Bundle(auction), signer.Receipt(auction, 12, disclosed: true) })
        {
            var file = Encoding.UTF8.GetBytes(text);
            var bits = new Random(Seed).GetItems([0, 1, 2, 3, 4, 5, 6, 7], file.Length);
            var lines = LinesOf(file);
            Parallel.For(0, file.Length / Stride, step =>
            {
                var at = step * Stride;
                var flipped = file.ToArray();
                flipped[at] ^= (byte)(1 << bits[at]);
                var finding = EventFileVerifier.Verify(new MemoryStream(flipped));
                Assert.True(
                    finding.Result != EventFileResult.Sound && finding.Line == lines[at],
                    $"bit {bits[at]} of byte {at} in line {lines[at]}: {EventFileVerifier.Describe(finding)}");
            });
        }
    }

    [Fact]
    public void Lines_removed_doubled_or_swapped_are_found()
    {
        var lines = signer.Bundle(Sold()).TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            string[] removed = [.. lines[..i], .. lines[(i + 1)..]];
            string[] doubled = [.. lines[..i], lines[i], .. lines[i..]];
            Assert.NotEqual(EventFileResult.Sound, Verify(Exported.File(removed)).Result);
            Assert.NotEqual(EventFileResult.Sound, Verify(Exported.File(doubled)).Result);
            if (i + 1 == lines.Length) continue;
            string[] swapped = [.. lines[..i], lines[i + 1], lines[i], .. lines[(i + 2)..]];
            Assert.NotEqual(EventFileResult.Sound, Verify(Exported.File(swapped)).Result);
        }
    }

    [Fact]
    public void A_key_that_does_not_count_an_old_key_and_another_profile_are_named()
    {
        var sold = Sold();
        var bundle = signer.Bundle(sold);
        Assert.Equal(EventFileResult.Sound, Verify(bundle, signer.Key.Id).Result);
        Assert.Equal(("key", 2L), At(Verify(bundle, "0123456789abcdef")));
        Assert.Equal(("profile", 3L), At(Verify(signer.Bundle(sold, version: 2))));
        using var retired = new ASigner { Key = signer.Key with { Until = AnAuction.At("10:06:30") } };
        Assert.Equal("public.signedAt", Verify(retired.Bundle(sold)).Field);
    }

    [Fact]
    public void A_head_that_is_not_the_tree_of_the_records_before_it_is_found()
    {
        var auction = Sold();
        var facts = auction.Records.ToList();
        var at = facts.FindIndex(fact => fact.Event is TreeHeadSigned);
        var head = (TreeHeadSigned)facts[at].Event;
        facts[at] = facts[at] with { Event = head with { Root = new string('a', 64) } };
        Assert.Equal(("public.root", at + 2L), At(Verify(Exported.EventFile(facts))));
        facts[at] = facts[at] with { Event = head with { Size = at + 1 } };
        Assert.Equal(("public.size", at + 2L), At(Verify(Exported.EventFile(facts))));
    }

    internal static EventFileFinding Verify(string text, params string[] trusted) => EventFileVerifier.Verify(
        new MemoryStream(Encoding.UTF8.GetBytes(text)),
        trusted.Length > 0 ? trusted.ToHashSet(StringComparer.Ordinal) : null);

    /// <summary>Three bids, two of them extending, with a head during, one after, one at the close.</summary>
    internal AnAuction Sold() => Sold(signer);

    internal static AnAuction Sold(ASigner signer)
    {
        var auction = new AnAuction().Open();
        auction.Bid("10:01", "a", 10_000);
        signer.SignHead(auction, "10:02");
        auction.Bid("10:06", "b", 10_500);
        signer.SignHead(auction, "10:07");
        auction.Bid("10:09:59.999999", "a", 11_000);
        auction.Turn("10:20");
        signer.SignHead(auction, "10:20:01");
        return auction;
    }

    private static (string? Field, long Line) At(EventFileFinding finding) => (finding.Field, finding.Line);

    private static long[] LinesOf(byte[] file)
    {
        var line = 1L;
        return [.. file.Select(letter => letter == (byte)'\n' ? line++ : line)];
    }
}
