using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;

namespace IpMarket.Grains.Catalogue;

/// <content>Encumbrances.</content>
public sealed partial class PatentGrain
{
    public Task<Outcome<Accepted>> RecordEncumbrance(CommandContext context, RecordEncumbrance command) =>
        Handle(context, command, EncumbranceDecider.Decide);

    public Task<Outcome<Accepted>> RenewEncumbrance(CommandContext context, RenewEncumbrance command) =>
        Handle(context, command, EncumbranceDecider.Decide);

    public Task<Outcome<Accepted>> EndEncumbrance(CommandContext context, EndEncumbrance command) =>
        Handle(context, command, EncumbranceDecider.Decide);

    public Task<Outcome<Accepted>> RecordConsent(CommandContext context, RecordConsent command) =>
        Handle(context, command, EncumbranceDecider.Decide);

    public Task<Outcome<Accepted>> WithdrawConsent(CommandContext context, WithdrawConsent command) =>
        Handle(context, command, EncumbranceDecider.Decide);
}
