using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Grains.Catalogue;

/// <content>The listing period and its purchase intents.</content>
public sealed partial class ListingGrain
{
    public async Task<PeriodBounds> Bounds()
    {
        var (listing, seller) = (Confirmed.State, await SellerNow());
        return periods.Rules.BoundsOf(
            seller?.Standing?.Facts ?? [], listing.Offer, WorkingCalendar.DayOf(Services.Clock.Now));
    }

    public async Task<Outcome<Accepted>> Choose(CommandContext context, ChooseListingPeriod command) => await Handle(
        context,
        command with
        {
            ProfileName = await surroundings.ProfileName(
                command.Profile, WorkingCalendar.DayOf(Services.Clock.Now)),
            Lookup = await LookUp(),
            Basis = periods,
        },
        ListingDecider.Decide);

    public async Task<Outcome<Accepted>> Extend(CommandContext context) => await Handle(
        context, new ExtendListingPeriod(await LookUp(), periods), ListingDecider.Decide);

    public async Task<Outcome<Accepted>> RequestChange(CommandContext context, RequestListingChange command) =>
        await Handle(
            context, command with { Lookup = await LookUp(), Basis = periods }, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> DecideChange(CommandContext context, DecideListingChange command) =>
        await Handle(
            context, command with { Lookup = await LookUp(), Basis = periods }, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> RecordContract(CommandContext context, RecordListingContract command)
    {
        var buyer = Confirmed.State.Period.Effective.FirstOrDefault()?.Party;
        return await Handle(
            context,
            command with
            {
                Buyer = (await surroundings.Seller(buyer))?.Standing,
                Lookup = await LookUp(),
            },
            ListingDecider.Decide);
    }

    public async Task<Outcome<Accepted>> RecordDeal(CommandContext context, RecordListingDeal command)
    {
        var buyer = Confirmed.State.Period.Effective.FirstOrDefault(intent => intent.Number == command.Intent)?.Party;
        return await Handle(
            context,
            command with
            {
                Buyer = (await surroundings.Seller(buyer))?.Standing, Lookup = await LookUp(), Basis = periods,
            },
            ListingDecider.Decide);
    }

    public Task<Outcome<Accepted>> FailContract(CommandContext context, FailListingContract command) =>
        Handle(context, command, ListingDecider.Decide);

    public async Task<Outcome<Accepted>> FileIntent(
        CommandContext context, FileIntent command, bool isCentrePerson)
    {
        var seller = Confirmed.State.Seller;
        var facts = new IntentFacts(
            (await surroundings.Seller(context.Actor.Party))?.Standing,
            (await SellerNow())?.Standing,
            isCentrePerson,
            seller is not null && await surroundings.IsMember(seller, context.Actor.User));
        return await Handle(
            context, command with { Facts = facts, Lookup = await LookUp() }, ListingDecider.Decide);
    }

    public Task<Outcome<Accepted>> CountDeposit(CommandContext context, CountIntentDeposit command) =>
        Handle(context, command, ListingDecider.Decide);

    public Task<Outcome<Accepted>> WithdrawIntent(CommandContext context) =>
        Handle(context, new WithdrawIntent(), ListingDecider.Decide);

    /// <summary>
    /// Ends the period whose instant has come, or asks the gate on the day a date may close it, unless moved meanwhile.
    /// </summary>
    public async Task Wake(string kind, DateTimeOffset due)
    {
        var (stream, version, listing) = Confirmed;
        if (kind == ListingRecheckSet.Kind && listing.RecheckAt is { } recheckAt && recheckAt <= Services.Clock.Now)
        {
            var asked = CommandIds.Of(stream, recheckAt.ToUnixMicroseconds(), $"{kind} {version}");
            await Recheck(new CommandContext(asked, Actor.Process(kind)), new RecheckListing());
            return;
        }

        if (kind != IMovesPeriod.Kind
            || listing.Period is not { Phase: PeriodPhase.Running, EndsAt: { } endsAt }
            || endsAt > Services.Clock.Now)
            return;

        // The version, because a period may come back to the same end: stopped and resumed within a day.
        var id = CommandIds.Of(stream, endsAt.ToUnixMicroseconds(), $"{kind} {version}");
        var paid = listing.Period.Chosen?.Deposit is null ? [] : await surroundings.PaidIntents(stream, endsAt);
        await Handle(
            new CommandContext(id, Actor.Process(kind)),
            new EndListingPeriod(periods) { Paid = paid },
            ListingDecider.Decide);
    }
}
