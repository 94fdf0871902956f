using IpMarket.Adapters.Tests.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Views;

/// <summary>What lists of the catalogue show, on both databases.</summary>
public abstract partial class CatalogueViewContract : IAsyncLifetime
{
    private const string Patent = "patent:CN202110771508";
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly ListingOffer Offer = new(Money.Cny(500), "d", "t");
    private JournalStore? store;
    private ServiceProvider? process;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IJournal Journal => process!.GetRequiredService<IJournal>();

    protected abstract Task<JournalStore> Create();

    public async ValueTask InitializeAsync()
    {
        store = await Create();
        process = new ServiceCollection().AddLogging().AddSingleton(store.Options).AddSingleton(store.Open())
            .AddViewGroup<CatalogueViews, CatalogueViewContext>().BuildServiceProvider();
        await Journal.Append(
            Patent,
            At,
            new PatentRegistered("CN202110771508.1", NumberKind.Application, PatentType.Invention),
            new PatentFactsRecorded(PatentFacts.None with { TitleZh = "提钒" }, FactOrigin.Centre, "form"));
    }

    public async ValueTask DisposeAsync()
    {
        await process!.DisposeAsync();
        await store!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_listing_is_shown_where_it_stands_with_its_route_and_who_took_which_step()
    {
        await Draft("listing:a");
        await Submit("listing:a", CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver);
        await Journal.Append(
            "listing:a", At.AddMinutes(2), new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")));
        var handled = await Only();
        Assert.Equal(
            (ListingState.Handled, "party:s", Patent, 500L, At.AddMinutes(2), At.AddMinutes(1)),
            (handled.State, handled.Seller, handled.Patent, handled.AskingPriceFen!.Value, handled.ChangedAt,
                handled.SubmittedAt!.Value));
        Assert.Equal(
            new ApprovalRoute([CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver]), handled.RouteOf());
        Assert.Equal(new DutyStep(CentreRole.Handler, "user:h"), Assert.Single(handled.StepsOf()));

        await Journal.Append(
            "listing:a", At.AddMinutes(3),
            new ListingReviewed(new DutyStep(CentreRole.Reviewer, "user:r")),
            new ListingPublished(new DutyStep(CentreRole.Approver, "user:p")),
            new ListingEnteredAuction("auction:x"));
        var offered = await Only();
        Assert.Equal((ListingState.InAuction, "auction:x"), (offered.State, offered.Auction));
        Assert.Equal(["user:h", "user:r", "user:p"], offered.StepsOf().Select(step => step.User).ToList());

        await Journal.Append("listing:a", At.AddMinutes(4), new ListingLeftAuction("auction:x"));
        var back = await Only();
        Assert.Equal((ListingState.Published, null, At.AddMinutes(3)), (back.State, back.Auction, back.PublishedAt));
    }

    [Fact]
    public async Task A_returned_listing_starts_its_route_anew_and_keeps_its_new_price()
    {
        await Draft("listing:a");
        await Submit("listing:a", CentreRole.Handler, CentreRole.Reviewer);
        await Journal.Append(
            "listing:a", At.AddMinutes(2),
            new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")),
            new ListingReturned(Patent, Guid.NewGuid(), ["缺件"]),
            new ListingRevised(Offer with { AskingPrice = null }));
        var returned = await Only();
        Assert.Equal((ListingState.Returned, null), (returned.State, returned.AskingPriceFen));
        await Submit("listing:a", CentreRole.Handler, CentreRole.Reviewer);
        Assert.Empty((await Only()).StepsOf());
    }

    [Fact]
    public async Task The_history_of_a_patent_tells_what_everybody_may_know_and_nothing_else()
    {
        await Journal.Append(
            Patent, At.AddMinutes(1),
            new PatentStatusSeen(new StatusSeen("授权", "test", null)),
            new PatentHoldersRecorded(["甲", "乙"], "register", null));
        await Journal.Append("patent:CN105734615", At.AddMinutes(2), new PatentJoined("CN105734615", Patent));
        await Draft("listing:never-public");
        await Journal.Append("listing:never-public", At.AddMinutes(3), new ListingWithdrawn(Patent, null, "no"));
        await Draft("listing:a");
        await Submit("listing:a", CentreRole.Handler, CentreRole.Reviewer);
        await Journal.Append(
            "listing:a", At.AddMinutes(4),
            new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")),
            new ListingWithdrawn(Patent, Guid.NewGuid(), "sold elsewhere"));

        await using var views = await Filled();
        var history = await views.History.Where(row => row.Patent == Patent).OrderBy(row => row.Pos).ToListAsync(Cancel);
        Assert.Equal(
            [
                (PatentHistoryKind.Entered, "CN202110771508.1"),
                (PatentHistoryKind.FactsRecorded, "form"),
                (PatentHistoryKind.StatusSeen, "授权"),
                (PatentHistoryKind.HoldersRecorded, "甲; 乙"),
                (PatentHistoryKind.PublicationJoined, "CN105734615"),
                (PatentHistoryKind.Published, "listing:a"),
                (PatentHistoryKind.Withdrawn, "listing:a"),
            ],
            history.Select(row => (row.Kind, row.Text)).ToList());
        var patent = await views.Patents.SingleAsync(Cancel);
        Assert.Equal(("CN202110771508.1", "提钒", null), (patent.Number, patent.TitleZh, patent.TitleEn));
    }

    [Fact]
    public async Task What_happens_to_a_portfolio_stands_in_the_history_of_each_of_its_patents()
    {
        const string Further = "patent:CN202110771509";
        await Draft("listing:a");
        await Journal.Append("listing:a", At, new ListingPatentAdded(Further), new ListingPatentAdded("patent:CN2"));
        await Journal.Append("listing:a", At, new ListingPatentRemoved("patent:CN2"));
        await Journal.Append(
            "listing:a",
            At,
            new ListingSubmitted(Patent, Guid.NewGuid(), ["甲"], ApprovalRoute.HandlerThenReviewer)
            {
                Further = [new FurtherPatent(Further, ["甲"])],
            },
            new ListingHandled(new DutyStep(CentreRole.Handler, "user:h")),
            new ListingPublished(new DutyStep(CentreRole.Reviewer, "user:r")));
        Assert.Equal([Patent, Further], (await Only()).PatentsOf());
        await using var views = await Filled();
        Assert.Equal(Further, (await views.FurtherPatents.SingleAsync(Cancel)).Patent);
        var published = await views.History.Where(row => row.Kind == PatentHistoryKind.Published)
            .OrderBy(row => row.Patent).Select(row => row.Patent).ToListAsync(Cancel);
        Assert.Equal([Patent, Further], published);
    }

    private Task<long> Draft(string listing) => Journal.Append(listing, At, new ListingDrafted(Patent, "party:s", Offer));

    private Task<long> Submit(string listing, params CentreRole[] route) => Journal.Append(
        listing, At.AddMinutes(1), new ListingSubmitted(Patent, Guid.NewGuid(), ["甲"], new ApprovalRoute([.. route])));

    private async Task<ListingRow> Only()
    {
        await using var views = await Filled();
        return await views.Listings.SingleAsync(Cancel);
    }

    private async Task<CatalogueViewContext> Filled()
    {
        await process!.GetRequiredService<IViewGroup>().CatchUp(Cancel);
        return await process!.GetRequiredService<IDbContextFactory<CatalogueViewContext>>().CreateDbContextAsync(Cancel);
    }
}

public sealed class SqliteCatalogueViewTests : CatalogueViewContract
{
    protected override async Task<JournalStore> Create() =>
        await SqliteStore.Create(TestContext.Current.CancellationToken);
}

public sealed class PostgresCatalogueViewTests : CatalogueViewContract
{
    protected override async Task<JournalStore> Create() =>
        await PostgresStore.Create(TestContext.Current.CancellationToken);
}
