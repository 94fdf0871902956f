using System.Text;
using IpMarket.Testing;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Trading;

/// <summary>The verb <c>verify</c>, run as people run it: another process and a file.</summary>
[Collection(OneTradingMarket.Name)]
public sealed class VerifyTests(TradingMarket market) : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public async Task A_sound_file_prints_price_extensions_and_winner_and_one_flipped_byte_is_named()
    {
        var bidder = await market.Trader("verified-bidder");
        await market.Ready();
        var id = await market.Announce(market.Terms(opensIn: 4, lasts: 5, softClose: 1));
        await market.Admit(id, bidder);
        await market.AwaitStatus(id, "Open");
        var version = (await bidder.Bid(id, 12_345).Ok()).GetProperty("version").GetInt64();
        await market.AwaitStatus(id, "Closed");
        using var answer = await market.Anonymous().Get($"/api/auctions/{id}/events");
        var file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        await Bundle(id);
        var sound = await Verify(file);
        Assert.Equal(0, sound.Code);
        Assert.Contains("price ¥123.45\nextensions 0\nwinner 竞买人 1\n", sound.Text, StringComparison.Ordinal);
        Assert.Contains("cannot see a file rewritten as a whole", sound.Text, StringComparison.Ordinal);

        var flipped = (byte[])file.Clone();
        var at = file.AsSpan().IndexOf("12345"u8);
        flipped[at + 4] ^= 1;
        var broken = await Verify(flipped);
        Assert.Equal(1, broken.Code);
        Assert.Contains($"version {version}, field hash", broken.Text, StringComparison.Ordinal);

        var lines = Encoding.UTF8.GetString(file).TrimEnd('\n').Split('\n');
        var cut = await Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines[..^1]) + "\n"));
        Assert.Equal(1, cut.Code);
        Assert.Contains("The end line is missing", cut.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Verify("{}\n"u8.ToArray())).Code);
        File.Delete(path);
        Assert.Equal(2, (await Run()).Code);
    }

    /// <summary>The close is signed: the bundle says so, and counts only under the market's own key.</summary>
    private async Task Bundle(string id)
    {
        var anyone = market.Anonymous();
        await Wait.Until(
            async () => (await anyone.Get($"/api/auctions/{id}/heads").Ok()).GetProperty("items").GetArrayLength() > 0,
            "the close to be signed");
        using var answer = await anyone.Get($"/api/auctions/{id}/bundle");
        var bundle = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var key = (await anyone.Get("/api/keys").Ok()).GetProperty("items")[0].GetProperty("id").GetString()!;
        var sound = await Verify(bundle, "--key", key);
        Assert.True(sound.Code == 0, sound.Text);
        Assert.Contains("signed tree heads 1\nprice ¥123.45\n", sound.Text, StringComparison.Ordinal);
        Assert.Contains($"key {key}", sound.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await Verify(bundle, "--key", "0123456789abcdef")).Code);
    }

    private async Task<(int Code, string Text)> Verify(byte[] file, params string[] more)
    {
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        return await Run(more);
    }

    private async Task<(int Code, string Text)> Run(params string[] more)
    {
        var ran = await Executable.Run(null, ["verify", path, .. more]);
        return (ran.ExitCode, ran.Output + ran.Error);
    }
}
