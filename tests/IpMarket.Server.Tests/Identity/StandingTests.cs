using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Identity;
using Xunit;

namespace IpMarket.Server.Tests.Identity;

/// <summary>What closes a line: a loss or another role, not a party that came.</summary>
public sealed class StandingTests
{
    private static readonly Membership Own = new("party:own", "甲", MemberRole.Representative);
    private static readonly Standing Opened =
        new("user:a", "甲", "stamp", DutyHolder.None, [Own], new HashSet<string>(StringComparer.Ordinal), DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_party_that_came_changes_nothing_for_an_open_line()
    {
        var other = Own with { Party = "party:other" };
        Assert.True((Opened with { Memberships = [other, Own with { Name = "乙" }] }).IsStill(Opened));
    }

    [Fact]
    public void A_party_lost_or_another_role_or_stamp_is_a_change()
    {
        Assert.False((Opened with { Memberships = [] }).IsStill(Opened));
        Assert.False((Opened with { Memberships = [Own with { Role = MemberRole.Agent }] }).IsStill(Opened));
        Assert.False((Opened with { SecurityStamp = "other" }).IsStill(Opened));
        var handler = DutyHolder.None with { Roles = [CentreRole.Handler] };
        Assert.False((Opened with { Duties = handler }).IsStill(Opened));
        Assert.False(Opened.IsStill(Opened with { Duties = handler }));
    }
}
