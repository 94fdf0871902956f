using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings;

/// <summary>
/// What the listing's grain looked up about the seller when he acts. Callers of the grain leave looked-up members but
/// the duty holder empty: the grain fills them in.
/// </summary>
/// <param name="Standing">The acting user's party; null when he acts for none.</param>
/// <param name="Names">Its name and, with evidence on file, its former names. Never stored.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.seller/1")]
public sealed record SellerFacts(
    [property: Id(0)] PartyStanding? Standing,
    [property: Id(1)] ImmutableArray<string> Names);

/// <summary>What the listing's grain looked up for the gate.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.lookup/1")]
public sealed record ListingLookup(
    [property: Id(0)] PatentStanding? Patent,
    [property: Id(1)] SellerFacts? Seller,
    [property: Id(2)] HouseGateRules House)
{
    /// <summary>What is known of the listing's further patents, in its order.</summary>
    [Id(3)]
    public ImmutableArray<PatentStanding> Further { get; init; } = [];
}

/// <summary>Starts a listing of a patent, or of know-how without one, for the party the actor acts for.</summary>
/// <param name="Patent">The patent's stream; empty of know-how.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.draft/1")]
public sealed record DraftListing(
    [property: Id(0)] string Patent,
    [property: Id(1)] ListingOffer Offer,
    [property: Id(2), LookedUp] SellerFacts? Seller = null,
    [property: Id(3), LookedUp] PatentStanding? PatentStanding = null,
    [property: Id(4), LookedUp] OpenLicenceRules? OpenLicence = null) : ICommand;

/// <summary>Changes the offer while it is with the seller.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.revise/1")]
public sealed record ReviseListing(
    [property: Id(0)] ListingOffer Offer,
    [property: Id(1), LookedUp] PatentStanding? PatentStanding = null,
    [property: Id(2), LookedUp] OpenLicenceRules? OpenLicence = null) : ICommand
{
    [Id(31), LookedUp]
    public ImmutableArray<PatentStanding> Further { get; init; } = [];
}

/// <summary>
/// Submits it; the patent, where there is one, has been reserved under <paramref name="Reservation"/> before.
/// </summary>
/// <param name="CoHolders">The other holders, all of them, by their names in the register.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.submit/1")]
public sealed record SubmitListing(
    [property: Id(0)] ImmutableArray<string> CoHolders,
    [property: Id(1), LookedUp] Guid Reservation = default,
    [property: Id(2), LookedUp] SellerFacts? Seller = null,
    [property: Id(3), LookedUp] PatentStanding? PatentStanding = null,
    [property: Id(4), LookedUp] ApprovalRoute? Route = null,
    [property: Id(5), LookedUp] HouseGateRules? House = null,
    [property: Id(6), LookedUp] OpenLicenceRules? OpenLicence = null) : ICommand
{
    [Id(30), LookedUp]
    public TitlePackRules? TitlePack { get; init; }

    [Id(31), LookedUp]
    public ImmutableArray<PatentStanding> Further { get; init; } = [];

    [Id(20), LookedUp]
    public PeriodBasis? Periods { get; init; }
}

/// <summary>The patent's stream asks: this reservation is overdue; was the listing submitted with it?</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.lapse-reservation/1")]
public sealed record LapseReservation([property: Id(0)] Guid Reservation) : ICommand;

/// <summary>The handler finds it complete.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.handle/1")]
public sealed record HandleListing(
    [property: Id(0), LookedUp] DutyHolder Holder,
    [property: Id(1), LookedUp] PatentStanding? PatentStanding = null,
    [property: Id(2), LookedUp] SellerFacts? Seller = null,
    [property: Id(3), LookedUp] HouseGateRules? House = null) : ICommand
{
    [Id(30), LookedUp]
    public TitlePackRules? TitlePack { get; init; }

    [Id(31), LookedUp]
    public ImmutableArray<PatentStanding> Further { get; init; } = [];
}

/// <summary>The next person of the route agrees; the last one's step publishes.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.publish/1")]
public sealed record PublishListing(
    [property: Id(0), LookedUp] DutyHolder Holder,
    [property: Id(1), LookedUp] PatentStanding? PatentStanding = null,
    [property: Id(2), LookedUp] SellerFacts? Seller = null,
    [property: Id(3), LookedUp] HouseGateRules? House = null) : ICommand
{
    [Id(30), LookedUp]
    public TitlePackRules? TitlePack { get; init; }

    [Id(31), LookedUp]
    public ImmutableArray<PatentStanding> Further { get; init; } = [];

    [Id(10), LookedUp]
    public OpenLicenceRules? OpenLicence { get; init; }

    [Id(20), LookedUp]
    public PeriodBasis? Periods { get; init; }
}

/// <summary>Whoever's turn it is sends it back.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.return/1")]
public sealed record ReturnListing(
    [property: Id(0)] ImmutableArray<string> Reasons,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>The seller takes it back.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.withdraw/1")]
public sealed record WithdrawListing([property: Id(0)] string Reason) : ICommand;

/// <summary>An auction about to be announced takes the listing; only one can.</summary>
/// <param name="Auction">The auction's stream.</param>
[GenerateSerializer, Immutable, Alias("catalogue.listing.enter-auction/1")]
public sealed record EnterAuction(
    [property: Id(0)] string Auction,
    [property: Id(1), LookedUp] ListingLookup? Lookup = null) : ICommand;

/// <summary>
/// A fact of the patent changed, or the listing has just come out: does the gate still let it? The house asks.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.recheck/1")]
public sealed record RecheckListing([property: Id(0), LookedUp] ListingLookup? Lookup = null) : ICommand
{
    [Id(20), LookedUp]
    public PeriodBasis? Periods { get; init; }
}

/// <summary>A reviewer or approver lets a suspended listing go on.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.resume/1")]
public sealed record ResumeListing(
    [property: Id(0)] string Reason,
    [property: Id(1), LookedUp] DutyHolder Holder,
    [property: Id(2), LookedUp] ListingLookup? Lookup = null) : ICommand
{
    [Id(10), LookedUp]
    public OpenLicenceRules? OpenLicence { get; init; }

    [Id(20), LookedUp]
    public PeriodBasis? Periods { get; init; }
}

/// <summary>How an auction ended for its listing.</summary>
public enum AuctionOutcome
{
    /// <summary>Closed without sale: the listing is published as before.</summary>
    NoSale,

    /// <summary>The listing is sold, for good.</summary>
    Sold,

    /// <summary>Cancelled, or never announced: what led to it is due as before.</summary>
    CalledOff,
}

/// <summary>The auction the listing is in has ended.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing.leave-auction/1")]
public sealed record LeaveAuction(
    [property: Id(0)] string Auction,
    [property: Id(1)] AuctionOutcome Outcome) : ICommand
{
    /// <summary>Code of the rule profile it was held under; null where it was not held.</summary>
    [Id(2), LookedUp]
    public string? Profile { get; init; }
}
