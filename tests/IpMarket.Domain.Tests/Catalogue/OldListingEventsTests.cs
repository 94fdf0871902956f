using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

/// <summary>Events written before listings had a mode.</summary>
public sealed class OldListingEventsTests
{
    [Fact]
    public void A_listing_drafted_without_a_mode_is_for_sale()
    {
        const string Written =
            """
            {"patent":"patent:CN202110771508","seller":"party:a","offer":{"askingPrice":{"fen":5,"currency":"CNY"},"description":"d","terms":"t"}}
            """;
        var (fact, _) = EventCodec.Decode(typeof(ListingDrafted), Written, null);
        var drafted = Assert.IsType<ListingDrafted>(fact);
        Assert.Equal((ListingMode.Sale, Money.Cny(5)), (drafted.Offer.Mode, drafted.Offer.AskingPrice!.Value));
        var listing = Listing.Empty.Evolve(
            new Recorded(1, "listing:a", 1, DateTimeOffset.UnixEpoch, Guid.Empty, null, fact));
        Assert.Equal((ListingMode.Sale, false), (listing.Offer.Mode, listing.IsSuspended));
    }

    [Fact]
    public void A_listing_submitted_before_the_title_pack_owes_none()
    {
        const string Written =
            """
            {"patent":"patent:CN202110771508","reservation":"5b1b1a3c-6b52-4c0e-8f2e-0f5f5f5f5f5f","holders":["甲公司"],"route":{"steps":["Handler","Reviewer"]}}
            """;
        var (fact, _) = EventCodec.Decode(typeof(ListingSubmitted), Written, null);
        Assert.Empty(Assert.IsType<ListingSubmitted>(fact).Pack);
        var listing = Listing.Empty.Evolve(
            new Recorded(1, "listing:a", 2, DateTimeOffset.UnixEpoch, Guid.Empty, null, fact));
        Assert.Equal(ListingState.Submitted, listing.State);
        Assert.Null(TitlePackDecider.ChecklistFault(listing));
    }
}
