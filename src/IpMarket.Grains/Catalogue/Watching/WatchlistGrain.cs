using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue.Watching;

/// <inheritdoc cref="IWatchlistGrain"/>
[GrainType("catalogue.watchlist")]
public sealed class WatchlistGrain(
    AggregateServices services,
    [PersistentState("watchlist", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Watchlist>(services, snapshot), IWatchlistGrain
{
    private DateOnly Today => WorkingCalendar.DayOf(Services.Clock.Now);

    public Task<Versioned<Watchlist>> Get() => Task.FromResult(Confirmed);

    public async Task<Outcome<Accepted>> Watch(CommandContext context, WatchPatent command) => await Handle(
        context, command with { Next = await Reminder(command.Patent, Today) }, WatchDecider.Decide);

    public Task<Outcome<Accepted>> Unwatch(CommandContext context, UnwatchPatent command) =>
        Handle(context, command, WatchDecider.Decide);

    public async Task<Outcome<Accepted>> SetReminder(CommandContext context, SetReminder command) => await Handle(
        context,
        command with
        {
            Next = await Reminder(command.Patent, Confirmed.State.Find(command.Patent)?.From(Today) ?? Today),
        },
        WatchDecider.Decide);

    public Task<Outcome<Accepted>> ReadNotices(CommandContext context, ReadNotices command) =>
        Handle(context, command, WatchDecider.Decide);

    /// <summary>Tells of the fee that falls due, unless facts have moved it meanwhile.</summary>
    public async Task Wake(string kind, DateTimeOffset due)
    {
        var (_, version, list) = Confirmed;
        if (ReminderDeadline.PatentOf(kind) is not { } patent
            || list.Find(patent)?.Next is not { } reminder
            || reminder.At() > Services.Clock.Now)
            return;

        // The version, because one reminder may come up again: the watch ended and began anew, or facts moved it back.
        var id = CommandIds.Of(
            this.GetPrimaryKeyString(),
            reminder.At().ToUnixMicroseconds(),
            $"{patent} {reminder.Milestone} {reminder.Year} {version}");
        await Handle(
            new CommandContext(id, Actor.Process("fee-reminders")),
            new RemindOfFee(
                patent,
                reminder,
                await Reminder(patent, reminder.RemindOn),
                await Reminder(patent, Today.AddDays(1))),
            WatchDecider.Decide);
    }

    private Task<FeeReminder?> Reminder(string patent, DateOnly from) =>
        GrainFactory.GetGrain<IPatentLifeGrain>(patent).NextReminder(from);
}
