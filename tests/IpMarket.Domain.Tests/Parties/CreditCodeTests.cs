using IpMarket.Domain.Parties.Identities;
using Xunit;

namespace IpMarket.Domain.Tests.Parties;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Codes listed companies print in their annual reports.</summary>
    public static TheoryData<string> Published => new(
        "914403001922038216", "91330100799655058B", "9144030071526726XG", "91110000802100433B");

    [Theory]
    [MemberData(nameof(Published))]
    public void A_published_code_is_read(string text)
    {
        Assert.True(CreditCode.TryParse(text, out var code));
        Assert.Equal(text, code.Value);
        Assert.Equal("credit-code:" + text, code.Stream);
    }

    [Theory]
    [InlineData("９１３３０１００７９９６５５０５８Ｂ")]
    [InlineData("91330100 7996-5505 8b")]
    [InlineData("　91330100799655058b ")]
    public void Width_case_blanks_and_dashes_are_folded(string text)
    {
        Assert.True(CreditCode.TryParse(text, out var code));
        Assert.Equal("91330100799655058B", code.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9133010079965505")]
    [InlineData("91330100799655058BB")]
    [InlineData("9133010O799655058B")]
    [InlineData("91330100799655058\u200B")]
    [InlineData("9133010A799655058B")]
    public void What_is_no_code_is_refused(string? text) => Assert.False(CreditCode.TryParse(text, out _));

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_change_of_one_character_is_refused(string text)
    {
        var refused = 0;
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var other in Alphabet.Where(c => c != text[i]))
            {
                var changed = text[..i] + other + text[(i + 1)..];
                Assert.False(CreditCode.TryParse(changed, out _), changed);
                refused++;
            }
        }

        Assert.Equal(18 * 30, refused);
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_swap_of_two_different_neighbours_is_refused(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == text[i + 1]) continue;
            var swapped = text[..i] + text[i + 1] + text[i] + text[(i + 2)..];
            Assert.False(CreditCode.TryParse(swapped, out _), swapped);
        }
    }
}
