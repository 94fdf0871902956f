using IpMarket.Domain.Catalogue.Patents.Numbers;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>A patent's number as printed, from its stream: <c>patent:CN202110771508</c>.</summary>
internal static class LotNumber
{
    public static (string Printed, bool IsDemo) Of(string patent)
    {
        var key = patent[(patent.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var number = key.StartsWith("CN", StringComparison.Ordinal) ? ApplicationNumber.OfDigits(key[2..]) : null;
        return number is { } application ? (application.ToString(), application.IsDemo) : (key, false);
    }
}
