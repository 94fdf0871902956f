using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Approvals;
using Orleans.Concurrency;

namespace IpMarket.Grains.Parties;

/// <summary>The centre's approval routes and deputies. Key: <see cref="ApprovalRoutes.Stream"/>.</summary>
[Alias("parties.IApprovalRoutesGrain")]
public interface IApprovalRoutesGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<ApprovalRoutes>> Get();

    [AlwaysInterleave, Alias("Set")]
    Task<Outcome<Accepted>> Set(CommandContext context, SetApprovalRoute command);

    [AlwaysInterleave, Alias("AppointDeputy")]
    Task<Outcome<Accepted>> AppointDeputy(CommandContext context, AppointDeputy command);

    [AlwaysInterleave, Alias("EndDeputyship")]
    Task<Outcome<Accepted>> EndDeputyship(CommandContext context, EndDeputyship command);
}
