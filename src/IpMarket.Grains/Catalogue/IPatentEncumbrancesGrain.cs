using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue;

/// <summary>
/// A patent's encumbrances (权利负担) and the consents about them. Key: the patent's stream. The centre's handlers only;
/// callers have checked it.
/// </summary>
[Alias("catalogue.IPatentEncumbrancesGrain")]
public interface IPatentEncumbrancesGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("RecordEncumbrance")]
    Task<Outcome<Accepted>> RecordEncumbrance(CommandContext context, RecordEncumbrance command);

    [AlwaysInterleave, Alias("RenewEncumbrance")]
    Task<Outcome<Accepted>> RenewEncumbrance(CommandContext context, RenewEncumbrance command);

    [AlwaysInterleave, Alias("EndEncumbrance")]
    Task<Outcome<Accepted>> EndEncumbrance(CommandContext context, EndEncumbrance command);

    [AlwaysInterleave, Alias("RecordConsent")]
    Task<Outcome<Accepted>> RecordConsent(CommandContext context, RecordConsent command);

    [AlwaysInterleave, Alias("WithdrawConsent")]
    Task<Outcome<Accepted>> WithdrawConsent(CommandContext context, WithdrawConsent command);
}
