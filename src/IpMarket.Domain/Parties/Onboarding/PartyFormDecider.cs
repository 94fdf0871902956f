using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>
/// Rules of the party's own form. Who acts for the party fills it in; a change of a checked fact (identity, kinds,
/// account, facts, affiliates) of a verified party suspends it until it is verified again.
/// </summary>
public static class PartyFormDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, RegisterParty command, Moment moment)
    {
        if (party.Exists) return Decided.No(PartyRefusal.AlreadyRegistered);
        return KindsFit(command.IsNaturalPerson, command.Kinds)
            ? Decided.As(
                new PartyRegistered(command.IsNaturalPerson, command.Kinds),
                new MemberAdded(new PartyMember(moment.Actor.User, MemberRole.Representative, null, null)))
            : Decided.No(PartyRefusal.KindsMismatch);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, DescribeParty command, Moment moment)
    {
        if (Locked(party, moment) is { } refusal) return refusal;
        if (!KindsFit(party.IsNaturalPerson, command.Kinds)) return Decided.No(PartyRefusal.KindsMismatch);
        var identity = command.Identity;
        var fits = party.IsNaturalPerson
            ? identity.Name is null && identity.CreditCode is null && identity.LegalRepresentative is null
            : identity.PersonName is null && identity.IdNumber is null && identity.IdNumberStream is null;
        if (!fits) return Decided.No(PartyRefusal.FormMismatch);
        var same = command.SamePersonal
            && Open(identity) == Open(party.Identity)
            && command.Kinds.Order().SequenceEqual(party.Kinds.Order());
        return Changed(party, new PartyDescribed(identity, command.Kinds), same);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, SetContacts command, Moment moment) =>
        Locked(party, moment) is { } refusal ? refusal : Decided.As(new ContactsSet(command.Mobile, command.Mail));

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, SetBankAccount command, Moment moment)
    {
        if (Locked(party, moment) is { } refusal) return refusal;
        if (!command.InOwnName) return Decided.No(PartyRefusal.AccountNotInOwnName);
        var same = command.SameNumber && command.Account.Bank == party.Account?.Bank;
        return Changed(party, new BankAccountSet(command.Account), same);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, SetInvoiceData command, Moment moment) =>
        Locked(party, moment) is { } refusal ? refusal : Decided.As(new InvoiceDataSet(command.Invoice));

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, DeclareFacts command, Moment moment)
    {
        if (Locked(party, moment) is { } refusal) return refusal;
        if (command.Facts.DistinctBy(fact => fact.Kind).Count() != command.Facts.Length)
            return Decided.No(PartyRefusal.FactTwice);
        var same = command.Facts.OrderBy(fact => fact.Kind).SequenceEqual(party.Facts.OrderBy(fact => fact.Kind));
        return Changed(party, new FactsDeclared(command.Facts), same);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, DeclareAffiliates command, Moment moment)
    {
        if (Locked(party, moment) is { } refusal) return refusal;
        if (command.Affiliates.Length > Party.AffiliatesMax)
            return Decided.No(PartyRefusal.TooManyAffiliates, ("max", Party.AffiliatesMax));
        if (command.Affiliates.Any(affiliate => affiliate.IdentityStream == party.Identity.ClaimStream))
            return Decided.No(PartyRefusal.OwnAffiliate);
        var same = party.Affiliates is { } known && Relations(known).SequenceEqual(Relations(command.Affiliates));
        return Changed(party, new AffiliatesDeclared(command.Affiliates), same);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, AcceptAgreements command, Moment moment)
    {
        if (Barred(party, moment) is { } refusal) return refusal;
        foreach (var accepted in command.Agreements)
        {
            if (Agreements.IsCurrent(accepted)) continue;
            return Decided.No(
                PartyRefusal.AgreementNotCurrent, ("name", accepted.Name), ("version", accepted.Version));
        }

        return Decided.As(new AgreementsAccepted(command.Agreements));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, AddMember command, Moment moment)
    {
        if (Barred(party, moment) is { } refusal) return refusal;
        if (!party.IsRepresentative(moment.Actor.User)) return Decided.No(PartyRefusal.RepresentativesOnly);
        var member = command.Member;
        if (member.Role == MemberRole.Agent && (member.Name is null || !member.ActsAt(moment.At)))
            return Decided.No(PartyRefusal.PowerOfAttorneyMissing);
        var others = party.Members.RemoveAll(known => known.User == member.User);
        var invited = party.Invited.Count(known => known.User != member.User);
        if (others.Length + invited >= Party.MembersMax)
            return Decided.No(PartyRefusal.TooManyMembers, ("max", Party.MembersMax));
        // Nobody acts for a party without wanting to: who has several must say for which at every call.
        if (others.Length == party.Members.Length) return Decided.As(new MemberInvited(member));
        return others.Add(member).Any(known => known.Role == MemberRole.Representative)
            ? Decided.As(new MemberAdded(member))
            : Decided.No(PartyRefusal.LastRepresentative);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, AcceptMembership command, Moment moment)
    {
        if (party.Invited.FirstOrDefault(known => known.User == moment.Actor.User) is not { } member)
            return Decided.No(PartyRefusal.NotInvited);
        if (party.Status == OnboardingStatus.Closed) return Decided.No(PartyRefusal.Closed);
        return member.ActsAt(moment.At)
            ? Decided.As(new MemberAdded(member))
            : Decided.No(PartyRefusal.PowerOfAttorneyMissing);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Party party, RemoveMember command, Moment moment)
    {
        if (Barred(party, moment) is { } refusal) return refusal;
        if (!party.IsRepresentative(moment.Actor.User)) return Decided.No(PartyRefusal.RepresentativesOnly);
        if (party.Invited.Any(member => member.User == command.User))
            return Decided.As(new MemberRemoved(command.User));
        if (party.Members.All(member => member.User != command.User)) return Decided.No(PartyRefusal.MemberUnknown);
        return party.Members.Any(member => member.User != command.User && member.Role == MemberRole.Representative)
            ? Decided.As(new MemberRemoved(command.User))
            : Decided.No(PartyRefusal.LastRepresentative);
    }

    /// <summary>Why nobody, or not this actor, may change anything; null when he may.</summary>
    internal static Refusal? Barred(Party party, Moment moment)
    {
        if (!party.Exists) return Refusal.Of(PartyRefusal.PartyUnknown);
        if (!party.IsMemberAt(moment.Actor.User, moment.At)) return Refusal.Of(PartyRefusal.MembersOnly);
        return party.Status == OnboardingStatus.Closed ? Refusal.Of(PartyRefusal.Closed) : null;
    }

    /// <summary>
    /// Why the form may not be changed now: it is under review, or the centre has suspended the party.
    /// </summary>
    private static Refusal? Locked(Party party, Moment moment) => Barred(party, moment) ?? party switch
    {
        { Status: OnboardingStatus.Submitted } => Refusal.Of(PartyRefusal.UnderReview),
        { Suspension: SuspensionCause.ByCentre } => Refusal.Of(PartyRefusal.SuspendedByCentre),
        _ => null,
    };

    private static Outcome<IReadOnlyList<IEvent>> Changed(Party party, IEvent fact, bool same) =>
        same || party.Status != OnboardingStatus.Verified
            ? Decided.As(fact)
            : Decided.As(fact, new PartySuspended(SuspensionCause.ChangedFacts, null));

    /// <summary>The part of an identity that does not lie in the vault.</summary>
    private static (string?, string?, string?, string?) Open(PartyIdentity identity) =>
        (identity.Name, identity.CreditCode, identity.IdNumberStream, identity.LicenceSha256);

    private static IEnumerable<(AffiliateRelation, string)> Relations(ImmutableArray<Affiliate> affiliates) =>
        affiliates.Select(affiliate => (affiliate.Relation, affiliate.IdentityStream)).Order();

    private static bool KindsFit(bool isNaturalPerson, ImmutableArray<PartyKind> kinds) =>
        !kinds.IsDefaultOrEmpty
        && kinds.Distinct().Count() == kinds.Length
        && kinds.Contains(PartyKind.NaturalPerson) == isNaturalPerson
        && (!isNaturalPerson || kinds.All(kind => kind is PartyKind.NaturalPerson or PartyKind.Investor
            or PartyKind.Expert or PartyKind.TechnologyBroker));
}
