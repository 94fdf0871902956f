using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

/// <summary>Facts of a patent, put together fact by fact.</summary>
internal static class APatentWith
{
    public static readonly DateTimeOffset Recorded = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero);
    public static readonly ImmutableArray<ListingMode> EveryMode = [.. Enum.GetValues<ListingMode>()];
    public static readonly FactBasis Basis = new("登记簿副本", "国知登〔2026〕1号", new DateOnly(2026, 3, 1));

    /// <summary>A granted invention of one holder with nothing on it.</summary>
    public static readonly GateFacts Nothing =
        new(LegalStanding.InForce, PatentType.Invention, ["甲公司"], EncumbranceBook.None);

    public static GateFacts With(this GateFacts facts, EncumbranceKind kind, DateOnly? until = null) =>
        facts.With(new EncumbranceTerms(kind, $"{kind}-1", [], null, until, []));

    /// <summary>共有人约定: each may choose these modes alone.</summary>
    public static GateFacts AgreedAlone(this GateFacts facts, ListingMode mode) =>
        facts.With(new EncumbranceTerms(EncumbranceKind.CoOwnerAgreement, "", [], null, null, [mode]));

    public static GateFacts With(this GateFacts facts, EncumbranceTerms terms) =>
        facts with
        {
            Encumbrances = facts.Encumbrances with
            {
                Encumbrances = facts.Encumbrances.Encumbrances.Add(new Encumbrance(
                    facts.Encumbrances.Encumbrances.Length + 1,
                    terms,
                    Basis,
                    Recorded,
                    null,
                    null,
                    null,
                    null)),
            },
        };

    /// <summary>Consent to these modes about the encumbrance recorded last.</summary>
    public static GateFacts Consented(this GateFacts facts, params ListingMode[] modes) =>
        facts.Consent(facts.Encumbrances.Encumbrances.Length, [], Or(modes));

    /// <summary>An authority's permit about the encumbrance recorded last, for this buyer alone.</summary>
    public static GateFacts Permitted(this GateFacts facts, string buyer, params ListingMode[] modes)
    {
        var book = facts.Consented(modes).Encumbrances;
        return facts with
        {
            Encumbrances = book with
            {
                Consents = book.Consents.SetItem(book.Consents.Length - 1, book.Consents[^1] with { Buyer = buyer }),
            },
        };
    }

    public static GateFacts OwnedBy(this GateFacts facts, params string[] holders) =>
        facts with { Holders = [.. holders] };

    public static GateFacts CoOwnersConsent(
        this GateFacts facts, ImmutableArray<string> givers, params ListingMode[] modes) =>
        facts.Consent(null, givers, Or(modes));

    private static ImmutableArray<ListingMode> Or(ListingMode[] modes) => modes.Length == 0 ? EveryMode : [.. modes];

    private static GateFacts Consent(
        this GateFacts facts, int? about, ImmutableArray<string> givers, ImmutableArray<ListingMode> modes) => facts with
        {
            Encumbrances = facts.Encumbrances with
            {
                Consents = facts.Encumbrances.Consents.Add(new Consent(
                    facts.Encumbrances.Consents.Length + 1, about, givers, modes, Basis, Recorded, null, null)),
            },
        };
}
