using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>
/// The encumbrance gate: what may be offered of a patent, at an instant, by a seller. Pure; the centre's desk, listings
/// and auctions all ask it.
/// </summary>
public static class ListingGate
{
    private static readonly Encumbrance?[] Yes = [null];

    /// <summary>
    /// What each rule does to each mode, in the order of <see cref="ListingMode"/>: x closes, n informs, h as the house
    /// rules say, - nothing; and when it applies.
    /// </summary>
    private static readonly ImmutableArray<Row> Rows =
    [
        new("xxxxxxx", GateRule.HolderUnrecorded, c => When(c.Facts.Holders.IsEmpty)),
        new("xxxxxxx", GateRule.SellerNotHolder, c => When(!c.SellerMayList)),
        new("xxxxxxx", GateRule.RightEnded, c => When(c.Facts.Legal == LegalStanding.Ended)),
        new("----x--", GateRule.OpenBeforeGrant, c => When(!c.IsGranted)),
        new("------x", GateRule.PledgeBeforeGrant, c => When(!c.IsGranted)),
        new("xxxx-xx", GateRule.SecretUnapproved, c => c.Unconsented(EncumbranceKind.Secret)),
        new("----x--", GateRule.SecretNotOpen, c => c.All(EncumbranceKind.Secret)),
        new("x----xx", GateRule.ProceduresSuspended, c => c.Halts),
        new("x---xxx", GateRule.PreservationUnread, c => When(c.IsUnread(
            LifeMark.Preserved, EncumbranceKind.Preservation, EncumbranceKind.Suspension))),
        new("----x--", GateRule.SuspendedNotOpen, c => c.Halts),
        new("hhhhhhh", GateRule.PreservedLicence, c => c.All(EncumbranceKind.Preservation)),
        new("hhhhhhh", GateRule.DisputedTitle, c => c.All(
            EncumbranceKind.OwnershipDispute, EncumbranceKind.Suspension)),
        new("xxxx-x-", GateRule.Pledged, c => c.Unconsented(EncumbranceKind.Pledge)),
        new("xxxxxx-", GateRule.PledgeUnread, c => When(c.IsUnread(LifeMark.Pledged, EncumbranceKind.Pledge))),
        new("----x--", GateRule.PledgedNotOpen, c => c.Unconsented(EncumbranceKind.Pledge)),
        new("------x", GateRule.NothingPledged, c => When(!c.Has(EncumbranceKind.Pledge))),
        new("------x", GateRule.RealisationNotAgreed, c => c.Unconsented(EncumbranceKind.Pledge)),
        new("-xxx---", GateRule.LicensedExclusively, c => c.Conflicting(EncumbranceKind.ExclusiveLicence)),
        new("-xxx---", GateRule.LicensedSolely, c => c.Conflicting(EncumbranceKind.SoleLicence)),
        new("-xx----", GateRule.LicensedOrdinarily, c => c.Unconsented(EncumbranceKind.OrdinaryLicence)),
        new("----x--", GateRule.ExclusiveNotOpen, c => c.All(
            EncumbranceKind.ExclusiveLicence, EncumbranceKind.SoleLicence)),
        new("-xxxx--", GateRule.LicenceUnread, c => When(c.IsUnread(
            LifeMark.Licensed,
            EncumbranceKind.ExclusiveLicence,
            EncumbranceKind.SoleLicence,
            EncumbranceKind.OrdinaryLicence))),
        new("-xx-x--", GateRule.OpenLicenceUnread, c => When(c.IsUnread(
            LifeMark.OpenLicence, EncumbranceKind.OpenLicence))),
        new("-xx----", GateRule.OpenLicenceBars, c => c.All(EncumbranceKind.OpenLicence)),
        new("----x--", GateRule.OpenLicenceDeclared, c => c.All(EncumbranceKind.OpenLicence)),
        new("----x--", GateRule.EvaluationMissing, c => When(c.LacksEvaluation)),
        new("----x--", GateRule.FeesNotOpen, c => c.All(EncumbranceKind.FeeArrears)),
        new("hhhhhhh", GateRule.ExportNotOpen, c => c.All(
            EncumbranceKind.ExportProhibited, EncumbranceKind.ExportRestricted)),
        new("xxxxxxx", GateRule.CoOwnersMissing, c => When(!c.MissingCoOwners.IsEmpty)),
        new("---n---", GateRule.IncomeShared, c => When(c.IsCoOwned)),
        new("nnnn-n-", GateRule.ApplicationOnly, c => When(c.Facts.Legal == LegalStanding.Pending)),
        new("hhhhhhh", GateRule.GrantNotShown, c => When(c.Facts.Legal == LegalStanding.Unspecified)),
        new("nnnn-nn", GateRule.SecretDomesticOnly, c => c.Consented(EncumbranceKind.Secret)),
        new("nnnnnn-", GateRule.PledgeProceeds, c => c.Consented(EncumbranceKind.Pledge)),
        new("n----nn", GateRule.LicencesSurvive, c => c.All(
            EncumbranceKind.ExclusiveLicence,
            EncumbranceKind.SoleLicence,
            EncumbranceKind.OrdinaryLicence,
            EncumbranceKind.OpenLicence)),
        new("nnnn-nn", GateRule.FeesDue, c => c.All(EncumbranceKind.FeeArrears)),
        new("nnnnnnn", GateRule.ExportProhibitedAbroad, c => c.All(EncumbranceKind.ExportProhibited)),
        new("nnnnnnn", GateRule.ExportRestrictedAbroad, c => c.All(EncumbranceKind.ExportRestricted)),
        new("nn---nn", GateRule.PublicFundingAbroad, c => c.All(EncumbranceKind.PublicFunding)),
        new("nnnnnnn", GateRule.InvalidationPending, c => c.All(EncumbranceKind.InvalidationRequest)),
        new("nnnnnnn", GateRule.TwinExists, c => c.All(EncumbranceKind.TwinApplication)),
        new("n----nn", GateRule.CompleterFirst, c => c.All(EncumbranceKind.CompleterPreemption)),
        new("n----n-", GateRule.ClientFirst, c => c.OfApplication(EncumbranceKind.ClientPreemption)),
        new("n----n-", GateRule.CoDeveloperFirst, c => c.OfApplication(EncumbranceKind.CoDeveloperPreemption)),
    ];

