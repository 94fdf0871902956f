using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Subject;

/// <summary>
/// What know-how (技术秘密) without a patent may be offered as, and what is told of it: pure. It is transferred, licensed
/// and contributed like any technology its owner lawfully holds (民法典862, 863; 公司法48); no register speaks of it, so
/// nothing is reserved and nothing looked up, and whoever offers it keeps it secret (民法典868).
/// </summary>
public static class KnowHowRules
{
    /// <summary>A public name's length.</summary>
    public const int TitleCharsMax = 100;

    /// <summary>Who declared it and how it is kept secret, asked of every listing of know-how.</summary>
    public static readonly TitleRule Confidentiality = new(
        ListingDocumentKind.ConfidentialityStatement,
        TitleCondition.Always,
        [],
        TitleDue.Required,
        null,
        "说明保密措施和知悉范围，并确认公开的名称、说明和技术指标不含秘密内容；"
            + "技术秘密以采取相应保密措施为条件。",
        "Says how it is kept secret and who knows it, and that what is shown holds nothing of it; know-how is only "
            + "what is kept secret.",
        "民法典第八百六十八条；最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释第一条；本中心规则",
        "Civil Code art. 868; Interpretation on Technology Contracts art. 1; house rule",
        new DateOnly(2026, 1, 1),
        null,
        true);

    /// <summary>What a foreign buyer's gate knows of know-how: nobody has recorded anything.</summary>
    internal static readonly GateFacts Unrecorded =
        new(LegalStanding.Unspecified, null, [], EncumbranceBook.None);

    /// <summary>What the title pack asks by: the seller and the mode, for no register tells more.</summary>
    internal static readonly ImmutableArray<ListingDocumentKind> Papers =
    [
        ListingDocumentKind.DefectStatement, ListingDocumentKind.InternalResolution,
        ListingDocumentKind.FiledAppraisal, ListingDocumentKind.ListingMandate,
        ListingDocumentKind.ConfidentialityStatement,
    ];

    /// <summary>The gate of know-how: why the mode is closed to it; null where it is open.</summary>
    public static Refusal? Gate(ListingMode mode) => mode switch
    {
        ListingMode.OpenLicence => Refusal.Of(KnowHowRefusal.KnowHowNotOpen),
        ListingMode.PledgeRealisation => Refusal.Of(KnowHowRefusal.KnowHowNotPledged),
        _ => null,
    };

    /// <summary>What must not stand in an offer of know-how, whenever it is saved; null where all is right.</summary>
    internal static Refusal? Fault(ListingOffer offer)
    {
        var subject = offer.Subject!;
        if (string.IsNullOrWhiteSpace(subject.Title))
            return TermsFault.Of(KnowHowRefusal.KnowHowUntitled, "subject.title", ("max", TitleCharsMax));
        if (TermsFault.Text("subject.title", subject.Title, TitleCharsMax) is { } unclean) return unclean;
        if (subject.Title.Contains('\n', StringComparison.Ordinal))
            return TermsFault.Of(TermsRefusal.TermTextNotClean, "subject.title");
        if (Gate(offer.Mode) is { } closed) return closed;
        var terms = offer.ModeTerms;
        if (terms?.Price?.Way == PriceWay.Bidding) return TermsFault.Of(KnowHowRefusal.KnowHowNotBid, "price.way");
        if (terms?.Licence?.Start == LicenceStart.Filing)
            return TermsFault.Of(KnowHowRefusal.KnowHowNotRegistered, "licence.start");
        return StagesFault(terms?.Price);
    }

    /// <summary>No stage of a price, offered or agreed upon, waits for a register; null where none does.</summary>
    internal static Refusal? StagesFault(PriceTerms? price)
    {
        var stages = price?.Instalments ?? [];
        for (var i = 0; i < stages.Length; i++)
        {
            if (stages[i].Due == InstalmentDue.Registration)
                return TermsFault.Of(KnowHowRefusal.KnowHowNotRegistered, $"price.instalments[{i}].due");
        }

        return null;
    }

    /// <summary>What a submission still lacks beside its terms and papers.</summary>
    internal static Refusal? Missing(ListingOffer offer) => offer.Subject!.IsTextPublic
        ? null
        : TermsFault.Of(KnowHowRefusal.KnowHowTextUnconfirmed, "subject.isTextPublic");
}
