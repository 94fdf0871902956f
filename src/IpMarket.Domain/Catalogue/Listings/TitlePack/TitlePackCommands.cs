using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>The seller declares his title and what he knows of defects.</summary>
/// <param name="TextVersion">The standard text he has read.</param>
/// <param name="Defects">His words, in the vault already.</param>
/// <param name="Sha256">Of those words.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.declare-title/1")]
public sealed record DeclareTitle(
    [property: Id(0)] string TextVersion,
    [property: Id(1)] PersonalRef Defects,
    [property: Id(2)] string Sha256) : ICommand;

/// <summary>Whose turn it is at the desk says what he finds; items not named keep their verdict.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.judge-pack/1")]
public sealed record JudgePack(
    [property: Id(0)] ImmutableArray<ItemVerdict> Verdicts,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;
