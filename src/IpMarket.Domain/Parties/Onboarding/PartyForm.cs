using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>
/// Who the party is. An organisation's name and credit code stand open; a natural person's name and number, and every
/// legal representative's name, are in the vault.
/// </summary>
/// <param name="Name">The organisation's registered name; null for a natural person.</param>
/// <param name="PersonName">The natural person's name; null for an organisation.</param>
/// <param name="CreditCode">The organisation's 统一社会信用代码, 18 characters.</param>
/// <param name="IdNumber">The natural person's 公民身份号码.</param>
/// <param name="IdNumberStream">Stream that decides whose the ID number is: <c>id-number:</c> and its digest.</param>
/// <param name="LegalRepresentative">法定代表人 of an organisation.</param>
/// <param name="LicenceSha256">Scan of the licence (persons: of the identity card), 64 hex.</param>
[GenerateSerializer, Immutable, Alias("parties.party-identity/1")]
public sealed record PartyIdentity(
    [property: Id(0)] string? Name,
    [property: Id(1)] PersonalRef? PersonName,
    [property: Id(2)] string? CreditCode,
    [property: Id(3)] PersonalRef? IdNumber,
    [property: Id(4)] string? IdNumberStream,
    [property: Id(5)] PersonalRef? LegalRepresentative,
    [property: Id(6)] string? LicenceSha256)
{
    public static readonly PartyIdentity Blank = new(null, null, null, null, null, null, null);

    /// <summary>
    /// The stream that decides whose this identity is, or null while neither code nor number is given.
    /// </summary>
    [JsonIgnore]
    public string? ClaimStream => CreditCode is not null ? "credit-code:" + CreditCode : IdNumberStream;
}

/// <summary>The account money comes from and goes back to (P12); always in the party's own name.</summary>
/// <param name="Number">The account number, in the vault.</param>
/// <param name="Bank">The bank and branch, at most 200 characters.</param>
[GenerateSerializer, Immutable, Alias("parties.party-account/1")]
public sealed record PartyAccount([property: Id(0)] PersonalRef Number, [property: Id(1)] string Bank);

/// <summary>Which invoice a party takes.</summary>
public enum InvoiceKind
{
    /// <summary>增值税普通发票.</summary>
    General,

    /// <summary>增值税专用发票.</summary>
    Special,
}

/// <summary>Invoice data; address, telephone and mail for it are one row in the vault.</summary>
[GenerateSerializer, Immutable, Alias("parties.invoice-data/1")]
public sealed record InvoiceData([property: Id(0)] InvoiceKind Kind, [property: Id(1)] PersonalRef Details);

/// <summary>Facts of a party that rules read (P1).</summary>
public enum PartyFactKind
{
    /// <summary>国有.</summary>
    StateOwned,

    /// <summary>公立科研机构.</summary>
    PublicResearch,

    /// <summary>境外.</summary>
    Foreign,
}

/// <summary>A fact with the document that shows it.</summary>
[GenerateSerializer, Immutable, Alias("parties.party-fact/1")]
public sealed record PartyFact([property: Id(0)] PartyFactKind Kind, [property: Id(1)] string EvidenceSha256);

/// <summary>How an affiliate (关联方) stands to the party.</summary>
public enum AffiliateRelation
{
    /// <summary>It controls the party (控制人).</summary>
    Controller,

    /// <summary>The party controls it.</summary>
    Controlled,

    /// <summary>Both have one controller, or are otherwise of one group.</summary>
    SameGroup,
}

/// <summary>An affiliate, which need not be a party of the market.</summary>
/// <param name="Relation">How it stands to the party.</param>
/// <param name="Name">An organisation's name; null for a natural person.</param>
/// <param name="PersonName">A natural person's name.</param>
/// <param name="IdentityStream">
/// <c>credit-code:…</c> or <c>id-number:…</c>: finds the party it is in the market, now or later.
/// </param>
[GenerateSerializer, Immutable, Alias("parties.affiliate/1")]
public sealed record Affiliate(
    [property: Id(0)] AffiliateRelation Relation,
    [property: Id(1)] string? Name,
    [property: Id(2)] PersonalRef? PersonName,
    [property: Id(3)] string IdentityStream);

/// <summary>What a user may do for a party.</summary>
public enum MemberRole
{
    /// <summary>Acts for the party as of right; names and removes members.</summary>
    Representative,

    /// <summary>经办人: acts under a power of attorney until it expires.</summary>
    Agent,
}

/// <summary>授权委托书: the scan, and the instant from which it is no longer in force.</summary>
[GenerateSerializer, Immutable, Alias("parties.power-of-attorney/1")]
public sealed record PowerOfAttorney(
    [property: Id(0)] string Sha256,
    [property: Id(1)] DateTimeOffset ExpiresAt);

/// <summary>A user who acts for the party.</summary>
[GenerateSerializer, Immutable, Alias("parties.party-member/1")]
public sealed record PartyMember(
    [property: Id(0)] string User,
    [property: Id(1)] MemberRole Role,
    [property: Id(2)] PersonalRef? Name,
    [property: Id(3)] PowerOfAttorney? Power)
{
    /// <summary>A representative always; an agent while his power of attorney is in force.</summary>
    public bool ActsAt(DateTimeOffset at) => Role == MemberRole.Representative || at < Power?.ExpiresAt;
}

/// <summary>Items of the onboarding form, as the centre names them when it returns one.</summary>
public enum PartyItem
{
    Name,
    CreditCode,
    IdNumber,
    Licence,
    LegalRepresentative,
    Mobile,
    BankAccount,
    InvoiceData,
    Affiliates,
    Facts,
    Agreements,
    PowerOfAttorney,
    Other,
}

/// <summary>An item that must be supplemented (补正), with the reason in the vault: it may speak of a person.</summary>
[GenerateSerializer, Immutable, Alias("parties.returned-item/1")]
public sealed record ReturnedItem([property: Id(0)] PartyItem Item, [property: Id(1)] PersonalRef Reason);

/// <summary>Why a verified party may not act at present.</summary>
public enum SuspensionCause
{
    /// <summary>A checked fact was changed by the party.</summary>
    ChangedFacts,

    /// <summary>A year has passed since it was verified.</summary>
    YearPassed,

    /// <summary>The centre decided so; only the centre lifts it.</summary>
    ByCentre,
}
