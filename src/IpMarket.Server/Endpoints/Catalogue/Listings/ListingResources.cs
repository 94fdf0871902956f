using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Catalogue.Encumbrances;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>Which listings are asked for, of those the caller may see.</summary>
public sealed record ListingFilter
{
    /// <summary>Only those that stand there.</summary>
    [FromQuery(Name = "status")]
    public ListingState? Status { get; init; }

    /// <summary>True: only those of the party he acts for.</summary>
    [FromQuery(Name = "mine")]
    public bool? Mine { get; init; }
}

/// <summary>A listing with what the caller may do with it.</summary>
/// <param name="Patent">The patent's stream; empty of know-how without one.</param>
/// <param name="PatentNumber">As printed; empty of know-how.</param>
/// <param name="Title">The patent's; of know-how its public name.</param>
/// <param name="Gate">
/// What the encumbrance gate says now of what is offered; null of a patent that is gone, and of know-how.
/// </param>
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
    ModeView? Gate,
    IReadOnlyList<string> SuspensionReasons,
    IReadOnlyList<string> ReturnReasons,
    IReadOnlyList<CentreRole> Route,
    IReadOnlyList<DutyStepView> Steps,
    CentreRole? WaitsFor,
    string? DutyNote,
    DateTimeOffset? PublishedAt,
    AuctionBrief? Auction) : IHasVersion
{
    /// <summary>The caller reads its title pack: of its seller or of the centre's desk.</summary>
    public required bool IsInside { get; init; }

    /// <summary>All its patents, the first one first; several are offered together. None of know-how.</summary>
    public required IReadOnlyList<ListedPatent> Patents { get; init; }

    /// <summary>How many it may hold.</summary>
    public required int PatentsMax { get; init; }

    /// <summary>
    /// What keeps it from being submitted, the first thing first; its seller's and the centre's, while it is with its
    /// seller.
    /// </summary>
    public required IReadOnlyList<ListingWant> Wanting { get; init; }
}

/// <summary>Something a submission would be refused for now.</summary>
/// <param name="Code">The refusal's code.</param>
/// <param name="Text">In the caller's language.</param>
public sealed record ListingWant(string Code, string Text);

/// <summary>
/// A patent a listing offers. One the catalogue has no more, its import undone, has a number but neither title nor
/// gate: the seller takes it out.
/// </summary>
/// <param name="Id">Its stream.</param>
/// <param name="Number">As printed.</param>
/// <param name="Holders">The register's holders.</param>
/// <param name="Gate">What the encumbrance gate says now of what is offered of it.</param>
public sealed record ListedPatent(
    string Id,
    string Number,
    string? Title,
    bool IsDemo,
    IReadOnlyList<string> Holders,
    ModeView? Gate);

/// <param name="Patent">A number in any spelling, or the patent's stream.</param>
public sealed record ListingPatentForm(string Patent);

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
    PriceWay? PriceWay,
    PriceForm? PriceForm,
    DateTimeOffset ChangedAt,
    CentreRole? WaitsFor,
    IReadOnlyList<string> Abilities)
{
    /// <summary>How many patents it holds together, for one price.</summary>
    public required int Patents { get; init; }
}

/// <param name="Patent">A number in any spelling, or the patent's stream; empty of know-how without a patent.</param>
public sealed record ListingForm(string Patent, ListingOffer Offer);

/// <param name="CoHolders">The other holders, all of them, by their names in the register.</param>
public sealed record SubmitForm(IReadOnlyList<string> CoHolders);

/// <param name="Reasons">What is missing, 1 to 20.</param>
public sealed record ReturnForm(IReadOnlyList<string> Reasons);
