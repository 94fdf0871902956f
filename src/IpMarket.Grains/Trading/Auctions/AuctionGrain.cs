using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Proofs;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>What an auction's grain needs beside the aggregate.</summary>
public sealed record AuctionServices(
    IAuctionSurroundings Surroundings,
    IRuleProfiles Profiles,
    WorkingCalendar Calendar,
    IHeartbeats Heartbeats,
    AuctionTrees Trees);

/// <inheritdoc cref="IAuctionGrain"/>
[GrainType("trading.auction")]
public sealed partial class AuctionGrain : AggregateGrain<Auction>, IAuctionGrain, IAuctionHaltGrain, IDisposable
{
    private readonly AuctionServices services;
    private readonly ILogger<AuctionGrain> logger;
    private readonly StandingCache standings;
    private readonly Watchers watchers;
    private readonly SemaphoreSlim announcing = new(1, 1);

    public AuctionGrain(
        AggregateServices aggregate,
        AuctionServices services,
        ILogger<AuctionGrain> logger,
        [PersistentState("auction", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
        : base(aggregate, snapshot)
    {
        this.services = services;
        this.logger = logger;
        standings = new StandingCache(services.Surroundings, aggregate.Time);
        watchers = new Watchers(aggregate.Time);
    }

    public void Dispose() => announcing.Dispose();

    private string Stream => this.GetPrimaryKeyString();

    public async Task<Outcome<Accepted>> Propose(CommandContext context, ProposeAuction command)
    {
        var facts = await Listing(command.Listing);
        return await Handle(context, command with { Facts = facts }, AuctionDecider.Decide);
    }

    public async Task<Outcome<Accepted>> Draft(CommandContext context, DraftAuction command, DutyHolder duty)
    {
        var facts = await DraftFacts(command.Profile, duty);
        return await Handle(context, command with { Facts = facts }, AuctionDecider.Decide);
    }

    public async Task<Outcome<Accepted>> Publish(CommandContext context, DutyHolder duty)
    {
        var seen = Confirmed.State;
        var facts = await DraftFacts(seen.Profile?.Code, duty);
        var command = new PublishAuction(facts);
        if (!Announces(Confirmed, command, context)) return await Handle(context, command, AuctionDecider.Decide);
        await announcing.WaitAsync();
        try
        {
            return await Announce(context, duty, seen.Lot!.Listing);
        }
        finally
        {
            announcing.Release();
        }
    }

    /// <summary>
    /// The listing is taken before anything is announced; if the announcement fails after all, it is given back. One
    /// announcement at a time, so that none gives back what another has just taken. What it announces is looked up once
    /// it is taken: until then a newer notice may have changed the price.
    /// </summary>
    private async Task<Outcome<Accepted>> Announce(CommandContext context, DutyHolder duty, string listing)
    {
        if (await services.Surroundings.EnterAuction(Step(context, "enter-auction"), listing, Stream) is { } notEntered)
            return notEntered;
        var seen = Confirmed.State;
        var facts = await DraftFacts(seen.Profile?.Code, duty);
        var outcome = await Handle(context, new PublishAuction(facts), AuctionDecider.Decide);
        if (outcome.Refusal is { } refusal
            && !refusal.Is(KernelRefusal.UnknownAskAgain)
            && Confirmed.State.Status == AuctionStatus.Draft)
        {
            var leaving = Step(context, "leave-auction");
            await services.Surroundings.LeaveAuction(leaving, listing, Stream, ListingEnd.CalledOff);
        }

        return outcome;
    }

    public Task<Outcome<Accepted>> Suspend(CommandContext context, SuspendAuction command) =>
        HandleAfterTurn(context, command, AuctionDecider.Decide);

    public async Task<Outcome<Accepted>> Resume(CommandContext context, ResumeAuction command) =>
        await HandleAfterTurn(
            context, command with { Halt = await HaltOf(Services.Clock.Now) }, AuctionDecider.Decide);

    public Task<Outcome<Accepted>> Halt(CommandContext context, HaltAuction command) =>
        HandleAfterTurn(context, command, AuctionDecider.Decide);

    public Task<Outcome<Accepted>> Cancel(CommandContext context, CancelAuction command) =>
        HandleAfterTurn(context, command, AuctionDecider.Decide);

    public async Task<Outcome<Accepted>> RequestEnrolment(CommandContext context, bool isCentrePerson)
    {
        var facts = await BidderFacts(context.Actor.Party, isCentrePerson);
        var isSellers = await standings.IsMember(Confirmed.State.Lot?.Seller, context.Actor.User);
        return await HandleAfterTurn(
            context, new RequestEnrolment(facts with { IsSellersPerson = isSellers }), AuctionDecider.Decide);
    }

    public Task<Outcome<Accepted>> CancelEnrolment(CommandContext context, CancelEnrolment command) =>
        HandleAfterTurn(context, command, AuctionDecider.Decide);

    public async Task<Outcome<Accepted>> Admit(CommandContext context, int enrolment)
    {
        var facts = await BidderFacts(Confirmed.State.EnrolmentNumbered(enrolment)?.Party, isCentrePerson: false);
        return await HandleAfterTurn(context, new AdmitBidder(enrolment, facts), AuctionDecider.Decide);
    }

    public Task<Outcome<Accepted>> PlaceBid(CommandContext context, Money amount, bool isCentrePerson) => Bid(
        context, isCentrePerson, facts => new PlaceBid(amount, facts), AuctionDecider.Decide);

    public Task<Outcome<Accepted>> SetProxy(CommandContext context, Money? maximum, bool isCentrePerson) => Bid(
        context, isCentrePerson, facts => new SetProxy(maximum, facts), AuctionDecider.Decide);

    public Task<Outcome<Accepted>> MatchPrice(CommandContext context, Money price, bool isCentrePerson) => Bid(
        context, isCentrePerson, facts => new MatchPrice(price, facts), AuctionDecider.Decide);

    public Task<Outcome<Accepted>> RecordPreemption(CommandContext context, RecordPreemption command) =>
        HandleAfterTurn(context, command, AuctionDecider.Decide);

    private async Task<Outcome<Accepted>> Bid<TCommand>(
        CommandContext context,
        bool isCentrePerson,
        Func<BidFacts, TCommand> command,
        Decide<Auction, TCommand> decide)
        where TCommand : ICommand
    {
        if (!Services.Clock.IsTrusted) return await NotTaken(context, command(default), KernelRefusal.ClockNotTrusted);
        bool isVerified, isSellers, isClosed;
        try
        {
            isVerified = await standings.IsVerified(context.Actor.Party);
            isSellers = await standings.IsMember(Confirmed.State.Lot?.Seller, context.Actor.User);
            isClosed = await standings.IsClosed(
                Confirmed.State.Lot?.Listing, context.Actor.Party, Services.Clock.Now);
        }
        catch (Exception error)
        {
            LogStandingUnknown(error, Stream);
            return await NotTaken(context, command(default), KernelRefusal.Busy);
        }

        var facts = new BidFacts(isVerified, isCentrePerson, isSellers) { IsLotClosed = isClosed };
        return await HandleAfterTurn(context, command(facts), decide);
    }

    private async Task<Refusal?> HaltOf(DateTimeOffset at) => Confirmed.State.Lot is { } lot
        ? await services.Surroundings.HaltOf(lot.Listing, at)
        : null;

    /// <summary>A bid that cannot be decided now; the aggregate knows whether it is a repeat of one that was.</summary>
    private Task<Outcome<Accepted>> NotTaken<TCommand>(CommandContext context, TCommand command, KernelRefusal why)
        where TCommand : ICommand => Handle(
        context,
        command,
        (auction, _, _) => Refusal.Of(
            why,
            ("nextMinimum", auction.NextMinimum),
            ("closesAt", auction.ClosesAt),
            ("version", auction.Version)));

    public async Task<Versioned<Auction>> Get()
    {
        await TryTakeTurns();
        return Confirmed;
    }

    public async Task<RoomSnapshot> Watch(IAuctionWatcher? observer, long sinceVersion)
    {
        await TryTakeTurns();
        if (observer is not null) watchers.Renew(observer);
        return RoomSnapshot.Of(Stream, Confirmed.State, Services.Clock.Now, sinceVersion);
    }

    protected override void OnConfirmed(IReadOnlyList<Recorded> facts, Versioned<Auction> state)
    {
        SetTimer(state.State);
        SetHeadTimer(state.State, facts);
        if (watchers.IsEmpty) return;
        var bids = facts.Where(fact => fact.Event is IMovesPrice)
            .Select(fact => RoomBid.Of((IMovesPrice)fact.Event, fact));
        watchers.Tell(new RoomUpdate(
            Stream, facts[0].Version - 1, facts[^1].At, RoomPosition.Of(state.State), [.. bids]));
    }

    private bool Announces(Versioned<Auction> seen, PublishAuction command, CommandContext context) =>
        (context.IfVersion is null || context.IfVersion == seen.Version)
        && AuctionDecider.Decide(seen.State, command, new Moment(Services.Clock.Now, context.Actor))
            is { IsAccepted: true } rehearsed
        && rehearsed.Value[0] is AuctionAnnounced;

    /// <summary>
    /// A step in the listing's stream, of another id at each try: a try that was given back must be able to take the
    /// listing again, and both steps know for themselves whether they are done.
    /// </summary>
    private CommandContext Step(CommandContext context, string step) => context with
    {
        CommandId = CommandIds.Step(context.CommandId, $"{step} {Services.Clock.Now.ToUnixMicroseconds()}"),
        IfVersion = null,
    };

    private async Task<DraftFacts> DraftFacts(string? profile, DutyHolder duty)
    {
        var today = WorkingCalendar.DayOf(Services.Clock.Now);
        var rules = profile is null ? null : services.Profiles.InForce(profile, today);
        var listing = Confirmed.State.Lot is { } lot
            ? await Listing(lot.Listing)
            : new ListingFacts(null, false, null);
        return new DraftFacts(rules, services.Calendar, listing, await services.Surroundings.Route(), duty)
        {
            Host = rules is null ? null : services.Profiles.Held(rules.Host, today),
        };
    }

    /// <summary>The listing, and what the gate says of it now.</summary>
    private async Task<ListingFacts> Listing(string listing)
    {
        var facts = await services.Surroundings.Listing(listing, Stream);
        return facts is { IsOnOffer: true, Halt: null }
            ? facts with { Halt = await services.Surroundings.HaltOf(listing, Services.Clock.Now) }
            : facts;
    }

    private async Task<BidderFacts> BidderFacts(string? party, bool isCentrePerson)
    {
        var lot = Confirmed.State.Lot;
        return new BidderFacts(
            party is null ? null : await services.Surroundings.Standing(party),
            lot is null ? null : await services.Surroundings.Standing(lot.Seller),
            isCentrePerson)
        {
            Deal = lot is null || party is null
                ? null
                : await services.Surroundings.BuyerFault(lot.Listing, party, Services.Clock.Now),
        };
    }

    [LoggerMessage(LogLevel.Warning, "A bidder's standing could not be looked up for {Stream}; the bid was not taken")]
    private partial void LogStandingUnknown(Exception error, string stream);
}