    /// <summary>What the gate says of one mode.</summary>
    /// <param name="facts">The patent's facts; those recorded later than <paramref name="at"/> do not count.</param>
    /// <param name="seller">The seller's names; null asks for whichever holder it may be.</param>
    /// <param name="mode">What is offered.</param>
    /// <param name="at">The instant.</param>
    /// <param name="house">Where the law does not say clearly.</param>
    public static ModeAnswer Ask(
        GateFacts facts, ImmutableArray<string>? seller, ListingMode mode, DateTimeOffset at, HouseGateRules house)
    {
        var question = new GateCase(facts, seller, mode, at);
        var refusals = ImmutableArray.CreateBuilder<GateFinding>();
        var notices = ImmutableArray.CreateBuilder<GateFinding>();
        foreach (var row in Rows)
        {
            var effect = row.EffectOn(mode, house, question.Day);
            if (effect == GateEffect.None) continue;
            foreach (var encumbrance in row.Applies(question))
                (effect == GateEffect.Closes ? refusals : notices).Add(
                    Finding(row.Rule, encumbrance, question, house));
        }

        return new ModeAnswer(mode, refusals.ToImmutable(), notices.ToImmutable());
    }

    /// <summary>The answers for every mode, in the order of <see cref="ListingMode"/>.</summary>
    public static ImmutableArray<ModeAnswer> AskAll(
        GateFacts facts, ImmutableArray<string>? seller, DateTimeOffset at, HouseGateRules house) =>
        [.. Enum.GetValues<ListingMode>().Select(mode => Ask(facts, seller, mode, at, house))];

    internal static GateFinding Finding(
        GateRule rule, Encumbrance? encumbrance, GateCase question, HouseGateRules? house)
    {
        var said = encumbrance is null
            ? Refusal.Of(
                rule,
                ("mode", question.Mode),
                ("holders", string.Join("; ", question.Facts.Holders)),
                ("missing", string.Join("; ", question.MissingCoOwners)))
            : Refusal.Of(
                rule,
                ("mode", question.Mode),
                ("reference", encumbrance.Terms.Reference is { Length: > 0 } named ? named : $"#{encumbrance.Number}"),
                ("until", encumbrance.Terms.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–"));
        return new GateFinding(rule, encumbrance?.Number, said, house?.On(rule, question.Day));
    }

    private static Encumbrance?[] When(bool applies) => applies ? Yes : [];

    private sealed record Row(string Modes, GateRule Rule, Func<GateCase, IEnumerable<Encumbrance?>> Applies)
    {
        public GateEffect EffectOn(ListingMode mode, HouseGateRules house, DateOnly day) => Modes[(int)mode] switch
        {
            'x' => GateEffect.Closes,
            'n' => GateEffect.Notes,
            'h' => house.EffectOf(Rule, mode, day),
            _ => GateEffect.None,
        };
    }
}
