using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>A personal text a command brings; it goes into the vault and its reference into the command.</summary>
/// <param name="Kind">Names the row within the command, see <see cref="PartyRecords.Keep"/>.</param>
/// <param name="Text">What is kept.</param>
/// <param name="Person">True for somebody other than the party: he gets a key of his own.</param>
public sealed record PersonalText(string Kind, string Text, bool Person = false);

/// <summary>References to what a command brings, by kind; null where the command brings none of that kind.</summary>
public sealed class PersonalRefs(string party, Guid commandId, IReadOnlyList<PersonalText> texts)
{
    public PersonalRef? Find(string kind) => texts.FirstOrDefault(text => text.Kind == kind) is { } found
        ? PartyRecords.RefOf(party, commandId, kind, found.Person)
        : null;

    public PersonalRef this[string kind] =>
        Find(kind) ?? throw new InvalidOperationException($"No text of kind {kind}.");
}

/// <summary>
/// The way of a command on a party: visible → allowed → personal texts into the vault → grain. A command that would be
/// refused leaves nothing in the vault; a repeat keeps nothing again.
/// </summary>
public sealed class PartyDesk(
    IGrainFactory grains,
    PartyRecords records,
    IIdentityDigest digest,
    IJournal journal,
    IViewPositions positions,
    Standings standings)
{
    private static readonly TimeSpan ViewWaitMax = TimeSpan.FromSeconds(2);

    public PartyRecords Records => records;

    public IPartyGrain Party(string id) => grains.GetGrain<IPartyGrain>(id);

    public IPartyFormGrain Form(string id) => grains.GetGrain<IPartyFormGrain>(id);

    public IPartyOnboardingGrain Onboarding(string id) => grains.GetGrain<IPartyOnboardingGrain>(id);

    public IUserGrain User(string user) => grains.GetGrain<IUserGrain>(user);

    /// <summary>The party, if there is one and the caller sees it.</summary>
    public async Task<Outcome<Versioned<Party>>> See(string id, Caller caller)
    {
        var party = await Party(id).Get();
        return party.State.Exists && PartyAbilities.Sees(party.State, caller.Duties, caller.Moment)
            ? party
            : Refusal.Of(PartyRefusal.PartyUnknown);
    }

    /// <summary>A command that brings nothing personal.</summary>
    public async Task<Outcome<Accepted>> Act(
        string id, Call call, Func<IPartyOnboardingGrain, CommandContext, Task<Outcome<Accepted>>> send)
    {
        var seen = await SeeOrRepeat(id, call, CancellationToken.None);
        if (seen.Refusal is { } unseen) return unseen;
        return await send(Onboarding(id), ContextOf(call));
    }

    /// <summary>A command that may bring personal texts.</summary>
    /// <param name="id">The party.</param>
    /// <param name="call">Who calls.</param>
    /// <param name="texts">What it brings.</param>
    /// <param name="make">Makes the command from the party as it is and the references.</param>
    /// <param name="decide">The rule, asked beforehand.</param>
    /// <param name="send">Hands it to the grain.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Outcome<Accepted>> Act<TCommand>(
        string id,
        Call call,
        IReadOnlyList<PersonalText> texts,
        Func<Party, PersonalRefs, Task<Outcome<TCommand>>> make,
        Decide<Party, TCommand> decide,
        Func<CommandContext, TCommand, Task<Outcome<Accepted>>> send,
        CancellationToken cancel)
        where TCommand : ICommand
    {
        var seen = await SeeOrRepeat(id, call, cancel);
        if (seen.Refusal is { } unseen) return unseen;
        var (party, context) = (seen.Value, ContextOf(call));
        var made = await make(party.State, new PersonalRefs(id, context.CommandId, texts));
        if (made.Refusal is { } malformed) return malformed;
        if (texts.Count > 0)
        {
            var refusal = Beforehand(party, context, made.Value, decide, call.Caller.At);
            if (refusal is not null && !await IsStored(id, context.CommandId, cancel)) return refusal;
            var other = await Keep(id, context.CommandId, texts, readOnly: refusal is not null, cancel);
            if (other is not null) return other;
        }

        return await send(context, made.Value);
    }

    /// <summary>The stream of an ID number.</summary>
    public async Task<string> StreamOf(IdNumber number, CancellationToken cancel) =>
        PartyNumbers.StreamOf(await digest.Of(number.Reveal(), cancel));

    /// <summary>Whether a scan was uploaded for the party.</summary>
    public async Task<bool> HasScan(string party, string sha256, CancellationToken cancel) =>
        await records.ReadScan(party, sha256, cancel) is not null;

    /// <summary>After a change of who acts for whom: the user's next call knows it.</summary>
    public async Task Forget(long pos, CancellationToken cancel, params IReadOnlyList<string> users)
    {
        await positions.WaitFor("views-parties", pos, ViewWaitMax, cancel);
        foreach (var user in users) standings.Forget(user);
    }

    /// <summary>
    /// The stream says which party it is, so the party chosen for other acts does not make another request.
    /// </summary>
    private static CommandContext ContextOf(Call call) =>
        call.Context with { Actor = new Actor(call.Caller.User) };

    /// <summary>As <see cref="See"/>; who has removed himself sees it once more when he repeats that command.</summary>
    private async Task<Outcome<Versioned<Party>>> SeeOrRepeat(string id, Call call, CancellationToken cancel)
    {
        var seen = await See(id, call.Caller);
        return seen.IsAccepted || !await IsStored(id, call.Context.CommandId, cancel) ? seen : await Party(id).Get();
    }

    private static Refusal? Beforehand<TCommand>(
        Versioned<Party> party,
        CommandContext context,
        TCommand command,
        Decide<Party, TCommand> decide,
        DateTimeOffset at)
        where TCommand : ICommand => context.IfVersion is { } seen && seen != party.Version
        ? Refusal.Of(KernelRefusal.VersionChanged, ("version", party.Version))
        : decide(party.State, command, new Moment(at, context.Actor)).Refusal;

    private async Task<bool> IsStored(string id, Guid commandId, CancellationToken cancel) =>
        (await journal.ReadCommand(id, commandId, cancel)).Count > 0;

    /// <summary>Keeps the texts, or only sees that a repeat brings the same ones.</summary>
    private async Task<Refusal?> Keep(
        string id, Guid commandId, IReadOnlyList<PersonalText> texts, bool readOnly, CancellationToken cancel)
    {
        foreach (var text in texts)
        {
            if (readOnly)
            {
                var known = await records.Read(PartyRecords.RefOf(id, commandId, text.Kind, text.Person), cancel);
                if (known is not null && known != text.Text) return Refusal.Of(KernelRefusal.SameIdOtherRequest);
                continue;
            }

            var kept = await records.Keep(id, commandId, text.Kind, text.Text, text.Person, cancel);
            if (kept.Refusal is { } refusal) return refusal;
        }

        return null;
    }
}
