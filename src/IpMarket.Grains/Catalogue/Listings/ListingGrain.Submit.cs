using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Submission;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;

namespace IpMarket.Grains.Catalogue;

/// <content>Which patents it offers, and their reservations when it is submitted.</content>
public sealed partial class ListingGrain
{
    private static readonly Actor Reservations = Actor.Process("listing-reservations");

    /// <summary>
    /// One attempt at a time: an attempt that waited for its patents must not take what a later round holds.
    /// </summary>
    private readonly SemaphoreSlim reserving = new(1, 1);

    public void Dispose() => reserving.Dispose();

    public Task<Outcome<Accepted>> AddPatent(CommandContext context, AddListingPatent command) => InTurn(
        async () => await Handle(
            context,
            command with
            {
                Standing = await Patent(command.Patent).Standing(),
                Seller = await surroundings.Seller(context.Actor.Party),
            },
            ListingDecider.Decide));

    public Task<Outcome<Accepted>> RemovePatent(CommandContext context, RemoveListingPatent command) =>
        InTurn(() => Handle(context, command, ListingDecider.Decide));

    public Task<Outcome<Accepted>> Submit(CommandContext context, SubmitListing command) =>
        InTurn(() => SubmitNow(context, command));

    public async Task<ImmutableArray<Refusal>> Wanting()
    {
        var listing = Confirmed.State;
        if (!listing.IsWithSeller) return [];
        var command = await LookedUp(new SubmitListing([]), listing, listing.Seller);
        return SubmissionCheck.Wanting(listing, command, new Moment(Services.Clock.Now, Gate));
    }

    private async Task<SubmitListing> LookedUp(SubmitListing command, Listing listing, string? party) => command with
    {
        Seller = await surroundings.Seller(party),
        PatentStanding = await PatentNow(),
        Further = await Standings(listing),
        House = house,
        OpenLicence = openLicence,
        TitlePack = titlePack,
        Periods = periods,
    };

    private async Task<Outcome<Accepted>> InTurn(Func<Task<Outcome<Accepted>>> act)
    {
        await reserving.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            reserving.Release();
        }
    }

    private async Task<Outcome<Accepted>> SubmitNow(CommandContext context, SubmitListing command)
    {
        var listing = Confirmed.State;
        var round = listing.NextReservation(Stream);
        var entered = (await LookedUp(command, listing, context.Actor.Party)) with
        {
            Reservation = round, Route = await surroundings.Route(),
        };
        // A submission that would be refused reserves nothing; the aggregate knows whether it is a repeat.
        if (Rehearse(context, entered) is { } refusal) return await Handle(context, entered, (_, _, _) => refusal);
        // Know-how has no patent to hold.
        if (listing.IsKnowHow) return await Handle(context, entered, ListingDecider.Decide);
        return await Reserve(context, entered, round, listing.Reservation) is { } held
            ? await Handle(context, entered, (_, _, _) => held)
            : await Handle(context, entered, ListingDecider.Decide);
    }

    /// <summary>
    /// Holds its patents one after the other, each in its own stream, under one reservation. Where one refuses, those
    /// held are given back, and the answer names it. What a crash leaves held gives up by itself, for its patent asks
    /// this listing then.
    /// </summary>
    private async Task<Refusal?> Reserve(CommandContext context, SubmitListing command, Guid round, Guid? ended)
    {
        var held = new List<string>();
        foreach (var patent in command.Further.Prepend(command.PatentStanding!).Select(standing => standing.Stream))
        {
            var step = held.Count == 0 ? $"reserve {round:D}" : $"reserve {round:D} {patent}";
            var reserved = await Patent(patent).Reserve(
                new CommandContext(CommandIds.Step(context.CommandId, step), context.Actor),
                new ReservePatent(Stream, round) { Ended = ended });
            if (reserved.Refusal is { } refusal)
            {
                await GiveBack(context, held, round);
                return command.Further.IsEmpty ? refusal : ListingDecider.OfPatent(refusal, patent);
            }

            held.Add(patent);
        }

        return null;
    }

    /// <summary>
    /// The round lapses before anything is given back, so that no other attempt of it is submitted meanwhile; one that
    /// was already keeps what it holds.
    /// </summary>
    private async Task GiveBack(CommandContext context, List<string> held, Guid round)
    {
        if (held.Count == 0) return;
        var lapsed = await LapseReservation(
            new CommandContext(CommandIds.Step(context.CommandId, $"lapse {round:D}"), Reservations),
            new LapseReservation(round));
        if (!lapsed.IsAccepted) return;
        foreach (var patent in held)
            await Patent(patent).Release(
                new CommandContext(CommandIds.Step(context.CommandId, $"release {round:D} {patent}"), Reservations),
                new ReleasePatent(Stream, round));
    }

    private Refusal? Rehearse(CommandContext context, SubmitListing command)
    {
        var (_, version, state) = Confirmed;
        return context.IfVersion is { } seen && seen != version
            ? Refusal.Of(KernelRefusal.VersionChanged, ("version", version))
            : ListingDecider.Decide(state, command, new Moment(Services.Clock.Now, context.Actor)).Refusal;
    }
}
