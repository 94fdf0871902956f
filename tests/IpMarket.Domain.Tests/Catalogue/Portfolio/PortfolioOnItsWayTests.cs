using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Tests.Catalogue.Gate;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Portfolio;

/// <summary>Every rule about a patent is asked of each of several, and what is refused names the patent.</summary>
public sealed class PortfolioOnItsWayTests
{
    private const string SecondNumber = "CN202110771509.6";
    private static readonly PatentStanding Second = APortfolio.Right(APortfolio.Second);
    private static readonly PatentStanding Third = APortfolio.Right(APortfolio.Third);
    private static readonly GateFacts Pending = APatentWith.Nothing with { Legal = LegalStanding.Pending };

    [Fact]
    public void A_portfolio_is_submitted_with_the_holders_and_the_papers_of_each()
    {
        var submitted = Assert.IsType<ListingSubmitted>(Assert.Single(
            ListingDecider.Decide(APortfolio.Draft(), APortfolio.Submit(Second, Third), APortfolio.Sellers).Value));
        Assert.Equal([APortfolio.Second, APortfolio.Third], submitted.Further.Select(one => one.Patent), StringComparer.Ordinal);
        Assert.All(submitted.Further, one => Assert.Equal(["甲公司"], one.Holders));
        var extracts = submitted.Pack.Where(item => item.Kind == ListingDocumentKind.RegisterExtract);
        Assert.Equal([null, APortfolio.Second, APortfolio.Third], extracts.Select(item => item.Patent), StringComparer.Ordinal);
        Assert.Single(submitted.Pack, item => item.Kind == ListingDocumentKind.DefectStatement);
    }

