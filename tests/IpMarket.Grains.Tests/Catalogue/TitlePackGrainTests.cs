using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Catalogue;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>The title pack on a listing's way: owed, checked, too old.</summary>
public sealed class TitlePackGrainTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    private static readonly DutyHolder Handler = DutyHolder.With(CentreRole.Handler);

    [Fact]
    public async Task A_submission_names_every_paper_that_is_missing_or_out_of_date_in_both_languages()
    {
        var listing = await Bare();
        var refusal = (await listing.Submit()).Refusal!;
        Assert.Equal("TITLE_PACK_INCOMPLETE", refusal.Code);
        Assert.Equal(
            "RegisterExtract, FeeReceipts, DefectStatement, InternalResolution, ListingMandate",
            refusal.Figures["missing"].Text);
        Assert.Equal(
            "权属材料不齐，不能提交。缺少：专利登记簿副本、缴费凭证、权属与瑕疵声明、内部决议、委托协议。", refusal.Zh);
        Assert.Contains("fee receipts", refusal.En, StringComparison.Ordinal);
        Assert.Null((await cluster.State(listing.Patent)).Reservation);

        await cluster.BringTitlePack(listing.Stream, "seller");
        var old = (await listing.State()).Pack.Documents.Single(d => d.Kind == ListingDocumentKind.RegisterExtract);
        await Replace(listing, old.Number, daysOld: 31);
        refusal = (await listing.Submit()).Refusal!;
        Assert.Equal(("", "RegisterExtract"), (refusal.Figures["missing"].Text, refusal.Figures["outdated"].Text));
        await Replace(listing, (await listing.State()).Pack.LastNumber, daysOld: 30);
        GrainCluster.Accepted(await listing.Submit());
    }

    [Fact]
    public async Task The_handler_waits_for_a_verdict_on_every_item_and_returns_what_is_not_in_order()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        Assert.Equal("ITEMS_UNJUDGED", (await Handle(listing)).Refusal!.Code);
        var one = new ItemVerdict(ListingDocumentKind.FeeReceipts, Verdict.InOrder, "");
        GrainCluster.Accepted(await Judge(listing, one));
        var open = (await Handle(listing)).Refusal!;
        Assert.Equal("ITEMS_UNJUDGED", open.Code);
        Assert.DoesNotContain("FeeReceipts", open.Figures["items"].Text, StringComparison.Ordinal);

        GrainCluster.Accepted(await cluster.JudgeTitlePack(listing.Stream, ListingDocumentKind.ListingMandate));
        var bad = (await Handle(listing)).Refusal!;
        Assert.Equal(("ITEMS_NOT_IN_ORDER", "ListingMandate"), (bad.Code, bad.Figures["items"].Text));
        GrainCluster.Accepted(await listing.Return());
        Assert.Equal("印章不清", (await listing.State()).Pack.VerdictOn(new(ListingDocumentKind.ListingMandate, null))!.Remark);

        Assert.Equal("DefectStatement", (await listing.Submit()).Refusal!.Figures["missing"].Text);
        await cluster.DeclareTitle(listing.Stream, "seller");
        GrainCluster.Accepted(await listing.Submit());
        Assert.Empty((await listing.State()).Pack.Verdicts);
        await listing.Publish();
        Assert.Equal(ListingState.Published, (await listing.State()).State);
    }

    [Fact]
    public async Task Verdicts_are_the_handlers_on_items_submitted_and_what_is_wrong_is_explained()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        var ok = new ItemVerdict(ListingDocumentKind.FeeReceipts, Verdict.InOrder, "");
        Assert.Equal("WRONG_STATE", (await Judge(listing, ok)).Refusal!.Code);
        GrainCluster.Accepted(await listing.Submit());
        Assert.Equal("REMARK_MISSING", (await Judge(listing, ok with { Verdict = Verdict.Wrong })).Refusal!.Code);
        Assert.Equal("ITEM_NOT_SUBMITTED", (await Judge(listing, ok with { Kind = ListingDocumentKind.PledgeeConsent })).Refusal!.Code);
        Assert.Equal("ITEM_NOT_SUBMITTED", (await Judge(listing, ok with { Kind = ListingDocumentKind.Photo })).Refusal!.Code);
        Assert.Equal("VERDICT_MALFORMED", (await Judge(listing, ok, ok)).Refusal!.Code);
        Assert.Equal("VERDICT_MALFORMED", (await Judge(listing)).Refusal!.Code);
        var stranger = await Grain(listing).JudgePack(GrainCluster.By("x"), new JudgePack([ok], DutyHolder.None));
        Assert.Equal("ROLE_MISSING", stranger.Refusal!.Code);
        var id = Guid.NewGuid();
        var first = GrainCluster.Accepted(await Grain(listing).JudgePack(GrainCluster.By("handler", id), new JudgePack([ok], Handler)));
        var again = GrainCluster.Accepted(await Grain(listing).JudgePack(GrainCluster.By("handler", id), new JudgePack([ok], Handler)));
        Assert.Equal(first.Pos, again.Pos);
    }

    [Fact]
    public async Task An_extract_that_grew_too_old_at_the_desk_stops_the_publication()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Check();
        GrainCluster.Accepted(await Handle(listing));
        var before = cluster.Clock.Now;
        cluster.Clock.Now = before.AddDays(31);
        try
        {
            var refused = await listing.Grain.Publish(
                GrainCluster.By("reviewer"), new PublishListing(DutyHolder.With(CentreRole.Reviewer)));
            Assert.Equal("TITLE_PACK_OUTDATED", refused.Refusal!.Code);
            Assert.Equal("RegisterExtract", refused.Refusal!.Figures["outdated"].Text);
        }
        finally
        {
            cluster.Clock.Now = before;
        }

        GrainCluster.Accepted(await listing.Grain.Publish(
            GrainCluster.By("reviewer"), new PublishListing(DutyHolder.With(CentreRole.Reviewer))));
    }

    [Fact]
    public async Task Documents_are_the_sellers_while_it_is_with_him_and_bounded()
    {
        var listing = await Bare();
        AddListingDocument Paper() => TitlePapers.Paper(ListingDocumentKind.Photo, cluster.Clock.Now);
        async Task<string?> Add(AddListingDocument add, string by = "seller") =>
            (await Grain(listing).AddDocument(GrainCluster.By(by), add)).Refusal?.Code;
        Assert.Equal("NOT_THE_SELLER", await Add(Paper(), "other"));
        cluster.Parties.Status = OnboardingStatus.Submitted;
        Assert.Equal("SELLER_NOT_VERIFIED", await Add(Paper()));
        cluster.Parties.Status = OnboardingStatus.Verified;
        Assert.Equal("DOCUMENT_MALFORMED", await Add(Paper() with { Bytes = 0 }));
        Assert.Equal("DOCUMENT_MALFORMED", await Add(Paper() with { Bytes = Limits.DocumentBytesMax + 1 }));
        Assert.Equal("DOCUMENT_MALFORMED", await Add(Paper() with { Sha256 = "x" }));
        Assert.Equal("DOCUMENT_MALFORMED", await Add(Paper() with { Kind = (ListingDocumentKind)99 }));
        Assert.Equal("ISSUE_DATE_IMPOSSIBLE", await Add(TitlePapers.Paper(ListingDocumentKind.Photo, cluster.Clock.Now.AddDays(1))));
        Assert.Equal("ISSUE_DATE_IMPOSSIBLE", await Add(Paper() with { IssuedOn = new DateOnly(1985, 3, 31) }));
        Assert.Equal("ISSUE_DATE_MISSING", await Add(Paper() with { Kind = ListingDocumentKind.RegisterExtract, IssuedOn = null }));
        Assert.Equal(
            "TITLE_PAPER_NOT_PUBLIC",
            await Add(Paper() with { Kind = ListingDocumentKind.FeeReceipts, Visibility = DocumentVisibility.Public }));
        Assert.Equal("DOCUMENT_UNKNOWN", await Add(Paper() with { Replaces = 7 }));
        var photo = Paper();
        Assert.Null(await Add(photo with { IssuedOn = null, Visibility = DocumentVisibility.Public }));
        Assert.Equal("DOCUMENT_STANDS_ALREADY", await Add(photo));
        for (var i = 1; i < Limits.ListingDocumentsMax; i++) Assert.Null(await Add(Paper()));
        Assert.Equal("TOO_MANY_DOCUMENTS", await Add(Paper()));
        Assert.Null(await Add(Paper() with { Replaces = 1 }));
        Assert.Equal(
            "DOCUMENT_UNKNOWN",
            (await Grain(listing).RemoveDocument(GrainCluster.By("seller"), new RemoveListingDocument(1))).Refusal!.Code);
        for (var number = Limits.ListingDocumentsMax + 1; number < Limits.ListingUploadsMax; number++)
            Assert.Null(await Add(Paper() with { Replaces = number }));
        Assert.Equal("TOO_MANY_UPLOADS", await Add(Paper() with { Replaces = Limits.ListingUploadsMax }));
    }

    [Fact]
    public async Task The_bytes_of_all_documents_together_are_bounded()
    {
        var listing = await Bare();
        AddListingDocument Large() =>
            TitlePapers.Paper(ListingDocumentKind.Photo, cluster.Clock.Now) with { Bytes = Limits.DocumentBytesMax };
        for (var i = 0; i < 5; i++) GrainCluster.Accepted(await Grain(listing).AddDocument(GrainCluster.By("seller"), Large()));
        var one = Large() with { Bytes = 1 };
        Assert.Equal("DOCUMENTS_TOO_LARGE", (await Grain(listing).AddDocument(GrainCluster.By("seller"), one)).Refusal!.Code);
        GrainCluster.Accepted(await Grain(listing).AddDocument(GrainCluster.By("seller"), one with { Replaces = 2 }));
    }

    [Fact]
    public async Task What_is_at_the_desk_is_not_changed_and_the_declaration_is_of_the_present_text()
    {
        var listing = await Bare();
        var declare = new DeclareTitle("2020-1", TitlePapers.Paper(default, cluster.Clock.Now).Name, new string('b', 64));
        Assert.Equal("DECLARATION_TEXT_CHANGED", (await Grain(listing).DeclareTitle(GrainCluster.By("seller"), declare)).Refusal!.Code);
        await cluster.BringTitlePack(listing.Stream, "seller");
        Assert.Equal("user:seller", (await listing.State()).Pack.Declaration!.By);
        GrainCluster.Accepted(await listing.Submit());
        var late = declare with { TextVersion = TitleDeclaration.CurrentText };
        Assert.Equal("WRONG_STATE", (await Grain(listing).DeclareTitle(GrainCluster.By("seller"), late)).Refusal!.Code);
        Assert.Equal(
            "WRONG_STATE",
            (await Grain(listing).RemoveDocument(GrainCluster.By("seller"), new RemoveListingDocument(1))).Refusal!.Code);
        Assert.Equal(
            "WRONG_STATE",
            (await Grain(listing).AddDocument(
                GrainCluster.By("seller"), TitlePapers.Paper(ListingDocumentKind.Photo, cluster.Clock.Now))).Refusal!.Code);
    }

    private IListingPackGrain Grain(DraftedListing listing) => cluster.Grains.GetGrain<IListingPackGrain>(listing.Stream);

    private async Task<DraftedListing> Bare()
    {
        PatentNumber patent = await cluster.Enter("seller公司");
        return await cluster.DraftBare(patent);
    }

    private async Task Replace(DraftedListing listing, int number, int daysOld) =>
        GrainCluster.Accepted(await Grain(listing).AddDocument(
            GrainCluster.By("seller"),
            TitlePapers.Paper(ListingDocumentKind.RegisterExtract, cluster.Clock.Now.AddDays(-daysOld), number)));

    private Task<Outcome<Accepted>> Judge(DraftedListing listing, params ItemVerdict[] verdicts) =>
        Grain(listing).JudgePack(GrainCluster.By("handler"), new JudgePack([.. verdicts], Handler));

    private static Task<Outcome<Accepted>> Handle(DraftedListing listing) =>
        listing.Grain.Handle(GrainCluster.By("handler"), new HandleListing(Handler));
}
