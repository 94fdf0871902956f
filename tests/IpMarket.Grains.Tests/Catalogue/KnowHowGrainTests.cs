using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>Know-how without a patent in the grains: listed, agreed upon, and no patent asked or held.</summary>
public sealed class KnowHowGrainTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    private static readonly ListingOffer Offer = new(null, "用于攀枝花钛渣", "")
    {
        Mode = ListingMode.SoleLicence,
        Subject = new ListingSubject { Kind = SubjectKind.KnowHow, Title = "钛渣酸解工艺控制", IsTextPublic = true },
        ModeTerms = new ModeTerms
        {
            Price = new PriceTerms { Way = PriceWay.Negotiated }, Licence = new LicenceTerms { Years = 10 },
        },
    };

    [Fact]
    public async Task It_goes_from_its_draft_to_its_deal_and_touches_no_patent()
    {
        var (stream, listing) = await Draft();
        Assert.Equal("TITLE_PACK_INCOMPLETE", (await Submit(listing)).Refusal!.Code);
        await BringPapers(stream);
        var id = Guid.NewGuid();
        GrainCluster.Accepted(await Submit(listing, id));
        GrainCluster.Accepted(await Submit(listing, id));
        await Publish(stream, listing);
        Assert.Equal("EXPORT_UNCHECKED", (await File(stream, "foreign")).Refusal!.Code);
        GrainCluster.Accepted(await File(stream, "licensee"));
        Assert.Equal(
            "AUCTION_NOT_OF_OFFER",
            (await listing.EnterAuction(GrainCluster.By("host"), new EnterAuction("auction:a"))).Refusal!.Code);
        GrainCluster.Accepted(await Period(stream).RecordDeal(
            GrainCluster.By("officer"),
            new RecordListingDeal(
                1, WorkingCalendar.DayOf(cluster.Clock.Now), "合同原件", DutyHolder.With(CentreRole.Handler))
            {
                Reference = "JM-1", Agreed = new DealTerms { Total = Money.Cny(90), Price = new PriceTerms() },
            }));
        await cluster.RunProcesses();

        Assert.Equal(ListingState.Sold, (await listing.Get()).State.State);
        Assert.Single(cluster.Facts(stream).OfType<ListingSubmitted>());
        // No process did anything in a patent's stream or on a watch list.
        Assert.All(cluster.Journal.Records, record => Assert.Equal(Listing.StreamWord, Ids.Word(record.Stream)));
    }

    [Fact]
    public async Task Sent_back_it_is_submitted_again_and_withdrawn_it_is_over()
    {
        var (stream, listing) = await Draft();
        await BringPapers(stream);
        GrainCluster.Accepted(await Submit(listing));
        var first = (await listing.Get()).State.Reservation;
        GrainCluster.Accepted(await listing.Return(
            GrainCluster.By("handler"),
            new ReturnListing(["说明写入了工艺参数"], DutyHolder.With(CentreRole.Handler))));
        await Declare(stream);
        GrainCluster.Accepted(await listing.Revise(
            GrainCluster.By("seller"), new ReviseListing(Offer with { Description = "用于钛渣" })));
        GrainCluster.Accepted(await Submit(listing));
        Assert.NotEqual(first, (await listing.Get()).State.Reservation);
        GrainCluster.Accepted(await listing.Withdraw(GrainCluster.By("seller"), new WithdrawListing("x")));
        await cluster.RunProcesses();
        Assert.Equal(ListingState.Withdrawn, (await listing.Get()).State.State);
    }

    private IListingPeriodGrain Period(string stream) => cluster.Grains.GetGrain<IListingPeriodGrain>(stream);

    private async Task<(string Stream, IListingGrain Grain)> Draft()
    {
        var context = GrainCluster.By("seller");
        var stream = Ids.Create(Listing.StreamWord, context.CommandId, context.Actor);
        var listing = cluster.Grains.GetGrain<IListingGrain>(stream);
        GrainCluster.Accepted(await listing.Draft(context, new DraftListing("", Offer)));
        return (stream, listing);
    }

    private static Task<Outcome<Accepted>> Submit(IListingGrain listing, Guid? id = null) =>
        listing.Submit(GrainCluster.By("seller", id), new SubmitListing([]));

    private async Task BringPapers(string stream)
    {
        foreach (var kind in new[]
        {
            ListingDocumentKind.InternalResolution,
            ListingDocumentKind.ListingMandate,
            ListingDocumentKind.ConfidentialityStatement,
        })
        {
            GrainCluster.Accepted(await cluster.Grains.GetGrain<IListingPackGrain>(stream).AddDocument(
                GrainCluster.By("seller"), TitlePapers.Paper(kind, cluster.Clock.Now)));
        }

        await Declare(stream);
    }

    private async Task Declare(string stream) => GrainCluster.Accepted(
        await cluster.Grains.GetGrain<IListingPackGrain>(stream).DeclareTitle(
            GrainCluster.By("seller"),
            new DeclareTitle(
                TitleDeclaration.KnowHowText,
                new PersonalRef("party:seller", "party:seller/word/1"),
                new string('a', 64))));

    private async Task Publish(string stream, IListingGrain listing)
    {
        GrainCluster.Accepted(await cluster.JudgeTitlePack(stream));
        GrainCluster.Accepted(await listing.Handle(
            GrainCluster.By("handler"), new HandleListing(DutyHolder.With(CentreRole.Handler))));
        GrainCluster.Accepted(await listing.Publish(
            GrainCluster.By("reviewer"), new PublishListing(DutyHolder.With(CentreRole.Reviewer))));
    }

    private Task<Outcome<Accepted>> File(string stream, string who) => Period(stream).FileIntent(
        GrainCluster.By(who), new FileIntent(1, Money.Zero, true), isCentrePerson: false);
}
