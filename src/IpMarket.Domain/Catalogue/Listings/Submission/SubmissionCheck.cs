using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Listings.Submission;

/// <summary>
/// What a submission is refused for. Whoever submits is told the first; the draft's page tells all that is known
/// before, so that nobody drafts what can never be submitted.
/// </summary>
public static class SubmissionCheck
{
    /// <summary>
    /// All that is wanting of a listing with its seller, by descending precedence; empty when it could be submitted,
    /// and of one that is not with its seller. The other holders are named on submission and not asked for here.
    /// </summary>
    /// <param name="listing">As it stands.</param>
    /// <param name="command">With what was looked up; its <c>CoHolders</c> are not looked at.</param>
    /// <param name="moment">Now.</param>
    public static ImmutableArray<Refusal> Wanting(Listing listing, SubmitListing command, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(command);
        if (!listing.IsWithSeller) return [];
        var holders = command.PatentStanding is { } patent ? command.Further.Prepend(patent) : command.Further;
        var named = command with { CoHolders = [.. holders.SelectMany(one => one.HolderNames)] };
        return [.. Faults(listing, named, moment)];
    }

    /// <summary>Why it is refused, the first one first; what rests on what is refused already is not asked.</summary>
    internal static IEnumerable<Refusal> Faults(Listing listing, SubmitListing command, Moment moment)
    {
        if (command.Seller is not { Standing.IsVerified: true })
            yield return Refusal.Of(ListingRefusal.SellerNotVerified);
        if (command.Seller is not { Standing: not null } seller) yield break;
        var lookup = ListingDecider.Lookup(command.PatentStanding, seller, command.House, command.Further);
        if (listing.IsKnowHow)
        {
            if (KnowHowRules.Gate(listing.Offer.Mode) is { } never) yield return never;
        }
        else
        {
            if (ListingDecider.PatentFault(command.PatentStanding) is { } unfit)
            {
                yield return unfit;
                yield break;
            }

            // Looked up for other patents than it has now.
            if (!command.Further.Select(one => one.Stream)
                .SequenceEqual(listing.FurtherStreams, StringComparer.Ordinal))
            {
                yield return Refusal.Of(ListingRefusal.ReservationLapsed);
                yield break;
            }

            if (listing.IsFurther(lookup.Patent!.Stream))
                yield return ListingDecider.InListingAlready(lookup.Patent.Stream);
            if (ListingDecider.SubmitterFault(listing, lookup, command.CoHolders, moment) is { } title)
                yield return title;
            if (command.Further.Any(one => ListingDecider.PatentFault(one) is not null)) yield break;
            if (ListingDecider.GateRefusal(listing, lookup, moment, submits: true) is { } closed) yield return closed;
        }

        if (TermsCheck.Missing(listing.Offer) is { } missing) yield return missing;
        if (ListingDecider.TermsFaultOf(listing, listing.Offer, lookup, command.OpenLicence, moment) is { } past)
            yield return past;
        if (listing is { IsPortfolio: false, Offer.Subject.Kind: SubjectKind.PatentPortfolio })
            yield return Refusal.Of(PortfolioRefusal.PortfolioOfOne);
        if (TitlePackDecider.Submit(listing, lookup, command.TitlePack ?? TitlePackRules.Default, moment).Refusal
            is { } incomplete)
            yield return incomplete;
        if (ListingDecider.ChosenPeriodFault(listing, lookup, command.Periods, moment) is { } tooShort)
            yield return tooShort;
        if (command.Reservation != Guid.Empty
            && (listing.Reservation == command.Reservation
                || listing.LapsedReservations.Contains(command.Reservation)))
            yield return Refusal.Of(ListingRefusal.ReservationLapsed);
    }
}
