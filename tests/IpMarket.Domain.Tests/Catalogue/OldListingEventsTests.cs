using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
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
}
