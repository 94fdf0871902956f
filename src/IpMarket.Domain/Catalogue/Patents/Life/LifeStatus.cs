using System.Collections.Immutable;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>Where a patent is in its life. The order of the members is no order of states.</summary>
public enum LifeState
{
    /// <summary>No fact says.</summary>
    Unknown,

    /// <summary>申请中：已公开.</summary>
    Published,

    /// <summary>申请中：实质审查.</summary>
    Examination,

    /// <summary>授权（有权）.</summary>
    Granted,

    /// <summary>驳回.</summary>
    Refused,

    /// <summary>撤回, 视为撤回.</summary>
    Withdrawn,

    /// <summary>期限届满.</summary>
    Expired,

    /// <summary>欠费终止.</summary>
    FeeLapsed,

    /// <summary>放弃.</summary>
    Abandoned,

    /// <summary>宣告全部无效.</summary>
    Invalidated,

    /// <summary>终止, the cause unknown.</summary>
    Terminated,
}

/// <summary>What stands beside the state, as far as the timeline's codes tell.</summary>
public enum LifeMark
{
    /// <summary>质押.</summary>
    Pledged,

    /// <summary>保全（中止）.</summary>
    Preserved,

    /// <summary>许可备案.</summary>
    Licensed,

    /// <summary>开放许可.</summary>
    OpenLicence,

    /// <summary>部分无效 or partly abandoned.</summary>
    Narrowed,

    /// <summary>恢复: it had ended and was restored.</summary>
    Restored,

    /// <summary>转移: it changed hands.</summary>
    Transferred,
}

/// <summary>The status on a day.</summary>
/// <param name="State">Where the patent is.</param>
/// <param name="Since">The day of the fact that brought it there; null when that fact has no day.</param>
/// <param name="By">That fact in its source's words or its code; null when no fact says.</param>
/// <param name="Marks">What stands beside it, in the order of the members.</param>
/// <param name="Unfitting">
/// Places in the timeline of entries that contradict what stood before; they changed nothing.
/// </param>
public sealed record LifeStatus(
    LifeState State,
    DateOnly? Since,
    string? By,
    ImmutableArray<LifeMark> Marks,
    ImmutableArray<int> Unfitting)
{
    /// <summary>What <see cref="By"/> says when the computed end of the term brought the patent to its end.</summary>
    public const string TermOver = "term";

    /// <summary>What the state means for trade.</summary>
    public LegalStanding Standing => State switch
    {
        LifeState.Unknown => LegalStanding.Unspecified,
        LifeState.Published or LifeState.Examination => LegalStanding.Pending,
        LifeState.Granted => LegalStanding.InForce,
        _ => LegalStanding.Ended,
    };
}
