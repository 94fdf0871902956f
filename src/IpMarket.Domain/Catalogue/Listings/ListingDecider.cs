using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Catalogue.Listings;

/// <summary>The rules of a listing.</summary>
public static partial class ListingDecider
{
    public const int ReasonsMax = 20;

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, DraftListing command, Moment moment)
    {
        if (OfferFault(command.Offer) is { } fault) return Decided.No(ListingRefusal.OfferMalformed, ("field", fault));
        if (listing.Exists) return WrongState(listing);
        if (moment.Actor.Party is not { } party || command.Seller?.Standing is null)
            return Decided.No(ListingRefusal.NotTheSeller);
        if (command.PatentStanding is not { Exists: true } patent) return Decided.No(ListingRefusal.PatentUnknown);
        return Decided.As(new ListingDrafted(patent.Stream, party, command.Offer));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, ReviseListing command, Moment moment)
    {
        if (OfferFault(command.Offer) is { } fault) return Decided.No(ListingRefusal.OfferMalformed, ("field", fault));
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        return listing.IsWithSeller ? Decided.As(new ListingRevised(command.Offer)) : WrongState(listing);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, SubmitListing command, Moment moment)
    {
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        if (!listing.IsWithSeller) return WrongState(listing);
        if (command.Seller is not { Standing.IsVerified: true } seller)
            return Decided.No(ListingRefusal.SellerNotVerified);
        if (PatentFault(command.PatentStanding) is { } unfit) return unfit;
        var patent = command.PatentStanding!;
        if (!IsPledgeeRealising(listing, patent, seller, moment)
            && TitleFault(patent.HolderNames, seller.Names, command.CoHolders) is { } title)
            return title;
        if (Ask(listing, patent, seller, command.House, moment).BarsSubmission is { } closed) return closed.AsRefusal();
        if (listing.Reservation == command.Reservation || listing.LapsedReservations.Contains(command.Reservation))
            return Decided.No(ListingRefusal.ReservationLapsed);
        return Decided.As(
            new ListingSubmitted(patent.Stream, command.Reservation, patent.HolderNames, AtLeastTwo(command.Route)));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, LapseReservation command, Moment moment)
    {
        if (listing.Reservation == command.Reservation) return Decided.No(ListingRefusal.AlreadySubmitted);
        return Decided.As(new ListingReservationLapsed(command.Reservation));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, HandleListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State != ListingState.Submitted) return WrongState(listing);
        var step = Duties.Next(listing.Route, listing.Taken, command.Holder, moment);
        if (step.Refusal is { } refusal) return refusal;
        var lookup = Lookup(command.PatentStanding, command.Seller, command.House);
        return GateFault(listing, lookup, moment) is { } fault
            ? fault
            : Decided.As(new ListingHandled(step.Value));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, PublishListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State != ListingState.Handled) return WrongState(listing);
        var step = Duties.Next(listing.Route, listing.Taken, command.Holder, moment);
        if (step.Refusal is { } refusal) return refusal;
        var lookup = Lookup(command.PatentStanding, command.Seller, command.House);
        if (GateFault(listing, lookup, moment) is { } fault) return fault;
        return listing.Route.IsLastAfter(listing.Taken.Length)
            ? Decided.As(new ListingPublished(step.Value))
            : Decided.As(new ListingReviewed(step.Value));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, ReturnListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State is not (ListingState.Submitted or ListingState.Handled or ListingState.Suspended))
            return WrongState(listing);
        var refused = listing.State == ListingState.Suspended
            ? NotAReviewer(command.Holder, moment)
            : Duties.Next(listing.Route, listing.Taken, command.Holder, moment).Refusal;
        if (refused is { } refusal) return refusal;
        if (command.Reasons.IsDefaultOrEmpty
            || command.Reasons.Length > ReasonsMax
            || command.Reasons.Any(reason => !IsCleanText(reason, Limits.TextCharsMax) || reason.Length == 0))
            return Decided.No(ListingRefusal.ReasonMissing);
        return Decided.As(new ListingReturned(listing.Patent, listing.Reservation!.Value, command.Reasons));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, WithdrawListing command, Moment moment)
    {
        if (!IsCleanText(command.Reason, Limits.TextCharsMax))
            return Decided.No(ListingRefusal.OfferMalformed, ("field", "reason"));
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        return listing.State is ListingState.InAuction or ListingState.Sold or ListingState.Withdrawn
            ? WrongState(listing)
            : Decided.As(new ListingWithdrawn(listing.Patent, listing.Reservation, command.Reason));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, EnterAuction command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State == ListingState.InAuction)
            return Decided.No(ListingRefusal.InAuctionAlready, ("auction", listing.Auction!));
        if (listing.State != ListingState.Published) return WrongState(listing);
        return GateFault(listing, command.Lookup, moment) is { } fault
            ? fault
            : Decided.As(new ListingEnteredAuction(command.Auction));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, LeaveAuction command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State != ListingState.InAuction || listing.Auction != command.Auction)
            return Decided.No(ListingRefusal.NotInThatAuction);
        return command.Outcome == AuctionOutcome.Sold
            ? Decided.As(new ListingSold(listing.Patent, listing.Reservation!.Value, command.Auction))
            : Decided.As(new ListingLeftAuction(command.Auction));
    }

    private static Outcome<IReadOnlyList<IEvent>> WrongState(Listing listing) =>
        Decided.No(ListingRefusal.WrongState, ("state", listing.State.ToString()));

    private static Refusal? NotSellers(Listing listing, Moment moment)
    {
        if (!listing.Exists) return Refusal.Of(ListingRefusal.Unknown);
        return moment.Actor.Party == listing.Seller ? null : Refusal.Of(ListingRefusal.NotTheSeller);
    }

    private static Refusal? PatentFault(PatentStanding? patent)
    {
        if (patent is not { Exists: true }) return Refusal.Of(ListingRefusal.PatentUnknown);
        if (patent.IsProvisional) return Refusal.Of(ListingRefusal.PatentProvisional);
        if (patent.Legal == LegalStanding.Ended) return Refusal.Of(ListingRefusal.PatentEnded);
        return patent.HolderNames.IsEmpty ? Refusal.Of(ListingRefusal.HolderUnknown) : null;
    }

    /// <summary>The seller is one of the register's holders, and he and those he names are all of them.</summary>
    private static Refusal? TitleFault(
        ImmutableArray<string> holders, ImmutableArray<string> sellerNames, ImmutableArray<string> coHolders)
    {
        var register = holders.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        var shown = string.Join("; ", holders);
        if (!sellerNames.Select(Folding.Name).Any(register.Contains))
            return Refusal.Of(ListingRefusal.NotTheHolder, ("holders", shown));
        var named = sellerNames.Select(Folding.Name).Where(register.Contains).ToHashSet(StringComparer.Ordinal);
        if (!coHolders.IsDefault) named.UnionWith(coHolders.Select(Folding.Name));
        return named.SetEquals(register)
            ? null
            : Refusal.Of(ListingRefusal.CoHoldersMissing, ("holders", shown));
    }

    /// <summary>What everybody will see is always seen by two, whatever the configuration says.</summary>
    private static ApprovalRoute AtLeastTwo(ApprovalRoute? route) =>
        route is { IsWellFormed: true } && route.Steps.Length >= ApprovalRoute.StepsMin(DocumentKind.Listing)
            ? route
            : ApprovalRoute.HandlerThenReviewer;

    private static string? OfferFault(ListingOffer offer)
    {
        if (offer.AskingPrice is { } price
            && (price.Currency != Currency.CNY || price.Fen <= 0 || price.Fen > Limits.AmountFenMax))
            return "askingPrice";
        if (!IsCleanText(offer.Description, Limits.TextCharsMax)) return "description";
        return IsCleanText(offer.Terms, Limits.TextCharsMax) ? null : "terms";
    }

    private static bool IsCleanText(string text, int charsMax) =>
        text.Length <= charsMax && PlainText.Clean(text) == text;
}
