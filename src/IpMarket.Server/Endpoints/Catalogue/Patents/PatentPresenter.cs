using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>Finds patents by any spelling of their numbers and shows them.</summary>
public sealed class PatentPresenter(
    IGrainFactory grains, IDbContextFactory<CatalogueViewContext> views, PatentRules rules, IMarketClock clock)
{
    /// <summary>As the database's query takes them.</summary>
    private static readonly ListingState[] PublicStates = [.. Listing.PublicStates];

    /// <summary>The stream a number in any spelling, or a stream's own name, stands for.</summary>
    public static Outcome<string> StreamOf(string text)
    {
        if (StreamConstraint.IsStream(PatentNumber.StreamWord, text)) return text;
        var read = PatentNumber.Parse(text);
        return read.Refusal is { } refusal ? refusal : read.Value.Stream;
    }

    /// <summary>The patent, of a joined publication the one it belongs to; refused when it is not here.</summary>
    public async Task<Outcome<Versioned<Patent>>> Find(string text)
    {
        var stream = StreamOf(text);
        if (stream.Refusal is { } refusal) return refusal;
        var found = await grains.GetGrain<IPatentGrain>(stream.Value).Get();
        if (found.State.JoinedTo is { } to) found = await grains.GetGrain<IPatentGrain>(to).Get();
        return found.State.Exists ? found : Refusal.Of(PatentRefusal.Unknown);
    }

    public async Task<PatentView> Present(
        Versioned<Patent> found, Caller caller, bool english, CancellationToken cancel)
    {
        var (stream, version, patent) = found;
        await using var context = await views.CreateDbContextAsync(cancel);
        // Two questions, so that each is answered by an index: a listing's first patent and its further ones.
        var further = context.FurtherPatents.Where(one => one.Patent == stream)
            .Join(context.Listings, one => one.Listing, row => row.Id, (_, row) => row);
        var listing = await context.Listings.Where(row => row.Patent == stream)
            .Concat(further)
            .Where(row => PublicStates.Contains(row.State))
            .OrderByDescending(row => row.ChangedAt).FirstOrDefaultAsync(cancel);
        var history = await context.History.Where(row => row.Patent == stream)
            .OrderByDescending(row => row.Pos).Take(Limits.PageItemsMax).ToListAsync(cancel);
        history.Reverse();
        var facts = patent.Facts;
        return new PatentView(
            stream,
            version,
            Abilities(patent, caller),
            patent.Kind == NumberKind.Application ? patent.Number : null,
            patent.Number!,
            patent.IsProvisional,
            facts.TitleZh,
            facts.TitleEn,
            facts.AbstractZh,
            facts.AbstractEn,
            facts.Applicants,
            facts.Inventors,
            patent.Holders,
            facts.Ipc,
            patent.Type,
            patent.DecidingStatus?.Text,
            [.. patent.Statuses.Select(seen => new LegalEventView(seen.SeenOn, seen.Text, seen.Source))],
            facts.FilingDate,
            [.. facts.Publications.Select(p => new PublicationView(p.ToString(), p.Kind, p.Date))],
            await Family(context, stream, facts, cancel),
            patent.IsDemo,
            listing is null ? MarketStatus.NotListed : CatalogueProjection.StatusOf(listing.State),
            listing is null ? null : new ListingBrief(
                listing.Id, listing.State, PriceOf(listing), listing.PatentsOf().Count),
            await Auction(listing?.Auction),
            await History(history, caller, english));
    }

    /// <summary>A source may count the patent itself to its family: it is not shown as its own member.</summary>
    private static async Task<IReadOnlyList<FamilyView>> Family(
        CatalogueViewContext context, string stream, PatentFacts facts, CancellationToken cancel)
    {
        var own = facts.Publications.Select(publication => publication.Key).ToHashSet(StringComparer.Ordinal);
        var shown = facts.Family.Select(document => (Document: document, Patent: document.ToPatent()))
            .Where(one => one.Patent is not { } patent
                || (patent.Stream != stream && !own.Contains(patent.Key))).ToList();
        var streams = shown.Select(one => one.Patent?.Stream).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        var known = streams.Count == 0
            ? []
            : await context.Patents.Where(row => streams.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        return
        [
            .. shown.Select(one => new FamilyView(
                one.Document.Tie,
                one.Document.Office is { Length: > 0 } office ? office : null,
                one.Document.Number,
                one.Document.Kind is { Length: > 0 } kind ? kind : null,
                one.Document.Date,
                one.Patent is { } patent && known.Contains(patent.Stream) ? patent.Text : null)),
        ];
    }

    private async Task<IReadOnlyList<HistoryItem>> History(
        List<PatentHistoryRow> rows, Caller caller, bool english)
    {
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var party in rows.Select(row => row.ByParty).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!caller.IsOfTheCentre && !caller.ActsFor(party)) continue;
            names[party] = await grains.GetGrain<IPartyGrain>(party).Names() is [var name, ..] ? name : null;
        }

        return [.. rows.Select(row => PatentHistory.Present(
            row, row.ByParty is { } party ? names.GetValueOrDefault(party) : null, english))];
    }

    /// <summary>The auction in brief; null while none is announced.</summary>
    public async Task<AuctionBrief?> Auction(string? stream)
    {
        if (stream is null) return null;
        var auction = (await grains.GetGrain<IAuctionGrain>(stream).Get()).State;
        return auction.IsAnnounced
            ? new AuctionBrief(stream, auction.Status, auction.Terms!.OpensAt, auction.ClosesAt)
            : null;
    }

    public static Money? PriceOf(ListingRow listing) =>
        listing.AskingPriceFen is { } fen ? Money.Cny(fen) : null;

    private List<string> Abilities(Patent patent, Caller caller)
    {
        var able = new List<string>();
        if (caller.Party is not null
            && !patent.IsProvisional
            && patent.Reservation is null
            && patent.LifeAt(rules, WorkingCalendar.DayOf(clock.Now)).Standing != LegalStanding.Ended)
            able.Add("list");
        if (caller.Is(CentreRole.Handler)) able.AddRange(["record", "record-holders", "encumber"]);
        return able;
    }
}
