using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>Why an escrow case refuses, by descending precedence.</summary>
public enum EscrowRefusal
{
    [RefusalText("没有这个资金监管账册。", "There is no such escrow case.", Status = 404)]
    UnknownCase,

    [RefusalText("该账册已经建立。", "The case was opened already.")]
    AlreadyOpened,

    [RefusalText("该账册已经结算。", "The case was settled already.")]
    AlreadySettled,

    [RefusalText(
        "银行流水号应为 4 至 40 位字母或数字。",
        "A bank serial has 4 to 40 letters or digits.")]
    SerialMalformed,

    [RefusalText("金额应大于零且不超过 {max}。", "The amount must be above zero and at most {max}.")]
    AmountOutOfBounds,

    [RefusalText("到账时间 {valueTime} 晚于现在。", "The value time {valueTime} lies in the future.")]
    ValueTimeInTheFuture,

    [RefusalText("银行流水号 {serial} 已经入账。", "The bank serial {serial} was entered already.")]
    SerialUsed,

    [RefusalText("没有竞买登记 {enrolment}。", "There is no enrolment {enrolment}.", Status = 404)]
    UnknownEnrolment,

    [RefusalText("该竞买登记已经建账。", "The deposit of this enrolment is expected already.")]
    AlreadyExpected,

    [RefusalText("该竞买登记已经终止。", "The enrolment was released already.")]
    AlreadyReleased,

    [RefusalText("没有可以抵作价款的保证金。", "No deposit is held that could count towards the price.")]
    NothingHeld,

    [RefusalText("账册已有 {max} 笔收款。", "The case has {max} receipts already.")]
    TooManyReceipts,

    [RefusalText("没有收款 {receipt}。", "There is no receipt {receipt}.", Status = 404)]
    UnknownReceipt,

    [RefusalText("该收款已经认领或退回。", "The receipt is assigned or sent back already.")]
    NotUnidentified,

    [RefusalText(
        "付款账户不是竞买人登记的本人账户。请核对流水；确系他人代付的，确认后入账，款项原路退回。",
        "The paying account is not the bidder's own. Check the statement; if another did pay, confirm it: the money is "
        + "booked and goes back where it came from.")]
    PayerNotTheBidder,

    [RefusalText("没有退款 {refund}。", "There is no refund {refund}.", Status = 404)]
    UnknownRefund,

    [RefusalText("该退款已经支付。", "The refund was paid already.")]
    AlreadyPaid,

    [RefusalText("退款金额应为 {amount}。", "The refund must be {amount}.")]
    WrongRefundAmount,
}
