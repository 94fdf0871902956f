using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>The listing period decides the form of the deal (P8).</content>
public static partial class ListingDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(
        Listing listing, ChooseListingPeriod command, Moment moment)
    {
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        if (!listing.IsWithSeller) return WrongState(listing);
        if (TermsOf(listing, command) is not { } terms)
            return Decided.No(PeriodRefusal.PeriodProfileUnknown, ("profile", command.Profile));
        var bounds = Bounds(listing.Offer, command.Lookup, command.Basis, moment);
        return (PeriodFault(command.WorkingDays, bounds) ?? DepositFault(terms, listing.Offer, command.Basis)) is
            { } fault
            ? fault
            : Decided.As(new ListingPeriodChosen(terms));
    }

    /// <summary>One instant decides: an intent is in before the end, and the end counts what is in.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, EndListingPeriod command, Moment moment)
    {
        var period = listing.Period;
        if (period is not { Phase: PeriodPhase.Running, EndsAt: { } endsAt })
            return Decided.No(PeriodRefusal.PeriodNotRunning);
        if (moment.At < endsAt) return Decided.No(PeriodRefusal.PeriodStillRunning, ("endsAt", endsAt));
        var paid = period.Intents.Where(one => one.AwaitsDeposit && command.Paid.Contains(one.Number)).ToList();
        var counting = period.Standing.Where(one => !one.AwaitsDeposit || paid.Contains(one)).ToList();
        var (intents, basis) = (counting.Count, command.Basis ?? PeriodBasis.House);
        var ended = DealForm.IsAgreed(listing.Offer)
            ? new ListingPeriodEnded(endsAt, intents, null) { LeadsTo = AfterPeriod(listing.Offer.Mode, intents) }
            : new ListingPeriodEnded(
                endsAt, intents, intents == 1 ? basis.EndOf(endsAt, basis.Rules.ContractWorkingDays) : null);
        return All(
        [
            .. paid.Select(one => new IntentDepositReceived(one.Number, one.Party)),
            ended,
            Released(listing, one => !counting.Contains(one)),
        ]);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, ExtendListingPeriod command, Moment moment)
    {
        if (NotSellers(listing, moment) is { } refusal) return refusal;
        if (NoChoice(listing) is { } none) return none;
        var basis = command.Basis ?? PeriodBasis.House;
        if (listing.Period.Extensions >= basis.Rules.ExtensionsMax)
            return Decided.No(PeriodRefusal.ExtendedTooOften, ("max", basis.Rules.ExtensionsMax));
        if (GateFault(listing, command.Lookup, moment) is { } fault) return fault;
        var days = basis.Rules.ExtensionWorkingDays;
        return Decided.As(new ListingPeriodExtended(
            days,
            basis.EndOf(moment.At, days),
            listing.Period.Extensions + 1,
            listing.Patent,
            listing.Seller!)
        {
            After = listing.Period.EndedWith,
            Further = listing.FurtherStreams,
            Mode = DealForm.IsAgreed(listing.Offer) ? listing.Offer.Mode : null,
        });
    }

    /// <summary>What goes with the publication; null where the listing is for auction at once.</summary>
    private static IEvent? FirstNotice(
        Listing listing, ListingLookup lookup, PeriodBasis? basis, Moment moment) =>
        listing.Period.Chosen is { WorkingDays: > 0 } terms
            ? Began(listing, terms, Bounds(listing.Offer, lookup, basis, moment), basis, moment)
        : DealForm.IsAgreed(listing.Offer) ? Opened(listing)
        : null;

    private static ListingInterestOpened Opened(Listing listing) => new(listing.Period.Notice + 1);

    /// <summary>An unknown profile is null; what is agreed upon has no auction, so it needs none.</summary>
    private static PeriodTerms? TermsOf(Listing listing, ChooseListingPeriod command) =>
        (DealForm.IsAgreed(listing.Offer) && command.Profile.Length == 0 ? new PeriodTerms(command.WorkingDays, "", "")
        : command.ProfileName is { } name ? new PeriodTerms(command.WorkingDays, command.Profile, name)
        : null) is { } terms
            ? terms with { Deposit = command.Deposit }
            : null;

    private static ListingPeriodBegan Began(
        Listing listing, PeriodTerms terms, PeriodBounds bounds, PeriodBasis? basis, Moment moment) => new(
        listing.Period.Notice + 1,
        listing.Patent,
        listing.Seller!,
        listing.Offer,
        terms,
        (basis ?? PeriodBasis.House).EndOf(moment.At, terms.WorkingDays, bounds.CalendarDays),
        string.Join("；", bounds.Quoted.Select(ground => ground.ArticleZh)))
    {
        CalendarDays = bounds.CalendarDays, Further = listing.FurtherStreams,
    };

    /// <summary>What is chosen (nothing = auction at once) against what binds this seller and price.</summary>
    internal static Refusal? ChosenPeriodFault(
        Listing listing, ListingLookup lookup, PeriodBasis? basis, Moment moment)
    {
        var days = listing.Period.Chosen?.WorkingDays ?? 0;
        if (PeriodFault(days, Bounds(listing.Offer, lookup, basis, moment)) is { } fault) return fault;
        if (DepositFault(listing.Period.Chosen, listing.Offer, basis) is { } deposit) return deposit;
        // Chosen while the offer was another, whose deal is agreed upon.
        return days > 0 && DealForm.FitsAuction(listing.Offer) && listing.Period.Chosen is { Profile: "" }
            ? Refusal.Of(PeriodRefusal.PeriodProfileUnknown, ("profile", ""))
            : null;
    }

    private static PeriodBounds Bounds(
        ListingOffer offer, ListingLookup? lookup, PeriodBasis? basis, Moment moment) =>
        (basis ?? PeriodBasis.House).Rules.BoundsOf(
            lookup?.Seller?.Standing?.Facts ?? [], offer, WorkingCalendar.DayOf(moment.At));

    /// <summary>Where the house asks for more than the law, the refusal names the house's bounds, no article.</summary>
    private static Refusal? PeriodFault(int days, PeriodBounds bounds)
    {
        var span = bounds.Span;
        if (days < 0 || days > span.Max || (days < span.Min && !bounds.IsLeastByLaw))
            return Refusal.Of(PeriodRefusal.PeriodOutOfBounds, ("min", span.Min), ("max", span.Max));
        if (days >= span.Min) return null;
        var (min, ground) = (("min", (Figure)span.Min), bounds.Ground!);
        return Refusal.Of(PeriodRefusal.PeriodTooShort, min, ("article", ground.ArticleZh)) with
        {
            En = Refusal.Of(PeriodRefusal.PeriodTooShort, min, ("article", ground.ArticleEn)).En,
        };
    }

    private static Refusal? NoChoice(Listing listing) =>
        listing.Period.Phase != PeriodPhase.SellersChoice ? Refusal.Of(PeriodRefusal.NoChoiceDue)
        : listing.State != ListingState.Published ? StateFault(listing)
        : null;

    private static Refusal StateFault(Listing listing) =>
        Refusal.Of(ListingRefusal.WrongState, ("state", listing.State));

    private static bool NotAReason(string reason) =>
        reason.Length == 0 || !IsCleanText(reason, Limits.TextCharsMax);

    private static Outcome<IReadOnlyList<IEvent>> NoReason() =>
        Decided.No(PeriodRefusal.PeriodReasonMissing, ("max", Limits.TextCharsMax));

    /// <summary>Its end has come but is not noted yet: what it ends with is decided before anything else.</summary>
    private static Refusal? OutcomeDue(Listing listing, Moment moment) =>
        listing.Period.IsOverdue(moment.At)
            ? Refusal.Of(PeriodRefusal.PeriodOutcomeDue, ("endsAt", listing.Period.EndsAt!.Value))
            : null;

    /// <summary>A suspension stops a running period; null where none runs, or its end has come.</summary>
    private static ListingPeriodStopped? Stopped(Listing listing, PeriodBasis? basis, Moment moment) =>
        listing.Period.Phase == PeriodPhase.Running && !listing.Period.IsOverdue(moment.At)
            ? new ListingPeriodStopped((basis ?? PeriodBasis.House).WorkingDaysLeft(listing.Period, moment.At)!.Value)
            : null;

    private static ListingPeriodWentOn? WentOn(Listing listing, PeriodBasis? basis, Moment moment) =>
        listing.Period is { Phase: PeriodPhase.Stopped } period
            ? new ListingPeriodWentOn((basis ?? PeriodBasis.House).EndOf(moment.At, Math.Max(1, period.DaysLeft)))
            : null;

    /// <summary>The end of a period that decides nothing any more; null where none stands.</summary>
    private static ListingPeriodClosed? ClosedPeriod(Listing listing) =>
        listing.Period.Phase == PeriodPhase.None ? null : new ListingPeriodClosed(listing.Period.Notice);

    private static IEvent[] All(params IEvent?[] events) => [.. events.OfType<IEvent>()];
}
