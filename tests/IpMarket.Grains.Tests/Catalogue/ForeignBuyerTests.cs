using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Catalogue;
using Xunit;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>The gate with a foreign buyer, in the grains that ask it.</summary>
public sealed class ForeignBuyerTests(CatalogueCluster cluster) : IClassFixture<CatalogueCluster>
{
    private static readonly FactBasis Basis = new("出口目录现行版本", "核对单1号", new DateOnly(2026, 3, 1));

    [Fact]
    public async Task A_foreign_party_files_and_contracts_by_what_is_on_file_of_the_patent_at_each_step()
    {
        var listing = await Published();
        Assert.Equal("EXPORT_UNCHECKED", (await File(listing, "foreign")).Refusal!.Code);
        Assert.Equal("EXPORT_UNCHECKED", (await Gate(listing).BuyerFaultAt("party:foreign", cluster.Clock.Now))!.Code);
        Assert.Null(await Gate(listing).BuyerFaultAt("party:domestic", cluster.Clock.Now));

        await Encumber(listing, EncumbranceKind.ExportCheck);
        GrainCluster.Accepted(await File(listing, "foreign"));
        await Encumber(listing, EncumbranceKind.PublicFunding);
        cluster.Clock.Now = (await listing.State()).Period.EndsAt!.Value;
        await Period(listing).Wake(IMovesPeriod.Kind, cluster.Clock.Now);
        Assert.Equal("FUNDING_TO_FOREIGNER", (await Contract(listing)).Refusal!.Code);
        await Permit(listing, 2, "party:other");
        Assert.Equal("FUNDING_TO_FOREIGNER", (await Contract(listing)).Refusal!.Code);
        await Permit(listing, 2, "party:foreign");
        GrainCluster.Accepted(await Contract(listing));
    }

    [Fact]
    public async Task Whom_a_permit_is_for_stands_in_the_secret_part_only()
    {
        var listing = await Published();
        await Encumber(listing, EncumbranceKind.ExportRestricted);
        await Permit(listing, 1, "party:foreign");
        var record = cluster.Journal.Records.Last(r => r.Stream == listing.Patent.Stream);
        Assert.Equal("catalogue.patent.consent-recorded/1", record.Type);
        Assert.DoesNotContain("foreign", record.Public, StringComparison.Ordinal);
        Assert.Contains("party:foreign", record.Secret, StringComparison.Ordinal);
    }

    private async Task<DraftedListing> Published()
    {
        var listing = await cluster.Draft(await cluster.Enter("seller公司"));
        GrainCluster.Accepted(await Period(listing).Choose(
            GrainCluster.By("seller"), new ChooseListingPeriod(5, "online-bidding")));
        GrainCluster.Accepted(await listing.Submit());
        await listing.Publish();
        return listing;
    }

    private Task<Outcome<Accepted>> File(DraftedListing listing, string who) => Period(listing).FileIntent(
        GrainCluster.By(who), new FileIntent(1, Money.Cny(8_800_000), true), isCentrePerson: false);

    private Task<Outcome<Accepted>> Contract(DraftedListing listing) => Period(listing).RecordContract(
        GrainCluster.By("officer"),
        new RecordListingContract(
            Money.Cny(8_800_000),
            WorkingCalendar.DayOf(cluster.Clock.Now),
            DutyHolder.With(CentreRole.Handler)));

    private async Task Encumber(DraftedListing listing, EncumbranceKind kind) => GrainCluster.Accepted(
        await Patent(listing).RecordEncumbrance(
            GrainCluster.By("centre"),
            new RecordEncumbrance(new EncumbranceTerms(kind, "K1", [], null, null, []), Basis)));

    private async Task Permit(DraftedListing listing, int number, string buyer) => GrainCluster.Accepted(
        await Patent(listing).RecordConsent(
            GrainCluster.By("centre"),
            new RecordConsent(number, [], [ListingMode.Sale], Basis) { Buyer = buyer }));

    private IPatentEncumbrancesGrain Patent(DraftedListing listing) =>
        cluster.Grains.GetGrain<IPatentEncumbrancesGrain>(listing.Patent.Stream);

    private IListingPeriodGrain Period(DraftedListing listing) =>
        cluster.Grains.GetGrain<IListingPeriodGrain>(listing.Stream);

    private IListingGateGrain Gate(DraftedListing listing) =>
        cluster.Grains.GetGrain<IListingGateGrain>(listing.Stream);
}
