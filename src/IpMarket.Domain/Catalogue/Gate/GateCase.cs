using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>One question to the gate, with what its rules ask of the facts.</summary>
internal sealed class GateCase
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);
    private readonly HashSet<string> sellers;

    public GateCase(GateFacts facts, ImmutableArray<string>? seller, ListingMode mode, DateTimeOffset at)
    {
        (Facts, Mode, At) = (facts, mode, at);
        Day = DateOnly.FromDateTime(at.ToOffset(Zone).DateTime);
        sellers = Folded(seller ?? []);
        var holders = Folded(facts.Holders);
        var isPledgee = mode == ListingMode.PledgeRealisation
            && Binding(EncumbranceKind.Pledge).SelectMany(pledge => pledge!.Terms.Others).Any(IsSeller);
        SellerMayList = seller is null || isPledgee || holders.Overlaps(sellers);
        MissingCoOwners = Missing(isSellerKnown: seller is not null);
    }

    public GateFacts Facts { get; }

    public ListingMode Mode { get; }

    public DateTimeOffset At { get; }

    public DateOnly Day { get; }

    public bool SellerMayList { get; }

    /// <summary>Holders whose consent the mode needs and who have not given it.</summary>
    public ImmutableArray<string> MissingCoOwners { get; }

    public bool IsGranted => Facts.Legal is LegalStanding.InForce or LegalStanding.Ended;

    public bool IsCoOwned => Facts.Holders.Length > 1;

    /// <summary>A utility model or design without an evaluation report.</summary>
    public bool LacksEvaluation => Facts.Type is PatentType.UtilityModel or PatentType.Design
        && !Has(EncumbranceKind.EvaluationReport);

    /// <summary>What makes the office suspend its procedures (细则 103–105).</summary>
    public IEnumerable<Encumbrance?> Halts => All(EncumbranceKind.Preservation, EncumbranceKind.Suspension);

    public bool Has(EncumbranceKind kind) => Facts.Encumbrances.Binding(kind, At).Any();

    /// <summary>The register's timeline shows it, and nobody at the desk has recorded what exactly it is.</summary>
    public bool IsUnread(LifeMark mark, params EncumbranceKind[] kinds) => Facts.Marks.Contains(mark)
        && !Facts.Encumbrances.Encumbrances.Any(item => kinds.Contains(item.Terms.Kind) && item.RecordedAt <= At);

    public IEnumerable<Encumbrance?> All(params EncumbranceKind[] kinds) => kinds.SelectMany(Binding);

    public IEnumerable<Encumbrance?> Unconsented(EncumbranceKind kind) =>
        Binding(kind).Where(item => !IsConsented(item));

    public IEnumerable<Encumbrance?> Consented(EncumbranceKind kind) => Binding(kind).Where(IsConsented);

    /// <summary>One licensee's exclusivity gives way to an ordinary licence he agreed to, to nothing more.</summary>
    public IEnumerable<Encumbrance?> Conflicting(EncumbranceKind kind) =>
        Mode == ListingMode.OrdinaryLicence ? Unconsented(kind) : Binding(kind);

    /// <summary>Of a right to be granted only.</summary>
    public IEnumerable<Encumbrance?> OfApplication(EncumbranceKind kind) =>
        Facts.Legal == LegalStanding.Pending ? Binding(kind) : [];

    private IEnumerable<Encumbrance?> Binding(EncumbranceKind kind) => Facts.Encumbrances.Binding(kind, At);

    private bool IsConsented(Encumbrance? item) => Facts.Encumbrances.IsConsented(item!, Mode, At);

    private bool IsSeller(string name) => sellers.Contains(Folding.Name(name));

    /// <summary>
    /// 专利法 14: an agreement decides where there is one; without, each may give ordinary licences, and all else needs
    /// all. Whichever holder sells need not consent again.
    /// </summary>
    private ImmutableArray<string> Missing(bool isSellerKnown)
    {
        if (!IsCoOwned) return [];
        var agreements = Facts.Encumbrances.Binding(EncumbranceKind.CoOwnerAgreement, At).ToList();
        var mayAlone = agreements.Count > 0
            ? agreements[^1].Terms.Modes.Contains(Mode)
            : Mode == ListingMode.OrdinaryLicence;
        if (mayAlone) return [];
        var consenting = Folded(Facts.Encumbrances.CoOwnersFor(Mode, At));
        var missing = Facts.Holders.Where(holder =>
            !consenting.Contains(Folding.Name(holder)) && !IsSeller(holder) && !IsMandating(holder));
        ImmutableArray<string> all = [.. missing];
        return !isSellerKnown && all.Length == 1 ? [] : all;
    }

    /// <summary>The holder has empowered the seller to do this for him.</summary>
    private bool IsMandating(string holder) => Facts.Mandates.Any(mandate =>
        Folding.Name(mandate.From) == Folding.Name(holder)
        && IsSeller(mandate.To)
        && !(mandate.Until < Day)
        && (mandate.Scope == MandateScope.Everything || mandate.Scope == ScopeOf(Mode)));

    private static MandateScope ScopeOf(ListingMode mode) => mode switch
    {
        ListingMode.Sale or ListingMode.EquityContribution => MandateScope.Sale,
        ListingMode.PledgeRealisation => MandateScope.Pledge,
        _ => MandateScope.Licence,
    };

    private static HashSet<string> Folded(IEnumerable<string> names) =>
        names.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
}
