using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>
/// The envelope of a sealed bid and its reader. What a browser sealed stands in <c>browser.json</c>, what this test
/// sealed in <c>server.json</c>; each side opens both. <c>IPMARKET_WRITE_SEALED=1</c> writes the latter anew.
/// </summary>
public sealed class SealedEnvelopeTests
{
    private const string Stream = "auction:01test";
    private static readonly string[] Files = ["server.json", "browser.json"];
    private static readonly int[] FirstTwo = [1, 2];
    private static readonly Money Start = Money.Cny(1_000_000);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    [Fact]
    public async Task What_either_side_sealed_opens_here_to_what_was_bid()
    {
        var cancel = TestContext.Current.CancellationToken;
        if (Environment.GetEnvironmentVariable("IPMARKET_WRITE_SEALED") == "1")
            await File.WriteAllTextAsync(PathOf("server.json"), JsonSerializer.Serialize(Made(), Json) + "\n", cancel);
        foreach (var file in Files)
        {
            var text = await File.ReadAllTextAsync(PathOf(file), cancel);
            foreach (var vector in JsonSerializer.Deserialize<List<Vector>>(text, Json)!) Check(vector);
        }
    }

    [Fact]
    public void Any_threshold_of_shares_opens_and_one_less_does_not() =>
        Gen.Select(Gen.Int[2, 7], Gen.Int[2, 7], Gen.Long[1_000_000, Limits.AmountFenMax], Gen.Int[0, 1_000])
            .Where(each => each.Item1 <= each.Item2)
            .Sample(
                each =>
                {
                    var (threshold, n, fen, seed) = each;
                    using var people = new People(n);
                    var (text, key) = SealedBids.Seal(Stream, 3, (ulong)fen, threshold, people.Points);
                    var envelope = SealedEnvelope.Read(text)!;
                    var order = Enumerable.Range(1, n).OrderBy(i => (i * 7919 * (seed + 1)) % 1009).ToList();
                    var shares = order.Select(i => KeyValuePair.Create(i, people.Of(i).Open(envelope, i))).ToList();
                    var few = SealedOpening.KeyOf(shares.Take(threshold - 1));
                    return shares.All(share => SealedOpening.IsShareOf(envelope, share.Key, share.Value))
                        && SealedOpening.KeyOf(shares.Take(threshold)) == key
                        && !SealedOpening.IsKeyOf(envelope, few)
                        && SealedOpening.Open(envelope, few, Start).Amount is null
                        && SealedOpening.Open(envelope, key, Start) == new SealedContent(Money.Cny(fen), null);
                },
                iter: 60);

    /// <summary>For each secret there is a last share that fits what too few holders know.</summary>
    [Fact]
    public void Too_few_shares_fit_every_secret_alike()
    {
        byte[] coefficients = [42, 7, 99];
        var known = FirstTwo.Select(x => (x, new[] { SecretSharing.ValueAt(coefficients, x) })).ToList();
        var reached = Enumerable.Range(0, 256)
            .Select(guess => SecretSharing.Combine([.. known, (3, [(byte)guess])])[0]);
        Assert.Equal(256, reached.Distinct().Count());
    }

