using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Catalogue.Import;

/// <summary>Brings a confirmed import to its end, should the call that confirmed it not have.</summary>
public sealed class ImportToPatents(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-import-to-patents";

    public override bool Wants(IEvent fact) => fact is ImportConfirmed;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel) =>
        Done(await grains.GetGrain<IImportGrain>(recorded.Stream).CarryOn());
}

/// <summary>Adds imports to a host.</summary>
public static class ImportRegistration
{
    /// <summary>What imports need, and their process. The host adds the reader and the documents.</summary>
    public static IServiceCollection AddImportGrains(this IServiceCollection services) => services
        .AddSingleton<ImportServices>()
        .AddProcess<ImportToPatents>();
}
