using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>
/// The rules of the encumbrance gate, by descending precedence: why a mode is closed, or what whoever takes it should
/// know. Which modes each closes: <see cref="ListingGate"/>; the last ones are about a buyer: <see cref="BuyerGate"/>.
/// </summary>
public enum GateRule
{
    [Ground(Statute.PatentLaw, "第十条", "art. 10")]
    [Cure("由交易中心按登记簿副本登记专利权人。", "The centre records the register's holders from an extract.")]
    [RefusalText("专利权人尚未登记，无法核对。", "The register's holder is not recorded yet.")]
    HolderUnrecorded,

    [Ground(Statute.PatentLaw, "第十条", "art. 10")]
    [Cure("由登记簿上的专利权人（质权实现时也可由质权人）挂牌。", "A holder named by the register lists it; in a realisation also the pledgee.")]
    [RefusalText("申请人不是登记的专利权人：{holders}", "The party is not one of the register's holders: {holders}")]
    SellerNotHolder,

    [Ground(Statute.PatentLaw, "第四十二条、第四十四条、第四十七条", "arts. 42, 44, 47")]
    [Cure("恢复权利后登记其法律状态。", "Have the right restored and its status recorded.")]
    [RefusalText("专利权已终止或者被宣告无效。", "The right has ended or was declared void.")]
    RightEnded,

    [Ground(Statute.PatentRules, "第八十五条第一款", "art. 85(1)")]
    [Cure("公告授权后登记其法律状态。", "Wait for the grant and have it recorded.")]
    [RefusalText("尚未公告授权，不得声明开放许可。", "It is not shown as granted; an open licence is declared after the grant.")]
    OpenBeforeGrant,

    [Ground(Statute.PledgeMeasures, "第十一条", "art. 11", IsToBeVerified = true)]
    [Cure("公告授权后登记其法律状态。", "Wait for the grant and have it recorded.")]
    [RefusalText("尚未公告授权，没有可实现的质权。", "It is not shown as granted; an application carries no pledge.")]
    PledgeBeforeGrant,

    [Ground(Statute.DefencePatents, "第七条、第二十二条至第二十四条", "arts. 7, 22–24", IsToBeVerified = true)]
    [Cure("提交主管部门的批准文件，或者在解密后登记。", "File the authority's approval, or record its declassification.", IsAPaper = true)]
    [RefusalText("国防或保密专利（{reference}），须经批准。", "A defence or secret patent ({reference}): an approval is due first.")]
    SecretUnapproved,

    [Ground(Statute.DefencePatents, "第四条、第二十二条", "arts. 4, 22", IsToBeVerified = true)]
    [Cure("解密后登记。", "Record its declassification.")]
    [RefusalText(
        "国防或保密专利（{reference}）不得以公告方式开放许可。",
        "A defence or secret patent ({reference}) is not licensed by public announcement.")]
    SecretNotOpen,

    [Ground(Statute.PatentRules, "第一百零三条至第一百零五条", "arts. 103–105")]
    [Cure("解除保全或者恢复程序后登记。", "Record the release of the preservation or the resumption of procedures.")]
    [RefusalText(
        "保全或中止期间（{reference}，至 {until}）暂停办理转移、质押手续。",
        "While preserved or suspended ({reference}, until {until}), no transfer or pledge is registered.")]
    ProceduresSuspended,

    [Ground(Statute.PatentRules, "第一百零四条、第一百零五条", "arts. 104, 105")]
    [Cure("核对登记簿，记载该保全或者其解除。", "Check the register and record the preservation or its release.")]
    [RefusalText("登记簿显示保全，尚未记载其内容。", "The register shows a preservation not recorded here.")]
    PreservationUnread,

    [Ground(Statute.PatentRules, "第八十六条第（二）项", "art. 86(2)")]
    [Cure("解除保全或者恢复程序后登记。", "Record the release of the preservation or the resumption of procedures.")]
    [RefusalText("中止期间（{reference}）不得实行开放许可。", "While procedures are suspended ({reference}), no open licence.")]
    SuspendedNotOpen,

    [Ground(Statute.House, "保全期间的许可", "licences during a preservation")]
    [Cure("解除保全后登记。", "Record the release of the preservation.")]
    [RefusalText(
        "保全期间（{reference}，至 {until}）设立的许可不得对抗申请执行人。",
        "A licence given during a preservation ({reference}, until {until}) does not bind the creditor.")]
    PreservedLicence,

    [Ground(Statute.House, "权属纠纷期间的处分", "disposal during a dispute over title")]
    [Cure("纠纷终结后登记其结果。", "Record how the dispute ended.")]
    [RefusalText("专利权归属存在纠纷（{reference}）。", "The title is disputed ({reference}).")]
    DisputedTitle,

