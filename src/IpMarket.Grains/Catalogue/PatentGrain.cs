using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue;

/// <inheritdoc cref="IPatentGrain"/>
[GrainType("catalogue.patent")]
public sealed partial class PatentGrain(
    AggregateServices services,
    PatentRules rules,
    WorkingCalendar calendar,
    [PersistentState("patent", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Patent>(services, snapshot), IPatentGrain, IPatentEncumbrancesGrain
{
    private string Stream => this.GetPrimaryKeyString();

    public Task<Versioned<Patent>> Get() => Task.FromResult(Confirmed);

    public Task<PatentStanding> Standing() => Confirmed.State.JoinedTo is { } to
        ? GrainFactory.GetGrain<IPatentGrain>(to).Standing()
        : Task.FromResult(PatentStanding.Of(Stream, Confirmed.State, rules, Today));

    public Task<Outcome<Accepted>> Record(CommandContext context, RecordPatent command) =>
        PatentNumber.TryParse(command.Number, out var number) && number.Stream != Stream
            ? Task.FromResult<Outcome<Accepted>>(
                Refusal.Of(PatentRefusal.NumberMismatch, ("number", number.Text)))
            : Handle(context, command, PatentDecider.Decide);

    public Task<Outcome<Accepted>> RecordHolders(CommandContext context, RecordHolders command) =>
        Handle(context, command, PatentDecider.Decide);

    public Task<Outcome<Accepted>> Supplement(CommandContext context, SupplementPatent command) =>
        Handle(context, command, PatentDecider.Decide);

    public Task<Outcome<Accepted>> Join(CommandContext context, JoinPatent command) =>
        Handle(context, command, PatentDecider.Decide);

    public async Task<Outcome<Accepted>> TakeBack(
        CommandContext context, string source, ImmutableArray<Guid> commands)
    {
        var records = new List<Recorded>();
        const int Page = 500;
        IReadOnlyList<JournalRecord> page;
        do
        {
            var after = records.Count == 0 ? 0 : records[^1].Version;
            page = await Services.Journal.ReadStream(Stream, after, Page, CancellationToken.None);
            records.AddRange(page.Select(EventCodec.Decode));
        }
        while (page.Count == Page);

        var trace = FactsTrace.Of(records, commands.ToHashSet());
        return await Handle(context, new TakeBackFacts(source, trace), TakeBackDecider.Decide);
    }

    public Task<Outcome<Accepted>> Reserve(CommandContext context, ReservePatent command) =>
        Handle(context, command, PatentDecider.Decide);

    public Task<Outcome<Accepted>> ConfirmReservation(CommandContext context, ConfirmReservation command) =>
        Handle(context, command, PatentDecider.Decide);

    public Task<Outcome<Accepted>> Release(CommandContext context, ReleasePatent command) =>
        Handle(context, command, PatentDecider.Decide);

    /// <summary>
    /// Asks the listing about an overdue reservation: one it was submitted with stands, one it gives up is released. No
    /// answer leaves the deadline due, so it is asked again.
    /// </summary>
    public async Task Wake(string kind, DateTimeOffset due)
    {
        if (kind != ReservationDeadline.Kind
            || Confirmed.State.Reservation is not { } held
            || !held.IsOverdueAt(Services.Clock.Now))
            return;
        var answer = await GrainFactory.GetGrain<IListingGrain>(held.Listing)
            .LapseReservation(Step(held, "lapse"), new LapseReservation(held.Id));
        if (answer.IsAccepted)
            await Release(Step(held, "release"), new ReleasePatent(held.Listing, held.Id));
        else if (answer.Refusal!.Is(ListingRefusal.AlreadySubmitted))
            await ConfirmReservation(Step(held, "confirm"), new ConfirmReservation(held.Listing, held.Id));
    }

    /// <summary>A round may be held again after it lapsed, so its id alone does not name the reservation.</summary>
    private static CommandContext Step(Reservation held, string step) => new(
        CommandIds.Step(held.Id, $"{step} {held.Until.ToUnixMicroseconds()}"), Actor.Process("patent-reservations"));
}
