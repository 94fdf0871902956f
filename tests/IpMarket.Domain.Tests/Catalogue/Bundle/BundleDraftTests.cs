using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Bundle;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Tests.Catalogue.Gate;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Bundle;

/// <summary>Which patents a seller may put together while the listing is with him.</summary>
public sealed class BundleDraftTests
{
    private const string Fourth = "patent:CN202110771511";

    public static TheoryData<string, Listing, PatentStanding?, string?> Additions => new()
    {
        { "his own", ABundle.Draft(), ABundle.Right(Fourth), null },
        { "an unknown one", ABundle.Draft(), null, "PATENT_UNKNOWN" },
        { "a provisional one", ABundle.Draft(), ABundle.Right(Fourth) with { IsProvisional = true }, "PATENT_PROVISIONAL" },
        {
            "an ended one", ABundle.Draft(),
            ABundle.Right(Fourth, APatentWith.Nothing with { Legal = LegalStanding.Ended }), "PATENT_ENDED"
        },
        { "somebody else's", ABundle.Draft(), ABundle.Right(Fourth, APatentWith.Nothing.OwnedBy("乙公司")), "NOT_THE_HOLDER" },
        { "a co-owned one", ABundle.Draft(), ABundle.Right(Fourth, APatentWith.Nothing.OwnedBy("甲公司", "乙公司")), null },
        { "the first one again", ABundle.Draft(), AnOffer.Granted, "PATENT_IN_LISTING_ALREADY" },
        { "a further one again", ABundle.Draft(), ABundle.Right(ABundle.Third), "PATENT_IN_LISTING_ALREADY" },
        { "to an open licence", Alone(AnOffer.Open), ABundle.Right(Fourth), "OPEN_LICENCE_OF_ONE" },
        { "to a realisation", Alone(new ListingOffer(null, "", "") { Mode = ListingMode.PledgeRealisation }), ABundle.Right(Fourth), "REALISATION_OF_ONE" },
        { "to a licence", Alone(AnOffer.Licence), ABundle.Right(Fourth), null },
        { "once published", ABundle.Published(), ABundle.Right(Fourth), "WRONG_STATE" },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_seller_adds(string what, Listing listing, PatentStanding? patent, string? refused)
    {
        var command = new AddListingPatent(Fourth, patent, AFiledListing.Seller);
        Assert.True(refused == ListingDecider.Decide(listing, command, ABundle.Sellers).Refusal?.Code, what);
    }

    [Fact]
    public void Nobody_else_adds_or_removes_and_the_first_stays()
    {
        var other = new Moment(AnOffer.Now, new Actor("user:other", "party:other"));
        var add = new AddListingPatent(Fourth, ABundle.Right(Fourth), AFiledListing.Seller);
        var remove = new RemoveListingPatent(ABundle.Second);
        Assert.Equal("NOT_THE_SELLER", ListingDecider.Decide(ABundle.Draft(), add, other).Refusal!.Code);
        Assert.Equal("NOT_THE_SELLER", ListingDecider.Decide(ABundle.Draft(), remove, other).Refusal!.Code);
        Assert.Equal("UNKNOWN", ListingDecider.Decide(Listing.Empty, remove, ABundle.Sellers).Refusal!.Code);
        Assert.Equal(
            "FIRST_PATENT_STAYS",
            ListingDecider.Decide(ABundle.Draft(), new RemoveListingPatent(AnOffer.Granted.Stream), ABundle.Sellers).Refusal!.Code);
        Assert.Equal(
            "PATENT_NOT_IN_LISTING",
            ListingDecider.Decide(ABundle.Draft(), new RemoveListingPatent(Fourth), ABundle.Sellers).Refusal!.Code);
    }

    [Fact]
    public void A_listing_holds_twenty_at_most()
    {
        var listing = Alone(AnOffer.Sale);
        for (var i = 1; i < Limits.ListingPatentsMax; i++)
        {
            var patent = ABundle.Right($"patent:CN2022107715{i:00}");
            var added = ListingDecider.Decide(listing, new AddListingPatent(patent.Stream, patent, AFiledListing.Seller), ABundle.Sellers);
            listing = listing.After(Assert.Single(added.Value));
        }

        var refused = ListingDecider.Decide(
            listing, new AddListingPatent(Fourth, ABundle.Right(Fourth), AFiledListing.Seller), ABundle.Sellers).Refusal!;
        Assert.Equal(("TOO_MANY_PATENTS", 20L), (refused.Code, refused.Figures["max"].Number));
        Assert.Equal(20, listing.Patents.Length);
    }

    [Fact]
    public void A_patent_taken_out_takes_its_papers_and_the_declaration_with_it()
    {
        var before = ABundle.Draft();
        var after = before.After(new ListingPatentRemoved(ABundle.Second));
        Assert.Equal([AnOffer.Granted.Stream, ABundle.Third], after.Patents);
        Assert.NotNull(before.Pack.Declaration);
        Assert.Null(after.Pack.Declaration);
        Assert.DoesNotContain(after.Pack.Documents, paper => paper.Patent == ABundle.Second);
        Assert.Contains(after.Pack.Documents, paper => paper.Patent == ABundle.Third);
        Assert.Null(before.After(new ListingPatentAdded(Fourth)).Pack.Declaration);
    }

    [Fact]
    public void What_was_held_for_other_patents_is_of_no_use_any_more()
    {
        var alone = Alone(AnOffer.Sale);
        var round = alone.NextReservation("listing:a");
        var more = alone.After(new ListingPatentAdded(ABundle.Second));
        Assert.NotEqual(round, more.NextReservation("listing:a"));
        Assert.Contains(round, more.LapsedReservations);
        var less = more.After(new ListingPatentRemoved(ABundle.Second));
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
                listing, ABundle.Submit() with { Reservation = round }, ABundle.Sellers).Refusal);
        }
    }

    [Theory]
    [InlineData("patent:CN209910771511", "DEMO_AMONG_REAL")]
    [InlineData(Fourth, null)]
    public void Invented_patents_and_real_ones_are_not_put_together(string added, string? amongReal)
    {
        var add = new AddListingPatent(added, ABundle.Right(added), AFiledListing.Seller);
        Assert.Equal(amongReal, ListingDecider.Decide(ABundle.Draft(), add, ABundle.Sellers).Refusal?.Code);
        var invented = AFiledListing.Draft(AnOffer.Sale, ABundle.Right("patent:CN209910771500"));
        Assert.Equal(
            amongReal is null ? "DEMO_AMONG_REAL" : null,
            ListingDecider.Decide(invented, add, ABundle.Sellers).Refusal?.Code);
    }

    [Theory]
    [InlineData(ListingMode.OpenLicence, "OPEN_LICENCE_OF_ONE")]
    [InlineData(ListingMode.PledgeRealisation, "REALISATION_OF_ONE")]
    [InlineData(ListingMode.SoleLicence, null)]
    public void An_offer_of_several_is_not_changed_to_what_is_of_one_patent_only(ListingMode mode, string? refused)
    {
        var revise = new ReviseListing(new ListingOffer(null, "", "") { Mode = mode }, AnOffer.Granted)
        {
            Further = [ABundle.Right(ABundle.Second), ABundle.Right(ABundle.Third)],
        };
        Assert.Equal(refused, ListingDecider.Decide(ABundle.Draft(), revise, ABundle.Sellers).Refusal?.Code);
    }

    public static TheoryData<ListingDocumentKind, string?, string?> Papers => new()
    {
        { ListingDocumentKind.RegisterExtract, ABundle.Second, null },
        { ListingDocumentKind.RegisterExtract, null, null },
        { ListingDocumentKind.RegisterExtract, Fourth, "PATENT_NOT_IN_LISTING" },
        { ListingDocumentKind.ListingMandate, ABundle.Second, "PAPER_OF_THE_WHOLE" },
        { ListingDocumentKind.Drawing, ABundle.Second, "PAPER_OF_THE_WHOLE" },
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
        Assert.Equal(refused, DocumentDecider.Decide(ABundle.Draft(), add, ABundle.Sellers).Refusal?.Code);
        var ofFirst = add with { Patent = AnOffer.Granted.Stream, Kind = ListingDocumentKind.FeeReceipts };
        var added = Assert.IsType<ListingDocumentAdded>(
            Assert.Single(DocumentDecider.Decide(ABundle.Draft(), ofFirst, ABundle.Sellers).Value));
        Assert.Null(added.Document.Patent);
    }

    private static Listing Alone(ListingOffer offer) => AFiledListing.Draft(offer, AnOffer.Granted);
}
