using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>The gate on a listing's way, and what a fact that closes its mode does to it (P9).</content>
public static partial class ListingDecider
{
    /// <summary>
    /// A mode that was closed after publication suspends the listing at once. It does not come back by itself: a
    /// reviewer resumes it.
    /// </summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RecheckListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State is not (ListingState.Published or ListingState.InAuction or ListingState.Suspended))
            return WrongState(listing);
        if (RightFault(listing, command.Lookup, moment) is not { } fault)
            return Decided.No(ListingRefusal.NothingCloses);
        var reason = new SuspensionReason(fault.Code, fault.Zh, fault.En);
        return listing.Suspension.Contains(reason)
            ? Decided.No(ListingRefusal.ListingHalted, ("reason", reason.Zh))
            : Decided.As(new ListingSuspended([reason], listing.Auction));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, ResumeListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (!listing.IsSuspended) return WrongState(listing);
        if (NotAReviewer(command.Holder, moment) is { } refusal) return refusal;
        if (command.Reason.Length == 0 || !IsCleanText(command.Reason, Limits.TextCharsMax))
            return Decided.No(ListingRefusal.ResumptionUnexplained);
        return GateFault(listing, command.Lookup, moment) is { } fault
            ? fault
            : Decided.As(new ListingResumed(command.Reason, Step(command.Holder, moment)));
    }

    /// <summary>
    /// Why nothing may go on with the listing at the instant: suspended by then, or closed by facts known by then; null
    /// when it may.
    /// </summary>
    public static Refusal? HaltAt(Listing listing, ListingLookup lookup, Moment moment)
    {
        if (listing.IsSuspended && listing.SuspendedAt <= moment.At)
        {
            var reason = listing.Suspension[0];
            return Refusal.Of(ListingRefusal.ListingHalted, ("reason", reason.Zh)) with
            {
                En = Refusal.Of(ListingRefusal.ListingHalted, ("reason", reason.En)).En,
            };
        }

        return Ask(listing, lookup.Patent!, lookup.Seller, lookup.House, moment).Refusals is [{ } closed, ..]
            ? closed.AsRefusal()
            : null;
    }

    /// <summary>At every step of the desk the seller is still verified and the right still bears the offer.</summary>
    private static Refusal? GateFault(Listing listing, ListingLookup? lookup, Moment moment) =>
        lookup?.Seller is not { Standing.IsVerified: true }
            ? Refusal.Of(ListingRefusal.SellerNotVerified)
            : RightFault(listing, lookup, moment);

    /// <summary>The right still stands, the register still names those who submitted, the mode is open.</summary>
    private static Refusal? RightFault(Listing listing, ListingLookup? lookup, Moment moment)
    {
        if (PatentFault(lookup?.Patent) is { } fault) return fault;
        var patent = lookup!.Patent!;
        var now = patent.HolderNames.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        if (!now.SetEquals(listing.Holders.Select(Folding.Name)))
            return Refusal.Of(ListingRefusal.NotTheHolder, ("holders", string.Join("; ", patent.HolderNames)));
        return Ask(listing, patent, lookup.Seller, lookup.House, moment).Refusals is [{ } closed, ..]
            ? closed.AsRefusal()
            : null;
    }

    private static ListingLookup Lookup(PatentStanding? patent, SellerFacts? seller, HouseGateRules? house) =>
        new(patent, seller, house ?? HouseGateRules.Default);

    private static ModeAnswer Ask(
        Listing listing, PatentStanding patent, SellerFacts? seller, HouseGateRules? house, Moment moment) =>
        ListingGate.Ask(
            patent.Gate!, seller?.Names, listing.Offer.Mode, moment.At, house ?? HouseGateRules.Default);

    /// <summary>The pledgee may realise the pledge himself; he is no holder and names none.</summary>
    private static bool IsPledgeeRealising(
        Listing listing, PatentStanding patent, SellerFacts seller, Moment moment)
    {
        if (listing.Offer.Mode != ListingMode.PledgeRealisation) return false;
        var names = seller.Names.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        return patent.Gate!.Encumbrances.Binding(EncumbranceKind.Pledge, moment.At)
            .SelectMany(pledge => pledge.Terms.Others).Any(name => names.Contains(Folding.Name(name)));
    }

    private static Refusal? NotAReviewer(DutyHolder holder, Moment moment) =>
        holder.Is(CentreRole.Reviewer, moment.At) || holder.Is(CentreRole.Approver, moment.At)
            ? null
            : Refusal.Of(ListingRefusal.ResumedByReviewers);

    private static DutyStep Step(DutyHolder holder, Moment moment) => new(
        holder.Is(CentreRole.Reviewer, moment.At) ? CentreRole.Reviewer : CentreRole.Approver, moment.Actor.User);
}
