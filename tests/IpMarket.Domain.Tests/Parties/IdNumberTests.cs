using IpMarket.Domain.Parties.Identities;
using Xunit;

namespace IpMarket.Domain.Tests.Parties;

public sealed class IdNumberTests
{
    /// <summary>The example of GB 11643-1999 and numbers computed from its formula.</summary>
    public static TheoryData<string> Valid => new(
        "11010519491231002X", "11010519900307001X", "440524200002290016", "810000199408230021");

    [Theory]
    [InlineData("11010519491231002", 'X')]
    [InlineData("44052418800101001", '4')]
    public void The_standards_examples_have_their_check_character(string first17, char check) =>
        Assert.Equal(check, IdNumber.CheckCharacter(first17));

    [Fact]
    public void The_check_character_is_that_of_the_standards_table_of_weights()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        const string table = "10X98765432";
        for (var order = 0; order < 1000; order++)
        {
            var first17 = $"51040219850615{order:000}";
            var expected = table[first17.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
            Assert.Equal(expected, IdNumber.CheckCharacter(first17));
        }
    }

    [Fact]
    public void The_example_is_read_and_shown_masked_only()
    {
        Assert.True(IdNumber.TryParse("１１０１０５１９４９１２３１００２ｘ", out var number));
        Assert.Equal("11010519491231002X", number.Reveal());
        Assert.Equal(new DateOnly(1949, 12, 31), number.Born);
        Assert.Equal("11**************2X", number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("110105491231002")]
    [InlineData("11010519491231002x0")]
    [InlineData("1101051949X231002X")]
    public void What_is_no_number_is_refused(string? text) => Assert.False(IdNumber.TryParse(text, out _));

    [Theory]
    [InlineData("11010519490230001")]
    [InlineData("11010520010229001")]
    [InlineData("11010518991231001")]
    [InlineData("99010519490101001", true)]
    [InlineData("10010519490101001")]
    [InlineData("00010519490101001")]
    public void Region_and_date_are_checked_too(string first17, bool accepted = false) =>
        Assert.Equal(accepted, IdNumber.TryParse(first17 + IdNumber.CheckCharacter(first17), out _));

    [Theory]
    [MemberData(nameof(Valid))]
    public void Every_change_of_one_character_is_refused(string text)
    {
        var folded = text[..17] + IdNumber.CheckCharacter(text.AsSpan(0, 17));
        Assert.True(IdNumber.TryParse(folded, out _), folded);
        for (var i = 0; i < folded.Length; i++)
        {
            foreach (var other in (i < 17 ? "0123456789" : "0123456789X").Where(c => c != folded[i]))
            {
                var changed = folded[..i] + other + folded[(i + 1)..];
                Assert.False(IdNumber.TryParse(changed, out _), changed);
            }
        }
    }

    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData("+86 138-1234-5678", "13812345678")]
    [InlineData("００８６１３８１２３４５６７８", "13812345678")]
    [InlineData("+852 5123 4567", "+85251234567")]
    [InlineData("12812345678", null)]
    [InlineData("1381234567", null)]
    [InlineData("+1", null)]
    [InlineData("手机", null)]
    public void A_mobile_is_read_in_its_usual_spellings(string text, string? expected)
    {
        Assert.Equal(expected is not null, ContactFormats.TryMobile(text, out var mobile));
        if (expected is not null) Assert.Equal(expected, mobile);
    }

    [Theory]
    [InlineData("6222 0210 0111 6245 702", "6222021001116245702")]
    [InlineData("１２３４５６７８", "12345678")]
    [InlineData("1234567", null)]
    [InlineData("1234567890123456789012345678901", null)]
    [InlineData("12345678a", null)]
    public void An_account_is_digits_only(string text, string? expected)
    {
        Assert.Equal(expected is not null, ContactFormats.TryAccount(text, out var account));
        if (expected is not null) Assert.Equal(expected, account);
    }

    [Theory]
    [InlineData("攀枝花示例科技（集团）有限公司", "攀枝花示例科技(集团) 有限公司", true)]
    [InlineData("ＡＢＣ Ltd", "abc LTD", true)]
    [InlineData("甲公司", "乙公司", false)]
    [InlineData("", "", false)]
    public void Names_are_compared_with_width_folded(string left, string right, bool same) =>
        Assert.Equal(same, Folding.SameName(left, right));
}
