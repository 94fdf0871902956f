using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Terms;

/// <summary>
/// Why the terms of an offer are not taken; the figure <c>field</c> is the path of the field. By the form's order.
/// </summary>
public enum TermsRefusal
{
    [RefusalText("该文字最多 {max} 个字符。", "The text holds at most {max} characters.", Status = 400)]
    TermTextTooLong,

    [RefusalText("该文字含有不可见或者控制字符。", "The text holds invisible or control characters.", Status = 400)]
    TermTextNotClean,

    [RefusalText("金额须大于零且不超过 {max}。", "The amount must be above zero and at most {max}.", Status = 400)]
    TermAmountOutOfRange,

    [RefusalText(
        "标的是尚未授权的专利申请，请选择“专利申请权”。",
        "This is an application, not yet granted: choose the right to the application as the subject.")]
    SubjectIsApplication,

    [RefusalText("该专利已经授权，标的不是专利申请权。", "It is granted: the subject is no application any more.")]
    SubjectIsGranted,

    [RefusalText(
        "专利申请不能开放许可或者实现质权。", "An application bears neither an open licence nor the realisation of a pledge.")]
    ModeNotOfApplication,

    [RefusalText("请概括写明技术秘密的名称和范围，不写内容。", "Name the know-how and its scope, without its content.")]
    KnowHowUnnamed,

    [RefusalText("请写明一并提供的设备或者服务。", "Say which equipment or service goes with it.")]
    BundleUnnamed,

    [RefusalText("该标的种类不填写此项。", "This is not part of such a subject.")]
    SubjectTextUnexpected,

    [RefusalText("所选方式没有此项条件。", "The mode chosen has no such terms.")]
    TermsOfAnotherMode,

    [RefusalText(
        "作价入股以股权为对价，不填写价格；作价金额写在入股条件中。",
        "A contribution is paid in shares: it has no price; its value stands among the terms.")]
    EquityHasNoPrice,

    [RefusalText(
        "竞价只能竞一个总价，不能约定提成。", "Bidding is for one total: a royalty cannot be bid for.")]
    BiddingNeedsOneTotal,

    [RefusalText(
        "实现质权须以总价成交，价款优先受偿（民法典第四百三十六条），不能约定提成。",
        "A pledge is realised for one total out of which the claim is paid (Civil Code, art. 436): no royalty.")]
    RealisationNeedsOneTotal,

    [RefusalText("定价方式须填写挂牌价。", "A price that is named is due.")]
    AskingPriceMissing,

    [RefusalText(
        "面议、竞价或者提成时不填写挂牌价。", "There is no asking price while it is negotiated, bid for or a royalty.")]
    AskingPriceUnexpected,

    [RefusalText("只有竞价方式才填写起始价意向。", "Only bidding has a starting price.")]
    StartPriceUnexpected,

    [RefusalText("只有分期支付才填写各期。", "Only a plan by instalments has stages.")]
    InstalmentsUnexpected,

    [RefusalText("分期支付须有 2 至 {max} 期，现为 {count} 期。", "A plan has 2 to {max} stages, not {count}.")]
    InstalmentsOutOfRange,

    [RefusalText(
        "第 {number} 期须写比例或者金额之一，并与其他各期一致。",
        "Stage {number} needs a share or an amount, one of both, as all other stages.")]
    InstalmentUnclear,

    [RefusalText(
        "第 {number} 期的比例须在 0.01 % 至 100 % 之间。", "The share of stage {number} lies between 0.01 % and 100 %.")]
    InstalmentShareOutOfRange,

    [RefusalText("第 {number} 期须写明付款事件。", "Stage {number} must say which event makes it due.")]
    InstalmentEventMissing,

    [RefusalText(
        "第 {number} 期：按日期付款的须写日期，按事件付款的不写日期。",
        "Stage {number}: a dated stage has a day, one due by an event has none.")]
    InstalmentDayUnclear,

    [RefusalText("第 {number} 期的日期 {day} 不能用。", "The day of stage {number}, {day}, is past or out of range.")]
    InstalmentDayPast,

