using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Parties.Processes;

/// <summary>
/// Carries an erasure out: the keys and rows of everybody the party brought into the vault are deleted (P3).
/// </summary>
public sealed class PartyToVault(IVault vault) : MarketProcess
{
    public override string Name => "process-party-to-vault";

    public override bool Wants(IEvent fact) => fact is PersonalDataErased;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        foreach (var person in ((PersonalDataErased)recorded.Event).People) await vault.Erase(person, cancel);
    }
}