    [Ground(Statute.CivilCode, "第四百四十四条第二款", "art. 444(2)")]
    [Cure(
        "提交质权人的书面同意，或者登记质押注销。",
        "File the pledgee's written consent, or record the pledge's cancellation.",
        IsAPaper = true)]
    [RefusalText(
        "专利权已出质（{reference}），未经质权人同意不得转让或者许可他人使用。",
        "The patent is pledged ({reference}): neither transferred nor licensed without the pledgee's agreement.")]
    Pledged,

    [Ground(Statute.CivilCode, "第四百四十四条第二款", "art. 444(2)")]
    [Cure("核对登记簿，记载该质押或者其注销。", "Check the register and record the pledge or its cancellation.")]
    [RefusalText("登记簿显示已出质，尚未记载其内容。", "The register shows a pledge whose terms are not recorded here.")]
    PledgeUnread,

    [Ground(Statute.PatentRules, "第八十六条第（四）项", "art. 86(4)")]
    [Cure(
        "提交质权人的书面同意，或者登记质押注销。",
        "File the pledgee's written consent, or record the pledge's cancellation.",
        IsAPaper = true)]
    [RefusalText(
        "专利权已出质（{reference}），未经质权人同意不得实行开放许可。",
        "The patent is pledged ({reference}): no open licence without the pledgee's agreement.")]
    PledgedNotOpen,

    [Ground(Statute.CivilCode, "第四百三十六条、第四百四十四条第一款", "arts. 436, 444(1)")]
    [Cure("登记有效的质押。", "Record a pledge in force.")]
    [RefusalText("没有登记有效的质押，无质权可实现。", "No pledge in force is recorded; there is none to realise.")]
    NothingPledged,

    [Ground(Statute.SecurityInterpretation, "第四十五条", "art. 45", IsToBeVerified = true)]
    [Cure(
        "提交出质人与质权人的实现协议，或者约定质权人可自行拍卖、变卖的条款（民法典第四百三十六条）。",
        "File the agreement of pledgor and pledgee, or the clause that lets the pledgee sell (Civil Code art. 436).",
        IsAPaper = true)]
    [RefusalText("质押（{reference}）的实现尚无协议或者约定。", "Nothing on file agrees to realising the pledge ({reference}).")]
    RealisationNotAgreed,

    [Ground(Statute.TechnologyContracts, "第二十五条", "art. 25")]
    [Cure(
        "登记独占许可的终结；普通许可也可提交被许可人的书面同意。",
        "Record the licence's end; for an ordinary licence the licensee's consent will do.")]
    [RefusalText("已有独占许可（{reference}，至 {until}）。", "An exclusive licence is in force ({reference}, until {until}).")]
    LicensedExclusively,

    [Ground(Statute.TechnologyContracts, "第二十五条、第二十七条", "arts. 25, 27")]
    [Cure(
        "登记排他许可的终结；普通许可也可提交被许可人的书面同意，或者许可人不具备独立实施条件的说明（第二十七条）。",
        "Record its end; for an ordinary licence the licensee's consent, or that the licensor cannot work it.")]
    [RefusalText("已有排他许可（{reference}，至 {until}）。", "A sole licence is in force ({reference}, until {until}).")]
    LicensedSolely,

    [Ground(Statute.TechnologyContracts, "第二十五条", "art. 25")]
    [Cure("登记该普通许可的终结，或者提交被许可人的书面同意。", "Record the licence's end, or file the licensee's consent.", IsAPaper = true)]
    [RefusalText(
        "已有普通许可（{reference}，至 {until}），不能仅许可一个被许可人。",
        "An ordinary licence is in force ({reference}, until {until}): there cannot be one licensee only.")]
    LicensedOrdinarily,

    [Ground(Statute.PatentRules, "第八十六条第（一）项", "art. 86(1)")]
    [Cure("登记独占或者排他许可的终结。", "Record the end of the exclusive or sole licence.")]
    [RefusalText(
        "独占或者排他许可有效期内（{reference}，至 {until}）不得实行开放许可。",
        "While an exclusive or sole licence is in force ({reference}, until {until}), no open licence.")]
    ExclusiveNotOpen,

    [Ground(Statute.TechnologyContracts, "第二十五条", "art. 25")]
    [Cure("核对备案，记载许可种类或者其终结。", "Check the filing and record the kind of licence or its end.")]
    [RefusalText("登记簿显示许可备案，尚未记载其种类。", "The register shows a licence whose kind is not recorded here.")]
    LicenceUnread,

