using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Auctions.Sealed;

/// <summary>Why an auction refuses what belongs to sealed bids, by descending precedence.</summary>
public enum SealedRefusal
{
    [RefusalText("本场竞价不接受密封报价。", "This auction takes no sealed bids.")]
    NotSealed,

    [RefusalText(
        "密封报价方式不设增价幅度：幅度应为 0。", "Sealed bids know no step: it must be 0.")]
    StepInSealed,

    [RefusalText("只有密封报价方式设保管人。", "Only sealed bids have holders.")]
    HoldersWithoutSealedBids,

    [RefusalText("请列明保管人及其公钥。", "Name the holders and their public keys.")]
    HoldersMissing,

    [RefusalText(
        "保管人应为 {min} 至 {max} 名，开启所需人数不少于 {min} 且不多于其总数。",
        "There are {min} to {max} holders; at least {min} and at most all of them open a bid.")]
    HoldersOutOfBounds,

    [RefusalText(
        "请写明每名保管人的机构或岗位（不超过 {max} 字）。",
        "Name each holder's organisation or office in at most {max} characters.")]
    HolderUnnamed,

    [RefusalText("保管人“{holder}”的公钥不是 P-256 公钥。", "The public key of {holder} is none of P-256.")]
    HolderKeyMalformed,

    [RefusalText("两名保管人的公钥相同。", "Two holders have one public key.")]
    HolderKeyTwice,

    [RefusalText(
        "开标时限应在 {min} 至 {max} 秒之间。", "The opening lasts between {min} and {max} seconds.")]
    OpeningOutOfBounds,

    [RefusalText(
        "您已提交 {max} 次密封报价，不能再更换。", "You have sealed {max} bids; no more are taken.")]
    SealedTooOften,

    [RefusalText(
        "密封报价的格式不对，请刷新页面后重新密封。",
        "This is no sealed bid; reload the page and seal it anew.",
        Status = 400)]
    EnvelopeMalformed,

    [RefusalText(
        "密封报价不是为本场竞价、您的竞买代码和公告的保管人所作，请重新密封。",
        "It is not sealed for this auction, your bidder code and the announced holders; seal it anew.")]
    EnvelopeNotBound,

    [RefusalText("{closesAt} 截止后才能开启。", "Nothing is opened before {closesAt}.")]
    OpeningNotBegun,

    [RefusalText("没有这份密封报价。", "There is no such sealed bid.", Status = 404)]
    UnknownSealedBid,

    [RefusalText("该密封报价已经开启。", "It was opened already.")]
    AlreadyOpened,

    [RefusalText("该保管人的份额已经提交。", "This holder's share was released already.")]
    ShareReleasedBefore,

    [RefusalText(
        "份额与密封报价不符：不是为该保管人密封的那一份。",
        "It is not the share that was sealed to this holder.")]
    ShareNotSealedSo,

    [RefusalText("密钥与您的密封报价不符。", "It is not the key of your sealed bid.")]
    KeyNotItsOwn,
}
