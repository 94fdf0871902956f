using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Parties;

/// <inheritdoc cref="IIdentityClaimGrain"/>
[GrainType("parties.identity-claim")]
public sealed class IdentityClaimGrain(
    AggregateServices services,
    [PersistentState("identity-claim", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<IdentityClaim>(services, snapshot), IIdentityClaimGrain
{
    public Task<string?> Holder() => Task.FromResult(Confirmed.State.Holder);

    public Task<Outcome<Accepted>> Claim(CommandContext context, ClaimIdentity command) =>
        Handle(context, command, IdentityClaimDecider.Decide);

    public Task<Outcome<Accepted>> Release(CommandContext context, ReleaseIdentity command) =>
        Handle(context, command, IdentityClaimDecider.Decide);
}
