using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Subject;

/// <summary>What a listing is about (P15).</summary>
public enum SubjectKind
{
    /// <summary>专利.</summary>
    Patent,

    /// <summary>专利申请权: before the grant.</summary>
    PatentApplication,

    /// <summary>专利及技术秘密.</summary>
    PatentWithKnowHow,

    /// <summary>专利连同设备或者服务 (民法典862, 863).</summary>
    BundleWithEquipmentOrService,

    /// <summary>专利组合: several patents, applications among them where there are.</summary>
    PatentPortfolio,

    /// <summary>技术秘密 without a patent (民法典863): see <see cref="KnowHowRules"/>.</summary>
    KnowHow,
}

/// <summary>
/// The subject (标的) of a listing. Listings without one are about what their patent is. The know-how's name and scope
/// are public, its content never stands here.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.subject/1")]
public sealed record ListingSubject
{
    public const int TextCharsMax = 500;

    [Id(0)]
    public SubjectKind Kind { get; init; }

    /// <summary>
    /// Name and scope of the know-how; due with <see cref="SubjectKind.PatentWithKnowHow"/>, open with
    /// equipment or service and in a portfolio.
    /// </summary>
    [Id(1)]
    public string KnowHow { get; init; } = "";

    /// <summary>Equipment or service, with <see cref="SubjectKind.BundleWithEquipmentOrService"/>.</summary>
    [Id(2)]
    public string Bundle { get; init; } = "";

    /// <summary>
    /// The public name of know-how without a patent, one line of at most <see cref="KnowHowRules.TitleCharsMax"/>
    /// characters; due with <see cref="SubjectKind.KnowHow"/>, empty otherwise.
    /// </summary>
    [Id(3)]
    public string Title { get; init; } = "";

    /// <summary>
    /// The seller has confirmed that all texts and figures of the offer may be public; due of know-how to be submitted.
    /// </summary>
    [Id(4)]
    public bool IsTextPublic { get; init; }

    internal Refusal? Fault(ListingMode mode, LegalStanding legal)
    {
        if (StandingFault(Kind, legal) is { } unfit) return TermsFault.Of(unfit, "subject.kind");
        if (Kind == SubjectKind.PatentApplication
            && mode is ListingMode.OpenLicence or ListingMode.PledgeRealisation)
            return TermsFault.Of(TermsRefusal.ModeNotOfApplication, "subject.kind");
        if (Kind != SubjectKind.KnowHow && Title.Length > 0)
            return TermsFault.Of(TermsRefusal.SubjectTextUnexpected, "subject.title");
        return KnowHowFault() ?? BundleFault();
    }

    /// <summary>Why a right of this standing is not of the kind; null where it is, or nothing is known of it.</summary>
    internal static TermsRefusal? StandingFault(SubjectKind kind, LegalStanding legal) => (kind, legal) switch
    {
        (SubjectKind.PatentApplication, LegalStanding.InForce or LegalStanding.Ended) => TermsRefusal.SubjectIsGranted,
        (SubjectKind.Patent, LegalStanding.Pending) => TermsRefusal.SubjectIsApplication,
        _ => null,
    };

    private Refusal? KnowHowFault()
    {
        if (Kind == SubjectKind.PatentWithKnowHow && KnowHow.Length == 0)
            return TermsFault.Of(TermsRefusal.KnowHowUnnamed, "subject.knowHow");
        if (Kind is SubjectKind.Patent or SubjectKind.PatentApplication && KnowHow.Length > 0)
            return TermsFault.Of(TermsRefusal.SubjectTextUnexpected, "subject.knowHow");
        return TermsFault.Text("subject.knowHow", KnowHow, TextCharsMax);
    }

    private Refusal? BundleFault()
    {
        if (Kind == SubjectKind.BundleWithEquipmentOrService && Bundle.Length == 0)
            return TermsFault.Of(TermsRefusal.BundleUnnamed, "subject.bundle");
        if (Kind != SubjectKind.BundleWithEquipmentOrService && Bundle.Length > 0)
            return TermsFault.Of(TermsRefusal.SubjectTextUnexpected, "subject.bundle");
        return TermsFault.Text("subject.bundle", Bundle, TextCharsMax);
    }
}
