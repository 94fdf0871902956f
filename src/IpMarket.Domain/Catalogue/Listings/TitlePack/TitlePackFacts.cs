using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>What decides which papers a seller owes.</summary>
/// <param name="Type">Null where the number does not say.</param>
/// <param name="Legal">As the patent's life says on the day.</param>
/// <param name="Holders">How many the register names.</param>
/// <param name="HaveCoOwnersAgreed">An agreement between them lets one alone do what is offered.</param>
/// <param name="IsPledged">A pledge binds.</param>
[GenerateSerializer, Immutable, Alias("catalogue.title-pack-facts/1")]
public sealed record TitlePackFacts(
    [property: Id(0)] PatentType? Type,
    [property: Id(1)] LegalStanding Legal,
    [property: Id(2)] int Holders,
    [property: Id(3)] bool HaveCoOwnersAgreed,
    [property: Id(4)] bool IsPledged,
    [property: Id(5)] bool IsNaturalPerson,
    [property: Id(6)] bool IsStateOwned,
    [property: Id(7)] bool IsPublicResearch,
    [property: Id(8)] ListingMode Mode)
{
    /// <summary>The further patent they are of; null of a listing's first one.</summary>
    [Id(9)]
    public string? Patent { get; init; }

    /// <summary>Of know-how without a patent: the pack holds no patent's papers.</summary>
    [Id(10)]
    public bool IsKnowHow { get; init; }

    /// <summary>Of know-how that the seller offers alone.</summary>
    public static TitlePackFacts OfKnowHow(PartyStanding seller, ListingMode mode, DateTimeOffset at) =>
        Of(KnowHowRules.Unrecorded, seller, mode, at) with { IsKnowHow = true };

    /// <param name="patent">As the encumbrance gate knows it.</param>
    /// <param name="seller">The party that lists it.</param>
    /// <param name="mode">What it offers.</param>
    /// <param name="at">The instant.</param>
    public static TitlePackFacts Of(GateFacts patent, PartyStanding seller, ListingMode mode, DateTimeOffset at)
    {
        var agreed = patent.Encumbrances.Binding(EncumbranceKind.CoOwnerAgreement, at).LastOrDefault();
        return new TitlePackFacts(
            patent.Type,
            patent.Legal,
            patent.Holders.Length,
            agreed?.Terms.Modes.Contains(mode) == true,
            patent.Encumbrances.Binding(EncumbranceKind.Pledge, at).Any(),
            seller.IsNaturalPerson,
            seller.Facts.Contains(PartyFactKind.StateOwned),
            seller.Facts.Contains(PartyFactKind.PublicResearch),
            mode);
    }

    /// <summary>Whether a rule's condition holds.</summary>
    public bool Meets(TitleCondition condition) => condition switch
    {
        TitleCondition.Always => true,
        TitleCondition.BeforeGrant => Legal == LegalStanding.Pending,
        TitleCondition.CoOwned => Holders > 1,
        TitleCondition.CoOwnersAgreed => Holders > 1 && HaveCoOwnersAgreed,
        TitleCondition.Pledged => IsPledged,
        TitleCondition.NaturalPerson => IsNaturalPerson,
        TitleCondition.StateOwned => IsStateOwned,
        TitleCondition.PublicResearch => IsPublicResearch,
        TitleCondition.UtilityModelOrDesign => Type is PatentType.UtilityModel or PatentType.Design,
        _ => false,
    };
}

/// <summary>When a rule of the title pack applies.</summary>
public enum TitleCondition
{
    Always,

    /// <summary>An application: there is no register entry yet.</summary>
    BeforeGrant,

    /// <summary>The register names several holders.</summary>
    CoOwned,

    /// <summary>They have agreed that one alone may do what is offered.</summary>
    CoOwnersAgreed,

    Pledged,
    NaturalPerson,

    /// <summary>国有, as the party declared with evidence.</summary>
    StateOwned,

    /// <summary>公立科研机构, as the party declared with evidence.</summary>
    PublicResearch,

    UtilityModelOrDesign,
}
