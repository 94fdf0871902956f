using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Kernel;
using Orleans.Runtime;

namespace IpMarket.Grains.Parties;

/// <summary>A party: as others ask for it here, its form and its onboarding in the files beside.</summary>
[GrainType("parties.party")]
public sealed partial class PartyGrain(
    AggregateServices services,
    PartyRecords records,
    [PersistentState("party", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<Party>(services, snapshot), IPartyGrain, IPartyFormGrain, IPartyOnboardingGrain, IDisposable
{
    private Party Now => Confirmed.State;

    public async Task<PartyStanding?> Standing()
    {
        var party = Now;
        if (!party.Exists) return null;
        var affiliates = party.Affiliates ?? [];
        var holders = await Task.WhenAll(affiliates.Select(affiliate => Claim(affiliate.IdentityStream).Holder()));
        var controllers = affiliates.Where(affiliate => affiliate.Relation == AffiliateRelation.Controller);
        return new PartyStanding(
            Confirmed.Stream,
            party.StatusAt(Services.Clock.Now),
            party.IsNaturalPerson,
            party.Kinds,
            [.. holders.OfType<string>().Distinct(StringComparer.Ordinal)])
        {
            Controllers = [.. controllers.Select(affiliate => affiliate.IdentityStream)],
            Facts = [.. party.Facts.Select(fact => fact.Kind)],
        };
    }

    public async Task<ImmutableArray<string>> Names()
    {
        var party = Now;
        if (party.ErasedAt is not null) return [];
        if (!party.IsNaturalPerson) return Newest(party.Identity.Name, party.VerifiedNames);
        return Newest(await Read(party.Identity.PersonName), await Read(party.VerifiedPersonNames));
    }

    public async Task<bool> OwnsAccount(string account)
    {
        var party = Now;
        var wanted = Folding.Code(account);
        if (wanted.Length == 0 || party.ErasedAt is not null) return false;
        var known = party.Account is { } present ? party.VerifiedAccounts.Add(present.Number) : party.VerifiedAccounts;
        return (await Read(known)).Contains(wanted, StringComparer.Ordinal);
    }

    public Task<bool> IsMember(string user) => Task.FromResult(Now.IsMemberAt(user, Services.Clock.Now));

    public Task<Versioned<Party>> Get() => Task.FromResult(Confirmed);

    public Task<Outcome<Accepted>> Register(CommandContext context, RegisterParty command) =>
        Handle(context, command, PartyFormDecider.Decide);

    /// <summary>The year is over, says the deadline; the decider compares the times itself.</summary>
    public Task Wake(string kind, DateTimeOffset due) => Expire(
        new CommandContext(
            CommandIds.Of(Confirmed.Stream, Confirmed.Version, "deadline-" + kind), Actor.Process("deadlines")),
        new ExpireVerification());

    public void Dispose() => claims.Dispose();

    private static ImmutableArray<string> Newest(string? present, IReadOnlyList<string> former) =>
        [
            .. (IEnumerable<string>)(present is null ? [] : [present]),
            .. former.Reverse().Where(name => name != present),
        ];

    private IIdentityClaimGrain Claim(string stream) => GrainFactory.GetGrain<IIdentityClaimGrain>(stream);

    private Task<string?> Read(PersonalRef? kept) => records.Read(kept, CancellationToken.None);

    /// <summary>The texts that are still there, in the references' order.</summary>
    private async Task<string[]> Read(ImmutableArray<PersonalRef> kept) =>
        [.. (await Task.WhenAll(kept.Select(Read))).OfType<string>()];
}
