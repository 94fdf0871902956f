using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;

namespace IpMarket.Server.Identity;

/// <summary>What the house knows of a signed-in user, at most <see cref="Limits.RoleCacheSeconds"/> old.</summary>
/// <param name="User">His stream.</param>
/// <param name="DisplayName">How he is called.</param>
/// <param name="SecurityStamp">Changes with his password and when his sessions are ended.</param>
/// <param name="Duties">The centre's roles he holds, himself or as deputy.</param>
/// <param name="Memberships">The parties he acts for.</param>
/// <param name="Sessions">His sessions that have not ended.</param>
/// <param name="At">When it was read, market time.</param>
public sealed record Standing(
    string User,
    string DisplayName,
    string SecurityStamp,
    DutyHolder Duties,
    IReadOnlyList<Membership> Memberships,
    IReadOnlySet<string> Sessions,
    DateTimeOffset At)
{
    /// <summary>
    /// Whether he is all he was <paramref name="earlier"/>: sockets live as long. A party that came is no loss.
    /// </summary>
    public bool IsStill(Standing earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return SecurityStamp == earlier.SecurityStamp
            && Duties.Roles.SequenceEqual(earlier.Duties.Roles)
            && Duties.Deputyships.SequenceEqual(earlier.Duties.Deputyships)
            && earlier.Memberships.All(was => Memberships.Any(now => now.Party == was.Party && now.Role == was.Role));
    }
}
