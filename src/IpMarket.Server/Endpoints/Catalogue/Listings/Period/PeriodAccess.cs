using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Period;

/// <summary>What a caller may do in a listing's period now, from role, party and state.</summary>
internal static class PeriodAccess
{
    public static IReadOnlyList<string> Abilities(Listing listing, Caller caller)
    {
        var able = new List<string>();
        if (caller.ActsFor(listing.Seller)) able.AddRange(Sellers(listing, caller));
        else if (caller.Party is not null && !caller.IsOfTheCentre) able.AddRange(Interested(listing, caller));
        if (MaySeeIntents(listing, caller) && listing.Period.Notice > 0) able.Add("see-intents");
        able.AddRange(Desks(listing, caller));
        return able;
    }

    /// <summary>What waits for this officer; a change he might ask for does not.</summary>
    public static IReadOnlyList<string> DueAtTheDesk(Listing listing, Caller caller) =>
        [.. Desks(listing, caller).Where(act => act != "request-change")];

    /// <summary>How many there are: the seller and the centre; after the end everybody.</summary>
    public static bool MaySeeCount(Listing listing, Caller caller) =>
        listing.Period.IntentsAtEnd is not null || MaySeeIntents(listing, caller);

    public static bool MaySeeIntents(Listing listing, Caller caller) =>
        caller.ActsFor(listing.Seller) || caller.Duties.ReadsTheDesk(caller.At);

    private static IEnumerable<string> Sellers(Listing listing, Caller caller)
    {
        if (listing.IsWithSeller) yield return "choose-period";
        if (listing.State != ListingState.Published) yield break;
        if (listing.Period.Phase == PeriodPhase.SellersChoice) yield return "extend";
        if (MayChange(listing, caller)) yield return "request-change";
    }

    private static IEnumerable<string> Interested(Listing listing, Caller caller)
    {
        var period = listing.Period;
        var isTaking = !listing.IsSuspended && (listing.IsUnopened || period.Phase switch
        {
            PeriodPhase.Running => caller.At < period.EndsAt,
            PeriodPhase.Open => listing.State == ListingState.Published,
            _ => false,
        });
        var mine = period.IntentOf(caller.Party);
        var isLive = mine is { IsLive: true };
        if (isTaking && !isLive) yield return "file-intent";
        if (isTaking && isLive && !period.Stands(mine!)) yield return "confirm-intent";
        if (isLive && (isTaking || period.Phase == PeriodPhase.Stopped)) yield return "withdraw-intent";
    }

    private static IEnumerable<string> Desks(Listing listing, Caller caller)
    {
        if (listing.State == ListingState.Published && MayChange(listing, caller) && caller.Is(CentreRole.Handler))
            yield return "request-change";
        if (listing.Period.Change is { } change
            && change.User != caller.User
            && caller.IsAny(CentreRole.Reviewer, CentreRole.Approver))
            yield return "decide-change";
        var hasDeals = listing.Period.AwaitsDeals && listing.Period.Effective.Any();
        if ((listing.State != ListingState.ContractDue && !hasDeals)
            || !caller.IsAny(CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver))
            yield break;
        if (hasDeals)
        {
            if (!listing.IsSuspended && listing.Taken.All(step => step.User != caller.User))
                yield return "record-deal";
            yield return "fail-deal";
            yield break;
        }

        if (!listing.IsSuspended && listing.Taken.All(step => step.User != caller.User))
            yield return "record-contract";
        yield return "fail-contract";
    }

    private static bool MayChange(Listing listing, Caller caller) => listing.Period.Change is null
        && !listing.Period.IsOverdue(caller.At)
        && listing.Period.Phase is PeriodPhase.Running or PeriodPhase.SellersChoice or PeriodPhase.AuctionDue
            or PeriodPhase.Open or PeriodPhase.Negotiating;
}
