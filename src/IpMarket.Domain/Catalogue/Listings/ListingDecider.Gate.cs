using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>
/// The gate on a listing's way, what a fact that closes its mode does to it (P9), and whom it lets take it.
/// </content>
public static partial class ListingDecider
{
    /// <summary>
    /// A mode that was closed after publication suspends the listing at once, and again where a reason is new; one that
    /// falls away is no suspension. It does not come back by itself: a reviewer resumes it.
    /// </summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RecheckListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State is not (ListingState.Published or ListingState.InAuction or ListingState.Suspended
            or ListingState.ContractDue))
        {
            return listing.RecheckAt <= moment.At
                ? Decided.As(new ListingRecheckSet(null))
                : WrongState(listing);
        }

        var next = Recheck(listing, command.Lookup, moment);
        ImmutableArray<Refusal> faults =
            [.. RightFaults(listing, command.Lookup, moment), .. OutlivedRights(listing, command.Lookup, moment)];
        if (faults.IsEmpty) return next is null ? Decided.No(ListingRefusal.NothingCloses) : Decided.As(next);
        ImmutableArray<SuspensionReason> reasons =
            [.. faults.Select(fault => new SuspensionReason(fault.Code, fault.Zh, fault.En))];
        if (!listing.Suspension.ToHashSet().IsSupersetOf(reasons))
            return All(new ListingSuspended(reasons, listing.Auction), Stopped(listing, command.Periods, moment), next);
        return next is null ? Decided.No(ListingRefusal.ListingHalted, ("reason", reasons[0].Zh)) : Decided.As(next);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, ResumeListing command, Moment moment)
    {
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (!listing.IsSuspended) return WrongState(listing);
        if (NotAReviewer(command.Holder, moment) is { } refusal) return refusal;
        if (command.Reason.Length == 0 || !IsCleanText(command.Reason, Limits.TextCharsMax))
            return Decided.No(ListingRefusal.ResumptionUnexplained);
        if (GateFault(listing, command.Lookup, moment) is { } fault) return fault;
        return TermsFaultOf(listing, listing.Offer, command.Lookup, command.OpenLicence, moment) is { } past
            ? past
            : All(
                new ListingResumed(command.Reason, Step(command.Holder, moment)),
                WentOn(listing, command.Periods, moment),
                Recheck(listing, command.Lookup, moment));
    }

    /// <summary>
    /// Why nothing may go on with the listing at the instant: suspended by then, or closed by facts known by then; null
    /// when it may.
    /// </summary>
    public static Refusal? HaltAt(Listing listing, ListingLookup lookup, Moment moment)
    {
        if (listing.SuspendedAt <= moment.At && Halted(listing) is { } halted) return halted;
        if (listing.IsKnowHow) return KnowHowRules.Gate(listing.Offer.Mode);
        return GateRefusal(listing, lookup, moment, submits: false);
    }

    /// <summary>Null while it is not suspended.</summary>
    private static Refusal? Halted(Listing listing)
    {
        if (listing.Suspension is not [{ } reason, ..]) return null;
        return Refusal.Of(ListingRefusal.ListingHalted, ("reason", reason.Zh)) with
        {
            En = Refusal.Of(ListingRefusal.ListingHalted, ("reason", reason.En)).En,
        };
    }

    /// <summary>
    /// Why this party may not take what is offered, by the facts known at the instant of each patent; null when it may.
    /// In a portfolio the refusal names the patent.
    /// </summary>
    public static Refusal? BuyerFault(Listing listing, ListingLookup? lookup, PartyStanding buyer, Moment moment)
    {
        if (!buyer.Facts.Contains(PartyFactKind.Foreign)) return null;
        if (listing.IsKnowHow)
            return BuyerGate.Ask(KnowHowRules.Unrecorded, buyer, listing.Offer.Mode, moment.At)[0].AsRefusal();
        foreach (var stream in listing.Patents)
        {
            var patent = stream == listing.Patent
                ? lookup?.Patent
                : lookup?.Further.FirstOrDefault(standing => standing.Stream == stream);
            var refusal = PatentFault(patent)
                ?? BuyerGate.Ask(patent!.Gate!, buyer, listing.Offer.Mode, moment.At).FirstOrDefault()?.AsRefusal();
            if (refusal is not null) return listing.IsPortfolio ? OfPatent(refusal, stream) : refusal;
        }

        return null;
    }

    /// <summary>At every step of the desk the seller is still verified and the right still bears the offer.</summary>
    private static Refusal? GateFault(Listing listing, ListingLookup? lookup, Moment moment) =>
        lookup?.Seller is not { Standing.IsVerified: true }
            ? Refusal.Of(ListingRefusal.SellerNotVerified)
            : RightFaults(listing, lookup, moment).FirstOrDefault();

    /// <summary>The right still stands, the register still names those who submitted, the mode is open.</summary>
    private static Refusal? RightFault(
        Listing listing, PatentStanding? patent, ImmutableArray<string> holders, ListingLookup? lookup, Moment moment)
    {
        if (PatentFault(patent) is { } fault) return fault;
        var now = patent!.HolderNames.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        if (!now.SetEquals(holders.Select(Folding.Name)))
            return Refusal.Of(ListingRefusal.NotTheHolder, ("holders", string.Join("; ", patent.HolderNames)));
        return Ask(listing, patent, lookup!.Seller, lookup.House, moment).Refusals is [{ } closed, ..]
            ? closed.AsRefusal()
            : null;
    }

    internal static ListingLookup Lookup(
        PatentStanding? patent, SellerFacts? seller, HouseGateRules? house, ImmutableArray<PatentStanding> further) =>
        new(patent, seller, house ?? HouseGateRules.Default) { Further = further };

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

    /// <summary>The first instant after this one at which a date may close the mode; null when none is known.</summary>
    /// <remarks>
    /// With no new fact a mode is closed by the term of a right, a co-owner's mandate, a rule of the house, a licence
    /// that would outlive the right. The listing is woken at the beginning of that day and asks again (P9).
    /// </remarks>
    internal static DateTimeOffset? NextClosing(Listing listing, ListingLookup? lookup, Moment moment)
    {
        if (lookup is null) return null;
        var today = WorkingCalendar.DayOf(moment.At);
        var days = PatentsIn(listing, lookup).SelectMany(patent => ClosingDays(listing, patent))
            .Concat((lookup.House ?? HouseGateRules.Default).Rules
                .Where(rule => rule.Closes.Contains(listing.Offer.Mode)).Select(rule => rule.From))
            .Where(day => day > today).ToList();
        return days.Count == 0 ? null : WorkingCalendar.InstantOf(days.Min(), TimeOnly.MinValue);
    }

    private static ListingRecheckSet? Recheck(Listing listing, ListingLookup? lookup, Moment moment) =>
        NextClosing(listing, lookup, moment) is var next && next == listing.RecheckAt
            ? null
            : new ListingRecheckSet(next);

    private static IEnumerable<PatentStanding> PatentsIn(Listing listing, ListingLookup lookup) => listing.Further
        .Select(one => FurtherIn(lookup, one)).Prepend(lookup.Patent).OfType<PatentStanding>();

    /// <summary>First days on which something that let the mode through does not any more.</summary>
    private static IEnumerable<DateOnly> ClosingDays(Listing listing, PatentStanding patent)
    {
        foreach (var mandate in patent.Gate?.Mandates ?? [])
            if (mandate.Until is { } until) yield return until.AddDays(1);
        if (patent.TermEndsOn is not { } end) yield break;
        yield return end.AddDays(1);
        if (LicenceIn(listing.Offer) is not { StartsOn: null, Years: { } years }) yield break;
        // The first day from which so many years run past the right's last: 29 February is why it is looked for.
        var day = end.AddYears(-years).AddDays(-2);
        while (day.AddYears(years).AddDays(-1) <= end) day = day.AddDays(1);
        yield return day;
    }

    /// <summary>A licence whose years run past a right (民法典865), right by right.</summary>
    private static ImmutableArray<Refusal> OutlivedRights(Listing listing, ListingLookup? lookup, Moment moment)
    {
        if (lookup is null || LicenceIn(listing.Offer) is not { } licence) return [];
        var faults = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var patent in PatentsIn(listing, lookup))
        {
            if (LicenceCheck.Fault(licence, TermsFacts.Of(patent, null, moment.At)) is { } fault
                && (fault.Is(TermsRefusal.LicenceOutlivesTheRight) || fault.Is(TermsRefusal.StartsAfterTheRight)))
                faults.Add(listing.IsPortfolio ? OfPatent(fault, patent.Stream) : fault);
        }

        return faults.ToImmutable();
    }

    private static LicenceTerms? LicenceIn(ListingOffer offer) => offer.Mode is ListingMode.ExclusiveLicence
        or ListingMode.SoleLicence or ListingMode.OrdinaryLicence
        ? offer.ModeTerms?.Licence
        : null;
}
