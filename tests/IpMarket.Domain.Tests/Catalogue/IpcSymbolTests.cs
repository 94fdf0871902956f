using IpMarket.Domain.Catalogue.Patents.Numbers;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

public sealed class IpcSymbolTests
{
    [Theory]
    [InlineData("A24B   15/18    (2006.01)", "A24B 15/18")]
    [InlineData("C12R    1/645   (2006.01)", "C12R 1/645")]
    [InlineData("A23L1/0067", "A23L 1/0067")]
    [InlineData("H04W  84/    20            A I", "H04W 84/20")]
    [InlineData("C22B0034220000", "C22B 34/22")]
    [InlineData("C01G0023047000", "C01G 23/047")]
    [InlineData("C07D0417000000", "C07D 417/00")]
    [InlineData("C07D41700", "C07D 417/00")]
    [InlineData("c22b 34/1263", "C22B 34/1263")]
    [InlineData("Ｃ２２Ｂ　３４／２２", "C22B 34/22")]
    [InlineData("C25C", "C25C")]
    [InlineData("C01", "C01")]
    public void Every_spelling_of_a_symbol_is_read(string text, string shown)
    {
        Assert.True(IpcSymbol.TryParse(text, out var symbol));
        Assert.Equal(shown, symbol.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I22B 34/22")]
    [InlineData("C2B 34/22")]
    [InlineData("C22B 34/2")]
    [InlineData("C22B 34/1234567")]
    [InlineData("C22B 34")]
    [InlineData("C22B 34/22; C01G 1/00")]
    [InlineData("Y02E 60/10")]
    public void What_is_no_symbol_is_refused(string text) => Assert.False(IpcSymbol.TryParse(text, out _));
}
