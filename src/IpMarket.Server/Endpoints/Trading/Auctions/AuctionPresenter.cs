using IpMarket.Adapters.Views.Papers;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Parties;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;

namespace IpMarket.Server.Endpoints.Trading.Auctions;

/// <summary>
/// Makes the room for one caller out of the auction's grain (for a bidder, of its escrow case too) and the view of
/// papers. No bidder's party or user ever stands in it but, by what is the caller's own, his.
/// </summary>
public sealed class AuctionPresenter(
    IGrainFactory grains,
    IAuctionSurroundings surroundings,
    PaperList papers,
    IRuleProfiles profiles,
    IServiceScopeFactory scopes,
    IMarketClock clock)
{
    /// <summary>The state, or why the caller may not see it: a draft is the seller's and the desks' only.</summary>
    public async Task<Outcome<Versioned<Auction>>> Find(string id, Caller caller)
    {
        var auction = await grains.GetGrain<IAuctionGrain>(id).Get();
        return MaySee(auction.State, caller) ? auction : Refusal.Of(AuctionRefusal.UnknownAuction);
    }

    public async Task<Outcome<AuctionRoom>> Room(string id, long since, Caller caller, bool english)
    {
        var found = await Find(id, caller);
        if (found.Refusal is { } refusal) return refusal;
        var auction = found.Value.State;
        var moment = new Moment(clock.Now, caller.Actor);
        var snapshot = RoomSnapshot.Of(id, auction, moment.At, since);
        var (number, isDemo) = PatentNumber.PrintedOf(auction.Lot!.Patent);
        var isDesk = caller.Duties.ReadsTheDesk(moment.At);
        var route = auction.Status == AuctionStatus.Draft ? auction.Route ?? await surroundings.Route() : null;
        var shown = await PapersFor(id, caller);
        var mine = await Mine(id, auction, caller, shown);
        return new AuctionRoom(
            id,
            auction.Version,
            await AuctionAbilities.Of(auction, caller, moment, surroundings),
            snapshot.Now,
            snapshot.Position,
            auction.Lot.In(english),
            await SellerName(auction.Lot.Seller),
            number,
            isDemo,
            auction.Profile is { } profile ? Name(profile) : null,
            auction.Terms!,
            auction.CancelReason,
            snapshot.Bids,
            mine,
            Brief(shown.Where(paper => paper.IsPublic || mine is null)),
            isDesk ? await Named(auction) : [],
            isDesk ? [.. (route ?? auction.Route)?.Steps ?? []] : [],
            route is not null && auction.Steps.Length < route.Steps.Length ? route.Steps[auction.Steps.Length] : null,
            isDesk && route is not null ? DutyNote(auction, route, caller, moment, english) : null)
        {
            Holders = [.. auction.Holders.Values.OrderBy(holder => holder.Rank).ThenBy(holder => holder.Bidder)],
        };
    }

    private ProfileName Name(ProfileRef profile) => new(
        profile.Code, profile.Version, profile.Name, profiles.Find(profile.Code)?.NameEn ?? profile.Name);

    private async Task<string> SellerName(string seller)
    {
        var names = await grains.GetGrain<IPartyGrain>(seller).Names();
        return names.IsEmpty ? "" : names[0];
    }

    private static bool MaySee(Auction auction, Caller caller) =>
        auction.IsAnnounced
        || (auction.Status != AuctionStatus.None
            && (caller.ActsFor(auction.Lot!.Seller) || caller.Duties.ReadsTheDesk(caller.At)));

    private static string? DutyNote(
        Auction auction, ApprovalRoute route, Caller caller, Moment moment, bool english)
    {
        var refusal = Duties.Next(route, auction.Steps, caller.Duties, moment).Refusal;
        return refusal is null ? null : english ? refusal.En : refusal.Zh;
    }

    private async Task<IReadOnlyList<DutyStepView>> Named(Auction auction)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DutyNames>().Of(auction.Steps);
    }

    private static bool IsUsedUp(Auction auction, int bidder, Proxy proxy) =>
        auction.Leader is not { } leader || leader.Bidder != bidder || proxy.Maximum <= leader.Amount;

    private static IReadOnlyList<PaperBrief> Brief(IEnumerable<PaperRow> papers) =>
        [.. papers.Where(paper => paper.Stands).Select(paper => new PaperBrief(paper.Number, paper.Kind))];

    /// <summary>The public ones and those of the party the caller acts for.</summary>
    private async Task<IReadOnlyList<PaperRow>> PapersFor(string id, Caller caller)
    {
        string[] parties = caller.Party is { } party ? [party] : [];
        var (rows, _) = await papers.Page(
            id, parties, PaperReach.Readable, 0, Limits.PageItemsMax, CancellationToken.None);
        return rows;
    }

    private async Task<MyEnrolment?> Mine(
        string id, Auction auction, Caller caller, IReadOnlyList<PaperRow> shown)
    {
        if (auction.EnrolmentOf(caller.Party) is not { } mine) return null;
        var escrow = (await grains.GetGrain<IEscrowGrain>(EscrowIds.Of(id)).Get()).State;
        var deposit = escrow.Deposits.GetValueOrDefault(mine.Number);
        return new MyEnrolment(
            mine.Number,
            mine.Status,
            mine.Bidder,
            mine.Reason,
            auction.Terms!.Deposit,
            // The escrow case learns of an enrolment a moment after the auction does.
            deposit?.State ?? (mine.Status == EnrolmentStatus.Requested ? DepositState.Awaited : null),
            deposit is null ? null : escrow.ReceivedFor(mine.Number),
            Brief(shown.Where(paper => !paper.IsPublic)))
        {
            Proxy = mine.Bidder is { } code && auction.Proxies.GetValueOrDefault(code) is { } proxy
                ? new MyProxy(proxy.Maximum, proxy.SetAt, IsUsedUp(auction, code, proxy))
                : null,
            Rank = mine.Rank,
        };
    }
}
