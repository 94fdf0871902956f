using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Fees;

/// <summary>An annual fee was paid.</summary>
/// <param name="Number">The life fact's number in its patent.</param>
/// <param name="Year">The patent year paid for, from 1.</param>
/// <param name="PaidOn">The day of the payment.</param>
/// <param name="Amount">What was paid, surcharge included.</param>
/// <param name="Source">The receipt or register extract it was seen in.</param>
[GenerateSerializer, Immutable, Alias("catalogue.fee-payment/1")]
public sealed record FeePayment(
    [property: Id(0)] int Number,
    [property: Id(1)] int Year,
    [property: Id(2)] DateOnly PaidOn,
    [property: Id(3)] Money Amount,
    [property: Id(4)] string Source);

/// <summary>减缴: the office has reduced the annual fees of some years.</summary>
/// <param name="Number">The life fact's number in its patent.</param>
/// <param name="Percent">How much is taken off, 1 to 100.</param>
/// <param name="FromYear">The first patent year it holds for.</param>
/// <param name="ToYear">The last one.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="SeenOn">The day of that paper; null when it says none.</param>
[GenerateSerializer, Immutable, Alias("catalogue.fee-reduction/1")]
public sealed record FeeReduction(
    [property: Id(0)] int Number,
    [property: Id(1)] int Percent,
    [property: Id(2)] int FromYear,
    [property: Id(3)] int ToYear,
    [property: Id(4)] string Source,
    [property: Id(5)] DateOnly? SeenOn);

/// <summary>专利权终止通知书: the office told the holder that the right ended for an unpaid fee.</summary>
/// <param name="Number">The life fact's number in its patent.</param>
/// <param name="Year">The patent year whose fee was not paid.</param>
/// <param name="ReceivedOn">The day the notice counts as received: restoration may be asked for from it.</param>
/// <param name="Source">Where it was seen.</param>
[GenerateSerializer, Immutable, Alias("catalogue.lapse-notice/1")]
public sealed record LapseNotice(
    [property: Id(0)] int Number,
    [property: Id(1)] int Year,
    [property: Id(2)] DateOnly ReceivedOn,
    [property: Id(3)] string Source);
