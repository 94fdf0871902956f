using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.TitlePack;

/// <summary>The title pack of a listing and its checklist; the seller's and the centre's.</summary>
/// <param name="Items">In the pack's order, those that do not apply too.</param>
/// <param name="IsChecked">Its last submission went through the pack's rule; false of older ones.</param>
/// <param name="ProposedReasons">What the verdicts give as reasons to return it, in the caller's language.</param>
public sealed record TitlePackView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    IReadOnlyList<TitleItemView> Items,
    DeclarationView Declaration,
    bool IsChecked,
    IReadOnlyList<string> ProposedReasons) : IHasVersion;

/// <param name="Name">As people call it, with the patent's number where each of several has its own.</param>
/// <param name="Reason">Why it is owed or not.</param>
/// <param name="Source">The article or the house's rule.</param>
/// <param name="IsUnsure">A practice that is yet to be confirmed.</param>
/// <param name="MaxAgeDays">Oldest it may be; null = any age.</param>
/// <param name="FreshFrom">The earliest day of issue taken today.</param>
/// <param name="AsksIssueDay">An upload names its day of issue: somebody's paper of this kind may grow too old.</param>
/// <param name="Documents">Numbers of its documents, which <c>/documents</c> describes.</param>
/// <param name="IsSubmitted">It went to the desk, so it takes a verdict.</param>
/// <param name="Verdict">The officer's; null while there is none.</param>
/// <param name="Remark">His words.</param>
public sealed record TitleItemView(
    ListingDocumentKind Kind,
    string Name,
    TitleDue Due,
    TitleItemState State,
    string Reason,
    string Source,
    bool IsUnsure,
    int? MaxAgeDays,
    DateOnly? FreshFrom,
    bool AsksIssueDay,
    IReadOnlyList<int> Documents,
    bool IsSubmitted,
    Verdict? Verdict,
    string Remark)
{
    /// <summary>The further patent it is about; null of the first patent's and of the whole listing's.</summary>
    public required string? Patent { get; init; }
}

/// <summary>权属与瑕疵声明 as it may be made in the house.</summary>
/// <param name="TextVersion">Of <paramref name="Text"/>; sent back with the declaration.</param>
/// <param name="Text">What is declared, in the caller's language.</param>
/// <param name="Defects">The seller's words; null while nothing was declared.</param>
/// <param name="DeclaredAt">When.</param>
/// <param name="DeclaredBy">The agent who declared it for the seller.</param>
public sealed record DeclarationView(
    string TextVersion, string Text, string? Defects, DateTimeOffset? DeclaredAt, string? DeclaredBy);

/// <param name="TextVersion">The version of the text that was read.</param>
/// <param name="Defects">Known defects, or that there are none; 1 to 4,000 characters.</param>
public sealed record DeclarationForm(string TextVersion, string Defects);

/// <param name="Verdicts">Those to be recorded; items not named keep theirs.</param>
public sealed record VerdictsForm(IReadOnlyList<VerdictForm> Verdicts);

/// <param name="Remark">Empty only where it is in order.</param>
public sealed record VerdictForm(ListingDocumentKind Kind, Verdict Verdict, string Remark)
{
    /// <summary>The item's further patent; absent where it has none.</summary>
    public string? Patent { get; init; }
}