    public static TheoryData<string, PatentStanding, string, string> Faults => new()
    {
        { "ended", Of(APatentWith.Nothing with { Legal = LegalStanding.Ended }), "PATENT_ENDED", "已终止" },
        { "another's", Of(APatentWith.Nothing.OwnedBy("乙公司")), "NOT_THE_HOLDER", "乙公司" },
        { "preserved", Of(APatentWith.Nothing.With(EncumbranceKind.Preservation)), "PROCEDURES_SUSPENDED", "第一百零三条" },
        { "without holder", Of(APatentWith.Nothing.OwnedBy()), "HOLDER_UNKNOWN", "尚未登记" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_one_patent_bars_the_submission_and_names_it(
        string what, PatentStanding second, string code, string says)
    {
        var refusal = ListingDecider.Decide(APortfolio.Draft(), APortfolio.Submit(second, Third), APortfolio.Sellers).Refusal!;
        Assert.True(code == refusal.Code, what);
        Assert.Equal(SecondNumber, refusal.Figures["patent"].Text);
        Assert.StartsWith($"{SecondNumber}：", refusal.Zh, StringComparison.Ordinal);
        Assert.StartsWith($"{SecondNumber}: ", refusal.En, StringComparison.Ordinal);
        Assert.Contains(says, refusal.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void All_holders_of_all_patents_are_named()
    {
        var second = Of(APatentWith.Nothing.OwnedBy("甲公司", "乙公司").CoOwnersConsent(["乙公司"]));
        var submit = APortfolio.Submit(second, Third);
        Assert.Equal(
            "CO_HOLDERS_MISSING", ListingDecider.Decide(APortfolio.Draft(), submit, APortfolio.Sellers).Refusal!.Code);
        Assert.Null(ListingDecider.Decide(APortfolio.Draft(), submit with { CoHolders = ["乙公司"] }, APortfolio.Sellers).Refusal);
        Assert.Equal(
            "CO_HOLDERS_MISSING",
            ListingDecider.Decide(APortfolio.Draft(), submit with { CoHolders = ["乙公司", "丙"] }, APortfolio.Sellers).Refusal!.Code);
    }

    [Fact]
    public void What_was_looked_up_for_other_patents_submits_nothing()
    {
        Assert.Equal(
            "RESERVATION_LAPSED",
            ListingDecider.Decide(APortfolio.Draft(), APortfolio.Submit(Second), APortfolio.Sellers).Refusal!.Code);
        Assert.Equal(
            "RESERVATION_LAPSED",
            ListingDecider.Decide(APortfolio.Draft(), APortfolio.Submit(Third, Second), APortfolio.Sellers).Refusal!.Code);
    }

    [Fact]
    public void A_paper_missing_of_one_patent_is_named_with_it()
    {
        var draft = APortfolio.Draft();
        var extract = draft.Pack.Documents.Single(
            paper => paper is { Kind: ListingDocumentKind.RegisterExtract, Patent: APortfolio.Second });
        var refusal = ListingDecider.Decide(
            draft.After(new ListingDocumentRemoved(extract.Number)), APortfolio.Submit(Second, Third), APortfolio.Sellers).Refusal!;
        Assert.Equal("TITLE_PACK_INCOMPLETE", refusal.Code);
        Assert.Equal($"RegisterExtract ({SecondNumber})", refusal.Figures["missing"].Text);
        Assert.Contains($"专利登记簿副本（{SecondNumber}）", refusal.Zh, StringComparison.Ordinal);
    }

    public static TheoryData<SubjectKind?, bool, string?> Subjects => new()
    {
        { null, false, null },
        { null, true, "SUBJECT_IS_MIXED" },
        { SubjectKind.Patent, false, null },
        { SubjectKind.Patent, true, "SUBJECT_IS_MIXED" },
        { SubjectKind.PatentApplication, true, "SUBJECT_IS_MIXED" },
        { SubjectKind.PatentPortfolio, true, null },
        { SubjectKind.PatentPortfolio, false, null },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Patents_and_applications_together_are_a_portfolio(SubjectKind? kind, bool isMixed, string? refused)
    {
        var offer = kind is { } chosen ? AnOffer.Sale.About(chosen) : AnOffer.Sale with { Subject = null };
        var submit = APortfolio.Submit(isMixed ? Of(Pending) : Second, Third);
        var refusal = ListingDecider.Decide(APortfolio.Draft(offer), submit, APortfolio.Sellers).Refusal;
        Assert.Equal(refused, refusal?.Code);
    }

    [Fact]
    public void A_portfolio_of_one_patent_is_none()
    {
        var alone = AFiledListing.Draft(AnOffer.Sale.About(SubjectKind.PatentPortfolio), AnOffer.Granted)
            .After(AFiledListing.Declared);
        Assert.Equal(
            "PORTFOLIO_OF_ONE", ListingDecider.Decide(alone, APortfolio.Submit(), APortfolio.Sellers).Refusal!.Code);
    }

    [Fact]
    public void A_fact_of_one_patent_suspends_the_listing_and_every_closed_one_is_named()
    {
        var seized = Of(APatentWith.Nothing.With(EncumbranceKind.Preservation));
        var lapsed = APortfolio.Right(APortfolio.Third, APatentWith.Nothing with { Legal = LegalStanding.Ended });
        var published = APortfolio.Published();
        var date = Assert.IsType<ListingRecheckSet>(Assert.Single(Recheck(published, Second, Third).Value));
        Assert.Equal(WorkingCalendar.InstantOf(new DateOnly(2032, 8, 11), TimeOnly.MinValue), date.Due);
        published = published.After(date);
        Assert.Equal("NOTHING_CLOSES", Recheck(published, Second, Third).Refusal!.Code);
        var one = Suspended(Recheck(published, seized, Third));
        Assert.StartsWith($"{SecondNumber}：", Assert.Single(one.Reasons).Zh, StringComparison.Ordinal);
        var suspended = published.After(one);
        Assert.Equal("LISTING_HALTED", Recheck(suspended, seized, Third).Refusal!.Code);
        var both = Suspended(Recheck(suspended, seized, lapsed));
        Assert.Equal(["PROCEDURES_SUSPENDED", "PATENT_ENDED"], both.Reasons.Select(reason => reason.Rule), StringComparer.Ordinal);
        Assert.Equal("LISTING_HALTED", Recheck(published.After(both), seized, Third).Refusal!.Code);
        Assert.Single(Suspended(Recheck(published.After(one), Second, lapsed)).Reasons);
        Assert.Equal("NOT_THE_HOLDER", Suspended(Recheck(
            published, Of(APatentWith.Nothing.OwnedBy("乙公司")), Third)).Reasons[0].Rule);

        var resume = new ResumeListing("已解除", DutyHolder.With(CentreRole.Reviewer), APortfolio.Lookup(seized, Third));
        var reviewer = new Moment(AnOffer.Now, new Actor("user:reviewer"));
        Assert.Equal("PROCEDURES_SUSPENDED", ListingDecider.Decide(suspended, resume, reviewer).Refusal!.Code);
        Assert.Null(ListingDecider.Decide(
            suspended, resume with { Lookup = APortfolio.Lookup(Second, Third) }, reviewer).Refusal);
        Assert.Equal(
            "PROCEDURES_SUSPENDED", ListingDecider.HaltAt(published, APortfolio.Lookup(Second, APortfolio.Right(
                APortfolio.Third, APatentWith.Nothing.With(EncumbranceKind.Suspension))), APortfolio.Sellers)!.Code);
    }

    [Fact]
    public void Whatever_ends_it_names_all_its_patents()
    {
        var further = new[] { APortfolio.Second, APortfolio.Third };
        var handler = new Moment(AnOffer.Now, new Actor("user:reviewer"));
        var withdrawn = ListingDecider.Decide(APortfolio.Published(), new WithdrawListing(""), APortfolio.Sellers).Value;
        Assert.Equal(further, withdrawn.OfType<ListingWithdrawn>().Single().Further, StringComparer.Ordinal);
        var suspended = APortfolio.Published().After(new ListingSuspended([new SuspensionReason("R", "a", "b")], null));
        var returned = ListingDecider.Decide(
            suspended, new ReturnListing(["x"], DutyHolder.With(CentreRole.Reviewer)), handler).Value;
        Assert.Equal(further, returned.OfType<ListingReturned>().Single().Further, StringComparer.Ordinal);
        var inAuction = APortfolio.Published().After(new ListingEnteredAuction("auction:a"));
        var sold = ListingDecider.Decide(inAuction, new LeaveAuction("auction:a", AuctionOutcome.Sold), handler).Value;
        Assert.Equal(further, sold.OfType<ListingSold>().Single().Further, StringComparer.Ordinal);
    }

    [Fact]
    public void Verdicts_are_taken_patent_by_patent()
    {
        var items = new[] { null, APortfolio.Second }.Select(patent =>
            new SubmittedItem(ListingDocumentKind.FeeReceipts, TitleDue.Required) { Patent = patent });
        var listing = APortfolio.Draft().After(new ListingSubmitted(
            AnOffer.Granted.Stream, APortfolio.Round, ["甲公司"], ApprovalRoute.HandlerThenReviewer)
        {
            Pack = [.. items],
            Further = [new FurtherPatent(APortfolio.Second, ["甲公司"])],
        });
        var handler = new Moment(AnOffer.Now, new Actor("user:handler"));
        var first = new ItemVerdict(ListingDocumentKind.FeeReceipts, Verdict.InOrder, "");
        var second = first with { Patent = APortfolio.Second, Verdict = Verdict.Wrong, Remark = "缺2026年度" };
        var strange = Judge(listing, handler, first with { Patent = APortfolio.Third }).Refusal!;
        Assert.Equal("ITEM_NOT_SUBMITTED", strange.Code);
        listing = listing.After(Assert.Single(Judge(listing, handler, second, first).Value));
        Assert.Equal([first, second], listing.Pack.Verdicts);
        var bad = TitlePackDecider.ChecklistFault(listing)!;
        Assert.Equal(
            ("ITEMS_NOT_IN_ORDER", $"FeeReceipts ({SecondNumber})"), (bad.Code, bad.Figures["items"].Text));
    }

    private static Outcome<IReadOnlyList<IEvent>> Judge(Listing listing, Moment moment, params ItemVerdict[] verdicts) =>
        TitlePackDecider.Decide(listing, new JudgePack([.. verdicts], DutyHolder.With(CentreRole.Handler)), moment);

    private static PatentStanding Of(GateFacts facts) => APortfolio.Right(APortfolio.Second, facts);

    private static Outcome<IReadOnlyList<IEvent>> Recheck(Listing listing, params PatentStanding[] further) =>
        ListingDecider.Decide(listing, new RecheckListing(APortfolio.Lookup([.. further])), APortfolio.Sellers);

    private static ListingSuspended Suspended(Outcome<IReadOnlyList<IEvent>> outcome) =>
        Assert.IsType<ListingSuspended>(outcome.Value[0]);
}
