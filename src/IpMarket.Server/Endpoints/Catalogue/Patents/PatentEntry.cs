using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>
/// The catalogue is public: who writes into it is the centre or a party the centre has verified, by form or by file.
/// </summary>
internal static class PatentEntry
{
    /// <summary>In whose name the caller writes now: the centre's, or that of the party he acts for.</summary>
    public static async Task<Outcome<FactOrigin>> Of(Caller caller, IGrainFactory grains)
    {
        if (caller.Is(CentreRole.Handler)) return FactOrigin.Centre;
        if (caller.Party is not { } party) return Refusal.Of(KernelRefusal.NotAllowed);
        var entering = (await grains.GetGrain<IPartyGrain>(party).Get()).State;
        return entering.StatusAt(caller.At) == OnboardingStatus.Verified
            ? FactOrigin.Party
            : Refusal.Of(PatentEntryRefusal.EntryNeedsVerifiedParty);
    }
}
