using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>Which offers have a period or an auction, and what a change after publication may alter.</summary>
public sealed class DealFormTests
{
    [Theory]
    [InlineData(ListingMode.Sale, null, null, 1_000_000L, true, false)]
    [InlineData(ListingMode.Sale, null, null, null, true, false)]
    [InlineData(ListingMode.Sale, PriceWay.Asking, PriceForm.LumpSum, 1_000_000L, true, false)]
    [InlineData(ListingMode.Sale, PriceWay.Asking, PriceForm.Instalments, 1_000_000L, true, false)]
    [InlineData(ListingMode.Sale, PriceWay.Negotiated, PriceForm.LumpSum, null, true, false)]
    [InlineData(ListingMode.Sale, PriceWay.Bidding, PriceForm.LumpSum, null, true, false)]
    [InlineData(ListingMode.Sale, PriceWay.Asking, PriceForm.Royalty, null, false, false)]
    [InlineData(ListingMode.Sale, PriceWay.Negotiated, PriceForm.EntryFeeAndRoyalty, null, false, false)]
    [InlineData(ListingMode.OpenLicence, PriceWay.Asking, PriceForm.LumpSum, 1_000_000L, false, true)]
    [InlineData(ListingMode.OrdinaryLicence, PriceWay.Asking, PriceForm.LumpSum, 1_000_000L, false, true)]
    [InlineData(ListingMode.SoleLicence, PriceWay.Asking, PriceForm.Royalty, null, false, false)]
    [InlineData(ListingMode.ExclusiveLicence, PriceWay.Negotiated, PriceForm.LumpSum, null, false, false)]
    [InlineData(ListingMode.EquityContribution, null, null, null, false, false)]
    [InlineData(ListingMode.PledgeRealisation, PriceWay.Asking, PriceForm.LumpSum, 1_000_000L, false, false)]
    public void Every_offer_has_a_period_and_without_one_an_auction_or_intents_at_any_time(
        ListingMode mode, PriceWay? way, PriceForm? form, long? fen, bool hasAuction, bool isRepeatable)
    {
        var offer = Offer(mode, way, form, fen);
        Assert.Null(Listing(offer, 5).Chooses(5).Refused);
        Assert.Null(Listing(offer, 0).Chooses(0).Refused);
        Assert.Equal(hasAuction, DealForm.FitsAuction(offer));
        Assert.Equal(isRepeatable, DealForm.IsRepeatable(mode));
        var withPeriod = Out(Listing(offer, 5));
        Assert.Equal(PeriodPhase.Running, withPeriod.Period.Phase);
        Assert.Equal("AUCTION_NOT_DUE", hasAuction ? withPeriod.Enters().Refused : "AUCTION_NOT_DUE");
        var without = Out(Listing(offer, 0));
        Assert.Equal(hasAuction ? PeriodPhase.None : PeriodPhase.Open, without.Period.Phase);
        Assert.Equal(hasAuction ? null : "AUCTION_NOT_OF_OFFER", without.Enters().Refused);
    }

