using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Parties;

/// <inheritdoc cref="IApprovalRoutesGrain"/>
[GrainType("parties.approval-routes")]
public sealed class ApprovalRoutesGrain(
    AggregateServices services,
    [PersistentState("approval-routes", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<ApprovalRoutes>(services, snapshot), IApprovalRoutesGrain
{
    public Task<Versioned<ApprovalRoutes>> Get() => Task.FromResult(Confirmed);

    public Task<Outcome<Accepted>> Set(CommandContext context, SetApprovalRoute command) =>
        Handle(context, command, ApprovalRoutesDecider.Decide);

    public Task<Outcome<Accepted>> AppointDeputy(CommandContext context, AppointDeputy command) =>
        Handle(context, command, ApprovalRoutesDecider.Decide);

    public Task<Outcome<Accepted>> EndDeputyship(CommandContext context, EndDeputyship command) =>
        Handle(context, command, ApprovalRoutesDecider.Decide);
}
