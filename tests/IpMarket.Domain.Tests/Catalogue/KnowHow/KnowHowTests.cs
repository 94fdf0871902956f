using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Tests.Catalogue.Period;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.KnowHow;

/// <summary>A listing of know-how without a patent (P15; 民法典862, 863, 868).</summary>
public sealed class KnowHowTests
{
    [Theory]
    [InlineData(ListingMode.Sale, null)]
    [InlineData(ListingMode.ExclusiveLicence, null)]
    [InlineData(ListingMode.SoleLicence, null)]
    [InlineData(ListingMode.OrdinaryLicence, null)]
    [InlineData(ListingMode.OpenLicence, "KNOW_HOW_NOT_OPEN")]
    [InlineData(ListingMode.EquityContribution, null)]
    [InlineData(ListingMode.PledgeRealisation, "KNOW_HOW_NOT_PLEDGED")]
    public void It_is_transferred_licensed_and_contributed_and_nothing_else(ListingMode mode, string? refusal)
    {
        Assert.Equal(refusal, AKnowHow.Drafted(AKnowHow.Offered(mode)));
        Assert.Equal(refusal, AKnowHow.Submitted(AKnowHow.Draft(AKnowHow.Offered(mode))).Refusal?.Code);
    }

    public static TheoryData<string, string, string?> Faults => new()
    {
        { "untitled", "KNOW_HOW_UNTITLED", "subject.title" },
        { "blank", "KNOW_HOW_UNTITLED", "subject.title" },
        { "long", "TERM_TEXT_TOO_LONG", "subject.title" },
        { "two lines", "TERM_TEXT_NOT_CLEAN", "subject.title" },
        { "bid", "KNOW_HOW_NOT_BID", "price.way" },
        { "filing", "KNOW_HOW_NOT_REGISTERED", "licence.start" },
        { "registration", "KNOW_HOW_NOT_REGISTERED", "price.instalments[1].due" },
        { "bundle", "SUBJECT_TEXT_UNEXPECTED", "subject.bundle" },
        { "patent", "KNOW_HOW_WITH_PATENT", null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_does_not_belong_to_it_is_refused_in_a_draft(string fault, string refusal, string? field)
    {
        var (sale, licence) = (AKnowHow.Offered(), AKnowHow.Offered(ListingMode.SoleLicence));
        var stage = new Instalment { Due = InstalmentDue.Contract, ShareBp = 5_000 };
        var (offer, patent) = fault switch
        {
            "untitled" => (Titled(""), ""),
            "blank" => (Titled("  "), ""),
            "long" => (Titled(new string('钛', KnowHowRules.TitleCharsMax + 1)), ""),
            "two lines" => (Titled("钛渣\n酸解"), ""),
            "bid" => (sale with { ModeTerms = new ModeTerms { Price = new PriceTerms { Way = PriceWay.Bidding } } }, ""),
            "filing" => (licence with
            {
                ModeTerms = licence.ModeTerms! with { Licence = new LicenceTerms { Start = LicenceStart.Filing } },
            }, ""),
            "registration" => (sale with
            {
                ModeTerms = new ModeTerms
                {
                    Price = new PriceTerms
                    {
                        Way = PriceWay.Negotiated,
                        Form = PriceForm.Instalments,
                        Instalments = [stage, stage with { Due = InstalmentDue.Registration }],
                    },
                },
            }, ""),
            "bundle" => (sale with { Subject = AKnowHow.Subject with { Bundle = "酸解槽" } }, ""),
            _ => (sale, "patent:a"),
        };
        var refused = ListingDecider.Decide(
            Listing.Empty, new DraftListing(patent, offer, AFiledListing.Seller), AKnowHow.BySeller).Refusal!;
        Assert.Equal(refusal, refused.Code);
        if (field is not null) Assert.Equal(field, refused.Figures["field"].Text);
    }

    [Fact]
    public void A_name_stands_of_know_how_without_a_patent_only_and_what_has_no_patent_is_know_how()
    {
        var named = AKnowHow.Offered() with { Subject = new ListingSubject { Title = "钛渣" } };
        Assert.Equal("SUBJECT_TEXT_UNEXPECTED", ListingDecider.Decide(
            Listing.Empty,
            new DraftListing(AnOffer.Granted.Stream, named, AFiledListing.Seller, AnOffer.Granted),
            AKnowHow.BySeller).Refusal!.Code);
        Assert.Equal("PATENT_UNKNOWN", AKnowHow.Drafted(named));
        Assert.Null(AKnowHow.Drafted(Titled(new string('钛', KnowHowRules.TitleCharsMax))));
    }

    [Fact]
    public void A_draft_stays_about_know_how_and_one_of_a_patent_about_it()
    {
        var patent = APublishedListing.Offer(100);
        foreach (var (stands, offer) in new[] { ("", patent), ("patent:a", AKnowHow.Offered()) })
        {
            var listing = Listing.Empty.After(
                new ListingDrafted(stands, "party:seller", stands.Length == 0 ? AKnowHow.Offered() : patent));
            Assert.Equal(stands.Length == 0, listing.IsKnowHow);
            Assert.Equal(
                "KNOW_HOW_STAYS",
                ListingDecider.Decide(listing, new ReviseListing(offer), AKnowHow.BySeller).Refusal!.Code);
        }

        var draft = AKnowHow.Draft(AKnowHow.Offered());
        Assert.Empty(draft.Patents);
        Assert.Equal(
            "KNOW_HOW_WITH_PATENT",
            ListingDecider.Decide(draft, new AddListingPatent("patent:a"), AKnowHow.BySeller).Refusal!.Code);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(ListingDocumentKind.ConfidentialityStatement, "ConfidentialityStatement")]
    [InlineData(ListingDocumentKind.ListingMandate, "ListingMandate")]
    [InlineData(ListingDocumentKind.InternalResolution, "InternalResolution")]
    public void It_owes_a_statement_of_confidentiality_and_no_paper_of_a_patent(
        ListingDocumentKind? without, string missing)
    {
        var listing = AKnowHow.Draft(AKnowHow.Offered(), without is { } kind ? [kind] : []);
        var outcome = AKnowHow.Submitted(listing);
        if (missing.Length > 0)
        {
            Assert.Equal(
                ("TITLE_PACK_INCOMPLETE", missing),
                (outcome.Refusal!.Code, outcome.Refusal.Figures["missing"].Text));
            return;
        }

        var submitted = Assert.IsType<ListingSubmitted>(Assert.Single(outcome.Value));
        Assert.Equal(("", 0), (submitted.Patent, submitted.Holders.Length));
        Assert.Equal(
            ["DefectStatement", "InternalResolution", "ListingMandate", "ConfidentialityStatement"],
            submitted.Pack.Select(item => item.Kind.ToString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Its_seller_is_verified_has_declared_the_text_of_know_how_and_confirmed_that_what_is_shown_is_public()
    {
        var (listing, seller) = (AKnowHow.Draft(AKnowHow.Offered()), AFiledListing.Seller);
        var unverified = seller with
        {
            Standing = seller.Standing! with { Status = OnboardingStatus.Suspended },
        };
        Assert.Equal("SELLER_NOT_VERIFIED", AKnowHow.Submitted(listing, unverified).Refusal!.Code);
        var silent = AKnowHow.Draft(
            AKnowHow.Offered() with { Subject = AKnowHow.Subject with { IsTextPublic = false } });
        var refused = AKnowHow.Submitted(silent).Refusal!;
        Assert.Equal(
            ("KNOW_HOW_TEXT_UNCONFIRMED", "subject.isTextPublic"),
            (refused.Code, refused.Figures["field"].Text));
        DeclareTitle Declared(string text) => new(text, AFiledListing.Words, new string('a', 64));
        Assert.Equal(
            "DECLARATION_TEXT_CHANGED",
            TitlePackDecider.Decide(listing, Declared(TitleDeclaration.CurrentText), AKnowHow.BySeller).Refusal!.Code);
        Assert.True(
            TitlePackDecider.Decide(listing, Declared(TitleDeclaration.KnowHowText), AKnowHow.BySeller).IsAccepted);
    }

    [Fact]
    public void A_state_owned_seller_is_held_to_his_least_period_and_his_appraisal()
    {
        var seller = AFiledListing.Seller with
        {
            Standing = AFiledListing.Seller.Standing! with { Facts = [PartyFactKind.StateOwned] },
        };
        var listing = AKnowHow.Draft(AKnowHow.Offered());
        var refused = AKnowHow.Submitted(listing, seller).Refusal!;
        Assert.Equal(
            ("TITLE_PACK_INCOMPLETE", "FiledAppraisal"), (refused.Code, refused.Figures["missing"].Text));
        var appraised = listing.After(new ListingDocumentAdded(
            new ListingDocument(
                90,
                ListingDocumentKind.FiledAppraisal,
                DocumentVisibility.Inside,
                new string('b', 64),
                FileKind.Pdf,
                1_000,
                AFiledListing.Words,
                WorkingCalendar.DayOf(AnOffer.Now)),
            null));
        Assert.Equal("PERIOD_TOO_SHORT", AKnowHow.Submitted(appraised, seller).Refusal!.Code);
    }

    [Theory]
    [InlineData(ListingDocumentKind.Photo)]
    [InlineData(ListingDocumentKind.Brochure)]
    [InlineData(ListingDocumentKind.Drawing)]
    public void No_document_of_it_is_public(ListingDocumentKind kind)
    {
        var add = new AddListingDocument(
            kind,
            DocumentVisibility.Public,
            new string('c', 64),
            FileKind.Png,
            1_000,
            AFiledListing.Words,
            null,
            null,
            Seller: AFiledListing.Seller.Standing);
        var listing = AKnowHow.Draft(AKnowHow.Offered());
        Assert.Equal(
            "KNOW_HOW_PAPERS_INSIDE", DocumentDecider.Decide(listing, add, AKnowHow.BySeller).Refusal!.Code);
        Assert.True(DocumentDecider.Decide(
            listing, add with { Visibility = DocumentVisibility.Inside }, AKnowHow.BySeller).IsAccepted);
    }

    [Fact]
    public void It_is_agreed_upon_in_every_mode_and_no_auction_takes_it()
    {
        Assert.True(DealForm.IsAgreed(AKnowHow.Offered()));
        Assert.False(DealForm.IsAgreed(AKnowHow.Offered() with { Subject = null }));
        var published = Published();
        Assert.Equal(ListingState.Published, published.State);
        Assert.Equal(PeriodPhase.Open, published.Period.Phase);
        Assert.Equal(
            "AUCTION_NOT_OF_OFFER",
            ListingDecider.Decide(published, new EnterAuction("auction:a", Lookup), AKnowHow.BySeller).Refusal!.Code);
    }

    [Theory]
    [InlineData(InstalmentDue.Registration, "KNOW_HOW_NOT_REGISTERED")]
    [InlineData(InstalmentDue.HandOver, null)]
    public void What_is_agreed_upon_waits_for_no_register_either(InstalmentDue due, string? refusal)
    {
        var buyer = APublishedListing.Party("party:buyer");
        var listing = Published().After(new IntentFiled(1, 1, "party:buyer", "user:buyer", null));
        var stage = new Instalment { Due = InstalmentDue.Contract, ShareBp = 5_000 };
        var deal = new RecordListingDeal(
            1, WorkingCalendar.DayOf(AnOffer.Now), "合同原件", DutyHolder.With(CentreRole.Handler))
        {
            Reference = "JM-1",
            Agreed = new DealTerms
            {
                Total = Money.Cny(100),
                Price = new PriceTerms { Form = PriceForm.Instalments, Instalments = [stage, stage with { Due = due }] },
            },
            Buyer = buyer,
            Lookup = Lookup,
        };
        var outcome = ListingDecider.Decide(listing, deal, new Moment(AnOffer.Now, new Actor("user:officer")));
        Assert.Equal(refusal, outcome.Refusal?.Code);
        if (refusal is null)
            Assert.Equal("", Assert.IsType<ListingContracted>(Assert.Single(outcome.Value)).Patent);
    }

    [Fact]
    public void A_foreign_buyer_waits_for_the_export_catalogue_and_a_domestic_one_does_not()
    {
        var (listing, buyer) = (Published(), APublishedListing.Party("party:buyer"));
        Assert.Null(ListingDecider.BuyerFault(listing, Lookup, buyer, AKnowHow.BySeller));
        var foreign = buyer with { Facts = [PartyFactKind.Foreign] };
        Assert.Equal(
            "EXPORT_UNCHECKED", ListingDecider.BuyerFault(listing, Lookup, foreign, AKnowHow.BySeller)!.Code);
    }

    [Fact]
    public void Nothing_of_a_register_suspends_it_and_the_seller_must_stay_verified()
    {
        var listing = Published();
        Assert.Null(ListingDecider.HaltAt(listing, Lookup, AKnowHow.BySeller));
        Assert.Equal(
            "NOTHING_CLOSES",
            ListingDecider.Decide(listing, new RecheckListing(Lookup), AKnowHow.BySeller).Refusal!.Code);
    }

    private static ListingLookup Lookup => new(null, AFiledListing.Seller, HouseGateRules.Default);

    private static ListingOffer Titled(string title) =>
        AKnowHow.Offered() with { Subject = AKnowHow.Subject with { Title = title } };

    private static Listing Published()
    {
        var submitted = AKnowHow.Draft(AKnowHow.Offered())
            .After(new ListingSubmitted("", Guid.NewGuid(), [], ApprovalRoute.HandlerThenReviewer))
            .After(new ListingHandled(new DutyStep(CentreRole.Handler, "user:handler")));
        var published = ListingDecider.Decide(
            submitted,
            new PublishListing(DutyHolder.With(CentreRole.Reviewer), null, AFiledListing.Seller),
            new Moment(AnOffer.Now, new Actor("user:reviewer")));
        return published.Value.Aggregate(submitted, AFiledListing.After);
    }
}
