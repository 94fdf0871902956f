using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Identities;
using Orleans.Concurrency;

namespace IpMarket.Grains.Parties;

/// <summary>Whose a credit code or ID number is. Key: <c>credit-code:CODE</c> or <c>id-number:DIGEST</c>.</summary>
[Alias("parties.IIdentityClaimGrain")]
public interface IIdentityClaimGrain : IGrainWithStringKey
{
    /// <summary>The party that goes by it, or null.</summary>
    [AlwaysInterleave, Alias("Holder")]
    Task<string?> Holder();

    [AlwaysInterleave, Alias("Claim")]
    Task<Outcome<Accepted>> Claim(CommandContext context, ClaimIdentity command);

    [AlwaysInterleave, Alias("Release")]
    Task<Outcome<Accepted>> Release(CommandContext context, ReleaseIdentity command);
}
