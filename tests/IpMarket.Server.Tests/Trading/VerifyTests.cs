using System.Text;
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

    private async Task<(int Code, string Text)> Verify(byte[] file)
    {
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        return await Run();
    }

    private async Task<(int Code, string Text)> Run()
    {
        var ran = await Executable.Run(null, "verify", path);
        return (ran.ExitCode, ran.Output + ran.Error);
    }
}
