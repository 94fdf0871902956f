using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Catalogue;

/// <inheritdoc cref="IListingGrain"/>
[GrainType("catalogue.listing")]
public sealed partial class ListingGrain(
    AggregateServices services,
    IListingSurroundings surroundings,
    HouseGateRules house,
    [PersistentState("listing", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Listing>(services, snapshot), IListingGrain, IListingGateGrain
{
    private string Stream => this.GetPrimaryKeyString();

    public Task<Versioned<Listing>> Get() => Task.FromResult(Confirmed);

    public async Task<Outcome<Accepted>> Draft(CommandContext context, DraftListing command) => await Handle(
        context,
        command with
        {
            Seller = await surroundings.Seller(context.Actor.Party),
            PatentStanding = await Patent(command.Patent).Standing(),
        },
        ListingDecider.Decide);

    public Task<Outcome<Accepted>> Revise(CommandContext context, ReviseListing command) =>
        Handle(context, command, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Submit(CommandContext context, SubmitListing command)
    {
        var round = Confirmed.State.NextReservation(Stream);
        var entered = command with
        {
            Reservation = round,
            Seller = await surroundings.Seller(context.Actor.Party),
            PatentStanding = await PatentNow(),
            Route = await surroundings.Route(),
            House = house,
        };
        // A submission that would be refused reserves nothing; the aggregate knows whether it is a repeat.
        if (Rehearse(context, entered) is { } refusal) return await Handle(context, entered, (_, _, _) => refusal);
        var reserved = await Patent(entered.PatentStanding!.Stream).Reserve(
            new CommandContext(CommandIds.Step(context.CommandId, $"reserve {round:D}"), context.Actor),
            new ReservePatent(Stream, round));
        return reserved.Refusal is { } held
            ? await Handle(context, entered, (_, _, _) => held)
            : await Handle(context, entered, ListingDecider.Decide);
    }

    public async Task<Outcome<Accepted>> Handle(CommandContext context, HandleListing command) =>
        await Handle(
            context,
            command with { PatentStanding = await PatentNow(), Seller = await SellerNow(), House = house },
            ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Publish(CommandContext context, PublishListing command) =>
        await Handle(
            context,
            command with { PatentStanding = await PatentNow(), Seller = await SellerNow(), House = house },
            ListingDecider.Decide);

    public Task<Outcome<Accepted>> Return(CommandContext context, ReturnListing command) =>
        Handle(context, command, ListingDecider.Decide);

    public Task<Outcome<Accepted>> Withdraw(CommandContext context, WithdrawListing command) =>
        Handle(context, command, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> EnterAuction(CommandContext context, EnterAuction command) =>
        await Handle(context, command with { Lookup = await LookUp() }, ListingDecider.Decide);

    public Task<Outcome<Accepted>> LeaveAuction(CommandContext context, LeaveAuction command) =>
        Handle(context, command, ListingDecider.Decide);

    public Task<Outcome<Accepted>> LapseReservation(CommandContext context, LapseReservation command) =>
        Handle(context, command, ListingDecider.Decide);

    private IPatentGrain Patent(string stream) => GrainFactory.GetGrain<IPatentGrain>(stream);

    private Task<SellerFacts?> SellerNow() => surroundings.Seller(Confirmed.State.Seller);

    private async Task<PatentStanding?> PatentNow() =>
        Confirmed.State.Exists ? await Patent(Confirmed.State.Patent).Standing() : null;

    private Refusal? Rehearse(CommandContext context, SubmitListing command)
    {
        var (_, version, state) = Confirmed;
        return context.IfVersion is { } seen && seen != version
            ? Refusal.Of(KernelRefusal.VersionChanged, ("version", version))
            : ListingDecider.Decide(state, command, new Moment(Services.Clock.Now, context.Actor)).Refusal;
    }
}
