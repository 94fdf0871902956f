using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>The seller declared his title; see <see cref="TitleDeclaration"/>.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.title-declared/1")]
public sealed record ListingTitleDeclared(
    [property: Id(0)] string TextVersion,
    [property: Id(1)] PersonalRef Defects,
    [property: Id(2)] string Sha256) : IEvent;

/// <summary>An officer's verdicts on items of the pack.</summary>
/// <param name="Verdicts">His words may speak of a person, so they are not public.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.pack-judged/1")]
public sealed record ListingPackJudged(
    [property: Id(0), Secret] ImmutableArray<ItemVerdict> Verdicts,
    [property: Id(1), Secret] DutyStep Step) : IEvent;
