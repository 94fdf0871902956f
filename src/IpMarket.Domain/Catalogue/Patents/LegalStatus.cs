using IpMarket.Domain.Catalogue.Patents.Life;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>What a seen legal status (法律状态) means for trade.</summary>
public enum LegalStanding
{
    /// <summary>The words do not say.</summary>
    Unspecified,

    /// <summary>审中: published or under examination.</summary>
    Pending,

    /// <summary>有权.</summary>
    InForce,

    /// <summary>失效: expired, lapsed, abandoned, invalidated, refused or withdrawn.</summary>
    Ended,
}

/// <summary>A legal status as a source gave it.</summary>
/// <param name="Text">The source's words, at most <see cref="Kernel.Limits.StatusCharsMax"/> characters.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="SeenOn">The day it was seen or announced, never one to come; null when the source does not say.</param>
[GenerateSerializer, Immutable, Alias("catalogue.status-seen/1")]
public sealed record StatusSeen(
    [property: Id(0)] string Text,
    [property: Id(1)] string Source,
    [property: Id(2)] DateOnly? SeenOn);

/// <summary>Reads the words of sources; a bare word without its context stays unspecified.</summary>
public static class LegalStatus
{
    // In this order: what restores, only partly ends or denies comes before the words it contains. 无效 by itself is
    // what vendors write for 失效; only what says who declared it, or how far, is 宣告无效.
    private static readonly (string Words, LegalEffect Effect)[] Words =
    [
        ("恢复", LegalEffect.Restored),
        ("部分无效", LegalEffect.PartlyInvalidated),
        ("部分宣告无效", LegalEffect.PartlyInvalidated),
        ("无效宣告请求", LegalEffect.Unknown),
        ("无效宣告程序", LegalEffect.Unknown),
        ("维持有效", LegalEffect.Granted),
        ("维持专利权有效", LegalEffect.Granted),
        ("宣告", LegalEffect.Invalidated),
        ("全部无效", LegalEffect.Invalidated),
        ("未缴年费", LegalEffect.FeeLapsed),
        ("欠费", LegalEffect.FeeLapsed),
        ("届满", LegalEffect.Expired),
        ("终止", LegalEffect.Terminated),
        ("失效", LegalEffect.Terminated),
        ("放弃", LegalEffect.Abandoned),
        ("无效", LegalEffect.Terminated),
        ("撤回", LegalEffect.Withdrawn),
        ("驳回", LegalEffect.Refused),
        ("RESTOR", LegalEffect.Restored),
        ("FEE RELATED", LegalEffect.FeeLapsed),
        ("EXPIRED", LegalEffect.Expired),
        ("CEASED", LegalEffect.Terminated),
        ("LAPSED", LegalEffect.Terminated),
        ("ABANDONED", LegalEffect.Abandoned),
        ("WITHDRAWN", LegalEffect.Withdrawn),
        ("REVOKED", LegalEffect.Invalidated),
        ("PARTLY INVALID", LegalEffect.PartlyInvalidated),
        ("PARTIALLY INVALID", LegalEffect.PartlyInvalidated),
        ("INVALIDAT", LegalEffect.Invalidated),
        ("DECLARED INVALID", LegalEffect.Invalidated),
        ("INVALID", LegalEffect.Terminated),
        ("REJECTED", LegalEffect.Refused),
        ("INACTIVE", LegalEffect.Terminated),
        ("NOT ACTIVE", LegalEffect.Terminated),
        ("NOT GRANTED", LegalEffect.Unknown),
        ("未授权", LegalEffect.Unknown),
        ("授权", LegalEffect.Granted),
        ("有权", LegalEffect.Granted),
        ("有效", LegalEffect.Granted),
        ("GRANTED", LegalEffect.Granted),
        ("ACTIVE", LegalEffect.Granted),
        ("公布", LegalEffect.Published),
        ("公开", LegalEffect.Published),
        ("审查", LegalEffect.ExaminationStarted),
        ("审中", LegalEffect.Published),
        ("PENDING", LegalEffect.Published),
    ];

    /// <summary>What a status in a source's words, or a code of <see cref="LegalCodes"/>, does to the right.</summary>
    public static LegalEffect EffectOf(string text)
    {
        if (LegalCodes.Find(text) is { } code) return code.Effect;
        var folded = text.Trim().ToUpperInvariant();
        return Words.FirstOrDefault(word => folded.Contains(word.Words, StringComparison.Ordinal)).Effect;
    }

    /// <summary>
    /// What a status in a source's words means; <see cref="LegalStanding.Unspecified"/> when they do not say.
    /// </summary>
    public static LegalStanding Read(string text) => EffectOf(text) switch
    {
        LegalEffect.Published or LegalEffect.ExaminationStarted or LegalEffect.ApplicationRestored =>
            LegalStanding.Pending,
        LegalEffect.Granted or LegalEffect.RightRestored or LegalEffect.Restored
            or LegalEffect.PartlyInvalidated or LegalEffect.PartlyAbandoned => LegalStanding.InForce,
        LegalEffect.Refused or LegalEffect.Withdrawn or LegalEffect.Expired or LegalEffect.FeeLapsed
            or LegalEffect.Abandoned or LegalEffect.Invalidated or LegalEffect.Terminated => LegalStanding.Ended,
        _ => LegalStanding.Unspecified,
    };
}
