using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Parties.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Parties;

public static class PartiesRegistration
{
    /// <summary>What the grains of parties need, and their processes. The host adds <c>IVault</c>.</summary>
    public static IServiceCollection AddPartiesGrains(this IServiceCollection services) => services
        .AddSingleton<PartyRecords>()
        .AddSingleton(new AggregateRoute("party", "parties.party"))
        .AddSingleton(new WakeRoute("party", static (grains, stream) => grains.GetGrain<IPartyOnboardingGrain>(stream)))
        .AddProcess<PartyToIdentity>()
        .AddProcess<PartyToVault>();
}
