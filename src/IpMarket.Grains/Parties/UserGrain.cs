using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Parties;

/// <inheritdoc cref="IUserGrain"/>
[GrainType("parties.user")]
public sealed class UserGrain(
    AggregateServices services,
    [PersistentState("user", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<User>(services, snapshot), IUserGrain
{
    public Task<Versioned<User>> Read() => Task.FromResult(Confirmed);

    public Task<Outcome<Accepted>> Register(CommandContext context, RegisterUser command) =>
        Handle(context, command, UserDecider.Decide);

    public Task<Outcome<Accepted>> Grant(CommandContext context, GrantCentreRole command) =>
        Handle(context, command, UserDecider.Decide);

    public Task<Outcome<Accepted>> Revoke(CommandContext context, RevokeCentreRole command) =>
        Handle(context, command, UserDecider.Decide);

    public Task<Outcome<Accepted>> Disable(CommandContext context, DisableUser command) =>
        Handle(context, command, UserDecider.Decide);
}
