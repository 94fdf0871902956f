using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>
/// 协议成交: what cannot be bid for is agreed upon by the seller and one who filed, and recorded by an officer who took
/// no step in the listing's approval (P11). Ordinary and open licences are concluded with as many as come.
/// </content>
public static partial class ListingDecider
{
    /// <summary>
    /// The gate is asked again before the deal counts (P9). Where several are interested and one can have it, the
    /// seller chooses and his reasons are recorded (house rule), unless the law has them bid (企业国有资产法54).
    /// </summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RecordListingDeal command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (OfficerStep(command.Holder, moment) is not { } step)
            return Decided.No(PeriodRefusal.ContractByOfficers);
        if (!listing.Period.AwaitsDeals) return Decided.No(PeriodRefusal.NoContractDue);
        if (listing.Taken.Any(taken => taken.User == moment.Actor.User))
            return Decided.No(PeriodRefusal.ContractByAnother);
        if (Halted(listing) is { } halted) return halted;
        if (Counterpart(listing, command.Intent) is not { } intent)
            return Decided.No(DealRefusal.DealIntentUnknown, ("intent", command.Intent));
        if (command.Buyer is not { IsVerified: true } buyer || buyer.Party != intent.Party)
            return Decided.No(PeriodRefusal.BuyerNotVerified);
        if (GateFault(listing, command.Lookup, moment) is { } fault) return fault;
        if (BuyerFault(listing, command.Lookup, buyer, moment) is { } barred) return barred;
        if (UnannouncedFault(listing, command, moment) is { } unannounced) return unannounced;
        if (ChoiceFault(listing, command, moment) is { } unchosen) return unchosen;
        if (DealDateFault(listing, intent, command.ConcludedOn, moment) is { } undated) return undated;
        var facts = TermsFacts.Of(command.Lookup?.Patent, null, moment.At) with { On = command.ConcludedOn };
        var offer = listing.Offer;
        if (DealCheck.Fault(offer, command.Agreed, listing.Period.IsAnnounced, facts) is { } unfit) return unfit;
        if (DealPaperFault(offer.Mode, command) is { } unproven) return unproven;
        var agreed = DealCheck.Recorded(offer, command.Agreed);
        var (reference, source) = (Cleaned(command.Reference), Cleaned(command.Source));
        if (DealForm.IsRepeatable(offer.Mode))
        {
            return Decided.As(new ListingLicensed(
                listing.Period.Deals.Length + 1,
                intent.Number,
                intent.Party,
                agreed,
                command.ConcludedOn,
                reference,
                source,
                step));
        }

        return All(
            new ListingContracted(
                listing.Patent,
                listing.Reservation!.Value,
                intent.Number,
                intent.Party,
                Money.Zero,
                command.ConcludedOn,
                step)
            {
                Reference = reference,
                Further = listing.FurtherStreams,
                Agreed = agreed,
                Source = source,
                Choice = command.Choice,
            },
            Released(listing, other => other.Number != intent.Number));
    }

    /// <summary>Where a period leads whose deal is agreed upon: what many can have stays on offer.</summary>
    private static PeriodPhase AfterPeriod(ListingMode mode, int intents) =>
        DealForm.IsRepeatable(mode) ? PeriodPhase.Open
        : intents == 0 ? PeriodPhase.SellersChoice
        : PeriodPhase.Negotiating;

    /// <summary>Talks go on with the others; null = the seller's choice.</summary>
    private static PeriodPhase? AfterFailure(Listing listing, PurchaseIntent failed) => listing.Period.Phase switch
    {
        PeriodPhase.Open => PeriodPhase.Open,
        PeriodPhase.Negotiating when listing.Period.Effective.Any(other => other.Number != failed.Number) =>
            PeriodPhase.Negotiating,
        _ => null,
    };

    /// <summary>The one that is named, or the only one while its contract is due; null where none stands.</summary>
    private static PurchaseIntent? Counterpart(Listing listing, int? intent) => listing.Period.AwaitsDeals
        ? listing.Period.Effective.FirstOrDefault(one => one.Number == intent)
        : Buyer(listing);

    /// <summary>Who came under a duty to announce while it was out has a period first.</summary>
    private static Refusal? UnannouncedFault(Listing listing, RecordListingDeal command, Moment moment)
    {
        var bounds = Bounds(listing.Offer, command.Lookup, command.Basis, moment);
        return listing.Period.IsAnnounced || bounds.Ground is null ? null : PeriodFault(0, bounds);
    }

    private static Refusal? ChoiceFault(Listing listing, RecordListingDeal command, Moment moment)
    {
        if (DealForm.IsRepeatable(listing.Offer.Mode)) return null;
        var count = listing.Period.Effective.Count();
        if (count < 2) return null;
        var duty = (command.Basis ?? PeriodBasis.House).Rules.BiddingOf(
            command.Lookup?.Seller?.Standing?.Facts ?? [], listing.Offer.Mode, WorkingCalendar.DayOf(moment.At));
        if (duty is not null)
        {
            return Refusal.Of(DealRefusal.BiddingByLaw, ("count", count), ("article", duty.ArticleZh)) with
            {
                En = Refusal.Of(DealRefusal.BiddingByLaw, ("count", count), ("article", duty.ArticleEn)).En,
            };
        }

        return command.Choice is { } choice && !NotAReason(choice)
            ? null
            : Refusal.Of(DealRefusal.ChoiceUnexplained, ("others", count - 1), ("max", Limits.TextCharsMax));
    }

    /// <summary>Not before the period's end nor the party's filing, and not in the future.</summary>
    private static Refusal? DealDateFault(
        Listing listing, PurchaseIntent intent, DateOnly concludedOn, Moment moment)
    {
        var (from, to) = (WorkingCalendar.DayOf(intent.FiledAt), WorkingCalendar.DayOf(moment.At));
        if (listing.Period.EndsAt is { } end && WorkingCalendar.DayOf(end) > from) from = WorkingCalendar.DayOf(end);
        return concludedOn < from || concludedOn > to
            ? Refusal.Of(
                PeriodRefusal.ContractDateOutOfBounds, ("from", $"{from:yyyy-MM-dd}"), ("to", $"{to:yyyy-MM-dd}"))
            : null;
    }

    /// <summary>A contract bears a number; an open licence comes about by notice and payment (专利法51).</summary>
    private static Refusal? DealPaperFault(ListingMode mode, RecordListingDeal command)
    {
        if (string.IsNullOrEmpty(command.Reference) && mode != ListingMode.OpenLicence)
            return Refusal.Of(DealRefusal.DealReferenceMissing);
        if (command.Source.Length == 0) return Refusal.Of(DealRefusal.DealSourceMissing);
        return (command.Reference is { Length: > 0 } reference
                ? CleanText.Line("reference", reference, Limits.ContractReferenceCharsMax).Refusal
                : null)
            ?? CleanText.Line("source", command.Source).Refusal;
    }

    private static string? Cleaned(string? line) => string.IsNullOrEmpty(line) ? null : CleanText.Line("", line).Value;
}