    [RefusalText("第 {number} 期的日期须晚于前一期。", "The day of stage {number} must follow the one before.")]
    InstalmentsOutOfOrder,

    [RefusalText("各期比例合计为 {sum}，应为 100.00 %。", "The shares make {sum}, not 100.00 %.")]
    SharesNotWhole,

    [RefusalText("没有挂牌价时，各期只能写比例。", "Without an asking price the stages are shares.")]
    AmountsWithoutTotal,

    [RefusalText("各期金额合计为 {sum}，应为挂牌价 {total}。", "The stages make {sum}, not the asking price {total}.")]
    AmountsNotTotal,

    [RefusalText("只有“入门费加提成”才填写入门费。", "Only an entry fee with a royalty has one.")]
    EntryFeeUnexpected,

    [RefusalText("请填写入门费。", "The entry fee is due.")]
    EntryFeeMissing,

    [RefusalText("只有提成支付才填写提成。", "Only payment by royalty has a royalty.")]
    RoyaltyUnexpected,

    [RefusalText("请填写提成基数和提成率。", "Say what the royalty is counted on, and its rate.")]
    RoyaltyMissing,

    [RefusalText(
        "按产量提成的写单位金额，其他的写提成率，二者只写其一。",
        "A royalty on output has an amount a unit, any other a rate; not both.")]
    RoyaltyMixed,

    [RefusalText("请填写每单位金额。", "The amount a unit is due.")]
    PerUnitMissing,

    [RefusalText("请填写计量单位，例如“吨”。", "Name the unit, a tonne for example.")]
    UnitMissing,

    [RefusalText("请填写提成率。", "The rate is due.")]
    RatesMissing,

    [RefusalText("逐年提成率最多写 {max} 年。", "Rates by year are given for at most {max} years.")]
    RatesTooMany,

    [RefusalText("提成率 {rate} 须在 0.01 % 至 100 % 之间。", "The rate {rate} must lie between 0.01 % and 100 %.")]
    RateOutOfRange,

    [RefusalText("技术指导期最长 {max} 个月。", "Help lasts at most {max} months.")]
    TransitionTooLong,

    [RefusalText("请选择许可的省份。", "Choose the provinces.")]
    ProvincesMissing,

    [RefusalText("没有省级区划代码“{province}”。", "There is no province of code {province}.")]
    ProvinceUnknown,

    [RefusalText("同一省份写了两次。", "A province stands twice.")]
    ProvinceTwice,

    [RefusalText("只有按省许可才选择省份。", "Only a licence by provinces names any.")]
    ProvincesUnexpected,

    [RefusalText("请写明许可的地域。", "Say where it may be used.")]
    TerritoryMissing,

    [RefusalText("请填写许可起始日。", "The first day of the licence is due.")]
    StartDayMissing,

    [RefusalText("只有按日期起算才填写起始日。", "Only a licence that begins on a day has one.")]
    StartDayUnexpected,

    [RefusalText("许可起始日 {day} 已经过去。", "The first day, {day}, is past.")]
    StartDayPast,

    [RefusalText(
        "许可起始日 {day} 晚于专利权期限届满日 {end}（民法典第八百六十五条）。",
        "The licence would begin on {day}, after the right ends on {end} (Civil Code, art. 865).")]
    StartsAfterTheRight,

    [RefusalText("许可期限须为 1 至 {max} 年，现为 {years}。", "A licence lasts 1 to {max} years, not {years}.")]
    YearsOutOfRange,

    [RefusalText(
        "许可期限到 {until}，超过专利权期限届满日 {end}；许可只在专利权存续期间有效（民法典第八百六十五条）。",
        "The licence would last to {until}, beyond the right's end on {end}; it holds only while the right lasts "
        + "(Civil Code, art. 865).")]
    LicenceOutlivesTheRight,

    [RefusalText(
        "开放许可须明确许可使用费的支付方式和标准（专利法第五十条），不能面议或者竞价。",
        "An open licence names its fee and how it is paid (Patent Law, art. 50): no negotiating, no bidding.")]
    OpenFeeUnnamed,

