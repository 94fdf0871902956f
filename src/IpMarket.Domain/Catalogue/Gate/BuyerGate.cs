using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>
/// May this buyer take this deal: what <see cref="ListingGate"/> leaves open for domestic buyers and the law does not
/// leave open for foreign ones (境外). Pure; asked when an intent is filed, when a bidder enrols, is admitted and bids,
/// and when the contract is recorded.
/// </summary>
/// <remarks>
/// Transfer, licence and realisation of a pledge to foreigners are technology exports (技术进出口管理条例 2): prohibited ones
/// are refused, restricted ones wait for a permit for this buyer, and what stands on no list is never taken for free by
/// itself: an officer compares it with the catalogue first. A publicly funded right needs the project agency's approval
/// for a transfer or an exclusive licence (科技进步法 34). A secret patent never goes abroad.
/// </remarks>
public static class BuyerGate
{
    private static readonly ImmutableArray<ListingMode> Funded =
    [
        ListingMode.Sale,
        ListingMode.ExclusiveLicence,
        ListingMode.EquityContribution,
        ListingMode.PledgeRealisation,
    ];

    /// <summary>Why the buyer may not take it, the weightiest first; empty when he may.</summary>
    /// <param name="facts">The patent's facts; those recorded later than <paramref name="at"/> do not count.</param>
    /// <param name="buyer">As his onboarding shows him now.</param>
    /// <param name="mode">What he would take.</param>
    /// <param name="at">The instant.</param>
    public static ImmutableArray<GateFinding> Ask(
        GateFacts facts, PartyStanding buyer, ListingMode mode, DateTimeOffset at)
    {
        if (!buyer.Facts.Contains(PartyFactKind.Foreign)) return [];
        var question = new GateCase(facts, null, mode, at);
        var findings = ImmutableArray.CreateBuilder<GateFinding>();
        Add(GateRule.SecretToForeigner, question.All(EncumbranceKind.Secret));
        Add(GateRule.ProhibitedToForeigner, question.All(EncumbranceKind.ExportProhibited));
        Add(GateRule.RestrictedToForeigner, Unpermitted(EncumbranceKind.ExportRestricted));
        if (IsUnchecked(question)) Add(GateRule.ExportUnchecked, [null]);
        if (Funded.Contains(mode)) Add(GateRule.FundingToForeigner, Unpermitted(EncumbranceKind.PublicFunding));
        return findings.ToImmutable();

        IEnumerable<Encumbrance?> Unpermitted(EncumbranceKind kind) => question.All(kind)
            .Where(item => !facts.Encumbrances.IsPermitted(item!, buyer.Party, mode, at));

        void Add(GateRule rule, IEnumerable<Encumbrance?> found)
        {
            foreach (var encumbrance in found)
                findings.Add(ListingGate.Finding(rule, encumbrance, question, house: null));
        }
    }

    private static bool IsUnchecked(GateCase question) => !question.All(
        EncumbranceKind.ExportProhibited, EncumbranceKind.ExportRestricted, EncumbranceKind.ExportCheck).Any();
}
