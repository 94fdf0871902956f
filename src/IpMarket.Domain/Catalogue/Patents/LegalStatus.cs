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
/// <param name="Text">The source's words.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="SeenOn">The day it was seen or announced; null when the source does not say.</param>
[GenerateSerializer, Immutable, Alias("catalogue.status-seen/1")]
public sealed record StatusSeen(
    [property: Id(0)] string Text,
    [property: Id(1)] string Source,
    [property: Id(2)] DateOnly? SeenOn);

/// <summary>Reads the words of sources; a bare word without its context stays unspecified.</summary>
public static class LegalStatus
{
    // In this order: what restores or only partly ends comes before the words it contains.
    private static readonly (string Words, LegalStanding Standing)[] Words =
    [
        ("恢复", LegalStanding.InForce),
        ("部分无效", LegalStanding.InForce),
        ("无效宣告请求", LegalStanding.Unspecified),
        ("终止", LegalStanding.Ended),
        ("届满", LegalStanding.Ended),
        ("失效", LegalStanding.Ended),
        ("放弃", LegalStanding.Ended),
        ("无效", LegalStanding.Ended),
        ("撤回", LegalStanding.Ended),
        ("驳回", LegalStanding.Ended),
        ("RESTOR", LegalStanding.InForce),
        ("EXPIRED", LegalStanding.Ended),
        ("CEASED", LegalStanding.Ended),
        ("LAPSED", LegalStanding.Ended),
        ("ABANDONED", LegalStanding.Ended),
        ("WITHDRAWN", LegalStanding.Ended),
        ("REVOKED", LegalStanding.Ended),
        ("INVALID", LegalStanding.Ended),
        ("REJECTED", LegalStanding.Ended),
        ("授权", LegalStanding.InForce),
        ("有权", LegalStanding.InForce),
        ("有效", LegalStanding.InForce),
        ("GRANTED", LegalStanding.InForce),
        ("ACTIVE", LegalStanding.InForce),
        ("公布", LegalStanding.Pending),
        ("公开", LegalStanding.Pending),
        ("审查", LegalStanding.Pending),
        ("审中", LegalStanding.Pending),
        ("PENDING", LegalStanding.Pending),
    ];

    // INPADOC event codes for CN.
    private static readonly Dictionary<string, LegalStanding> Codes = new(StringComparer.Ordinal)
    {
        ["PB01"] = LegalStanding.Pending,
        ["SE01"] = LegalStanding.Pending,
        ["GR01"] = LegalStanding.InForce,
        ["RR01"] = LegalStanding.InForce,
        ["RA01"] = LegalStanding.InForce,
        ["RJ01"] = LegalStanding.Ended,
        ["WD01"] = LegalStanding.Ended,
        ["CF01"] = LegalStanding.Ended,
        ["CX01"] = LegalStanding.Ended,
        ["AV01"] = LegalStanding.Ended,
        ["AD01"] = LegalStanding.Ended,
        ["IW01"] = LegalStanding.Ended,
    };

    /// <summary>
    /// What a status in a source's words means; <see cref="LegalStanding.Unspecified"/> when they do not say.
    /// </summary>
    public static LegalStanding Read(string text)
    {
        var folded = text.Trim().ToUpperInvariant();
        if (Codes.TryGetValue(folded, out var standing)) return standing;
        return Words.FirstOrDefault(word => folded.Contains(word.Words, StringComparison.Ordinal)).Standing;
    }
}
