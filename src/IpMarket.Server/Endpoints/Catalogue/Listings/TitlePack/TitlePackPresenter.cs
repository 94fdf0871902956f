using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Catalogue.Listings.Documents;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.TitlePack;

/// <summary>Shows a listing's title pack as its rules stand now.</summary>
public sealed class TitlePackPresenter(
    IGrainFactory grains,
    PatentPresenter patents,
    ListingRecords records,
    DutyNames names,
    TitlePackRules pack,
    PatentRules rules,
    HouseGateRules house,
    IMarketClock clock)
{
    public async Task<TitlePackView> Present(
        Versioned<Listing> found, Caller caller, bool english, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (id, version, listing) = found;
        var today = WorkingCalendar.DayOf(clock.Now);
        var offered = await Task.WhenAll(listing.Patents.Select(async one =>
        {
            var found = await patents.Find(one);
            var (stream, patent) = found.IsAccepted ? (found.Value.Stream, found.Value.State) : (one, Patent.Empty);
            return PatentStanding.Of(stream, patent, rules, today);
        }));
        var lookup = new ListingLookup(offered.FirstOrDefault(), null, house) { Further = [.. offered.Skip(1)] };
        var seller = await grains.GetGrain<IPartyGrain>(listing.Seller!).Standing()
            ?? new PartyStanding(listing.Seller!, OnboardingStatus.Closed, false, [], []);
        var items = TitlePackDecider.Items(listing, lookup, seller, pack, new Moment(clock.Now, caller.Actor));
        // While the desk is at it, what it notes is the desk's.
        var shown = listing.IsWithSeller || caller.Duties.ReadsTheDesk(caller.At)
            ? listing.Pack
            : listing.Pack with { Verdicts = [] };
        return new TitlePackView(
            id,
            version,
            Abilities(listing, caller),
            [.. items.Select(item => Present(item, listing, shown, today, english))],
            await Declaration(listing, english, cancel),
            !listing.Pack.Submitted.IsEmpty,
            [
                .. shown.Verdicts.Where(one => one.Verdict != Verdict.InOrder)
                    .Select(one => NameOf(listing, one.Key, english) + (english ? ": " : "：") + one.Remark),
            ]);
    }

    private static List<string> Abilities(Listing listing, Caller caller)
    {
        var able = new List<string>();
        if (caller.ActsFor(listing.Seller) && listing.IsWithSeller) able.Add("declare");
        if (listing.State == ListingState.Submitted
            && !listing.Pack.Submitted.IsEmpty
            && Duties.Next(listing.Route, listing.Taken, caller.Duties, caller.Moment).IsAccepted)
            able.Add("judge");
        if (caller.Duties.ReadsTheDesk(caller.At)) able.Add("review");
        return able;
    }

    private TitleItemView Present(
        TitlePackItem item, Listing listing, ListingPack given, DateOnly today, bool english)
    {
        var verdict = given.VerdictOn(item.Key);
        return new TitleItemView(
            item.Kind,
            NameOf(listing, item.Key, english),
            item.Due,
            item.State,
            english ? item.Rule.ReasonEn : item.Rule.ReasonZh,
            english ? item.Rule.SourceEn : item.Rule.SourceZh,
            item.Rule.IsUnsure,
            item.Rule.MaxAgeDays,
            item.FreshFrom,
            pack.HasAgeLimit(item.Kind, today),
            [.. given.Documents.Where(document => document.Key == item.Key).Select(document => document.Number)],
            given.Submitted.Any(one => one.Key == item.Key),
            verdict?.Verdict,
            verdict?.Remark ?? "")
        {
            Patent = item.Patent,
        };
    }

    private async Task<DeclarationView> Declaration(
        Listing listing, bool english, CancellationToken cancel)
    {
        var (made, (zh, en)) = (listing.Pack.Declaration, DeclarationText.Of(listing));
        return new(
            TitleDeclaration.TextOf(listing),
            english ? en : zh,
            made is null ? null : await records.Words(made.Defects, cancel),
            made?.At,
            made is null ? null : (await names.Of([new DutyStep(default, made.By)]))[0].Name);
    }

    private static string NameOf(Listing listing, PackKey item, bool english) =>
        NameOf(item.Kind, english)
        + (listing.NumberOf(item) is not { } number ? "" : english ? $" ({number})" : $"（{number}）");

    private static string NameOf(ListingDocumentKind kind, bool english)
    {
        var name = ListingDocuments.NameOf(kind);
        return english ? char.ToUpperInvariant(name.En[0]) + name.En[1..] : name.Zh;
    }
}
