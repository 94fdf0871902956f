using IpMarket.Server.Hosting;

namespace IpMarket.Server.Endpoints.Kernel.Public;

/// <summary>Who runs this market.</summary>
/// <param name="Name">As it stands on papers.</param>
/// <param name="NameEn">As English pages say it.</param>
/// <param name="Code">统一社会信用代码; empty until configured.</param>
/// <param name="Address">Empty until configured.</param>
/// <param name="IsDemo">True where the demo market runs: what is shown is invented.</param>
/// <param name="CustodyAccount">Where deposits are paid to; empty until configured.</param>
public sealed record Centre(
    string Name, string NameEn, string Code, string Address, bool IsDemo, string CustodyAccount);

public static class CentreEndpoints
{
    public static void MapCentre(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/centre", Get).WithTags("Kernel").WithName("getCentre").ForEveryone();

    private static Answer<Centre> Get(MarketSettings settings) => new Centre(
        settings.Centre.Name,
        settings.Centre.NameEn,
        settings.Centre.Code,
        settings.Centre.Address,
        settings.Demo,
        settings.Centre.CustodyAccount);
}
