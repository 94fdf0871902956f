using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Grains.Catalogue.Import;

/// <summary>
/// Brings every act of an import to its end: each record of rows that are done has the next ones done, so long files go
/// by turns and a crash costs one turn.
/// </summary>
public sealed class ImportToPatents(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-import-to-patents";

    public override bool Wants(IEvent fact) =>
        fact is ImportStarted or ImportRowsCompared
            or ImportConfirmed or ImportRowsApplied
            or ImportUndoConfirmed or ImportRowsUndone;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel) =>
        Done(await grains.GetGrain<IImportGrain>(recorded.Stream).CarryOn());
}

/// <summary>Adds imports to a host.</summary>
public static class ImportRegistration
{
    /// <summary>
    /// What imports need, and their process. The host adds the reader and the documents, and before this whether it
    /// takes <see cref="DemoNumbers"/>.
    /// </summary>
    public static IServiceCollection AddImportGrains(this IServiceCollection services) => services
        .AddSingleton<ImportServices>()
        .AddDemoNumbers()
        .AddSingleton(new AggregateRoute(PatentImport.StreamWord, "catalogue.import"))
        .AddProcess<ImportToPatents>();

    /// <summary>A host that says nothing takes none.</summary>
    private static IServiceCollection AddDemoNumbers(this IServiceCollection services)
    {
        services.TryAddSingleton(new DemoNumbers(AreTaken: false));
        return services;
    }
}
