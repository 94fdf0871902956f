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
/// <param name="At">When it was read, market time.</param>
public sealed record Standing(
    string User,
    string DisplayName,
    string SecurityStamp,
    DutyHolder Duties,
    IReadOnlyList<Membership> Memberships,
    DateTimeOffset At)
{
    /// <summary>Equal as long as neither roles, parties nor the security stamp changed: sockets live as long.</summary>
    public string Mark => string.Join(
        ';',
        (IEnumerable<string>)
        [
            SecurityStamp,
            .. Duties.Roles.Select(role => role.ToString()),
            .. Duties.Deputyships.Select(deputyship => $"{deputyship.Role}={deputyship.From:O}/{deputyship.Until:O}"),
            .. Memberships.Select(membership => membership.Party + '=' + membership.Role),
        ]);
}
