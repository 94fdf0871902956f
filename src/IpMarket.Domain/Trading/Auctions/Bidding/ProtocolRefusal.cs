using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Bidding;

/// <summary>Why terms do not go with their protocol.</summary>
public enum ProtocolRefusal
{
    /// <summary>Figures: <c>protocol</c> and <c>option</c>.</summary>
    [RefusalText("“{protocol}”不能同时采用“{option}”。", "{protocol} does not go together with {option}.")]
    NotInProtocol,
}
