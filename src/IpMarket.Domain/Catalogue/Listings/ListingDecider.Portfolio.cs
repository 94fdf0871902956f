using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Catalogue.Listings;

/// <content>
/// 专利组合: several patents for one price. Each is held, asked by the gate and shown by its own papers; what is refused
/// for one of them names it.
/// </content>
public static partial class ListingDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, AddListingPatent command, Moment moment)
    {
        if (NotWithSeller(listing, moment) is { } refusal) return refusal;
        if (listing.IsKnowHow) return Decided.No(KnowHowRefusal.KnowHowWithPatent);
        if (ModeOfOne(listing.Offer.Mode) is { } alone) return alone;
        if (PatentFault(command.Standing) is { } unfit) return unfit;
        var (patent, seller) = (command.Standing!, command.Seller);
        if (patent.Stream == listing.Patent || listing.IsFurther(patent.Stream))
            return InListingAlready(patent.Stream);
        if (PatentNumber.PrintedOf(patent.Stream).IsDemo != PatentNumber.PrintedOf(listing.Patent).IsDemo)
            return Decided.No(PortfolioRefusal.DemoAmongReal, ("number", NumberOf(patent.Stream)));
        if (listing.Further.Length + 1 >= Limits.ListingPatentsMax)
            return Decided.No(PortfolioRefusal.TooManyPatents, ("max", Limits.ListingPatentsMax));
        if (seller is not { Standing: not null }) return Decided.No(ListingRefusal.NotTheSeller);
        if (!IsHolder(patent.HolderNames, seller.Names))
            return Decided.No(ListingRefusal.NotTheHolder, ("holders", string.Join("; ", patent.HolderNames)));
        return Decided.As(new ListingPatentAdded(patent.Stream));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, RemoveListingPatent command, Moment moment)
    {
        if (NotWithSeller(listing, moment) is { } refusal) return refusal;
        if (command.Patent == listing.Patent) return Decided.No(PortfolioRefusal.FirstPatentStays);
        return listing.IsFurther(command.Patent)
            ? Decided.As(new ListingPatentRemoved(command.Patent))
            : Decided.No(PortfolioRefusal.PatentNotInListing);
    }

    /// <summary>A refusal as it is told of one of several patents.</summary>
    public static Refusal OfPatent(Refusal refusal, string patent)
    {
        var number = NumberOf(patent);
        return refusal with
        {
            Figures = refusal.Figures.SetItem("patent", number),
            Zh = $"{number}：{refusal.Zh}",
            En = $"{number}: {refusal.En}",
        };
    }

    internal static Refusal InListingAlready(string patent) =>
        Refusal.Of(PortfolioRefusal.PatentInListingAlready, ("number", NumberOf(patent)));

    private static string NumberOf(string patent) => PatentNumber.PrintedOf(patent).Text;

    /// <summary>Modes whose law speaks of one patent at a time.</summary>
    private static Refusal? ModeOfOne(ListingMode mode) => mode switch
    {
        ListingMode.OpenLicence => Refusal.Of(PortfolioRefusal.OpenLicenceOfOne),
        ListingMode.PledgeRealisation => Refusal.Of(PortfolioRefusal.RealisationOfOne),
        _ => null,
    };

    /// <summary>What the lookup knows of a further patent; null where it was looked up for other ones.</summary>
    private static PatentStanding? FurtherIn(ListingLookup lookup, FurtherPatent patent) =>
        lookup.Further.FirstOrDefault(standing => standing.Stream == patent.Patent);

    /// <summary>The offer's terms against each patent; what is said of the first needs no name.</summary>
    internal static Refusal? TermsFaultOf(
        Listing listing, ListingOffer offer, ListingLookup? lookup, OpenLicenceRules? rules, Moment moment)
    {
        if (listing.IsPortfolio && (ModeOfOne(offer.Mode) ?? MixedFault(offer, lookup)) is { } ofAll) return ofAll;
        if (OfferTermsFault(offer, lookup?.Patent, rules, moment) is { } first) return first;
        foreach (var patent in listing.Further)
        {
            var standing = lookup is null ? null : FurtherIn(lookup, patent);
            if (OfferTermsFault(offer, standing, rules, moment) is { } fault) return OfPatent(fault, patent.Patent);
        }

        return null;
    }

    /// <summary>
    /// Patents and applications together are a portfolio, whatever the first one is. Several without a chosen subject
    /// are patents, as their notice says.
    /// </summary>
    private static Refusal? MixedFault(ListingOffer offer, ListingLookup? lookup)
    {
        var kind = offer.Subject?.Kind ?? SubjectKind.Patent;
        var wrong = lookup?.Further.Prepend(lookup.Patent!)
            .FirstOrDefault(patent => ListingSubject.StandingFault(kind, patent.Legal) is not null);
        return wrong is null
            ? null
            : Refusal.Of(
                PortfolioRefusal.SubjectIsMixed, ("field", "subject.kind"), ("number", NumberOf(wrong.Stream)));
    }

    /// <summary>
    /// Title to all of them: the seller is a holder of each, and he and those he names are all the holders of all.
    /// </summary>
    private static Refusal? PortfolioTitleFault(
        Listing listing, ListingLookup lookup, ImmutableArray<string> coHolders)
    {
        var patents = listing.Further.Select(one => FurtherIn(lookup, one)).Prepend(lookup.Patent).ToList();
        var names = lookup.Seller!.Names;
        foreach (var (patent, stream) in patents.Zip(listing.Patents))
        {
            if (PatentFault(patent) is { } unfit) return OfPatent(unfit, stream);
            if (!IsHolder(patent!.HolderNames, names))
                return OfPatent(
                    Refusal.Of(ListingRefusal.NotTheHolder, ("holders", string.Join("; ", patent.HolderNames))),
                    stream);
        }

        var all = patents.SelectMany(patent => patent!.HolderNames)
            .DistinctBy(Folding.Name, StringComparer.Ordinal).ToImmutableArray();
        return TitleFault(all, names, coHolders);
    }

    private static bool IsHolder(ImmutableArray<string> holders, ImmutableArray<string> names)
    {
        var register = holders.Select(Folding.Name).ToHashSet(StringComparer.Ordinal);
        return names.Select(Folding.Name).Any(register.Contains);
    }

    /// <summary>The further patents as they are submitted, each with its holders.</summary>
    private static ImmutableArray<FurtherPatent> Submitted(Listing listing, ListingLookup lookup) =>
    [
        .. listing.Further.Select(one => one with { Holders = FurtherIn(lookup, one)!.HolderNames }),
    ];

    /// <summary>Why the rights do not bear the offer any more, by patent; empty when they do.</summary>
    private static ImmutableArray<Refusal> RightFaults(Listing listing, ListingLookup? lookup, Moment moment)
    {
        if (listing.IsKnowHow) return KnowHowRules.Gate(listing.Offer.Mode) is { } closed ? [closed] : [];
        var first = RightFault(listing, lookup?.Patent, listing.Holders, lookup, moment);
        if (!listing.IsPortfolio) return first is null ? [] : [first];
        var faults = ImmutableArray.CreateBuilder<Refusal>();
        if (first is not null) faults.Add(OfPatent(first, listing.Patent));
        foreach (var patent in listing.Further)
        {
            var standing = lookup is null ? null : FurtherIn(lookup, patent);
            if (RightFault(listing, standing, patent.Holders, lookup, moment) is { } fault)
                faults.Add(OfPatent(fault, patent.Patent));
        }

        return faults.ToImmutable();
    }

    /// <summary>The first refusal the gate has for any of them.</summary>
    /// <param name="submits">True: only one that bars a submission.</param>
    internal static Refusal? GateRefusal(Listing listing, ListingLookup lookup, Moment moment, bool submits)
    {
        foreach (var patent in listing.Further.Select(one => FurtherIn(lookup, one)).Prepend(lookup.Patent))
        {
            var answer = Ask(listing, patent!, lookup.Seller, lookup.House, moment);
            var closed = submits ? answer.BarsSubmission : answer.Refusals.FirstOrDefault();
            if (closed is not null)
                return listing.IsPortfolio ? OfPatent(closed.AsRefusal(), patent!.Stream) : closed.AsRefusal();
        }

        return null;
    }
}
