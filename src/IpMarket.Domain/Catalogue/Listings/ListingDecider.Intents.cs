using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>
/// 意向登记: from the notice until the period's end; where there is none, as long as the listing is out. 意向保证金 (P8,
/// P19): an intent of a period with a deposit counts once its deposit is in; whose intent is over gets it back, and
/// with whom the contract is concluded has it held towards the price.
/// </content>
public static partial class ListingDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, FileIntent command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (NotTaking(listing, moment) is { } closed) return closed;
        if (Unfit(command.Facts) is { } unfit) return Decided.No(unfit);
        if (BuyerFault(listing, command.Lookup, command.Facts!.Party!, moment) is { } barred) return barred;
        if (!command.AcceptsTerms) return Decided.No(PeriodRefusal.TermsNotAccepted);
        var (period, party, price) = (listing.Period, moment.Actor.Party!, command.Price);
        if (command.Notice != period.Notice)
            return Decided.No(PeriodRefusal.NoticeSuperseded, ("notice", period.Notice));
        if ((OfferedFault(listing, price) ?? ProposalFault(listing, command.Proposal)) is { } unfitting)
            return unfitting;
        var known = period.IntentOf(party);
        if (known is not null && period.Stands(known)) return Decided.No(PeriodRefusal.IntentFiledAlready);
        if (period.Standing.Any(other => other.User == moment.Actor.User && other.Party != party))
            return Decided.No(PeriodRefusal.OnePersonOneIntent);
        if (known is { IsLive: true } && known.DepositDue == period.DepositNow)
        {
            return Decided.As(new IntentConfirmed(known.Number, period.Notice, price)
            {
                User = moment.Actor.User, Proposal = command.Proposal,
            });
        }

        if (known is null && period.Intents.Length >= Limits.IntentsMax)
            return Decided.No(PeriodRefusal.TooManyIntents, ("max", Limits.IntentsMax));
        if (known?.Filings >= Limits.EnrolmentRequestsMax)
            return Decided.No(PeriodRefusal.FiledTooOften, ("max", Limits.EnrolmentRequestsMax));
        var opened = listing.IsUnopened ? Opened(listing) : null;
        return All(
            opened,
            new IntentFiled(
                period.IntentsFiled + 1, opened?.Notice ?? period.Notice, party, moment.Actor.User, price)
            {
                Proposal = command.Proposal, DepositDue = period.DepositNow,
            });
    }

    /// <summary>Before the end, also while the period stands still.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, WithdrawIntent command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.Period.IntentOf(moment.Actor.Party) is not { IsLive: true } intent)
            return Decided.No(PeriodRefusal.IntentUnknown);
        if (listing.Period.Phase != PeriodPhase.Stopped && NotTaking(listing, moment) is { } over) return over;
        return All(
            new IntentWithdrawn(intent.Number), Released(listing, one => one.Number == intent.Number));
    }

    private static Refusal? NotTaking(Listing listing, Moment moment)
    {
        if (Halted(listing) is { } halted) return halted;
        if (listing.IsUnopened || listing is { State: ListingState.Published, Period.Phase: PeriodPhase.Open })
            return null;
        if (listing.Period is not { Phase: PeriodPhase.Running, EndsAt: { } endsAt })
            return Refusal.Of(PeriodRefusal.PeriodNotRunning);
        return moment.At >= endsAt ? Refusal.Of(PeriodRefusal.PeriodOver, ("endsAt", endsAt)) : null;
    }

    /// <summary>
    /// A total for a sale at one; where the deal is agreed upon, a total or none. What was announced is the least.
    /// </summary>
    private static Refusal? OfferedFault(Listing listing, Money price)
    {
        var offer = listing.Offer;
        if (DealForm.IsAgreed(offer) && price == Money.Zero) return null;
        if (!DealForm.TakesOffers(offer)) return Refusal.Of(DealRefusal.IntentPriceUnexpected);
        if (price.Currency != Currency.CNY || price.Fen <= 0 || price.Fen > Limits.AmountFenMax)
            return Refusal.Of(PeriodRefusal.IntentPriceMalformed, ("max", Money.Cny(Limits.AmountFenMax)));
        var isLeast = DealForm.FitsAuction(offer) || listing.Period.IsAnnounced;
        return isLeast && DealForm.Floor(offer) is { } least && price < least
            ? Refusal.Of(PeriodRefusal.IntentBelowPrice, ("min", least))
            : null;
    }

    private static Refusal? ProposalFault(Listing listing, string? proposal) =>
        proposal is null ? null
        : DealForm.FitsAuction(listing.Offer) ? Refusal.Of(DealRefusal.IntentProposalUnexpected)
        : proposal.Length == 0 || !IsCleanText(proposal, Limits.ProposalCharsMax)
            ? Refusal.Of(DealRefusal.IntentProposalMalformed, ("max", Limits.ProposalCharsMax))
        : null;

    /// <summary>Why a party may not be one; null when it may. The same are barred who may not bid (P17).</summary>
    private static PeriodRefusal? Unfit(IntentFacts? facts)
    {
        if (facts is { IsCentrePerson: true }) return PeriodRefusal.IntentOfCentrePerson;
        if (facts?.Party is not { IsVerified: true } party) return PeriodRefusal.IntentPartyNotVerified;
        if (facts.IsSellersPerson || facts.Seller is not { } seller) return PeriodRefusal.IntentBarred;
        return party.Party == seller.Party || party.IsAffiliatedWith(seller) ? PeriodRefusal.IntentBarred : null;
    }

    /// <summary>In time is what the escrow case counted before the period's end.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, CountIntentDeposit command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        var period = listing.Period;
        var intent = period.Intents.FirstOrDefault(one => one.Number == command.Intent);
        if (intent is not { AwaitsDeposit: true }) return Decided.No(PeriodRefusal.IntentDepositNotAwaited);
        if (period.Phase is not (PeriodPhase.Running or PeriodPhase.Stopped))
            return Decided.No(PeriodRefusal.PeriodNotRunning);
        return period is { Phase: PeriodPhase.Running, EndsAt: { } endsAt } && command.CountedAt >= endsAt
            ? Decided.No(PeriodRefusal.PeriodOver, ("endsAt", endsAt))
            : Decided.As(new IntentDepositReceived(intent.Number, intent.Party));
    }

    /// <summary>
    /// Why a deposit cannot be demanded of an offer; null where none is, or it can. What several can have, one after
    /// the other, secures nothing with one.
    /// </summary>
    private static Refusal? DepositFault(PeriodTerms? terms, ListingOffer offer, PeriodBasis? basis)
    {
        if (terms?.Deposit is not { } deposit) return null;
        if (DepositSpanOf(offer, (basis ?? PeriodBasis.House).Rules) is not { } span || terms.WorkingDays == 0)
            return Refusal.Of(PeriodRefusal.IntentDepositNotTaken);
        var (min, max) = (span.Min, span.MaxOf(DealForm.Floor(offer)));
        return deposit.Currency != Currency.CNY || deposit < min || deposit > max
            ? Refusal.Of(PeriodRefusal.IntentDepositOutOfBounds, ("min", min), ("max", max))
            : null;
    }

    /// <summary>What a deposit of this offer's intents may be; null where none is taken.</summary>
    public static IntentDepositSpan? DepositSpanOf(ListingOffer offer, ListingPeriodRules rules) =>
        DealForm.IsRepeatable(offer.Mode) ? null : rules.IntentDeposit;

    /// <summary>What of deposits goes back with an event; null where nothing does.</summary>
    private static IntentDepositsReleased? Released(Listing listing, Func<PurchaseIntent, bool> which)
    {
        ImmutableArray<int> over =
            [.. listing.Period.Intents.Where(one => one.HasDepositAtStake && which(one)).Select(one => one.Number)];
        return over.IsEmpty ? null : new IntentDepositsReleased(over);
    }

    private static IntentDepositsReleased? ReleasedAll(Listing listing) => Released(listing, _ => true);
}
