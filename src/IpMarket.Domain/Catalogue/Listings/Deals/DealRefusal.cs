using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Deals;

/// <summary>Why a deal that was agreed upon is not recorded, by descending precedence.</summary>
public enum DealRefusal
{
    [RefusalText("没有有效的第 {intent} 号意向登记。", "No intent no. {intent} stands here.")]
    DealIntentUnknown,

    [RefusalText(
        "有 {count} 个意向方，依照{article}应当公开竞价，而本挂牌的交易方式或者价格形式不能竞价；"
            + "请转让方撤回本挂牌，改为一次总价重新挂牌。",
        "{count} parties are interested and {article} asks for open bidding, which this mode or form of price does not "
            + "allow: the seller withdraws and lists anew for one total.")]
    BiddingByLaw,

    [RefusalText(
        "另有 {others} 个意向方，请写明转让方选定该方的理由（不超过 {max} 字）。",
        "{others} others are interested: give the seller's reasons for choosing this one, at most {max} characters.",
        Status = 400)]
    ChoiceUnexplained,

    [RefusalText(
        "开放许可的使用费以声明为准（专利法第五十一条），不另行填写；另行商定的，属于普通许可。",
        "An open licence is at the declared fee (Patent Law, art. 51); another fee makes it an ordinary licence.",
        Status = 400)]
    OpenFeeStands,

    [RefusalText("请填写成交总价。", "The total agreed upon is due.", Status = 400)]
    DealTotalMissing,

    [RefusalText("提成支付没有成交总价。", "A royalty has no total.", Status = 400)]
    DealTotalUnexpected,

    [RefusalText(
        "该挂牌公告了价格，成交价应为公告的支付方式和提成基数；另行约定的，请撤回后重新挂牌。",
        "The notice named the price: the deal is in its form and on its base; else withdraw and list anew.")]
    DealOfAnotherForm,

    [RefusalText(
        "成交条件不得低于公告的 {announced}。", "The deal must not be below what was announced: {announced}.")]
    DealBelowAnnounced,

    [RefusalText("请填写合同编号。", "The contract's number is due.", Status = 400)]
    DealReferenceMissing,

    [RefusalText("请填写登记依据的材料。", "Say which paper it is recorded from.", Status = 400)]
    DealSourceMissing,

    [RefusalText(
        "该交易方式不收报价；请在意向说明中写明。",
        "No total is offered in this mode: say it in words.",
        Status = 400)]
    IntentPriceUnexpected,

    [RefusalText(
        "一次总价的转让不收意向说明。", "A sale for one total takes no proposal in words.", Status = 400)]
    IntentProposalUnexpected,

    [RefusalText("意向说明不超过 {max} 字，不含不可见字符。",
        "A proposal is at most {max} characters, none of them invisible.", Status = 400)]
    IntentProposalMalformed,
}