    [Ground(Statute.PatentLaw, "第五十一条第三款", "art. 51(3)")]
    [Cure("核对公报，记载该声明或者其撤回。", "Check the gazette and record the declaration or its withdrawal.")]
    [RefusalText("公报显示开放许可，尚未记载。", "The gazette shows an open licence not recorded here.")]
    OpenLicenceUnread,

    [Ground(Statute.PatentLaw, "第五十一条第三款", "art. 51(3)")]
    [Cure("撤回开放许可声明后登记。", "Withdraw the open licence and have it recorded.")]
    [RefusalText(
        "实行开放许可期间（{reference}）不得给予独占或者排他许可。",
        "While the open licence stands ({reference}), no exclusive or sole licence.")]
    OpenLicenceBars,

    [Ground(Statute.PatentLaw, "第五十条第一款", "art. 50(1)")]
    [Cure("撤回原声明后登记。", "Withdraw the earlier declaration and have it recorded.")]
    [RefusalText("已声明开放许可（{reference}）。", "An open licence is declared already ({reference}).")]
    OpenLicenceDeclared,

    [Ground(Statute.PatentLaw, "第五十条第一款", "art. 50(1)")]
    [Cure("提交专利权评价报告。", "File the evaluation report.", IsAPaper = true)]
    [RefusalText("实用新型、外观设计实行开放许可须有专利权评价报告。", "A utility model or design needs an evaluation report.")]
    EvaluationMissing,

    [Ground(Statute.PatentRules, "第八十六条第（三）项", "art. 86(3)")]
    [Cure("补缴年费和滞纳金后登记。", "Pay fee and surcharge and have it recorded.")]
    [RefusalText("年费欠缴（{reference}），不得实行开放许可。", "An annual fee is unpaid ({reference}): no open licence.")]
    FeesNotOpen,

    [Ground(Statute.House, "出口管制技术的开放许可", "open licences of technology under export control")]
    [Cure("技术移出目录后登记其终结。", "Record that the technology has left the list.")]
    [RefusalText(
        "禁止或者限制出口的技术（{reference}），不面向不特定人开放许可。",
        "Technology whose export is prohibited or restricted ({reference}) is not licensed to whoever asks.")]
    ExportNotOpen,

    [Ground(Statute.PatentLaw, "第十四条", "art. 14")]
    [Cure("提交全体共有人的书面同意或者约定。", "File the written consent or agreement of all co-owners.", IsAPaper = true)]
    [RefusalText("须经全体共有人同意，尚缺：{missing}", "All co-owners must consent; missing: {missing}")]
    CoOwnersMissing,

    [Ground(Statute.PatentLaw, "第十四条第一款", "art. 14(1)")]
    [RefusalText("共有专利的普通许可使用费应当在共有人之间分配。", "The co-owners share the income of an ordinary licence.")]
    IncomeShared,

    [Ground(Statute.TechnologyContracts, "第二十九条", "art. 29", IsToBeVerified = true)]
    [RefusalText("标的是专利申请，尚未授权。", "An application, not yet granted, is offered.")]
    ApplicationOnly,

    [Ground(Statute.House, "法律状态的核对", "checking the status")]
    [RefusalText("尚未登记其授权状态。", "Its grant has not been recorded yet.")]
    GrantNotShown,

    [Ground(Statute.DefencePatents, "第八条、第二十四条", "arts. 8, 24", IsToBeVerified = true)]
    [RefusalText(
        "国防专利（{reference}）禁止向境外转让；向境外许可另须批准。",
        "A defence patent ({reference}) is never sold abroad; licensing abroad needs another approval.")]
    SecretDomesticOnly,

    [Ground(Statute.CivilCode, "第四百四十四条第二款", "art. 444(2)")]
    [RefusalText(
        "所得价款应当向质权人（{reference}）提前清偿债务或者提存。",
        "The proceeds prepay the pledgee's debt ({reference}) or are deposited.")]
    PledgeProceeds,

    [Ground(Statute.TechnologyContracts, "第二十四条", "art. 24")]
    [RefusalText(
        "转让不影响已有的实施许可（{reference}，至 {until}）。",
        "The licence in force survives a transfer ({reference}, until {until}).")]
    LicencesSurvive,

    [Ground(Statute.PatentRules, "第一百一十五条", "art. 115")]
    [RefusalText("年费欠缴（{reference}），期满不缴将终止。", "An annual fee is unpaid ({reference}); the right ends if it stays so.")]
    FeesDue,

    [Ground(Statute.TechnologyTrade, "第二条、第二十九条至第三十八条", "arts. 2, 29–38")]
    [RefusalText(
        "禁止出口的技术（{reference}），不得向境外转让或者许可。",
        "Technology whose export is prohibited ({reference}): nothing to foreigners.")]
    ExportProhibitedAbroad,

