namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>
/// The standard text of 权属与瑕疵声明, version <see cref="TitleDeclaration.CurrentText"/> (拍卖法 18, 27; 民法典 870), and
/// that of know-how, <see cref="TitleDeclaration.KnowHowText"/> (民法典 862, 868, 870). A changed text gets a new version;
/// the Chinese one is declared, the English one explains it.
/// </summary>
public static class DeclarationText
{
    public const string Zh =
        "转让方声明并保证：\n"
        + "一、转让方是登记簿记载的专利权人（申请人）或其授权处分人，有权以本挂牌所列方式处分该权利，权利来源合法。\n"
        + "二、除下方所列瑕疵外，该权利不存在未披露的共有、质押、许可、保全、权属争议、无效宣告请求、欠缴费用，"
        + "也不存在其他影响受让方或者被许可方实现合同目的的情形。\n"
        + "三、所提交材料真实、完整、有效；情况变化的，转让方立即告知交易中心。\n"
        + "四、声明不实造成损失的，转让方依法承担责任。\n"
        + "本声明由登录人作为转让方的经办人代表转让方作出，以系统记录的时间为准。";

    public const string En =
        "The seller declares and warrants:\n"
        + "1. It is the holder (applicant) the register names, or is empowered to dispose of the right; it may dispose "
        + "of it as this listing offers, and the right was lawfully acquired.\n"
        + "2. Beyond the defects stated below there is no undisclosed co-ownership, pledge, licence, preservation, "
        + "dispute over title, request for invalidation or unpaid fee, nor anything else that would keep the buyer or "
        + "licensee from the purpose of the contract.\n"
        + "3. The papers submitted are true, complete and in force; the seller tells the centre of any change at "
        + "once.\n"
        + "4. The seller answers under the law for loss caused by an untrue declaration.\n"
        + "This declaration is made by the person signed in, as the seller's authorised agent, at the time the system "
        + "records. The Chinese text is the one declared.";

    public const string KnowHowZh =
        "转让方声明并保证：\n"
        + "一、转让方是该技术秘密的合法拥有者，或者其他有权对外转让、许可该技术秘密的人，有权以本挂牌所列方式处分，来源合法，"
        + "未以不正当手段取得。\n"
        + "二、该技术秘密不为公众所知悉，转让方已采取相应保密措施；挂牌公开的名称、说明、条件和技术指标不含其内容。\n"
        + "三、除下方所列瑕疵外，不存在未披露的共有、许可、权属争议、职务成果权益、保密或者竞业约定，"
        + "也不存在其他影响受让方或者被许可方实现合同目的的情形；所提供的技术完整、无误、有效，能够达到约定的目标。\n"
        + "四、所提交材料真实、完整、有效；情况变化的，转让方立即告知交易中心。\n"
        + "五、声明不实造成损失的，转让方依法承担责任。\n"
        + "本声明由登录人作为转让方的经办人代表转让方作出，以系统记录的时间为准。";

    public const string KnowHowEn =
        "The seller declares and warrants:\n"
        + "1. It lawfully holds the know-how, or is otherwise entitled to transfer or license it, and may dispose of "
        + "it as this listing offers; it was lawfully acquired.\n"
        + "2. The know-how is not known to the public and the seller keeps it secret by due measures; the name, "
        + "description, terms and figures shown hold nothing of it.\n"
        + "3. Beyond the defects stated below there is no undisclosed co-ownership, licence, dispute over title, right "
        + "of those who made it at work, duty of confidence or non-competition, nor anything else that would keep the "
        + "buyer or licensee from the purpose of the contract; the technology is complete, free of error and "
        + "effective, and reaches the aim agreed upon.\n"
        + "4. The papers submitted are true, complete and in force; the seller tells the centre of any change at "
        + "once.\n"
        + "5. The seller answers under the law for loss caused by an untrue declaration.\n"
        + "This declaration is made by the person signed in, as the seller's authorised agent, at the time the system "
        + "records. The Chinese text is the one declared.";

    /// <summary>The text a listing's seller declares.</summary>
    public static (string Zh, string En) Of(Listing listing) => listing.IsKnowHow ? (KnowHowZh, KnowHowEn) : (Zh, En);
}
