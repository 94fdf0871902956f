using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents.Encumbrances;

/// <summary>
/// Every encumbrance and consent a patent's stream holds, ended ones too, in the order of their numbers.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.encumbrance-book/1")]
public sealed record EncumbranceBook(
    [property: Id(0)] ImmutableArray<Encumbrance> Encumbrances,
    [property: Id(1)] ImmutableArray<Consent> Consents)
{
    public static readonly EncumbranceBook None = new([], []);

    public bool IsEmpty => Encumbrances.IsEmpty && Consents.IsEmpty;

    /// <summary>The encumbrance of that number, or null.</summary>
    public Encumbrance? Find(int number) =>
        number >= 1 && number <= Encumbrances.Length ? Encumbrances[number - 1] : null;

    public Consent? FindConsent(int number) =>
        number >= 1 && number <= Consents.Length ? Consents[number - 1] : null;

    /// <summary>Those of the kind that bind at the instant.</summary>
    public IEnumerable<Encumbrance> Binding(EncumbranceKind kind, DateTimeOffset at) =>
        Encumbrances.Where(item => item.Terms.Kind == kind && item.BindsAt(at));

    /// <summary>A consent about this encumbrance allows the mode at the instant.</summary>
    public bool IsConsented(Encumbrance encumbrance, ListingMode mode, DateTimeOffset at) => Consents.Any(
        consent => consent is { Buyer: null }
            && consent.Encumbrance == encumbrance.Number && consent.Modes.Contains(mode) && consent.BindsAt(at));

    /// <summary>A permit about this encumbrance lets this very buyer take the mode at the instant.</summary>
    /// <param name="buyer">The buyer's party stream.</param>
    public bool IsPermitted(Encumbrance encumbrance, string buyer, ListingMode mode, DateTimeOffset at) => Consents.Any(
        consent => consent.Buyer == buyer
            && consent.Encumbrance == encumbrance.Number && consent.Modes.Contains(mode) && consent.BindsAt(at));

    /// <summary>The co-owners who consented to the mode, as they were named.</summary>
    public IEnumerable<string> CoOwnersFor(ListingMode mode, DateTimeOffset at) => Consents
        .Where(consent => consent.Encumbrance is null && consent.Modes.Contains(mode) && consent.BindsAt(at))
        .SelectMany(consent => consent.Givers);

    internal EncumbranceBook Evolve(Recorded recorded) => recorded.Event switch
    {
        PatentEncumbered fact => this with
        {
            Encumbrances = Encumbrances.Add(
                new Encumbrance(fact.Number, fact.Terms, fact.Basis, recorded.At, null, null, null, null)),
        },
        PatentEncumbranceRenewed fact => Change(
            fact.Number, item => item with { Terms = item.Terms with { Until = fact.Until } }),
        PatentEncumbranceEnded fact => Change(fact.Number, item => item with
        {
            EndedAt = recorded.At, Ending = fact.Ending, EndedOn = fact.EndedOn, EndBasis = fact.Basis,
        }),
        PatentConsentRecorded fact => this with
        {
            Consents = Consents.Add(new Consent(
                fact.Number, fact.Encumbrance, fact.Givers, fact.Modes, fact.Basis, recorded.At, null, null)
            {
                Buyer = fact.Buyer,
            }),
        },
        PatentConsentWithdrawn fact => FindConsent(fact.Number) is { } consent
            ? this with
            {
                Consents = Consents.SetItem(
                    fact.Number - 1, consent with { WithdrawnAt = recorded.At, WithdrawalBasis = fact.Basis }),
            }
            : this,
        _ => this,
    };

    private EncumbranceBook Change(int number, Func<Encumbrance, Encumbrance> change) => Find(number) is { } found
        ? this with { Encumbrances = Encumbrances.SetItem(number - 1, change(found)) }
        : this;
}
