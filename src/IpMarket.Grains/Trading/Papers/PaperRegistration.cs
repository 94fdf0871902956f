using IpMarket.Grains.Kernel;
using IpMarket.Grains.Kernel.Papers;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Trading.Papers;

public static class PaperRegistration
{
    /// <summary>
    /// Numbers, papers and the process that issues those of trading. The host adds <c>PaperOffice</c>,
    /// <c>IPaperPress</c>, <c>IDocumentStore</c>, <c>IVault</c> and <c>CustodyAccount</c>, and
    /// <see cref="IPaperSurroundings"/> where it is not <see cref="GrainPaperSurroundings"/>.
    /// </summary>
    public static IServiceCollection AddPaperGrains(this IServiceCollection services) => services
        .AddSingleton<PaperServices>()
        .AddSingleton<PaperDesk>()
        .AddSingleton<PaperFactsOfAuctions>()
        .AddSingleton<IPaperSurroundings, GrainPaperSurroundings>()
        .AddProcess<PapersOfAuctions>()
        .AddProcess<PapersOfListings>();
}
