namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>What a legal event, or the words of a source, do to a patent's status.</summary>
public enum LegalEffect
{
    /// <summary>It cannot be told from it: it stands in the timeline and changes nothing.</summary>
    Unknown,

    /// <summary>Known to leave the right as it is: corrections, changed addresses.</summary>
    None,

    /// <summary>公布.</summary>
    Published,

    /// <summary>进入实质审查.</summary>
    ExaminationStarted,

    /// <summary>授权; also the words of a source that the right stands.</summary>
    Granted,

    /// <summary>驳回.</summary>
    Refused,

    /// <summary>撤回, 视为撤回.</summary>
    Withdrawn,

    /// <summary>恢复申请: pending again.</summary>
    ApplicationRestored,

    /// <summary>期限届满.</summary>
    Expired,

    /// <summary>欠费终止 (专利法44).</summary>
    FeeLapsed,

    /// <summary>放弃, 视为放弃.</summary>
    Abandoned,

    /// <summary>宣告全部无效, 撤销: void from the start (专利法47).</summary>
    Invalidated,

    /// <summary>终止 without a cause: ended, the cause stays open.</summary>
    Terminated,

    /// <summary>部分无效: the right stands in part.</summary>
    PartlyInvalidated,

    /// <summary>部分放弃: the right stands in part.</summary>
    PartlyAbandoned,

    /// <summary>恢复专利权.</summary>
    RightRestored,

    /// <summary>恢复 of an application or a right: back to what it was.</summary>
    Restored,

    /// <summary>期限补偿, 续展: the term ends on another day.</summary>
    TermChanged,

    /// <summary>专利权转移.</summary>
    Transferred,

    /// <summary>申请权转移.</summary>
    ApplicationTransferred,

    /// <summary>Name or address of a holder or applicant changed.</summary>
    HolderChanged,

    /// <summary>质押登记.</summary>
    Pledged,

    PledgeChanged,

    /// <summary>质押登记注销.</summary>
    PledgeReleased,

    /// <summary>保全.</summary>
    Preserved,

    /// <summary>解除保全.</summary>
    PreservationLifted,

    /// <summary>许可备案.</summary>
    LicenceRecorded,

    LicenceChanged,

    LicenceCancelled,

    /// <summary>开放许可.</summary>
    OpenLicenceDeclared,

    OpenLicenceWithdrawn,
}
