using IpMarket.Domain.Parties;
using Xunit;

namespace IpMarket.Domain.Tests.Parties;

public sealed class PartyStandingTests
{
    [Theory]
    // affiliates and controllers of each → of one group
    [InlineData("", "", "", "", false)]
    [InlineData("party:b", "", "", "", true)]
    [InlineData("", "", "party:a", "", true)]
    [InlineData("", "credit-code:X", "", "credit-code:X", true)]
    [InlineData("", "credit-code:X", "", "credit-code:Y", false)]
    [InlineData("party:c", "", "party:c", "", false)]
    public void One_group_is_named_by_either_or_has_one_controller(
        string ofA, string controllersOfA, string ofB, string controllersOfB, bool affiliated)
    {
        var a = Standing("party:a", ofA, controllersOfA);
        var b = Standing("party:b", ofB, controllersOfB);
        Assert.Equal(affiliated, a.IsAffiliatedWith(b));
        Assert.Equal(affiliated, b.IsAffiliatedWith(a));
    }

    private static PartyStanding Standing(string party, string affiliates, string controllers) =>
        new(party, OnboardingStatus.Verified, false, [PartyKind.Enterprise], [.. Split(affiliates)])
        {
            Controllers = [.. Split(controllers)],
        };

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
