using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>A new party: what it is; who it is comes later.</summary>
public sealed record NewParty(bool IsNaturalPerson, IReadOnlyList<PartyKind> Kinds);

/// <summary>Who the party is.</summary>
/// <param name="Kinds">What it is in the market; several at once.</param>
/// <param name="Name">As on the licence or identity card.</param>
/// <param name="CreditCode">An organisation's.</param>
/// <param name="IdNumber">A natural person's.</param>
/// <param name="LegalRepresentative">An organisation's.</param>
/// <param name="LicenceSha256">A scan uploaded before.</param>
public sealed record IdentityForm(
    IReadOnlyList<PartyKind> Kinds,
    string Name,
    string? CreditCode,
    string? IdNumber,
    string? LegalRepresentative,
    string? LicenceSha256);

public sealed record ContactsForm(string Mobile, string? Mail);

/// <param name="Holder">Must be the party's own name.</param>
/// <param name="Number">8 to 30 digits.</param>
/// <param name="Bank">Bank and branch.</param>
public sealed record BankAccountForm(string Holder, string Number, string Bank);

/// <summary>Invoice data; who takes a general invoice may leave address and telephone out.</summary>
public sealed record InvoiceForm(InvoiceKind Kind, string? Address, string? Telephone, string? Mail);

/// <param name="Kind">The fact.</param>
/// <param name="EvidenceSha256">A scan uploaded before.</param>
public sealed record FactForm(PartyFactKind Kind, string EvidenceSha256);

public sealed record FactsForm(IReadOnlyList<FactForm> Facts);

/// <summary>An affiliate: an organisation by its credit code or a natural person by his ID number.</summary>
public sealed record AffiliateForm(AffiliateRelation Relation, string Name, string? CreditCode, string? IdNumber);

/// <summary>All of them; an empty list declares that there are none.</summary>
public sealed record AffiliatesForm(IReadOnlyList<AffiliateForm> Affiliates);

/// <param name="Accepted">Names of agreements whose current version is accepted.</param>
public sealed record AgreementsForm(IReadOnlyList<string> Accepted);

/// <param name="Email">Of the account that is to act for the party.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Name">His name.</param>
/// <param name="PowerSha256">Scan of an agent's power of attorney, uploaded before.</param>
/// <param name="ExpiresAt">When an agent's power of attorney ends.</param>
public sealed record MemberForm(
    string Email, MemberRole Role, string Name, string? PowerSha256, DateTimeOffset? ExpiresAt);

public sealed record ReasonForm(string Reason);

/// <param name="Reason">Null: closed at the party's own wish.</param>
public sealed record CloseForm(string? Reason);

public sealed record ReturnPartyForm(IReadOnlyList<ReturnedItemView> Items);

/// <summary>What is to be supplemented and why.</summary>
public sealed record ReturnedItemView(PartyItem Item, string? Reason);

/// <summary>Numbers as people write them.</summary>
internal static class PartyNumbers
{
    /// <summary>Null stays null; anything else must be a number.</summary>
    public static Outcome<IdNumber?> IdNumber(string? text)
    {
        if (text is null) return new Outcome<IdNumber?>();
        return Domain.Parties.Identities.IdNumber.TryParse(text, out var number)
            ? (IdNumber?)number
            : Refusal.Of(PartyInputRefusal.IdNumberInvalid);
    }

    /// <summary>Null stays null; anything else must be a code.</summary>
    public static Outcome<CreditCode?> CreditCode(string? text)
    {
        if (text is null) return new Outcome<CreditCode?>();
        return Domain.Parties.Identities.CreditCode.TryParse(text, out var code)
            ? (CreditCode?)code
            : Refusal.Of(PartyInputRefusal.CreditCodeInvalid);
    }

    public static string StreamOf(string digest) => "id-number:" + digest;
}
