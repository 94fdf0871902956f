using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Users;
using Orleans.Concurrency;

namespace IpMarket.Grains.Parties;

/// <summary>The grain of one user; key <c>user:…</c>.</summary>
[Alias("parties.user-grain/1"), GrainInterfaceType("parties.user")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>What is durable. For the server's checks; never shown whole.</summary>
    [AlwaysInterleave, Alias("read")]
    Task<Versioned<User>> Read();

    /// <summary>Anybody for himself; an administrator for one of the centre's people; the house for its own.</summary>
    [AlwaysInterleave, Alias("register")]
    Task<Outcome<Accepted>> Register(CommandContext context, RegisterUser command);

    /// <summary>Administrators only.</summary>
    [AlwaysInterleave, Alias("grant")]
    Task<Outcome<Accepted>> Grant(CommandContext context, GrantCentreRole command);

    /// <summary>Administrators only.</summary>
    [AlwaysInterleave, Alias("revoke")]
    Task<Outcome<Accepted>> Revoke(CommandContext context, RevokeCentreRole command);

    /// <summary>Administrators only.</summary>
    [AlwaysInterleave, Alias("disable")]
    Task<Outcome<Accepted>> Disable(CommandContext context, DisableUser command);
}
