using System.Text.Json;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>
/// Shows a party to one caller: open members from its state, personal ones from the vault where he may read them.
/// </summary>
public sealed class PartyPresenter(PartyRecords records, UserManager<MarketUser> accounts)
{
    public async Task<PartyView> Show(Versioned<Party> read, Caller caller, bool english, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(caller);
        var party = read.State;
        var personal = PartyAbilities.ReadsPersonal(party, caller.Duties, caller.Moment);
        Task<string?> Text(PersonalRef? kept) => personal ? records.Read(kept, cancel) : Task.FromResult<string?>(null);
        return new PartyView
        {
            Id = read.Stream,
            Version = read.Version,
            Abilities = PartyAbilities.Of(party, caller.Duties, caller.Moment),
            IsNaturalPerson = party.IsNaturalPerson,
            Kinds = party.Kinds,
            Status = party.StatusAt(caller.At),
            Suspension = Suspension(party, caller),
            SuspensionReason = await Text(party.SuspensionReason),
            Name = party.Identity.Name ?? await Text(party.Identity.PersonName),
            CreditCode = party.Identity.CreditCode,
            IdNumber = await Text(party.Identity.IdNumber),
            LegalRepresentative = await Text(party.Identity.LegalRepresentative),
            LicenceSha256 = party.Identity.LicenceSha256,
            Mobile = await Text(party.Mobile),
            Mail = await Text(party.Mail),
            AccountNumber = await Text(party.Account?.Number),
            Bank = party.Account?.Bank,
            Invoice = await Invoice(party, Text),
            Facts = [.. party.Facts.Select(fact => new FactForm(fact.Kind, fact.EvidenceSha256))],
            Affiliates = party.Affiliates is null
                ? null
                : await Task.WhenAll(party.Affiliates.Value.Select(affiliate => Show(affiliate, Text))),
            Agreements = [.. Agreements.Current.Select(agreement => Show(agreement, party, english))],
            Members = await Members(party, personal, Text),
            Scans = [.. Scans(read.Stream, party)],
            Missing = party.Missing,
            Returned = await Task.WhenAll(party.Returned.Select(async item =>
                new ReturnedItemView(item.Item, await Text(item.Reason)))),
            Route = party.Route?.Steps ?? [],
            Steps = await Steps(party),
            WaitsFor = WaitsFor(party),
            SubmittedAt = party.SubmittedAt,
            VerifiedUntil = party.VerifiedUntil,
            ClosedAt = party.ClosedAt,
            ErasedAt = party.ErasedAt,
        };
    }

    public async Task<PartySummary> Summarise(Versioned<Party> read, Caller caller, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(caller);
        var party = read.State;
        var personal = PartyAbilities.ReadsPersonal(party, caller.Duties, caller.Moment);
        return new PartySummary(
            read.Stream,
            party.Identity.Name ?? (personal ? await records.Read(party.Identity.PersonName, cancel) : null),
            party.IsNaturalPerson,
            party.Kinds,
            party.StatusAt(caller.At),
            party.SubmittedAt,
            WaitsFor(party),
            PartyAbilities.Of(party, caller.Duties, caller.Moment));
    }

    /// <summary>The scans a form names; nothing else is ever read back.</summary>
    public static IEnumerable<ScanView> Scans(string id, Party party)
    {
        ScanView Scan(PartyItem item, string sha256) => new(
            item, sha256, $"/api/documents/{sha256}?party={Uri.EscapeDataString(id)}");
        if (party.Identity.LicenceSha256 is { } licence) yield return Scan(PartyItem.Licence, licence);
        foreach (var fact in party.Facts) yield return Scan(PartyItem.Facts, fact.EvidenceSha256);
        foreach (var member in party.Members.Concat(party.Invited))
            if (member.Power is { } power) yield return Scan(PartyItem.PowerOfAttorney, power.Sha256);
    }

    private static CentreRole? WaitsFor(Party party) =>
        party is { Status: OnboardingStatus.Submitted, Route: { } route } && party.Steps.Length < route.Steps.Length
            ? route.Steps[party.Steps.Length]
            : null;

    /// <summary>A verification that ran out shows as such before the deadline's event stands.</summary>
    private static SuspensionCause? Suspension(Party party, Caller caller) =>
        party.Status == OnboardingStatus.Verified && party.StatusAt(caller.At) == OnboardingStatus.Suspended
            ? SuspensionCause.YearPassed
            : party.Suspension;

    private static AgreementView Show(Agreement agreement, Party party, bool english) => new(
        agreement.Name,
        agreement.Version,
        english ? agreement.TitleEn : agreement.TitleZh,
        english ? agreement.En : agreement.Zh,
        party.Agreements.Contains(new AcceptedAgreement(agreement.Name, agreement.Version)));

    private static async Task<AffiliateView> Show(Affiliate affiliate, Func<PersonalRef?, Task<string?>> text)
    {
        const string word = "credit-code:";
        var code = affiliate.IdentityStream.StartsWith(word, StringComparison.Ordinal)
            ? affiliate.IdentityStream[word.Length..]
            : null;
        return new AffiliateView(affiliate.Relation, affiliate.Name ?? await text(affiliate.PersonName), code);
    }

    private static async Task<InvoiceForm?> Invoice(Party party, Func<PersonalRef?, Task<string?>> text)
    {
        if (party.Invoice is null) return null;
        var details = await text(party.Invoice.Details) is { } json
            ? JsonSerializer.Deserialize<InvoiceDetails>(json)
            : null;
        return new InvoiceForm(party.Invoice.Kind, details?.Address, details?.Telephone, details?.Mail);
    }

    private async Task<IReadOnlyList<MemberView>> Members(
        Party party, bool personal, Func<PersonalRef?, Task<string?>> text)
    {
        var shown = new List<MemberView>();
        foreach (var (member, accepted) in party.Members.Select(member => (member, true))
            .Concat(party.Invited.Select(member => (member, false))))
        {
            var account = personal ? await accounts.FindByIdAsync(member.User) : null;
            shown.Add(new MemberView(
                member.User,
                await text(member.Name) ?? account?.DisplayName,
                account?.Email,
                member.Role,
                member.Power?.Sha256,
                member.Power?.ExpiresAt,
                accepted));
        }

        return shown;
    }

    private async Task<IReadOnlyList<PartyStepView>> Steps(Party party)
    {
        var shown = new List<PartyStepView>();
        foreach (var step in party.Steps)
        {
            var account = await accounts.FindByIdAsync(step.User);
            shown.Add(new PartyStepView(step.Role, account?.DisplayName ?? "", step.At));
        }

        return shown;
    }
}
