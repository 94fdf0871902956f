using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>Who watches a patent, and what he is told.</summary>
public abstract partial class CatalogueViewContract
{
    private static readonly FeeReminder Reminder =
        new(new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30), FeeMilestone.Due, 6);

    [Fact]
    public async Task A_watcher_is_told_what_happened_since_he_began_and_of_fees_that_fall_due()
    {
        await Journal.Append("watchlist:a", At.AddMinutes(1), new PatentWatched(Patent, Reminder));
        await Journal.Append("watchlist:b", At.AddMinutes(1), new PatentWatched("patent:other", null));
        var lapse = await Journal.Append(
            Patent, At.AddMinutes(2),
            new LegalEventRecorded(new LegalEvent(1, "CF01", new DateOnly(2026, 1, 2), null, null, "公报")));
        var told = await Journal.Append("watchlist:a", At.AddMinutes(3), new FeeReminded(Patent, Reminder, null));

        await using var views = await Filled();
        var lists = Lists();
        var notices = await lists.Notices("watchlist:a", long.MaxValue, 10, Cancel);
        Assert.Equal([told, lapse], notices.Select(notice => notice.Pos).ToList());
        Assert.Equal((6, "提钒"), (notices[0].Reminder!.Year, notices[0].Patents[0].TitleZh));
        Assert.Equal((PatentHistoryKind.LegalEvent, "CF01 2026-01-02"), (notices[1].Change!.Kind, notices[1].Change!.Text));
        Assert.Equal((2, 1), (await lists.Count("watchlist:a", 0, Cancel), await lists.Count("watchlist:a", lapse, Cancel)));
        Assert.Equal(lapse, Assert.Single(await lists.Notices("watchlist:a", told, 10, Cancel)).Pos);
        Assert.Empty(await lists.Notices("watchlist:b", long.MaxValue, 10, Cancel));
        Assert.Equal("watchlist:a", Assert.Single(await lists.Of(Patent, told, Cancel)));
        Assert.Equal(Patent, Assert.Single(await lists.Patents("watchlist:a", Cancel)).Id);
    }

    [Fact]
    public async Task What_happens_to_several_watched_patents_at_once_is_one_notice_and_no_page_parts_it()
    {
        string[] further = ["patent:CN202110771509", "patent:CN202110771510"];
        await Draft("listing:a");
        foreach (var patent in further.Append(Patent))
            await Journal.Append("watchlist:a", At.AddMinutes(1), new PatentWatched(patent, null));
        await Journal.Append("watchlist:b", At.AddMinutes(1), new PatentWatched(further[0], null));
        var ends = new List<long>();
        await Journal.Append("listing:a", At, new ListingPatentAdded(further[0]), new ListingPatentAdded(further[1]));
        ends.Add(await Journal.Append("listing:a", At, new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r"))));
        ends.Add(await Journal.Append("listing:a", At, new ListingEnteredAuction("auction:x")));
        ends.Add(await Journal.Append("listing:a", At, new ListingLeftAuction("auction:x")));
        await using var views = await Filled();
        var lists = Lists();
        var all = await lists.Notices("watchlist:a", long.MaxValue, 10, Cancel);
        Assert.Equal(ends.AsEnumerable().Reverse(), all.Select(notice => notice.Pos));
        Assert.All(all, notice => Assert.Equal(
            [Patent, .. further], notice.Patents.Select(patent => patent.Id), StringComparer.Ordinal));
        Assert.Equal(
            (3, 1), (await lists.Count("watchlist:a", 0, Cancel), await lists.Count("watchlist:a", ends[1], Cancel)));

        var (paged, before) = (new List<long>(), long.MaxValue);
        while (await lists.Notices("watchlist:a", before, 1, Cancel) is [{ } notice])
        {
            Assert.Equal(3, notice.Patents.Count);
            paged.Add(before = notice.Pos);
        }

        Assert.Equal(ends.AsEnumerable().Reverse(), paged);
        Assert.All(
            await lists.Notices("watchlist:b", long.MaxValue, 10, Cancel),
            notice => Assert.Equal(further[0], Assert.Single(notice.Patents).Id));
    }

    [Fact]
    public async Task Who_watches_no_more_is_told_no_more()
    {
        await Journal.Append("watchlist:a", At.AddMinutes(1), new PatentWatched(Patent, Reminder));
        await Journal.Append("watchlist:a", At.AddMinutes(2), new FeeReminded(Patent, Reminder, null));
        var end = await Journal.Append("watchlist:a", At.AddMinutes(3), new PatentUnwatched(Patent));
        await using var views = await Filled();
        Assert.Equal(0, await Lists().Count("watchlist:a", 0, Cancel));
        Assert.Empty(await Lists().Of(Patent, end, Cancel));
    }

    [Fact]
    public async Task History_says_who_did_it_and_names_no_person()
    {
        var centre = new CommandContext(Guid.NewGuid(), new Actor("user:h"));
        await Journal.AppendAs(centre, Patent, At.AddMinutes(1), [new FeePaymentRecorded(
            new FeePayment(1, 5, new DateOnly(2025, 1, 2), Money.Cny(120_000), "收据"))]);
        var party = new CommandContext(Guid.NewGuid(), new Actor("user:m", "party:s"));
        await Journal.AppendAs(party, Patent, At.AddMinutes(2), [new PatentStatusSeen(new StatusSeen("授权", "x", null))]);
        var house = new CommandContext(Guid.NewGuid(), Actor.Process("process-join-publications"));
        await Journal.AppendAs(house, Patent, At.AddMinutes(3), [new LifeFactRetracted(1, "误录")]);

        await using var views = await Filled();
        var history = await views.History.Where(row => row.Patent == Patent).OrderBy(row => row.Pos).Skip(2)
            .ToListAsync(Cancel);
        Assert.Equal(
            [
                (PatentHistoryKind.FeePaid, "5", HistoryAuthor.Centre, null),
                (PatentHistoryKind.StatusSeen, "授权", HistoryAuthor.Party, "party:s"),
                (PatentHistoryKind.Retracted, "1 误录", HistoryAuthor.House, (string?)null),
            ],
            history.Select(row => (row.Kind, row.Text, row.By, row.ByParty)).ToList());
    }

    private WatchLists Lists() => new(
        process!.GetRequiredService<IDbContextFactory<CatalogueViewContext>>(),
        process!.GetRequiredService<IViewPositions>());
}