    [RefusalText(
        "开放许可固定费用 {amount} 高于参考上限 {max}（本中心设置，来源待核实）。",
        "The fixed fee {amount} is above the guidance of {max} (a setting of this centre; source to be verified).")]
    OpenFeeAboveGuidance,

    [RefusalText(
        "开放许可提成率 {rate} 高于参考上限 {max}（本中心设置，来源待核实）。",
        "The rate {rate} is above the guidance of {max} (a setting of this centre; source to be verified).")]
    OpenRateAboveGuidance,

    [RefusalText("请写明许可使用费的计算依据。", "Say how the fee was found.")]
    FeeStandardMissing,

    [RefusalText("开放许可截止日 {day} 已经过去。", "The last day, {day}, is past.")]
    OpenPeriodPast,

    [RefusalText("请写明开放许可声明的内容。", "The declaration is due.")]
    StatementMissing,

    [RefusalText(
        "实用新型、外观设计开放许可须提供专利权评价报告（专利法第五十条）。",
        "A utility model or design needs its evaluation report (Patent Law, art. 50).")]
    EvaluationReportMissing,

    [RefusalText("请写明拟入股的企业，或者寻求的企业类型。", "Name the company, or the sort that is sought.")]
    CompanyMissing,

    [RefusalText("拟占股比 {share} 须大于 0 且小于 100 %。", "The share {share} must lie above 0 and below 100 %.")]
    EquityShareOutOfRange,

    [RefusalText("请填写作价金额。", "The valuation is due.")]
    ValuationMissing,

    [RefusalText("请写明作价依据（评估报告及日期，或者协商）。", "Say what the valuation rests on.")]
    ValuationBasisMissing,

    [RefusalText("请填写质权人。", "The pledgee is due.")]
    PledgeeMissing,

    [RefusalText("质权人与登记的“{pledgees}”不一致。", "The registered pledgee is another: {pledgees}.")]
    PledgeeNotRecorded,

    [RefusalText(
        "请写明约定的文书（民法典第四百三十六条的协议，或者担保制度解释第四十五条的自行变卖条款）。",
        "Name the agreement (Civil Code, art. 436) or the contract with the self-sale clause (Interpretation on "
        + "Security, art. 45).")]
    RealisationUnproven,

    [RefusalText("请填写主张的债权金额。", "The claim is due.")]
    ClaimMissing,

    [RefusalText(
        "不得约定专利权归质权人所有，质权人只就价款优先受偿（民法典第四百二十八条），余款归出质人（第四百三十八条）；请确认。",
        "The right may not fall to the pledgee, who is only paid first (Civil Code, art. 428); the rest is the "
        + "pledgor's (art. 438). Confirm it.")]
    ForfeitureBarred,

    [RefusalText("提交前请填写价格和支付方式。", "Price and payment are due before the submission.")]
    PriceTermsMissing,

    [RefusalText("提交前请填写许可条件。", "The terms of the licence are due before the submission.")]
    LicenceTermsMissing,

    [RefusalText("提交前请填写开放许可声明。", "The open licence's declaration is due before the submission.")]
    OpenLicenceTermsMissing,

    [RefusalText("提交前请填写入股条件。", "The terms of the contribution are due before the submission.")]
    EquityTermsMissing,

    [RefusalText("提交前请填写质权实现的依据。", "What the realisation rests on is due before the submission.")]
    PledgeTermsMissing,

    [RefusalText("该数值须在 {min} 至 {max} 之间。", "The figure must lie between {min} and {max}.", Status = 400)]
    FigureOutOfRange,

    [RefusalText("同一项选了两次，或者超过 {max} 项。", "A value stands twice, or there are more than {max}.", Status = 400)]
    FigureChoices,

    [RefusalText(
        "“{mode}”不进入竞价，请标明价格或者选择面议；竞价只用于转让。",
        "There is no auction of this form of deal ({mode}): name a price or negotiate; bidding is for sales only.")]
    BiddingNotOfMode,
}
