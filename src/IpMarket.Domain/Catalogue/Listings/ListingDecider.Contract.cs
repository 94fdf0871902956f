using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>
/// One interested party: a contract at no less than the announced price and its own offer (P8), recorded by somebody
/// who took no step in the listing's approval (P11).
/// </content>
public static partial class ListingDecider
{
    /// <summary>The gate is asked again before the contract counts (P9); the listing is sold for good.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RecordListingContract command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (OfficerStep(command.Holder, moment) is not { } step)
            return Decided.No(PeriodRefusal.ContractByOfficers);
        if (Buyer(listing) is not { } intent) return Decided.No(PeriodRefusal.NoContractDue);
        if (listing.Taken.Any(taken => taken.User == moment.Actor.User))
            return Decided.No(PeriodRefusal.ContractByAnother);
        if (Halted(listing) is { } halted) return halted;
        if (command.Buyer is not { IsVerified: true } buyer) return Decided.No(PeriodRefusal.BuyerNotVerified);
        if (GateFault(listing, command.Lookup, moment) is { } fault) return fault;
        if (BuyerFault(listing, command.Lookup, buyer, moment) is { } barred) return barred;
        var price = command.Price;
        if (price.Currency != Currency.CNY || price.Fen <= 0 || price.Fen > Limits.AmountFenMax)
            return Decided.No(PeriodRefusal.IntentPriceMalformed, ("max", Money.Cny(Limits.AmountFenMax)));
        var floor = DealForm.Floor(listing.Offer) is { } asked && asked > intent.Price ? asked : intent.Price;
        if (price < floor) return Decided.No(PeriodRefusal.ContractBelowPrice, ("min", floor));
        var (from, to) = (WorkingCalendar.DayOf(listing.Period.EndsAt!.Value), WorkingCalendar.DayOf(moment.At));
        if (command.ConcludedOn < from || command.ConcludedOn > to)
        {
            return Decided.No(
                PeriodRefusal.ContractDateOutOfBounds, ("from", $"{from:yyyy-MM-dd}"), ("to", $"{to:yyyy-MM-dd}"));
        }

        string? reference = null;
        if (command.Reference is { } text)
        {
            var clean = CleanText.Line("reference", text, Limits.ContractReferenceCharsMax);
            if (clean.Refusal is { } unclean) return unclean;
            reference = clean.Value;
        }

        return All(
            new ListingContracted(
                listing.Patent,
                listing.Reservation!.Value,
                intent.Number,
                intent.Party,
                price,
                command.ConcludedOn,
                step)
            {
                Reference = reference, Further = listing.FurtherStreams,
            },
            Released(listing, other => other.Number != intent.Number));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, FailListingContract command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (OfficerStep(command.Holder, moment) is not { } step)
            return Decided.No(PeriodRefusal.ContractByOfficers);
        if (Counterpart(listing, command.Intent) is not { } intent)
        {
            return listing.Period.AwaitsDeals
                ? Decided.No(DealRefusal.DealIntentUnknown, ("intent", command.Intent ?? 0))
                : Decided.No(PeriodRefusal.NoContractDue);
        }

        return NotAReason(command.Reason)
            ? NoReason()
            : All(
                new ListingContractFailed(intent.Number, command.Reason, step)
                {
                    LeadsTo = AfterFailure(listing, intent),
                },
                Released(listing, one => one.Number == intent.Number));
    }

    /// <summary>The only interested party; null unless a contract with it is due.</summary>
    private static PurchaseIntent? Buyer(Listing listing) =>
        listing.State == ListingState.ContractDue ? listing.Period.Effective.Single() : null;

    private static DutyStep? OfficerStep(DutyHolder holder, Moment moment)
    {
        CentreRole[] officers = [CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver];
        foreach (var role in officers)
            if (holder.Is(role, moment.At)) return new DutyStep(role, moment.Actor.User);
        return null;
    }
}
