using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>Kinds of encumbrance (权利负担) and other facts of a patent that decide what may be done with it.</summary>
public enum EncumbranceKind
{
    /// <summary>质押登记: stands until its cancellation is registered.</summary>
    Pledge,

    /// <summary>独占许可 in force.</summary>
    ExclusiveLicence,

    /// <summary>排他许可 in force.</summary>
    SoleLicence,

    /// <summary>普通许可 in force.</summary>
    OrdinaryLicence,

    /// <summary>开放许可声明 announced.</summary>
    OpenLicence,

    /// <summary>财产保全、查封: ends with its term unless renewed.</summary>
    Preservation,

    /// <summary>权属纠纷: a claim to the right was filed.</summary>
    OwnershipDispute,

    /// <summary>中止: the office suspended its procedures because of such a dispute.</summary>
    Suspension,

    /// <summary>无效宣告请求 filed and not decided.</summary>
    InvalidationRequest,

    /// <summary>年费欠缴: an annual fee is due and not paid.</summary>
    FeeArrears,

    /// <summary>国防专利、保密专利, until declassified.</summary>
    Secret,

    /// <summary>The technology stands on the list of those whose export is prohibited (禁止出口).</summary>
    ExportProhibited,

    /// <summary>The technology stands on the list of those whose export is restricted (限制出口).</summary>
    ExportRestricted,

    /// <summary>财政性资金 paid for the project it comes from.</summary>
    PublicFunding,

    /// <summary>同日申请: the same invention was applied for on the same day as the other type.</summary>
    TwinApplication,

    /// <summary>职务技术成果完成人 may take it first on equal terms (民法典 847).</summary>
    CompleterPreemption,

    /// <summary>委托人 may take the application right first on equal terms (民法典 859).</summary>
    ClientPreemption,

    /// <summary>合作开发当事人 may take the application right first on equal terms (民法典 860).</summary>
    CoDeveloperPreemption,

    /// <summary>共有人约定: which modes one co-owner may choose alone.</summary>
    CoOwnerAgreement,

    /// <summary>专利权评价报告 is on file.</summary>
    EvaluationReport,

    /// <summary>
    /// 出口目录核对: an officer compared the technology with the export catalogue in force and found it on neither list.
    /// </summary>
    ExportCheck,
}

/// <summary>How an encumbrance ended.</summary>
public enum EncumbranceEnding
{
    /// <summary>注销、解除、撤回, paid, or the agreement ended.</summary>
    [Words("终止", "ended")]
    Ended,

    /// <summary>It should not have been recorded, or the register cancelled it from the start (撤销).</summary>
    [Words("撤销", "annulled")]
    Annulled,

    /// <summary>无效宣告请求 decided: the patent stands as granted.</summary>
    [Words("维持有效", "maintained")]
    Maintained,

    /// <summary>无效宣告请求 decided: part of the claims fell.</summary>
    [Words("部分无效", "partly invalidated")]
    PartlyInvalidated,

    /// <summary>无效宣告请求 decided: the patent is void from the start.</summary>
    [Words("全部无效", "invalidated")]
    Invalidated,
}

/// <summary>What the kinds have in common.</summary>
public static class EncumbranceKinds
{
    /// <summary>It binds no longer than its term; others stand until their end is recorded.</summary>
    public static bool EndsWithItsTerm(this EncumbranceKind kind) => kind is EncumbranceKind.ExclusiveLicence
        or EncumbranceKind.SoleLicence
        or EncumbranceKind.OrdinaryLicence
        or EncumbranceKind.Preservation
        or EncumbranceKind.Suspension;

    /// <summary>Only a granted patent has it (P15).</summary>
    public static bool NeedsGrant(this EncumbranceKind kind) =>
        kind is EncumbranceKind.Pledge or EncumbranceKind.OpenLicence;

    /// <summary>An authority permits it to one foreign buyer at a time.</summary>
    public static bool IsPermittedByBuyer(this EncumbranceKind kind) =>
        kind is EncumbranceKind.ExportRestricted or EncumbranceKind.PublicFunding;

    /// <summary>Whether such an encumbrance can end this way.</summary>
    public static bool EndsBy(this EncumbranceKind kind, EncumbranceEnding ending) => ending switch
    {
        EncumbranceEnding.Maintained or EncumbranceEnding.PartlyInvalidated or EncumbranceEnding.Invalidated =>
            kind == EncumbranceKind.InvalidationRequest,
        _ => true,
    };
}
