using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Submission;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
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
        if (command.Offer.Subject?.Kind == SubjectKind.KnowHow) return KnowHowDecider.Draft(command, party, moment);
        if (command.PatentStanding is not { Exists: true } patent) return Decided.No(ListingRefusal.PatentUnknown);
        if (OfferTermsFault(command.Offer, patent, command.OpenLicence, moment) is { } unfit) return unfit;
        return Decided.As(new ListingDrafted(patent.Stream, party, command.Offer));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, ReviseListing command, Moment moment)
    {
        if (OfferFault(command.Offer) is { } fault) return Decided.No(ListingRefusal.OfferMalformed, ("field", fault));
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        if (!listing.IsWithSeller) return WrongState(listing);
        if (KnowHowDecider.ChangeFault(listing, command.Offer) is { } another) return another;
        var lookup = Lookup(command.PatentStanding, null, null, command.Further);
        return TermsFaultOf(listing, command.Offer, lookup, command.OpenLicence, moment) is { } unfit
            ? unfit
            : Decided.As(new ListingRevised(command.Offer));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, SubmitListing command, Moment moment)
    {
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        if (!listing.IsWithSeller) return WrongState(listing);
        if (SubmissionCheck.Faults(listing, command, moment).FirstOrDefault() is { } fault) return fault;
        var lookup = Lookup(command.PatentStanding, command.Seller, command.House, command.Further);
        var pack = TitlePackDecider.Submit(listing, lookup, command.TitlePack ?? TitlePackRules.Default, moment);
        var patent = listing.IsKnowHow ? null : command.PatentStanding!;
        return Decided.As(
            new ListingSubmitted(
                patent?.Stream ?? "", command.Reservation, patent?.HolderNames ?? [], AtLeastTwo(command.Route))
            {
                Pack = pack.Value, Further = Submitted(listing, lookup),
            });
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
        var lookup = Lookup(command.PatentStanding, command.Seller, command.House, command.Further);
        if (GateFault(listing, lookup, moment) is { } fault) return fault;
        if (TitlePackDecider.ChecklistFault(listing) is { } unjudged) return unjudged;
        return AgeFault(listing, lookup, command.TitlePack, moment) is { } outdated
            ? outdated
            : Decided.As(new ListingHandled(step.Value));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, PublishListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State != ListingState.Handled) return WrongState(listing);
        var step = Duties.Next(listing.Route, listing.Taken, command.Holder, moment);
        if (step.Refusal is { } refusal) return refusal;
        var lookup = Lookup(command.PatentStanding, command.Seller, command.House, command.Further);
        if (GateFault(listing, lookup, moment) is { } fault) return fault;
        if (TermsFaultOf(listing, listing.Offer, lookup, command.OpenLicence, moment) is { } past) return past;
        if (AgeFault(listing, lookup, command.TitlePack, moment) is { } outdated) return outdated;
        if (!listing.Route.IsLastAfter(listing.Taken.Length)) return Decided.As(new ListingReviewed(step.Value));
        if (ChosenPeriodFault(listing, lookup, command.Periods, moment) is { } tooShort) return tooShort;
        return All(
            new ListingPublished(step.Value),
            FirstNotice(listing, lookup, command.Periods, moment),
            Recheck(listing, lookup, moment));
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
        return All(
            ClosedPeriod(listing),
            new ListingReturned(listing.Patent, listing.Reservation!.Value, command.Reasons)
            {
                Further = listing.FurtherStreams,
            },
            ReleasedAll(listing));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, WithdrawListing command, Moment moment)
    {
        if (!IsCleanText(command.Reason, Limits.TextCharsMax))
            return Decided.No(ListingRefusal.OfferMalformed, ("field", "reason"));
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        if (listing.State is ListingState.InAuction or ListingState.Sold or ListingState.Withdrawn
            or ListingState.ContractDue)
            return WrongState(listing);
        if (OutcomeDue(listing, moment) is { } due) return due;
        if (listing.Period.Phase == PeriodPhase.AuctionDue && DealForm.FitsAuction(listing.Offer))
            return Decided.No(PeriodRefusal.AuctionComesFirst);
        return All(
            new ListingWithdrawn(listing.Patent, listing.Reservation, command.Reason)
            {
                Further = listing.FurtherStreams,
            },
            ClosedPeriod(listing),
            ReleasedAll(listing));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, EnterAuction command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State == ListingState.InAuction)
            return Decided.No(ListingRefusal.InAuctionAlready, ("auction", listing.Auction!));
        if (listing.State != ListingState.Published) return WrongState(listing);
        if (!DealForm.FitsAuction(listing.Offer)) return Decided.No(PeriodRefusal.AuctionNotOfOffer);
        if (!listing.Period.AllowsAuction) return Decided.No(PeriodRefusal.AuctionNotDue);
        return GateFault(listing, command.Lookup, moment) is { } fault
            ? fault
            : All(new ListingEnteredAuction(command.Auction), ReleasedAll(listing));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, LeaveAuction command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State != ListingState.InAuction || listing.Auction != command.Auction)
            return Decided.No(ListingRefusal.NotInThatAuction);
        return command.Outcome == AuctionOutcome.Sold
            ? Decided.As(new ListingSold(listing.Patent, listing.Reservation!.Value, command.Auction)
            {
                Further = listing.FurtherStreams,
            })
            : Decided.As(new ListingLeftAuction(command.Auction)
            {
                WasCalledOff = command.Outcome == AuctionOutcome.CalledOff,
                Profile = command.Outcome == AuctionOutcome.NoSale ? command.Profile : null,
            });
    }

    internal static Outcome<IReadOnlyList<IEvent>> WrongState(Listing listing) =>
        Decided.No(ListingRefusal.WrongState, ("state", listing.State));

    /// <summary>Why it is not the actor's to change now: not his, or not with the seller; null when it is.</summary>
    internal static Refusal? NotWithSeller(Listing listing, Moment moment) =>
        NotSellers(listing, moment) ?? (listing.IsWithSeller ? null : WrongState(listing).Refusal);

    private static Refusal? AgeFault(
        Listing listing, ListingLookup lookup, TitlePackRules? rules, Moment moment) => TitlePackDecider.AgeFault(
        listing, lookup, rules ?? TitlePackRules.Default, moment);

    private static Refusal? NotSellers(Listing listing, Moment moment)
    {
        if (!listing.Exists) return Refusal.Of(ListingRefusal.Unknown);
        return moment.Actor.Party == listing.Seller ? null : Refusal.Of(ListingRefusal.NotTheSeller);
    }

    internal static Refusal? PatentFault(PatentStanding? patent)
    {
        if (patent is not { Exists: true }) return Refusal.Of(ListingRefusal.PatentUnknown);
        if (patent.IsProvisional) return Refusal.Of(ListingRefusal.PatentProvisional);
        if (patent.Legal == LegalStanding.Ended) return Refusal.Of(ListingRefusal.PatentEnded);
        return patent.HolderNames.IsEmpty ? Refusal.Of(ListingRefusal.HolderUnknown) : null;
    }

    /// <summary>
    /// Whoever submits is the holder of all that is offered; the pledgee who realises his pledge is none.
    /// </summary>
    internal static Refusal? SubmitterFault(
        Listing listing, ListingLookup lookup, ImmutableArray<string> coHolders, Moment moment)
    {
        if (listing.IsPortfolio) return PortfolioTitleFault(listing, lookup, coHolders);
        return IsPledgeeRealising(listing, lookup.Patent!, lookup.Seller!, moment)
            ? null
            : TitleFault(lookup.Patent!.HolderNames, lookup.Seller!.Names, coHolders);
    }

    /// <summary>The seller is one of the register's holders, and he and those he names are all of them.</summary>
    private static Refusal? TitleFault(
        ImmutableArray<string> holders, ImmutableArray<string> sellerNames, ImmutableArray<string> coHolders)
    {
        var register = holders.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        var shown = string.Join("; ", holders);
        if (!IsHolder(holders, sellerNames))
            return Refusal.Of(ListingRefusal.NotTheHolder, ("holders", shown));
        var named = sellerNames.Select(Folding.Name).Where(register.Contains).ToHashSet(StringComparer.Ordinal);
        if (!coHolders.IsDefault) named.UnionWith(coHolders.Select(Folding.Name));
        return named.SetEquals(register)
            ? null
            : Refusal.Of(ListingRefusal.CoHoldersMissing, ("holders", shown));
    }

    /// <summary>What everybody will see is always seen by two, whatever the configuration says.</summary>
    internal static ApprovalRoute AtLeastTwo(ApprovalRoute? route) =>
        route is { IsWellFormed: true } && route.Steps.Length >= ApprovalRoute.StepsMin(DocumentKind.Listing)
            ? route
            : ApprovalRoute.HandlerThenReviewer;

    internal static Refusal? OfferTermsFault(
        ListingOffer offer, PatentStanding? patent, OpenLicenceRules? rules, Moment moment) =>
        TermsCheck.Fault(offer, TermsFacts.Of(patent, rules, moment.At));

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
