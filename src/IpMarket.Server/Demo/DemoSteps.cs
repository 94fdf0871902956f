using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Server.Demo;

/// <summary>How the demo's people act: through the same grains as everybody, under command ids of their own.</summary>
public sealed class DemoSteps(DemoAccounts accounts)
{
    private static readonly string OtherRequest = Refusal.Of(KernelRefusal.SameIdOtherRequest).Code;

    public static DutyHolder Duty(DemoPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return DutyHolder.With(person.Roles);
    }

    public Actor ActorOf(DemoPerson person) => new(accounts.UserOf(person));

    public Actor ActorOf(DemoParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return new(accounts.UserOf(party.Person), PartyOf(party));
    }

    /// <summary>The stream of a party, which follows from the command that registers it.</summary>
    public string PartyOf(DemoParty party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return Ids.Create("party", DemoIds.Of($"party-{party.Key}-register"), ActorOf(party.Person));
    }

    /// <summary>
    /// Does a step. It may have been done before, also by a version of the demo that asked for something else: then it
    /// stays as it was done.
    /// </summary>
    /// <exception cref="DemoStepException">It was refused.</exception>
    public static async Task Do(Actor actor, string step, Func<CommandContext, Task<Outcome<Accepted>>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var outcome = await act(DemoIds.As(actor, step));
        if (outcome.Refusal is { } refusal && refusal.Code != OtherRequest) throw new DemoStepException(step, refusal);
    }
}
