using System.Collections.Immutable;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>A version of an agreement a party has accepted.</summary>
[GenerateSerializer, Immutable, Alias("parties.accepted-agreement/1")]
public sealed record AcceptedAgreement([property: Id(0)] string Name, [property: Id(1)] string Version);

/// <summary>An agreement in force, with its text in both languages; the Chinese text governs.</summary>
public sealed record Agreement(string Name, string Version, string TitleZh, string TitleEn, string Zh, string En);

/// <summary>The agreements every party accepts before its onboarding is submitted.</summary>
public static class Agreements
{
    public static readonly ImmutableArray<Agreement> Current =
    [
        new(
            "market-rules",
            "2026-1",
            "交易规则确认书",
            "Acceptance of the market's rules",
            "本交易主体确认：所提交资料真实、完整、有效；以本单位（本人）名义及自有账户参与交易；遵守交易中心公布的"
            + "交易规则和收费标准；资料变更的，及时更新并接受重新核验。",
            "The party confirms that what it submits is true, complete and in force; that it acts in its own name and "
            + "through its own account; that it keeps the published rules and fees; that it reports changes and is "
            + "verified again."),
        new(
            "privacy",
            "2026-1",
            "个人信息处理告知与同意书",
            "Notice and consent on personal data",
            "交易中心为核验身份、办理交易和履行法定义务处理姓名、身份号码、联系方式和银行账户；加密保存，"
            + "仅经办、复核人员和主体成员可见；注销后依法删除。",
            "The centre processes names, ID numbers, contacts and bank accounts to verify identity, carry out trades "
            + "and meet its legal duties. They are stored encrypted, seen only by the centre's handlers and reviewers "
            + "and the party's members, and erased by law after the party is closed."),
    ];

    /// <summary>Whether every current version is among those accepted.</summary>
    public static bool AreAccepted(ImmutableArray<AcceptedAgreement> accepted) =>
        Current.All(current => accepted.Contains(new AcceptedAgreement(current.Name, current.Version)));

    public static bool IsCurrent(AcceptedAgreement accepted) =>
        Current.Any(current => current.Name == accepted.Name && current.Version == accepted.Version);
}
