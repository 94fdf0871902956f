using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
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
    OpenLicenceRules openLicence,
    TitlePackRules titlePack,
    PeriodBasis periods,
    [PersistentState("listing", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Listing>(services, snapshot),
        IListingGrain,
        IListingGateGrain,
        IListingPackGrain,
        IListingPortfolioGrain,
        IListingPeriodGrain,
        IDisposable
{
    private static readonly Actor Gate = Actor.Process("listing-gate");

    private string Stream => this.GetPrimaryKeyString();

    public Task<Versioned<Listing>> Get() => Task.FromResult(Confirmed);

    public async Task<Outcome<Accepted>> Draft(CommandContext context, DraftListing command) => await Handle(
        context,
        command with
        {
            Seller = await surroundings.Seller(context.Actor.Party),
            PatentStanding = await StandingOf(command.Patent),
            OpenLicence = openLicence,
        },
        ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Revise(CommandContext context, ReviseListing command) => await Handle(
        context,
        command with { PatentStanding = await PatentNow(), Further = await FurtherNow(), OpenLicence = openLicence },
        ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Handle(CommandContext context, HandleListing command) =>
        await Handle(
            context,
            command with
            {
                PatentStanding = await PatentNow(),
                Further = await FurtherNow(),
                Seller = await SellerNow(),
                House = house,
                TitlePack = titlePack,
            },
            ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Publish(CommandContext context, PublishListing command) =>
        await Handle(
            context,
            command with
            {
                PatentStanding = await PatentNow(),
                Further = await FurtherNow(),
                Seller = await SellerNow(),
                House = house,
                OpenLicence = openLicence,
                TitlePack = titlePack,
                Periods = periods,
            },
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

    public async Task<Outcome<Accepted>> Recheck(CommandContext context, RecheckListing command) =>
        await Handle(context, command with { Lookup = await LookUp(), Periods = periods }, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Resume(CommandContext context, ResumeListing command) =>
        await Handle(
            context,
            command with { Lookup = await LookUp(), OpenLicence = openLicence, Periods = periods },
            ListingDecider.Decide);

    public async Task<Refusal?> HaltAt(DateTimeOffset at) =>
        Confirmed.State.Exists
            ? ListingDecider.HaltAt(Confirmed.State, await LookUp(), new Moment(at, Gate))
            : null;

    public async Task<Refusal?> BuyerFaultAt(string party, DateTimeOffset at) =>
        Confirmed.State.Exists && (await surroundings.Seller(party))?.Standing is { } buyer
            ? ListingDecider.BuyerFault(Confirmed.State, await LookUp(), buyer, new Moment(at, Gate))
            : null;

    private IPatentGrain Patent(string stream) => GrainFactory.GetGrain<IPatentGrain>(stream);

    private Task<SellerFacts?> SellerNow() => surroundings.Seller(Confirmed.State.Seller);

    private async Task<PatentStanding?> PatentNow() =>
        Confirmed.State.Exists ? await StandingOf(Confirmed.State.Patent) : null;

    /// <summary>Null of know-how without a patent.</summary>
    private async Task<PatentStanding?> StandingOf(string patent) =>
        patent.Length > 0 ? await Patent(patent).Standing() : null;

    private Task<ImmutableArray<PatentStanding>> FurtherNow() => Standings(Confirmed.State);

    private async Task<ImmutableArray<PatentStanding>> Standings(Listing listing) =>
        [.. await Task.WhenAll(listing.FurtherStreams.Select(patent => Patent(patent).Standing()))];

    private async Task<ListingLookup> LookUp() => new(await PatentNow(), await SellerNow(), house)
    {
        Further = await FurtherNow(),
    };
}
