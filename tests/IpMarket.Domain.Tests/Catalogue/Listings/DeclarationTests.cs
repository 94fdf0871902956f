using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Listings;

/// <summary>A declaration of title stands for the mode, the subject, the text and the submission it was made for.</summary>
public sealed class DeclarationTests
{
    private static readonly ListingOffer Offer = AnOffer.Sale.About(SubjectKind.Patent);

    private static readonly Listing Declared =
        AFiledListing.Draft(Offer, AnOffer.Granted).After(AFiledListing.Declared);

    public static TheoryData<string, Func<ListingOffer, ListingOffer>, bool> Revisions => new()
    {
        { "nothing", offer => offer, true },
        { "the subject said again", offer => offer.About(SubjectKind.Patent), true },
        { "price and words", offer => offer with { AskingPrice = Money.Cny(1), Description = "另一段" }, true },
        { "mode", offer => offer with { Mode = ListingMode.SoleLicence }, false },
        { "kind of subject", offer => offer.About(SubjectKind.PatentWithKnowHow, "诀窍"), false },
        { "no subject", offer => offer with { Subject = null }, false },
    };

    [Theory]
    [MemberData(nameof(Revisions))]
    public void A_declaration_falls_away_when_the_mode_or_the_subject_changes(
        string what, Func<ListingOffer, ListingOffer> change, bool stands)
    {
        var revised = Declared.After(new ListingRevised(change(Offer)));
        Assert.True(stands == revised.Pack.Declaration is not null, what);
    }

    [Fact]
    public void A_declaration_falls_away_when_the_know_how_changes()
    {
        var before = Offer.About(SubjectKind.PatentWithKnowHow, "诀窍");
        var declared = AFiledListing.Draft(before, AnOffer.Granted).After(AFiledListing.Declared);
        Assert.NotNull(declared.After(new ListingRevised(before with { Terms = "含税" })).Pack.Declaration);
        Assert.Null(declared.After(new ListingRevised(before.About(SubjectKind.PatentWithKnowHow, "另一诀窍"))).Pack.Declaration);
    }

    [Fact]
    public void A_listing_sent_back_is_declared_anew()
    {
        var submitted = Declared.After(new ListingSubmitted(
            "patent:a", Guid.Empty, ["甲公司"], Domain.Parties.Approvals.ApprovalRoute.HandlerThenReviewer));
        Assert.NotNull(submitted.Pack.Declaration);
        Assert.Null(submitted.After(new ListingReturned("patent:a", Guid.Empty, ["x"])).Pack.Declaration);
    }

    [Theory]
    [InlineData(null, false, TitleItemState.Missing)]
    [InlineData(TitleDeclaration.CurrentText, false, TitleItemState.Given)]
    [InlineData("2020-1", false, TitleItemState.Outdated)]
    [InlineData(null, true, TitleItemState.Given)]
    [InlineData("2020-1", true, TitleItemState.Given)]
    public void At_the_submission_the_declaration_is_of_the_current_text(
        string? text, bool hasSignedPaper, TitleItemState expected)
    {
        var listing = AFiledListing.Draft(Offer, AnOffer.Granted);
        var signed = listing.Pack.Documents.Single(one => one.Kind == ListingDocumentKind.DefectStatement);
        if (!hasSignedPaper) listing = listing.After(new ListingDocumentRemoved(signed.Number));
        if (text is not null) listing = listing.After(AFiledListing.Declared with { TextVersion = text });
        var seller = AFiledListing.Seller;
        var items = TitlePackDecider.Items(
            listing,
            new ListingLookup(AnOffer.Granted, seller, HouseGateRules.Default),
            seller.Standing!,
            TitlePackRules.Default,
            AnOffer.Moment);
        Assert.Equal(expected, items.Single(item => item.Kind == ListingDocumentKind.DefectStatement).State);

        var submit = new SubmitListing([], new Guid(1, 2, 3, new byte[8]), seller, AnOffer.Granted);
        var refusal = ListingDecider.Decide(listing, submit, AnOffer.Moment).Refusal;
        if (expected == TitleItemState.Given) Assert.Null(refusal);
        else Assert.Equal(
            "DefectStatement", refusal!.Figures[expected == TitleItemState.Missing ? "missing" : "outdated"].Text);
    }

    [Fact]
    public void A_declaration_that_went_to_the_desk_holds_when_the_text_changes_there()
    {
        var listing = AFiledListing.Draft(Offer, AnOffer.Granted);
        var signed = listing.Pack.Documents.Single(one => one.Kind == ListingDocumentKind.DefectStatement);
        var atTheDesk = listing.After(new ListingDocumentRemoved(signed.Number))
            .After(AFiledListing.Declared with { TextVersion = "2020-1" })
            .After(new ListingSubmitted(
                "patent:a", Guid.Empty, ["甲公司"], Domain.Parties.Approvals.ApprovalRoute.HandlerThenReviewer)
            {
                Pack = [new SubmittedItem(ListingDocumentKind.DefectStatement, TitleDue.Required)],
            });
        Assert.Null(TitlePackDecider.AgeFault(
            atTheDesk,
            new ListingLookup(AnOffer.Granted, AFiledListing.Seller, HouseGateRules.Default),
            TitlePackRules.Default,
            AnOffer.Moment));
    }
}
