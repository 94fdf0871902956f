using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings;

/// <summary>What of a listing decides who sees it and what he may do.</summary>
internal readonly record struct ListingDuty(
    ListingState State,
    string Seller,
    ApprovalRoute Route,
    ImmutableArray<DutyStep> Taken,
    bool IsSuspended,
    bool AllowsAuction,
    bool IsAuctionDue)
{
    public static ListingDuty Of(Listing listing) => new(
        listing.State,
        listing.Seller ?? "",
        listing.Route,
        listing.Taken,
        listing.IsSuspended,
        listing.Period.AllowsAuction && DealForm.FitsAuction(listing.Offer),
        listing.Period.Phase == PeriodPhase.AuctionDue);

    public bool IsAtTheDesk => State is ListingState.Submitted or ListingState.Handled;

    /// <summary>Whose turn it is at the desk; null when it is nobody's.</summary>
    public CentreRole? WaitsFor =>
        IsAtTheDesk && Taken.Length < Route.Steps.Length ? Route.Steps[Taken.Length] : null;
}

/// <summary>Who sees a listing and what he may do with it now, from role, party and state.</summary>
internal static class ListingAccess
{
    /// <summary>Unpublished listings are their seller's and the centre's.</summary>
    public static bool MaySee(ListingDuty listing, Caller caller) =>
        Listing.IsPublicState(listing.State) || IsInside(listing, caller);

    /// <summary>He may know how it goes through the desk: its seller and the centre.</summary>
    public static bool IsInside(ListingDuty listing, Caller caller) =>
        caller.ActsFor(listing.Seller) || caller.Duties.ReadsTheDesk(caller.At);

    public static IReadOnlyList<string> Abilities(ListingDuty listing, Caller caller)
    {
        var able = new List<string>();
        if (caller.ActsFor(listing.Seller))
        {
            if (listing.State is ListingState.Draft or ListingState.Returned) able.AddRange(["edit", "submit"]);
            if (listing.State is not (ListingState.InAuction or ListingState.Sold or ListingState.Withdrawn
                or ListingState.ContractDue) && !listing.IsAuctionDue)
                able.Add("withdraw");
            if (listing.State == ListingState.Published && listing.AllowsAuction) able.Add("propose-auction");
        }

        if (listing.IsAtTheDesk && Step(listing, caller).IsAccepted)
            able.AddRange([listing.State == ListingState.Submitted ? "handle" : "publish", "return"]);
        if (listing.IsSuspended && caller.IsAny(CentreRole.Reviewer, CentreRole.Approver))
        {
            able.Add("resume");
            if (listing.State == ListingState.Suspended) able.Add("return");
        }

        return able;
    }

    /// <summary>Why the turn is not his although he is of the desk; null when it is, or when it is nobody's.</summary>
    public static string? DutyNote(ListingDuty listing, Caller caller, bool english)
    {
        if (!listing.IsAtTheDesk || !caller.Duties.ReadsTheDesk(caller.At)) return null;
        var refusal = Step(listing, caller).Refusal;
        return refusal is null ? null : english ? refusal.En : refusal.Zh;
    }

    private static Outcome<DutyStep> Step(ListingDuty listing, Caller caller) =>
        Duties.Next(listing.Route, listing.Taken, caller.Duties, caller.Moment);
}
