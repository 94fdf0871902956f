using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel.Papers;

public sealed class AmountInWordsTests
{
    /// <summary>The regulation's own examples first, then places, sections and the ends of the range.</summary>
    [Theory]
    [InlineData(1_409_50, "壹仟肆佰零玖元伍角")]
    [InlineData(6_007_14, "陆仟零柒元壹角肆分")]
    [InlineData(1_680_32, "壹仟陆佰捌拾元零叁角贰分")]
    [InlineData(107_000_53, "壹拾万柒仟元零伍角叁分")]
    [InlineData(16_409_02, "壹万陆仟肆佰零玖元零贰分")]
    [InlineData(325_04, "叁佰贰拾伍元零肆分")]
    [InlineData(0, "零元整")]
    [InlineData(1, "壹分")]
    [InlineData(10, "壹角")]
    [InlineData(53, "伍角叁分")]
    [InlineData(1_00, "壹元整")]
    [InlineData(1_01, "壹元零壹分")]
    [InlineData(10_00, "壹拾元整")]
    [InlineData(10_10, "壹拾元零壹角")]
    [InlineData(15_00, "壹拾伍元整")]
    [InlineData(100_00, "壹佰元整")]
    [InlineData(1_001_00, "壹仟零壹元整")]
    [InlineData(1_010_00, "壹仟零壹拾元整")]
    [InlineData(10_000_00, "壹万元整")]
    [InlineData(10_001_00, "壹万零壹元整")]
    [InlineData(10_100_00, "壹万零壹佰元整")]
    [InlineData(100_100_00, "壹拾万零壹佰元整")]
    [InlineData(1_250_000_00, "壹佰贰拾伍万元整")]
    [InlineData(100_000_001_00, "壹亿零壹元整")]
    [InlineData(100_010_000_00, "壹亿零壹万元整")]
    [InlineData(110_000_000_00, "壹亿壹仟万元整")]
    [InlineData(10_000_000_000_00, "壹佰亿元整")]
    [InlineData(1_234_567_890_12, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分")]
    [InlineData(1_234_500_000_000_00, "壹万贰仟叁佰肆拾伍亿元整")]
    [InlineData(-5_00, "负伍元整")]
    [InlineData(long.MinValue, "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分")]
    public void An_amount_is_written_as_the_regulation_says(long fen, string capitals) =>
        Assert.Equal("人民币" + capitals, AmountInWords.Of(Money.Cny(fen)));
}
