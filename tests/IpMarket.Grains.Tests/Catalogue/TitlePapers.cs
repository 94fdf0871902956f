using IpMarket.Domain.Catalogue.Listings.Documents;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Files;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>Title packs brought to and checked in the listing's grain; no bytes are kept.</summary>
internal static class TitlePapers
{
    private static int serial;

    /// <summary>Every paper there may be, issued today, and the declaration.</summary>
    public static async Task BringTitlePack(this CatalogueCluster cluster, string listing, string seller)
    {
        var grain = cluster.Grains.GetGrain<IListingPackGrain>(listing);
        foreach (var kind in ListingDocuments.TitleKinds.Where(kind => kind != ListingDocumentKind.DefectStatement))
            GrainCluster.Accepted(await grain.AddDocument(GrainCluster.By(seller), Paper(kind, cluster.Clock.Now)));
        await cluster.DeclareTitle(listing, seller);
    }

    /// <summary>As is due anew after a return, or another mode or subject.</summary>
    public static async Task DeclareTitle(this CatalogueCluster cluster, string listing, string seller) =>
        GrainCluster.Accepted(await cluster.Grains.GetGrain<IListingPackGrain>(listing).DeclareTitle(
            GrainCluster.By(seller), new DeclareTitle(TitleDeclaration.CurrentText, Ref, new string('a', 64))));

    public static AddListingDocument Paper(ListingDocumentKind kind, DateTimeOffset issuedAt, int? replaces = null) =>
        new(
            kind,
            DocumentVisibility.Inside,
            $"{Interlocked.Increment(ref serial):x64}",
            FileKind.Pdf,
            1_000,
            Ref,
            WorkingCalendar.DayOf(issuedAt),
            replaces);

    /// <summary>Verdicts on all that was submitted: in order, but for the one kind named.</summary>
    public static async Task<Outcome<Accepted>> JudgeTitlePack(
        this CatalogueCluster cluster, string listing, ListingDocumentKind? wrong = null, string by = "handler")
    {
        var pack = (await cluster.Grains.GetGrain<IListingGrain>(listing).Get()).State.Pack;
        var verdicts = pack.Submitted.Select(item => item.Kind == wrong
            ? new ItemVerdict(item.Kind, Verdict.Wrong, "印章不清") { Patent = item.Patent }
            : new ItemVerdict(item.Kind, Verdict.InOrder, "") { Patent = item.Patent });
        return await cluster.Grains.GetGrain<IListingPackGrain>(listing).JudgePack(
            GrainCluster.By(by), new JudgePack([.. verdicts], DutyHolder.With(CentreRole.Handler)));
    }

    private static PersonalRef Ref => new("party:seller", "party:seller/word/1");
}