    [Ground(Statute.TechnologyTrade, "第二条、第二十九条至第三十八条", "arts. 2, 29–38")]
    [RefusalText(
        "限制出口的技术（{reference}），向境外须先取得许可意向书。",
        "Technology whose export is restricted ({reference}): a letter of intent comes before any talks abroad.")]
    ExportRestrictedAbroad,

    [Ground(Statute.ScienceProgress, "第三十四条第二款", "art. 34(2)")]
    [RefusalText(
        "财政性资金项目成果（{reference}），向境外转让或者独占许可须经项目管理机构批准。",
        "Publicly funded ({reference}): to foreigners only with the project agency's approval.")]
    PublicFundingAbroad,

    [Ground(Statute.PatentLaw, "第四十五条、第四十七条", "arts. 45, 47", IsToBeVerified = true)]
    [RefusalText("无效宣告请求正在审查（{reference}）。", "A request to invalidate it is pending ({reference}).")]
    InvalidationPending,

    [Ground(Statute.PatentLaw, "第九条第一款", "art. 9(1)", IsToBeVerified = true)]
    [RefusalText(
        "同日另有申请（{reference}），同样的发明创造只能授予一项专利权。",
        "The same invention was applied for the same day ({reference}); only one right stands.")]
    TwinExists,

    [Ground(Statute.CivilCode, "第八百四十七条", "art. 847")]
    [RefusalText(
        "职务技术成果完成人（{reference}）享有以同等条件优先受让的权利。",
        "The completer of the service invention ({reference}) may take it first on equal terms.")]
    CompleterFirst,

    [Ground(Statute.CivilCode, "第八百五十九条", "art. 859")]
    [RefusalText("委托人（{reference}）享有以同等条件优先受让的权利。", "The client ({reference}) may take it first on equal terms.")]
    ClientFirst,

    [Ground(Statute.CivilCode, "第八百六十条", "art. 860")]
    [RefusalText(
        "合作开发的其他各方（{reference}）享有以同等条件优先受让的权利。", "The co-developers ({reference}) may take it first on equal terms.")]
    CoDeveloperFirst,

    [Ground(Statute.DefencePatents, "第八条", "art. 8", IsToBeVerified = true)]
    [Cure("解密后登记。", "Record its declassification.")]
    [RefusalText(
        "受让方在境外：国防或保密专利（{reference}）不向境外转让或者许可。",
        "A foreign buyer: a defence or secret patent ({reference}) never goes abroad.")]
    SecretToForeigner,

    [Ground(Statute.TechnologyTrade, "第二条、第二十九条至第三十八条", "arts. 2, 29–38")]
    [Cure("技术移出目录后登记其终结。", "Record that the technology has left the list.")]
    [RefusalText("受让方在境外：技术禁止出口（{reference}）。", "A foreign buyer: its export is prohibited ({reference}).")]
    ProhibitedToForeigner,

    [Ground(Statute.TechnologyTrade, "第二条、第二十九条至第三十八条", "arts. 2, 29–38")]
    [Cure("取得对该受让方的出口许可，由中心记载来源和日期。", "Get the permit for this buyer; the centre records its source and day.")]
    [RefusalText(
        "受让方在境外：限制出口的技术（{reference}），尚未记载对该受让方的许可。",
        "A foreign buyer: its export is restricted ({reference}) and no permit for him is recorded.")]
    RestrictedToForeigner,

    [Ground(Statute.TechnologyTrade, "第二条、第二十九条至第三十八条", "arts. 2, 29–38")]
    [Cure(
        "由交易中心按现行出口目录人工核对，记载结论、来源和日期。",
        "The centre compares it with the export catalogue and records the result with source and date.")]
    [RefusalText(
        "受让方在境外：该技术尚未按出口目录核对。目录的钒钛条目待核实，不作自动判断。",
        "A foreign buyer: not compared with the export catalogue yet, whose V/Ti entries are to be verified.")]
    ExportUnchecked,

    [Ground(Statute.ScienceProgress, "第三十四条第二款", "art. 34(2)")]
    [Cure(
        "取得项目管理机构对该受让方的批准，由交易中心记载其来源和日期。",
        "Get the project agency's approval for this buyer; the centre records it with source and date.")]
    [RefusalText(
        "受让方在境外：财政性资金项目成果（{reference}），尚未记载对该受让方的批准。",
        "A foreign buyer: publicly funded ({reference}), and no approval for him is recorded.")]
    FundingToForeigner,
}
