using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Encumbrances;

/// <summary>What may be done with a patent, mode by mode.</summary>
/// <param name="Id">The patent's stream.</param>
public sealed record PatentModes(string Id, long Version, IReadOnlyList<ModeView> Modes) : IHasVersion;

/// <summary>A patent's encumbrances and the consents about them, in the order they were recorded.</summary>
public sealed record PatentEncumbrances(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    IReadOnlyList<EncumbranceView> Encumbrances,
    IReadOnlyList<ConsentView> Consents) : IHasVersion;

/// <summary>What a fact rests on.</summary>
/// <param name="Document">The paper's number; the centre's only.</param>
public sealed record BasisView(string Source, string? Document, DateOnly? SeenOn);

/// <param name="Number">1, 2, … within the patent.</param>
/// <param name="Name">Its kind in the caller's language.</param>
/// <param name="IsInForce">It binds now.</param>
public sealed record EncumbranceView(
    int Number,
    EncumbranceKind Kind,
    string Name,
    bool IsInForce,
    string Reference,
    IReadOnlyList<string> Others,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlyList<ListingMode> Modes,
    BasisView Basis,
    DateTimeOffset RecordedAt,
    DateTimeOffset? EndedAt,
    EncumbranceEnding? Ending,
    DateOnly? EndedOn,
    BasisView? EndBasis,
    IReadOnlyList<string> Abilities);

/// <param name="Encumbrance">The number of the encumbrance it is about; null: the co-owners'.</param>
/// <param name="Buyer">Of an authority's permit: the foreign buyer's party; only the centre is shown it.</param>
public sealed record ConsentView(
    int Number,
    int? Encumbrance,
    IReadOnlyList<string> Givers,
    IReadOnlyList<ListingMode> Modes,
    bool IsInForce,
    BasisView Basis,
    DateTimeOffset RecordedAt,
    DateTimeOffset? WithdrawnAt,
    string? Buyer);

/// <param name="Document">The paper's number; empty when it has none.</param>
public sealed record BasisForm(string Source, string Document, DateOnly? SeenOn);

/// <param name="Others">Names an office or a court has published: 质权人, 被许可人, 法院.</param>
/// <param name="Until">The last day, itself included.</param>
/// <param name="Modes">Of 共有人约定 only.</param>
public sealed record EncumbranceForm(
    EncumbranceKind Kind,
    string Reference,
    IReadOnlyList<string> Others,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlyList<ListingMode> Modes,
    BasisForm Basis);

public sealed record RenewalForm(DateOnly Until, BasisForm Basis);

public sealed record EndingForm(EncumbranceEnding Ending, DateOnly? EndedOn, BasisForm Basis);

/// <param name="Encumbrance">Null: the consent of the co-owners named.</param>
/// <param name="Givers">Of co-owners' consent: their names in the register.</param>
/// <param name="Buyer">Of an authority's permit: the party stream of the foreign buyer it names.</param>
public sealed record ConsentForm(
    int? Encumbrance,
    IReadOnlyList<string> Givers,
    IReadOnlyList<ListingMode> Modes,
    BasisForm Basis,
    string? Buyer = null);

/// <summary>A consent is withdrawn by a paper too.</summary>
public sealed record ConsentWithdrawalForm(BasisForm Basis);
