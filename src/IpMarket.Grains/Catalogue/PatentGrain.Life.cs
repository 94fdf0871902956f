using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Grains.Catalogue;

/// <inheritdoc cref="IPatentLifeGrain"/>
public sealed partial class PatentGrain : IPatentLifeGrain
{
    private DateOnly Today => WorkingCalendar.DayOf(Services.Clock.Now);

    public Task<Outcome<Accepted>> RecordLegalEvents(CommandContext context, RecordLegalEvents command) =>
        Handle(context, command, (patent, given, moment) => LifeDecider.Decide(patent, given, moment, rules));

    public Task<Outcome<Accepted>> RecordFeePayment(CommandContext context, RecordFeePayment command) =>
        Handle(context, command, LifeDecider.Decide);

    public Task<Outcome<Accepted>> RecordFeeReduction(CommandContext context, RecordFeeReduction command) =>
        Handle(context, command, LifeDecider.Decide);

    public Task<Outcome<Accepted>> RecordLapseNotice(CommandContext context, RecordLapseNotice command) =>
        Handle(context, command, LifeDecider.Decide);

    public Task<Outcome<Accepted>> RecordOwnership(CommandContext context, RecordOwnership command) =>
        Handle(context, command, LifeDecider.Decide);

    public Task<Outcome<Accepted>> Retract(CommandContext context, RetractLifeFact command) =>
        Handle(context, command, LifeDecider.Decide);

    public Task<FeeReminder?> NextReminder(DateOnly from) => Task.FromResult(FeeReminder.Next(
        FeeCalendar.Of(Confirmed.State, rules, calendar, Today), rules.RemindDays, from));
}
