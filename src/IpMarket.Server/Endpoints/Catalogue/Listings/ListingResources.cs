using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Catalogue.Encumbrances;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>Which listings are asked for, of those the caller may see.</summary>
/// <param name="Status">Only those that stand there.</param>
/// <param name="Mine">True: only those of the party he acts for.</param>
public sealed record ListingFilter(
    [property: FromQuery(Name = "status")] ListingState? Status,
    [property: FromQuery(Name = "mine")] bool? Mine);

/// <summary>A listing with what the caller may do with it.</summary>
/// <param name="Patent">The patent's stream.</param>
/// <param name="PatentNumber">As printed.</param>
/// <param name="Gate">What the encumbrance gate says now of what is offered.</param>
/// <param name="SuspensionReasons">Why it is suspended, while it is.</param>
/// <param name="ReturnReasons">Why it was returned, while it is; the seller's and the centre's.</param>
/// <param name="Route">Roles of its route in order; the seller's and the centre's.</param>
/// <param name="Steps">Steps taken, with names; the centre's only.</param>
/// <param name="WaitsFor">Whose turn it is at the desk.</param>
/// <param name="DutyNote">Why the turn is not the caller's although he is of the desk, in his language.</param>
public sealed record ListingView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    ListingState Status,
    string Patent,
    string PatentNumber,
    string Title,
    bool IsDemo,
    SellerBrief Seller,
    ListingOffer Offer,
    ModeView Gate,
    IReadOnlyList<string> SuspensionReasons,
    IReadOnlyList<string> ReturnReasons,
    IReadOnlyList<CentreRole> Route,
    IReadOnlyList<DutyStepView> Steps,
    CentreRole? WaitsFor,
    string? DutyNote,
    DateTimeOffset? PublishedAt,
    AuctionBrief? Auction) : IHasVersion;

/// <summary>Who sells: the name the register has for the holder, so it is public.</summary>
public sealed record SellerBrief(string Id, string Name, OnboardingStatus? Status);

/// <summary>A listing in a list.</summary>
public sealed record ListingSummary(
    string Id,
    ListingState Status,
    ListingMode Mode,
    string PatentNumber,
    string Title,
    bool IsDemo,
    string SellerName,
    Money? AskingPrice,
    DateTimeOffset ChangedAt,
    CentreRole? WaitsFor,
    IReadOnlyList<string> Abilities);

/// <param name="Patent">A number in any spelling, or the patent's stream.</param>
public sealed record ListingForm(string Patent, ListingOffer Offer);

/// <param name="CoHolders">The other holders, all of them, by their names in the register.</param>
public sealed record SubmitForm(IReadOnlyList<string> CoHolders);

/// <param name="Reasons">What is missing, 1 to 20.</param>
public sealed record ReturnForm(IReadOnlyList<string> Reasons);
