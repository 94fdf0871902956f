using System.Text.Json;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>
/// A change of what is published: price, description and terms in words. All else is another listing.
/// </content>
public static partial class ListingDecider
{
    /// <summary>While intents are taken, and when the seller may choose: not once a contract is due.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RequestListingChange command, Moment moment)
    {
        if (OfferFault(command.Offer) is { } fault) return Decided.No(ListingRefusal.OfferMalformed, ("field", fault));
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        var isSellers = moment.Actor.Party == listing.Seller;
        if (!isSellers && !command.Holder.Is(CentreRole.Handler, moment.At))
            return Decided.No(PeriodRefusal.ChangeNotYours);
        if (NotChangeable(listing, moment) is { } refusal) return refusal;
        if (listing.Period.Change is not null) return Decided.No(PeriodRefusal.ChangeWaits);
        if (BeyondChange(listing.Offer, command.Offer) is { } beyond) return beyond;
        if (Text(command.Offer) == Text(listing.Offer)) return Decided.No(PeriodRefusal.NothingChanged);
        if (NotAReason(command.Reason)) return NoReason();
        if (ChangedTermsFault(listing, command.Offer, command.Lookup, moment) is { } unfit) return unfit;
        var bounds = Bounds(command.Offer, command.Lookup, command.Basis, moment);
        return (RenewedFault(listing, command.WorkingDays, bounds)
            ?? DepositFault(Renewed(listing, command.WorkingDays), command.Offer, command.Basis)) is { } unfitting
            ? unfitting
            : Decided.As(new ListingChangeRequested(
                command.Offer, command.WorkingDays, command.Reason, !isSellers, moment.Actor.User));
    }

    /// <summary>
    /// Agreed: the offer is another, a new notice begins a new period, and earlier intents are asked again.
    /// </summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, DecideListingChange command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.Period.Change is not { } change) return Decided.No(PeriodRefusal.NoChangeWaits);
        if (NotAReviewer(command.Holder, moment) is not null || change.User == moment.Actor.User)
            return Decided.No(PeriodRefusal.ChangeDecidedByOthers);
        if (NotAReason(command.Reason)) return NoReason();
        var step = Step(command.Holder, moment);
        if (!command.Accepts) return Decided.As(new ListingChangeRefused(command.Reason, step));
        if (NotChangeable(listing, moment) is { } refusal) return refusal;
        if (BeyondChange(listing.Offer, change.Offer) is { } beyond) return beyond;
        var changed = listing with { Offer = change.Offer };
        if (GateFault(changed, command.Lookup, moment) is { } fault) return fault;
        if (ChangedTermsFault(listing, change.Offer, command.Lookup, moment) is { } unfit) return unfit;
        var bounds = Bounds(change.Offer, command.Lookup, command.Basis, moment);
        if (RenewedFault(listing, change.WorkingDays, bounds) is { } tooShort) return tooShort;
        var terms = Renewed(listing, change.WorkingDays);
        if (DepositFault(terms, change.Offer, command.Basis) is { } deposit) return deposit;
        return Decided.As(
            new ListingAmended(change.Offer, command.Reason, step),
            terms.WorkingDays > 0 ? Began(changed, terms, bounds, command.Basis, moment) : Opened(changed));
    }

    /// <summary>What was chosen, the deposit too, with another number of days.</summary>
    private static PeriodTerms Renewed(Listing listing, int days) =>
        (listing.Period.Chosen ?? new PeriodTerms(0, "", "")) with { WorkingDays = days };

    private static Refusal? NotChangeable(Listing listing, Moment moment) =>
        listing.State != ListingState.Published ? StateFault(listing)
        : listing.Period.Phase is PeriodPhase.Running or PeriodPhase.SellersChoice or PeriodPhase.AuctionDue
            or PeriodPhase.Open or PeriodPhase.Negotiating
            ? OutcomeDue(listing, moment)
        : Refusal.Of(PeriodRefusal.PeriodNotRunning);

    /// <summary>What a change would alter besides price, description and terms in words.</summary>
    private static Refusal? BeyondChange(ListingOffer now, ListingOffer then)
    {
        if (then.Mode != now.Mode) return Refusal.Of(PeriodRefusal.ModeStays);
        var field = Text(then.Subject) != Text(now.Subject) ? "subject"
            : Text(then.ModeTerms) != Text(now.ModeTerms) ? "modeTerms"
            : Text(then.Technology) != Text(now.Technology) ? "technology"
            : null;
        return field is null ? null : Refusal.Of(PeriodRefusal.ChangeTooWide, ("field", field));
    }

    /// <summary>The new price still agrees with the terms that stand: instalments, the way it comes about.</summary>
    private static Refusal? ChangedTermsFault(
        Listing listing, ListingOffer offer, ListingLookup? lookup, Moment moment) =>
        TermsCheck.Missing(offer) ?? TermsFaultOf(listing, offer, lookup, null, moment);

    /// <summary>What is announced anew has a period of at least a day; what was out without one may stay so.</summary>
    private static Refusal? RenewedFault(Listing listing, int days, PeriodBounds bounds)
    {
        var least = listing.Period is { Phase: PeriodPhase.Open, IsAnnounced: false } ? 0 : 1;
        return PeriodFault(days, bounds with { Span = bounds.Span with { Min = Math.Max(least, bounds.Span.Min) } });
    }

    /// <summary>As it is stored: lists inside it compare by what they hold.</summary>
    private static string Text<TPart>(TPart part) => JsonSerializer.Serialize(part, EventCodec.Options);
}
