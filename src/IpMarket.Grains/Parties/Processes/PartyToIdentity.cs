using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Parties.Processes;

/// <summary>
/// A party that goes by another credit code or ID number, or is closed, gives the one it went by back, so that it can
/// be registered again.
/// </summary>
public sealed class PartyToIdentity(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-party-to-identity";

    public override bool Wants(IEvent fact) => fact is PartySubmitted { ReleasedStream: not null } or PartyClosed;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        var released = recorded.Event switch
        {
            PartySubmitted submitted => submitted.ReleasedStream,
            PartyClosed closed => closed.ReleasedStream,
            _ => throw new InvalidOperationException($"{Name} does not want {recorded.Event.GetType().Name}."),
        };
        var party = grains.GetGrain<IPartyOnboardingGrain>(recorded.Stream);
        if (released is not null) Done(await party.ReleaseClaim(As(commandId), released));
        if (recorded.Event is not PartyClosed) return;

        // Claimed for a submission that a crash cut off: the party's last identity, of which its events say nothing.
        var last = (await grains.GetGrain<IPartyGrain>(recorded.Stream).Get()).State.Identity.ClaimStream;
        if (last is not null && last != released) Done(await party.ReleaseClaim(As(commandId), last));
    }
}
