using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>What the centre may record of a patent's encumbrances.</summary>
public static class EncumbranceDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordEncumbrance command, Moment moment)
    {
        if ((TermsFault(command.Terms) ?? BasisFault(command.Basis)) is { } fault) return Malformed(fault);
        if (command is { Terms.Kind: EncumbranceKind.ExportCheck, Basis.SeenOn: null })
            return Decided.No(EncumbranceRefusal.CheckUndated);
        if (NotRecordable(patent) is { } refusal) return refusal;
        var (book, terms) = (patent.Encumbrances, command.Terms);
        if (book.Encumbrances.Any(item => item.Terms == terms && item.BindsAt(moment.At)))
            return Decided.No(PatentRefusal.NothingNew);
        if (terms.Kind.NeedsGrant() && patent.Standing == LegalStanding.Pending)
            return Decided.No(EncumbranceRefusal.NotGrantedYet);
        if (terms.Kind == EncumbranceKind.Pledge
            && book.Binding(EncumbranceKind.Pledge, moment.At).FirstOrDefault() is { } pledge)
            return Decided.No(EncumbranceRefusal.PledgedAlready, ("reference", pledge.Terms.Reference));
        if (book.Encumbrances.Length >= Limits.EncumbrancesMax) return Full();
        return Decided.As(new PatentEncumbered(book.Encumbrances.Length + 1, terms, command.Basis));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RenewEncumbrance command, Moment moment)
    {
        if (BasisFault(command.Basis) is { } fault) return Malformed(fault);
        if (Standing(patent, command.Number, out var found) is { } refusal) return refusal;
        if (!found.Terms.Kind.EndsWithItsTerm() || found.Terms.Until is not { } until)
            return Decided.No(EncumbranceRefusal.WithoutTerm, ("number", command.Number));
        if (command.Until <= until) return Malformed("until");
        return Decided.As(new PatentEncumbranceRenewed(command.Number, command.Until, command.Basis));
    }

    /// <summary>A patent found void is at once seen so: the decision is a legal status too.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, EndEncumbrance command, Moment moment)
    {
        if (BasisFault(command.Basis) is { } fault) return Malformed(fault);
        if (Standing(patent, command.Number, out var found) is { } refusal) return refusal;
        if (!found.Terms.Kind.EndsBy(command.Ending))
        {
            return Decided.No(
                EncumbranceRefusal.NotItsEnding, ("number", command.Number), ("ending", command.Ending));
        }

        var ended = new PatentEncumbranceEnded(command.Number, command.Ending, command.EndedOn, command.Basis);
        return VoidWords(command.Ending) is { } words
            ? Decided.As(ended, new PatentStatusSeen(new StatusSeen(words, command.Basis.Source, command.EndedOn)))
            : Decided.As(ended);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordConsent command, Moment moment)
    {
        if (ModesFault(command.Modes) || command.Modes.IsEmpty) return Malformed("modes");
        if (NamesFault(command.Givers)) return Malformed("givers");
        if (BasisFault(command.Basis) is { } fault) return Malformed(fault);
        if (NotRecordable(patent) is { } unfit) return unfit;
        if (command.Encumbrance is { } number)
        {
            if (Standing(patent, number, out var about) is { } refusal) return refusal;
            if (PermitFault(about, command) is { } permit) return permit;
        }
        else if (command.Buyer is not null)
        {
            return Malformed("buyer");
        }
        else if (command.Givers.IsEmpty)
        {
            return Malformed("givers");
        }
        else if (NotACoOwner(patent, command.Givers) is { } stranger)
        {
            return Decided.No(EncumbranceRefusal.NotACoOwner, ("name", stranger));
        }

        if (patent.Encumbrances.Consents.Length >= Limits.EncumbrancesMax) return Full();
        return Decided.As(new PatentConsentRecorded(
            patent.Encumbrances.Consents.Length + 1,
            command.Encumbrance,
            command.Givers,
            command.Modes,
            command.Basis)
        {
            Buyer = command.Buyer,
        });
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, WithdrawConsent command, Moment moment)
    {
        if (BasisFault(command.Basis) is { } fault) return Malformed(fault);
        if (NotRecordable(patent) is { } refusal) return refusal;
        if (patent.Encumbrances.FindConsent(command.Number) is not { } consent)
            return Decided.No(EncumbranceRefusal.ConsentUnknown, ("number", command.Number));
        return consent.WithdrawnAt is null
            ? Decided.As(new PatentConsentWithdrawn(command.Number, command.Basis))
            : Decided.No(EncumbranceRefusal.EncumbranceEndedAlready, ("number", command.Number));
    }

    /// <summary>A permit names one buyer, and the day of the paper: it is read against the list of that day.</summary>
    private static Refusal? PermitFault(Encumbrance about, RecordConsent command)
    {
        if (command.Buyer is null) return null;
        if (!about.Terms.Kind.IsPermittedByBuyer())
            return Refusal.Of(EncumbranceRefusal.NotPermittedByBuyer, ("number", about.Number));
        return command.Basis.SeenOn is null ? Refusal.Of(EncumbranceRefusal.CheckUndated) : null;
    }

    private static string? VoidWords(EncumbranceEnding ending) => ending switch
    {
        EncumbranceEnding.Invalidated => "专利权全部无效",
        EncumbranceEnding.PartlyInvalidated => "专利权部分无效",
        _ => null,
    };

    private static Refusal? NotRecordable(Patent patent)
    {
        if (patent.JoinedTo is { } to) return Refusal.Of(PatentRefusal.Joined, ("patent", to));
        if (!patent.Exists) return Refusal.Of(PatentRefusal.Unknown);
        return patent.IsProvisional ? Refusal.Of(EncumbranceRefusal.EncumbranceOfProvisional) : null;
    }

    private static Refusal? Standing(Patent patent, int number, out Encumbrance found)
    {
        found = patent.Encumbrances.Find(number)!;
        if (NotRecordable(patent) is { } refusal) return refusal;
        if (found is null) return Refusal.Of(EncumbranceRefusal.EncumbranceUnknown, ("number", number));
        return found.EndedAt is null
            ? null
            : Refusal.Of(EncumbranceRefusal.EncumbranceEndedAlready, ("number", number));
    }

    private static string? NotACoOwner(Patent patent, ImmutableArray<string> givers)
    {
        var holders = patent.HolderNames.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        return givers.FirstOrDefault(giver => !holders.Contains(Folding.Name(giver)));
    }

    private static string? TermsFault(EncumbranceTerms terms)
    {
        if (IsUnclean(terms.Reference)) return "reference";
        if (NamesFault(terms.Others)) return "others";
        if (terms.Until < terms.From) return "until";
        if (ModesFault(terms.Modes)) return "modes";
        // Which modes one co-owner may choose alone is what such an agreement says, and only it.
        return terms.Kind != EncumbranceKind.CoOwnerAgreement && !terms.Modes.IsEmpty ? "modes" : null;
    }

    private static string? BasisFault(FactBasis basis)
    {
        if (string.IsNullOrWhiteSpace(basis.Source) || IsUnclean(basis.Source)) return "source";
        return IsUnclean(basis.Document) ? "document" : null;
    }

    private static bool NamesFault(ImmutableArray<string> names) =>
        FactsRule.NamesFault(names) || names.Distinct(StringComparer.Ordinal).Count() != names.Length;

    private static bool ModesFault(ImmutableArray<ListingMode> modes) =>
        modes.IsDefault || modes.Distinct().Count() != modes.Length;

    private static bool IsUnclean(string text) => text.Length > Limits.NameCharsMax || text.Any(PlainText.IsForbidden);

    private static Outcome<IReadOnlyList<IEvent>> Malformed(string field) =>
        Decided.No(EncumbranceRefusal.EncumbranceMalformed, ("field", field));

    private static Outcome<IReadOnlyList<IEvent>> Full() =>
        Decided.No(EncumbranceRefusal.TooManyEncumbrances, ("max", Limits.EncumbrancesMax));
}