    [Theory]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, PriceWay.Asking, PriceForm.Royalty, 20)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, PriceWay.Bidding, PriceForm.LumpSum, 20)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.OrdinaryLicence, PriceWay.Negotiated, PriceForm.LumpSum, 0)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.OrdinaryLicence, PriceWay.Negotiated, PriceForm.LumpSum, 1)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.ExclusiveLicence, PriceWay.Negotiated, PriceForm.Royalty, 1)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.EquityContribution, null, null, 1)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.Sale, PriceWay.Bidding, PriceForm.LumpSum, 0)]
    public void Who_must_have_a_period_comes_out_with_it_in_every_mode_and_not_without(
        PartyFactKind seller, ListingMode mode, PriceWay? way, PriceForm? form, int least)
    {
        var offer = Offer(mode, way, form, null);
        var listing = Listing(offer, null, seller).Publish();
        Assert.Equal(least == 0 ? null : "PERIOD_TOO_SHORT", listing.Refused);
        if (least == 0) return;
        Assert.Contains("》", listing.Why!.Zh, StringComparison.Ordinal);
        Assert.Equal("PERIOD_TOO_SHORT", Listing(offer, null, seller).Chooses(least - 1).Refused);
        Assert.Null(Listing(offer, null, seller).Chooses(least).Refused);
        Assert.Equal(PeriodPhase.Running, Listing(offer, least, seller).Publish().Accepted().Period.Phase);
    }

    [Theory]
    [InlineData(999_999, "INTENT_BELOW_PRICE")]
    [InlineData(1_000_000, null)]
    public void Where_bidding_names_the_price_an_intent_reaches_where_it_begins(long fen, string? refused)
    {
        var offer = Offer(ListingMode.Sale, PriceWay.Bidding, PriceForm.LumpSum, null);
        var price = offer.ModeTerms!.Price! with { StartPrice = Money.Cny(1_000_000) };
        var listing = Listing(offer with { ModeTerms = new ModeTerms { Price = price } }, 5).Publish().Accepted();
        Assert.Equal(refused, listing.Files("a", fen).Refused);
        if (refused is not null) return;
        listing.Ends().Accepted().RecordsContract(999_999, new DateOnly(2026, 3, 10));
        Assert.Equal("CONTRACT_BELOW_PRICE", listing.Refused);
    }

    [Fact]
    public void A_profile_is_due_only_where_an_auction_may_follow()
    {
        var licence = Listing(Offer(ListingMode.SoleLicence, PriceWay.Asking, PriceForm.LumpSum, 1_000_000), 5);
        Assert.Null(licence.Chooses(5, "").Refused);
        licence.Offering(APublishedListing.Offer(1_000_000)).IsHandledAgain();
        Assert.Equal("PERIOD_PROFILE_UNKNOWN", licence.PublishedOrRefused());
        Assert.Equal("PERIOD_PROFILE_UNKNOWN", new APublishedListing().Chooses(5, "").Refused);
    }

    [Theory]
    [InlineData(ListingMode.OpenLicence)]
    [InlineData(ListingMode.OrdinaryLicence)]
    [InlineData(ListingMode.PledgeRealisation)]
    public void What_is_no_sale_enters_no_auction(ListingMode mode) => Assert.Equal(
        "AUCTION_NOT_OF_OFFER",
        new APublishedListing(0).Publish().Accepted()
            .Offering(Offer(mode, PriceWay.Asking, PriceForm.LumpSum, 1_000_000)).Enters().Refused);

    [Fact]
    public void A_change_alters_price_description_and_terms_and_nothing_else()
    {
        var standing = Instalments(1_000_000, 400_000, 600_000);
        var price = standing.ModeTerms!.Price!;
        var shares = price with { Instalments = [Stage(100), Stage(999_900)] };
        Refused("CHANGE_TOO_WIDE", "modeTerms", standing with { ModeTerms = new ModeTerms { Price = shares } });
        Refused("CHANGE_TOO_WIDE", "modeTerms", standing with { ModeTerms = null });
        Refused("CHANGE_TOO_WIDE", "technology", standing with { Technology = new() });
        Refused("CHANGE_TOO_WIDE", "subject", standing with { Subject = new() });
        Refused("AMOUNTS_NOT_TOTAL", "price.instalments", standing with { AskingPrice = Money.Cny(900_000) });
        Refused("ASKING_PRICE_MISSING", "askingPrice", standing with { AskingPrice = null });
        Refused("NOTHING_CHANGED", null, Instalments(1_000_000, 400_000, 600_000));
        Refused(null, null, standing with { Terms = "另附说明" });

        void Refused(string? code, string? field, ListingOffer offer)
        {
            var listing = new APublishedListing(5).Offering(standing).Publish().Accepted().AsksToChange(offer);
            Assert.Equal(code, listing.Refused);
            if (field is not null) Assert.Equal(field, listing.Why!.Figures["field"].Text);
        }
    }

    [Fact]
    public void A_negotiated_price_is_named_by_no_change()
    {
        var standing = Offer(ListingMode.Sale, PriceWay.Negotiated, PriceForm.LumpSum, null);
        var listing = new APublishedListing(5).Offering(standing).Publish().Accepted();
        Assert.Equal(
            "ASKING_PRICE_UNEXPECTED",
            listing.AsksToChange(standing with { AskingPrice = Money.Cny(1) }).Refused);
    }

    private static APublishedListing Out(APublishedListing listing)
    {
        if (listing.State.Offer.Mode == ListingMode.PledgeRealisation) listing.Gate = AnOffer.Realisable;
        return listing.Publish().Accepted();
    }

    private static APublishedListing Listing(
        ListingOffer offer, int? days, params ImmutableArray<PartyFactKind> facts) =>
        new APublishedListing(days, null, null, facts).Offering(offer);

    private static ListingOffer Instalments(long total, params long[] stages) =>
        Offer(ListingMode.Sale, PriceWay.Asking, PriceForm.Instalments, total, [.. stages.Select(Stage)]);

    private static Instalment Stage(long fen) =>
        new() { Due = InstalmentDue.OtherEvent, Event = "付款节点", Amount = Money.Cny(fen) };

    private static ListingOffer Offer(
        ListingMode mode, PriceWay? way, PriceForm? form, long? fen, ImmutableArray<Instalment>? stages = null) =>
        APublishedListing.Offer(fen) with
        {
            Mode = mode,
            ModeTerms = way is { } how && form is { } paid
                ? new ModeTerms { Price = Price(how, paid, stages) }
                : null,
        };

    /// <summary>A price sound in itself: a form that needs a plan or a rate has one.</summary>
    private static PriceTerms Price(PriceWay way, PriceForm form, ImmutableArray<Instalment>? stages) => new()
    {
        Way = way,
        Form = form,
        Instalments = stages ?? (form == PriceForm.Instalments ? [Half, Half] : []),
        Royalty = form == PriceForm.Royalty ? new Royalty { RatesBp = [300] } : null,
    };

    private static Instalment Half => new() { Due = InstalmentDue.HandOver, ShareBp = 5_000 };
}
