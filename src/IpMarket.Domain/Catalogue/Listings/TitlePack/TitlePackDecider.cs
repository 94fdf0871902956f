using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;

namespace IpMarket.Domain.Catalogue.Listings.TitlePack;

/// <summary>
/// The title pack on a listing's way (P13): complete to be submitted, checked to be handled, fresh to go out.
/// </summary>
public static class TitlePackDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, DeclareTitle command, Moment moment)
    {
        if (ListingDecider.NotWithSeller(listing, moment) is { } refusal) return refusal;
        return command.TextVersion == TitleDeclaration.TextOf(listing)
            ? Decided.As(new ListingTitleDeclared(command.TextVersion, command.Defects, command.Sha256))
            : Decided.No(TitlePackRefusal.DeclarationTextChanged);
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Listing listing, JudgePack command, Moment moment)
    {
        var verdicts = command.Verdicts;
        if (verdicts.IsDefaultOrEmpty) return Malformed("verdicts");
        if (verdicts.Any(one => !Enum.IsDefined(one.Kind) || !Enum.IsDefined(one.Verdict))) return Malformed("verdict");
        if (verdicts.DistinctBy(one => one.Key).Count() != verdicts.Length) return Malformed("kind");
        if (verdicts.Any(one => one.Remark.Length > Limits.TextCharsMax || PlainText.Clean(one.Remark) != one.Remark))
            return Malformed("remark");
        if (!listing.Exists) return Decided.No(ListingRefusal.Unknown);
        if (listing.State != ListingState.Submitted) return ListingDecider.WrongState(listing);
        var step = Duties.Next(listing.Route, listing.Taken, command.Holder, moment);
        if (step.Refusal is { } refusal) return refusal;
        var strange = verdicts.Where(one => listing.Pack.Submitted.All(item => item.Key != one.Key)).ToList();
        if (strange.Count > 0) return Named(TitlePackRefusal.ItemNotSubmitted, listing, ("items", Keys(strange)));
        var mute = verdicts.Where(one => one.Verdict != Verdict.InOrder && one.Remark.Length == 0).ToList();
        return mute.Count > 0
            ? Named(TitlePackRefusal.RemarkMissing, listing, ("items", Keys(mute)))
            : Decided.As(new ListingPackJudged(verdicts, step.Value));
    }

    /// <summary>What goes to the desk: all that is owed, and what was added besides; or what is wanting.</summary>
    public static Outcome<ImmutableArray<SubmittedItem>> Submit(
        Listing listing, ListingLookup lookup, TitlePackRules rules, Moment moment)
    {
        var items = Items(listing, lookup, lookup.Seller!.Standing!, rules, moment);
        var owed = items.Where(item => item.Due == TitleDue.Required).ToList();
        var (missing, outdated) = (In(owed, TitleItemState.Missing), In(owed, TitleItemState.Outdated));
        if (missing.Length + outdated.Length > 0)
            return Refusal.Of(
                TitlePackRefusal.TitlePackIncomplete,
                ("missing", Headed("缺少", "Missing", Names(listing, missing))),
                ("outdated", Headed("已过期", "Outdated", Names(listing, outdated))));
        var given = items.Where(item =>
            item.Due != TitleDue.NotApplicable && item.State is (TitleItemState.Given or TitleItemState.Outdated));
        return given.Select(item => new SubmittedItem(item.Kind, item.Due) { Patent = item.Patent })
            .ToImmutableArray();
    }

    /// <summary>
    /// Papers that were submitted and have become too old; null when none has. A declaration holds as it was submitted.
    /// </summary>
    public static Refusal? AgeFault(Listing listing, ListingLookup lookup, TitlePackRules rules, Moment moment)
    {
        var owed = listing.Pack.Submitted.Where(item => item.Due == TitleDue.Required)
            .Select(item => item.Key).ToHashSet();
        var items = Items(listing, lookup, lookup.Seller!.Standing!, rules, moment)
            .Where(item => owed.Contains(item.Key) && item.FreshFrom is not null).ToList();
        var outdated = In(items, TitleItemState.Outdated);
        return outdated.IsEmpty ? null : Named(TitlePackRefusal.TitlePackOutdated, listing, ("outdated", outdated));
    }

    /// <summary>Why the handler may not say it is complete yet; null when he may.</summary>
    public static Refusal? ChecklistFault(Listing listing)
    {
        var pack = listing.Pack;
        var open = pack.Submitted.Select(item => item.Key).Where(key => pack.VerdictOn(key) is null);
        if (open.ToImmutableArray() is { IsEmpty: false } unjudged)
            return Named(TitlePackRefusal.ItemsUnjudged, listing, ("items", unjudged));
        var bad = pack.Submitted.Select(item => item.Key)
            .Where(key => pack.VerdictOn(key)!.Verdict != Verdict.InOrder);
        return bad.ToImmutableArray() is { IsEmpty: false } faulty
            ? Named(TitlePackRefusal.ItemsNotInOrder, listing, ("items", faulty))
            : null;
    }

    /// <summary>The pack as it stands at the instant; nothing is owed of a patent the catalogue has no more.</summary>
    public static ImmutableArray<TitlePackItem> Items(
        Listing listing, ListingLookup lookup, PartyStanding seller, TitlePackRules rules, Moment moment)
    {
        var (mode, at) = (listing.Offer.Mode, moment.At);
        return TitlePackItems.Of(
            listing.Pack,
            listing.IsKnowHow
                ? [TitlePackFacts.OfKnowHow(seller, mode, at)]
                : [.. Of(lookup.Patent, null), .. lookup.Further.SelectMany(patent => Of(patent, patent.Stream))],
            rules,
            WorkingCalendar.DayOf(at));

        TitlePackFacts[] Of(PatentStanding? patent, string? further) => patent?.Gate is { } gate
            ? [TitlePackFacts.Of(gate, seller, mode, at) with { Patent = further }]
            : [];
    }

    private static Outcome<IReadOnlyList<IEvent>> Malformed(string field) =>
        Decided.No(TitlePackRefusal.VerdictMalformed, ("field", field));

    private static ImmutableArray<PackKey> In(IEnumerable<TitlePackItem> items, TitleItemState state) =>
        [.. items.Where(item => item.State == state).Select(item => item.Key)];

    private static ImmutableArray<PackKey> Keys(IEnumerable<ItemVerdict> verdicts) =>
        [.. verdicts.Select(one => one.Key)];

    /// <summary>
    /// A refusal that names items: each text in its language, the figures as codes; of several patents with their
    /// numbers.
    /// </summary>
    private static Refusal Named(
        TitlePackRefusal code,
        Listing listing,
        params ReadOnlySpan<(string Figure, ImmutableArray<PackKey> Items)> lists)
    {
        var figures = new (string, Told)[lists.Length];
        for (var i = 0; i < lists.Length; i++) figures[i] = (lists[i].Figure, Names(listing, lists[i].Items));
        return Refusal.Of(code, figures);
    }

    private static Told Names(Listing listing, ImmutableArray<PackKey> items)
    {
        return new Told(
            string.Join(", ", items.Select(item => $"{item.Kind}{Of(item, " (", ")")}")),
            string.Join("、", items.Select(item => NameOf(item).Zh + Of(item, "（", "）"))),
            string.Join(", ", items.Select(item => NameOf(item).En + Of(item, " (", ")"))));

        static DocumentNameAttribute NameOf(PackKey item) => ListingDocuments.NameOf(item.Kind);

        string Of(PackKey item, string open, string close) => listing.NumberOf(item) is { } number
            ? open + number + close
            : "";
    }

    /// <summary>A sentence of its own, and nothing where there are none: nobody is told "none".</summary>
    private static Told Headed(string zh, string en, Told names) => names with
    {
        Zh = names.Zh.Length == 0 ? "" : $"{zh}：{names.Zh}。",
        En = names.En.Length == 0 ? "" : $" {en}: {names.En}.",
    };
}