    [Fact]
    public void A_changed_digit_anywhere_shows_and_never_opens_to_an_amount()
    {
        using var people = new People(3);
        var (text, key) = SealedBids.Seal(Stream, 3, 1_234_500, 2, people.Points);
        var digest = SealedEnvelope.DigestOf(text);
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text.ToCharArray();
            changed[i] = changed[i] == '7' ? '8' : '7';
            var other = new string(changed);
            Assert.NotEqual(digest, SealedEnvelope.DigestOf(other), StringComparer.Ordinal);
            if (SealedEnvelope.Read(other) is not { } envelope) continue;
            var content = SealedOpening.Open(envelope, key, Start);
            Assert.True(content is { Amount: null, Void: not null }, $"character {i}");
        }
    }

    [Theory]
    [InlineData("auction:other", 3)]
    [InlineData(Stream, 4)]
    public void A_bid_taken_to_another_auction_or_bidder_opens_for_nobody(string auction, int bidder)
    {
        using var people = new People(2);
        var (text, key) = SealedBids.Seal(Stream, 3, 1_234_500, 2, people.Points);
        var moved = SealedEnvelope.Read(text)! with { Auction = auction, Bidder = bidder };
        Assert.ThrowsAny<CryptographicException>(() => people.Of(1).Open(moved, 1));
        Assert.Equal(SealedVoid.Unreadable, SealedOpening.Open(moved, key, Start).Void);
    }

    [Fact]
    public void A_share_of_another_holder_or_a_changed_one_is_not_taken()
    {
        using var people = new People(3);
        var envelope = SealedEnvelope.Read(SealedBids.Seal(Stream, 1, 1_234_500, 2, people.Points).Envelope)!;
        var share = people.Of(2).Open(envelope, 2);
        Assert.True(SealedOpening.IsShareOf(envelope, 2, share));
        Assert.False(SealedOpening.IsShareOf(envelope, 1, share));
        Assert.False(SealedOpening.IsShareOf(envelope, 4, share));
        Assert.False(SealedOpening.IsShareOf(envelope, 2, share.ToUpperInvariant()));
        Assert.False(SealedOpening.IsShareOf(envelope, 2, share[..^1] + (share[^1] == '0' ? '1' : '0')));
    }

    [Fact]
    public void Every_amount_makes_an_envelope_of_the_same_length()
    {
        using var people = new People(3);
        var lengths = new ulong[] { 1, 100_000_000, (ulong)Limits.AmountFenMax, ulong.MaxValue }
            .Select(fen => SealedBids.Seal(Stream, 1, fen, 2, people.Points).Envelope.Length);
        Assert.Single(lengths.Distinct());
    }

    [Fact]
    public void What_was_sealed_wrongly_does_not_count_and_says_why()
    {
        using var people = new People(2);
        var (key, other) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var plain = new byte[40];
        BinaryPrimitives.WriteUInt64BigEndian(plain, 999_999);
        var below = SealedBids.Seal(Stream, 1, plain, 2, people.Points, key, key);
        Assert.Equal(SealedVoid.BelowStart, Opened(below.Envelope, below.Key));
        var torn = SealedBids.Seal(Stream, 1, plain, 2, people.Points, key, other);
        var envelope = SealedEnvelope.Read(torn.Envelope)!;
        var shares = FirstTwo.Select(i => KeyValuePair.Create(i, people.Of(i).Open(envelope, i)));
        Assert.Equal(SealedVoid.SharesInconsistent, Opened(torn.Envelope, SealedOpening.KeyOf(shares)));
        var high = SealedBids.Seal(Stream, 1, ulong.MaxValue, 2, people.Points);
        Assert.Equal(SealedVoid.AboveLimit, Opened(high.Envelope, high.Key));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("04", false)]
    [InlineData("zero", false)]
    [InlineData("one", true)]
    public void A_holders_key_is_a_point_of_the_curve(string? key, bool isOne)
    {
        using var holder = Holder.Made();
        var text = key == "one" ? holder.Point : key == "zero" ? "04" + new string('0', 128) : key;
        Assert.Equal(isOne, HolderKey.IsPoint(text));
    }

    private static SealedVoid? Opened(string envelope, string key) =>
        SealedOpening.Open(SealedEnvelope.Read(envelope)!, key, Start).Void;

    private static void Check(Vector vector)
    {
        var envelope = SealedEnvelope.Read(vector.Envelope)!;
        Assert.Equal(vector.Digest, SealedEnvelope.DigestOf(vector.Envelope));
        for (var i = 1; i <= vector.Holders.Count; i++)
        {
            using var holder = Holder.Of(vector.Holders[i - 1].Pkcs8);
            Assert.Equal(vector.Holders[i - 1].Point, holder.Point);
            Assert.Equal(vector.Holders[i - 1].Share, holder.Open(envelope, i));
            Assert.True(SealedOpening.IsShareOf(envelope, i, vector.Holders[i - 1].Share));
        }

        var shares = vector.Holders.Select((holder, i) => KeyValuePair.Create(i + 1, holder.Share));
        Assert.Equal(vector.Key, SealedOpening.KeyOf(shares.TakeLast(envelope.Threshold)));
        Assert.Equal(
            new SealedContent(vector.Fen is { } fen ? Money.Cny(fen) : null, vector.Void),
            SealedOpening.Open(envelope, vector.Key, Start));
    }

    private static List<Vector> Made() =>
    [
        Made(2, 3, 1_234_500, null),
        Made(5, 7, (ulong)Limits.AmountFenMax, null),
        Made(2, 2, 999_999, SealedVoid.BelowStart),
        Made(2, 2, (ulong)Limits.AmountFenMax + 1, SealedVoid.AboveLimit),
    ];

    private static Vector Made(int threshold, int n, ulong fen, SealedVoid? why)
    {
        using var people = new People(n);
        var (text, key) = SealedBids.Seal(Stream, 3, fen, threshold, people.Points);
        var envelope = SealedEnvelope.Read(text)!;
        return new Vector(
            text,
            SealedEnvelope.DigestOf(text),
            key,
            fen > (ulong)Limits.AmountFenMax ? null : (long)fen,
            why,
            [.. Enumerable.Range(1, n).Select(i =>
                new VectorHolder(people.Of(i).Point, people.Of(i).Pkcs8, people.Of(i).Open(envelope, i)))]);
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Files", file);

    private sealed record Vector(
        string Envelope,
        string Digest,
        string Key,
        long? Fen,
        [property: System.Text.Json.Serialization.JsonConverter(
            typeof(System.Text.Json.Serialization.JsonStringEnumConverter<SealedVoid>))]
        SealedVoid? Void,
        List<VectorHolder> Holders);

    private sealed record VectorHolder(string Point, string Pkcs8, string Share);

    private sealed class People(int count) : IDisposable
    {
        private readonly List<Holder> all = [.. Enumerable.Range(0, count).Select(_ => Holder.Made())];

        public IReadOnlyList<string> Points => [.. all.Select(holder => holder.Point)];

        public Holder Of(int number) => all[number - 1];

        public void Dispose() => all.ForEach(holder => holder.Dispose());
    }
}
