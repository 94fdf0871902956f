using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Grains.Parties;

public sealed partial class PartyGrain
{
    public Task<Outcome<Accepted>> Describe(CommandContext context, DescribeParty command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> SetContacts(CommandContext context, SetContacts command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> SetBankAccount(CommandContext context, SetBankAccount command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> SetInvoiceData(CommandContext context, SetInvoiceData command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> DeclareFacts(CommandContext context, DeclareFacts command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> DeclareAffiliates(CommandContext context, DeclareAffiliates command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> AcceptAgreements(CommandContext context, AcceptAgreements command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> AddMember(CommandContext context, AddMember command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> AcceptMembership(CommandContext context, AcceptMembership command) =>
        Handle(context, command, PartyFormDecider.Decide);

    public Task<Outcome<Accepted>> RemoveMember(CommandContext context, RemoveMember command) =>
        Handle(context, command, PartyFormDecider.Decide);
}
