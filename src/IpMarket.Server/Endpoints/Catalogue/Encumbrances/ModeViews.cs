using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;

namespace IpMarket.Server.Endpoints.Catalogue.Encumbrances;

/// <summary>What may be done with a patent in one mode.</summary>
/// <param name="Refusals">Why not, the weightiest first; empty = open.</param>
/// <param name="Notices">What whoever takes it should know; closes nothing.</param>
public sealed record ModeView(
    ListingMode Mode,
    bool IsOpen,
    IReadOnlyList<GateFindingView> Refusals,
    IReadOnlyList<GateFindingView> Notices);

/// <summary>What a rule of the gate found, in the caller's language.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Statute">The text of law; a house rule says so.</param>
/// <param name="StatuteVersion">The day of the version read; null for house rules.</param>
/// <param name="IsToBeVerified">待核实: nobody has read the cited article for this rule.</param>
/// <param name="Cure">What would open the mode; null for what only informs.</param>
/// <param name="IsAPaper">A paper the seller brings and the handler records: submission may go before it.</param>
/// <param name="Encumbrance">The number of the encumbrance it is about.</param>
/// <param name="Source">Of a house rule: why, and on what it leans.</param>
/// <param name="Since">Of a house rule: since when it holds.</param>
public sealed record GateFindingView(
    string Rule,
    string Text,
    string Statute,
    string Article,
    string? StatuteVersion,
    bool IsToBeVerified,
    string? Cure,
    bool IsAPaper,
    int? Encumbrance,
    string? Source,
    DateOnly? Since);

internal static class ModeViews
{
    public static ModeView Of(ModeAnswer answer, bool english) => new(
        answer.Mode, answer.IsOpen, Findings(answer.Refusals, english), Findings(answer.Notices, english));

    private static IReadOnlyList<GateFindingView> Findings(ImmutableArray<GateFinding> findings, bool english) =>
        [.. findings.Select(finding => Present(finding, english))];

    private static GateFindingView Present(GateFinding finding, bool english)
    {
        var (ground, cure) = (GateLaw.GroundOf(finding.Rule), GateLaw.CureOf(finding.Rule));
        var statute = GateLaw.TextOf(ground.Statute);
        return new GateFindingView(
            finding.Said.Code,
            english ? finding.Said.En : finding.Said.Zh,
            english ? statute.En : statute.Zh,
            english ? ground.ArticleEn : ground.ArticleZh,
            statute.Version.Length == 0 ? null : statute.Version,
            ground.IsToBeVerified,
            english ? cure?.En : cure?.Zh,
            cure?.IsAPaper ?? false,
            finding.Encumbrance,
            english ? finding.House?.SourceEn : finding.House?.SourceZh,
            finding.House?.From);
    }
}
