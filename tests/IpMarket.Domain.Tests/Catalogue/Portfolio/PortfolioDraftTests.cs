using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Tests.Catalogue.Gate;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Portfolio;

/// <summary>Which patents a seller may put together while the listing is with him.</summary>
public sealed class PortfolioDraftTests
{
    private const string Fourth = "patent:CN202110771511";

    public static TheoryData<string, Listing, PatentStanding?, string?> Additions => new()
    {
        { "his own", APortfolio.Draft(), APortfolio.Right(Fourth), null },
        { "an unknown one", APortfolio.Draft(), null, "PATENT_UNKNOWN" },
        { "a provisional one", APortfolio.Draft(), APortfolio.Right(Fourth) with { IsProvisional = true }, "PATENT_PROVISIONAL" },
        {
            "an ended one", APortfolio.Draft(),
            APortfolio.Right(Fourth, APatentWith.Nothing with { Legal = LegalStanding.Ended }), "PATENT_ENDED"
        },
        { "somebody else's", APortfolio.Draft(), APortfolio.Right(Fourth, APatentWith.Nothing.OwnedBy("乙公司")), "NOT_THE_HOLDER" },
        { "a co-owned one", APortfolio.Draft(), APortfolio.Right(Fourth, APatentWith.Nothing.OwnedBy("甲公司", "乙公司")), null },
        { "the first one again", APortfolio.Draft(), AnOffer.Granted, "PATENT_IN_LISTING_ALREADY" },
        { "a further one again", APortfolio.Draft(), APortfolio.Right(APortfolio.Third), "PATENT_IN_LISTING_ALREADY" },
        { "to an open licence", Alone(AnOffer.Open), APortfolio.Right(Fourth), "OPEN_LICENCE_OF_ONE" },
        { "to a realisation", Alone(new ListingOffer(null, "", "") { Mode = ListingMode.PledgeRealisation }), APortfolio.Right(Fourth), "REALISATION_OF_ONE" },
        { "to a licence", Alone(AnOffer.Licence), APortfolio.Right(Fourth), null },
        { "once published", APortfolio.Published(), APortfolio.Right(Fourth), "WRONG_STATE" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_seller_adds(string what, Listing listing, PatentStanding? patent, string? refused)
    {
        var command = new AddListingPatent(Fourth, patent, AFiledListing.Seller);
        Assert.True(refused == ListingDecider.Decide(listing, command, APortfolio.Sellers).Refusal?.Code, what);
    }

    [Fact]
    public void Nobody_else_adds_or_removes_and_the_first_stays()
    {
        var other = new Moment(AnOffer.Now, new Actor("user:other", "party:other"));
        var add = new AddListingPatent(Fourth, APortfolio.Right(Fourth), AFiledListing.Seller);
        var remove = new RemoveListingPatent(APortfolio.Second);
        Assert.Equal("NOT_THE_SELLER", ListingDecider.Decide(APortfolio.Draft(), add, other).Refusal!.Code);
        Assert.Equal("NOT_THE_SELLER", ListingDecider.Decide(APortfolio.Draft(), remove, other).Refusal!.Code);
        Assert.Equal("UNKNOWN", ListingDecider.Decide(Listing.Empty, remove, APortfolio.Sellers).Refusal!.Code);
        Assert.Equal(
            "FIRST_PATENT_STAYS",
            ListingDecider.Decide(APortfolio.Draft(), new RemoveListingPatent(AnOffer.Granted.Stream), APortfolio.Sellers).Refusal!.Code);
        Assert.Equal(
            "PATENT_NOT_IN_LISTING",
            ListingDecider.Decide(APortfolio.Draft(), new RemoveListingPatent(Fourth), APortfolio.Sellers).Refusal!.Code);
    }

    [Fact]
    public void A_listing_holds_twenty_at_most()
    {
        var listing = Alone(AnOffer.Sale);
        for (var i = 1; i < Limits.ListingPatentsMax; i++)
        {
            var patent = APortfolio.Right($"patent:CN2022107715{i:00}");
            var added = ListingDecider.Decide(listing, new AddListingPatent(patent.Stream, patent, AFiledListing.Seller), APortfolio.Sellers);
            listing = listing.After(Assert.Single(added.Value));
        }

        var refused = ListingDecider.Decide(
            listing, new AddListingPatent(Fourth, APortfolio.Right(Fourth), AFiledListing.Seller), APortfolio.Sellers).Refusal!;
        Assert.Equal(("TOO_MANY_PATENTS", 20L), (refused.Code, refused.Figures["max"].Number));
        Assert.Equal(20, listing.Patents.Length);
    }

    [Fact]
    public void A_patent_taken_out_takes_its_papers_and_the_declaration_with_it()
    {
        var before = APortfolio.Draft();
        var after = before.After(new ListingPatentRemoved(APortfolio.Second));
        Assert.Equal([AnOffer.Granted.Stream, APortfolio.Third], after.Patents);
        Assert.NotNull(before.Pack.Declaration);
        Assert.Null(after.Pack.Declaration);
        Assert.DoesNotContain(after.Pack.Documents, paper => paper.Patent == APortfolio.Second);
        Assert.Contains(after.Pack.Documents, paper => paper.Patent == APortfolio.Third);
        Assert.Null(before.After(new ListingPatentAdded(Fourth)).Pack.Declaration);
    }

    [Fact]
    public void What_was_held_for_other_patents_is_of_no_use_any_more()
    {
        var alone = Alone(AnOffer.Sale);
        var round = alone.NextReservation("listing:a");
        var more = alone.After(new ListingPatentAdded(APortfolio.Second));
        Assert.NotEqual(round, more.NextReservation("listing:a"));
        Assert.Contains(round, more.LapsedReservations);
        var less = more.After(new ListingPatentRemoved(APortfolio.Second));
        Assert.NotEqual(round, less.NextReservation("listing:a"));
        Assert.NotEqual(more.NextReservation("listing:a"), less.NextReservation("listing:a"));
    }

    [Fact]
    public void A_round_that_lapses_again_leaves_the_next_one_to_be_used()
    {
        var listing = Alone(AnOffer.Sale).After(AFiledListing.Declared);
        var first = listing.NextReservation("listing:a");
        listing = listing.After(new ListingReservationLapsed(first));
        var second = listing.NextReservation("listing:a");
        listing = listing.After(new ListingReservationLapsed(second)).After(new ListingReservationLapsed(first));
        Assert.Equal([first, second], listing.LapsedReservations);
        Submits(listing);
        Submits(listing with { LapsedReservations = [first, second, first] });

        static void Submits(Listing listing)
        {
            var round = listing.NextReservation("listing:a");
            Assert.DoesNotContain(round, listing.LapsedReservations);
            Assert.Null(ListingDecider.Decide(
                listing, APortfolio.Submit() with { Reservation = round }, APortfolio.Sellers).Refusal);
        }
    }

    [Theory]
    [InlineData("patent:CN209910771511", "DEMO_AMONG_REAL")]
    [InlineData(Fourth, null)]
    public void Invented_patents_and_real_ones_are_not_put_together(string added, string? amongReal)
    {
        var add = new AddListingPatent(added, APortfolio.Right(added), AFiledListing.Seller);
        Assert.Equal(amongReal, ListingDecider.Decide(APortfolio.Draft(), add, APortfolio.Sellers).Refusal?.Code);
        var invented = AFiledListing.Draft(AnOffer.Sale, APortfolio.Right("patent:CN209910771500"));
        Assert.Equal(
            amongReal is null ? "DEMO_AMONG_REAL" : null,
            ListingDecider.Decide(invented, add, APortfolio.Sellers).Refusal?.Code);
    }

    [Theory]
    [InlineData(ListingMode.OpenLicence, "OPEN_LICENCE_OF_ONE")]
    [InlineData(ListingMode.PledgeRealisation, "REALISATION_OF_ONE")]
    [InlineData(ListingMode.SoleLicence, null)]
    public void An_offer_of_several_is_not_changed_to_what_is_of_one_patent_only(ListingMode mode, string? refused)
    {
        var revise = new ReviseListing(new ListingOffer(null, "", "") { Mode = mode }, AnOffer.Granted)
        {
            Further = [APortfolio.Right(APortfolio.Second), APortfolio.Right(APortfolio.Third)],
        };
        Assert.Equal(refused, ListingDecider.Decide(APortfolio.Draft(), revise, APortfolio.Sellers).Refusal?.Code);
    }

    public static TheoryData<ListingDocumentKind, string?, string?> Papers => new()
    {
        { ListingDocumentKind.RegisterExtract, APortfolio.Second, null },
        { ListingDocumentKind.RegisterExtract, null, null },
        { ListingDocumentKind.RegisterExtract, Fourth, "PATENT_NOT_IN_LISTING" },
        { ListingDocumentKind.ListingMandate, APortfolio.Second, "PAPER_OF_THE_WHOLE" },
        { ListingDocumentKind.Drawing, APortfolio.Second, "PAPER_OF_THE_WHOLE" },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_paper_is_of_one_of_its_patents(ListingDocumentKind kind, string? patent, string? refused)
    {
        var add = new AddListingDocument(
            kind, DocumentVisibility.Inside, new string('f', 64), FileKind.Pdf, 10, AFiledListing.Words,
            WorkingCalendar.DayOf(AnOffer.Now), null, null, AFiledListing.Seller.Standing)
        {
            Patent = patent,
        };
        Assert.Equal(refused, DocumentDecider.Decide(APortfolio.Draft(), add, APortfolio.Sellers).Refusal?.Code);
        var ofFirst = add with { Patent = AnOffer.Granted.Stream, Kind = ListingDocumentKind.FeeReceipts };
        var added = Assert.IsType<ListingDocumentAdded>(
            Assert.Single(DocumentDecider.Decide(APortfolio.Draft(), ofFirst, APortfolio.Sellers).Value));
        Assert.Null(added.Document.Patent);
    }

    private static Listing Alone(ListingOffer offer) => AFiledListing.Draft(offer, AnOffer.Granted);
}
