using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>意向受让登记, changes of what is published, and the contract with the only one.</summary>
public sealed class IntentTests
{
    private static readonly DateOnly Contracted = new(2026, 3, 12);

    [Theory]
    [InlineData(999_999, "INTENT_BELOW_PRICE")]
    [InlineData(1_000_000, null)]
    [InlineData(0, "INTENT_PRICE_MALFORMED")]
    [InlineData(Limits.AmountFenMax, null)]
    [InlineData(Limits.AmountFenMax + 1, "INTENT_PRICE_MALFORMED")]
    public void An_offer_reaches_the_asking_price(long fen, string? refused) =>
        Assert.Equal(refused, new APublishedListing().Publish().Files("a", fen).Refused);

    [Fact]
    public void Where_no_price_is_asked_any_amount_is_an_offer() =>
        new APublishedListing(5, null).Publish().Files("a", 1).Accepted();

    [Fact]
    public void Only_who_may_bid_may_file()
    {
        var (buyer, seller) = (APublishedListing.Party("party:a"), APublishedListing.Party("party:seller"));
        var listing = new APublishedListing().Publish();
        Assert.Equal(
            "INTENT_OF_CENTRE_PERSON", listing.Files("a", of: new IntentFacts(buyer, seller, true, false)).Refused);
        Assert.Equal(
            "INTENT_PARTY_NOT_VERIFIED",
            listing.Files("a", of: new IntentFacts(APublishedListing.Party("party:a", false), seller, false, false))
                .Refused);
        Assert.Equal(
            "INTENT_PARTY_NOT_VERIFIED", listing.Files("a", of: new IntentFacts(null, seller, false, false)).Refused);
        Assert.Equal(
            "INTENT_BARRED", listing.Files("seller", of: new IntentFacts(seller, seller, false, false)).Refused);
        Assert.Equal("INTENT_BARRED", listing.Files("a", of: new IntentFacts(buyer, seller, false, true)).Refused);
        Assert.Equal(
            "INTENT_BARRED",
            listing.Files("a", of: new IntentFacts(buyer with { Affiliates = ["party:seller"] }, seller, false, false))
                .Refused);
    }

    [Fact]
    public void The_terms_of_the_newest_notice_are_accepted_or_nothing_is_filed()
    {
        var listing = new APublishedListing().Publish();
        Assert.Equal("TERMS_NOT_ACCEPTED", listing.Files("a", accepts: false).Refused);
        Assert.Equal("NOTICE_SUPERSEDED", listing.Files("a", notice: 0).Refused);
        Assert.Empty(listing.Period.Intents);
    }

    [Fact]
    public void A_party_files_once_and_may_come_back_thrice_in_all()
    {
        var listing = new APublishedListing().Publish();
        listing.Files("a").Accepted();
        Assert.Equal("INTENT_FILED_ALREADY", listing.Files("a").Refused);
        listing.StepsBack("a").Accepted();
        Assert.Empty(listing.Period.Standing);
        Assert.Equal("INTENT_UNKNOWN", listing.StepsBack("a").Refused);
        listing.Files("a").Accepted().StepsBack("a").Accepted().Files("a").Accepted().StepsBack("a").Accepted();
        Assert.Equal("FILED_TOO_OFTEN", listing.Files("a").Refused);
    }

    [Fact]
    public void One_person_files_for_one_party()
    {
        var listing = new APublishedListing().Publish().Files("a", user: "user:x").Accepted();
        Assert.Equal("ONE_PERSON_ONE_INTENT", listing.Files("b", user: "user:x").Refused);
        listing.StepsBack("a").Accepted().Files("b", user: "user:x").Accepted();
    }

    [Fact]
    public void A_listing_takes_so_many_parties_and_no_more()
    {
        var listing = new APublishedListing().Publish();
        foreach (var number in Enumerable.Range(1, Limits.IntentsMax)) listing.Files($"p{number}").Accepted();
        Assert.Equal("TOO_MANY_INTENTS", listing.Files("late").Refused);
    }

    [Fact]
    public void A_changed_offer_is_a_new_notice_and_earlier_intents_stand_only_once_confirmed()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Accepted();
        listing.Now = APublishedListing.Local(2026, 3, 9, 10);
        listing.AsksToChange(APublishedListing.Offer(800_000)).Accepted();
        Assert.Equal("CHANGE_WAITS", listing.AsksToChange(APublishedListing.Offer(1)).Refused);
        Assert.Equal(2, listing.Period.Standing.Count());
        listing.DecidesChange().Accepted();
        Assert.Equal(
            (2, APublishedListing.Local(2026, 3, 16, 17), Money.Cny(800_000)),
            (listing.Period.Notice, listing.Period.EndsAt!.Value, listing.State.Offer.AskingPrice!.Value));
        Assert.Empty(listing.Period.Standing);
        Assert.Equal("NOTICE_SUPERSEDED", listing.Files("a", notice: 1).Refused);
        listing.Files("a", 850_000).Accepted();
        var confirmed = Assert.Single(listing.Period.Standing);
        Assert.Equal((1, Money.Cny(850_000), 1), (confirmed.Number, confirmed.Price, confirmed.Filings));
        listing.Ends().Accepted();
        Assert.Equal(ListingState.ContractDue, listing.State.State);
    }

    [Fact]
    public void Who_confirms_speaks_for_that_party_from_then_on()
    {
        var listing = new APublishedListing().Publish().Files("a", user: "user:x").Accepted();
        listing.AsksToChange(APublishedListing.Offer(800_000)).Accepted().DecidesChange().Accepted();
        listing.Files("a", user: "user:y").Accepted();
        Assert.Equal("ONE_PERSON_ONE_INTENT", listing.Files("b", user: "user:y").Refused);
        listing.Files("b", user: "user:x").Accepted();
    }

    [Theory]
    [InlineData("user:handler", 1_200_000, "CONTRACT_BY_ANOTHER")]
    [InlineData("user:reviewer", 1_200_000, "CONTRACT_BY_ANOTHER")]
    [InlineData("user:officer", 1_199_999, "CONTRACT_BELOW_PRICE")]
    [InlineData("user:officer", 1_200_000, null)]
    public void The_contract_is_recorded_by_another_and_reaches_the_partys_own_offer(
        string user, long fen, string? refused)
    {
        var listing = new APublishedListing().Publish().Files("a", 1_200_000).Ends().Accepted();
        listing.RecordsContract(fen, new DateOnly(2026, 3, 10), user: user);
        Assert.Equal(refused, listing.Refused);
        if (refused == "CONTRACT_BELOW_PRICE") Assert.Equal(Money.Cny(1_200_000), listing.Why!.Figures["min"].Amount);
    }

    [Fact]
    public void A_change_is_seen_by_two_and_alters_no_mode()
    {
        var listing = new APublishedListing().Publish();
        Assert.Equal("NOTHING_CHANGED", listing.AsksToChange(APublishedListing.Offer(1_000_000)).Refused);
        Assert.Equal(
            "MODE_STAYS",
            listing.AsksToChange(APublishedListing.Offer(1) with
            {
                Mode = IpMarket.Domain.Catalogue.Gate.ListingMode.OrdinaryLicence,
            }).Refused);
        Assert.Equal("PERIOD_OUT_OF_BOUNDS", listing.AsksToChange(APublishedListing.Offer(1), 0).Refused);
        Assert.Equal("NO_CHANGE_WAITS", listing.DecidesChange().Refused);
        listing.AsksToChange(APublishedListing.Offer(1_000_000, "更正说明"), user: "user:handler").Accepted();
        Assert.Equal("CHANGE_DECIDED_BY_OTHERS", listing.DecidesChange(user: "user:handler").Refused);
        listing.DecidesChange(accepts: false).Accepted();
        Assert.Equal((1, "含全部技术资料"), (listing.Period.Notice, listing.State.Offer.Description));
        Assert.Null(listing.Period.Change);
    }

    [Fact]
    public void After_nobody_came_the_price_is_cut_and_announced_anew()
    {
        var listing = new APublishedListing().Publish().Ends().Accepted();
        listing.AsksToChange(APublishedListing.Offer(700_000)).Accepted().DecidesChange().Accepted();
        Assert.Equal((PeriodPhase.Running, 2), (listing.Period.Phase, listing.Period.Notice));
        Assert.Null(listing.Period.IntentsAtEnd);
    }

    [Theory]
    [InlineData(999_999, 12, true, "CONTRACT_BELOW_PRICE")]
    [InlineData(1_000_000, 9, true, "CONTRACT_DATE_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 13, true, "CONTRACT_DATE_OUT_OF_BOUNDS")]
    [InlineData(1_000_000, 12, false, "BUYER_NOT_VERIFIED")]
    [InlineData(0, 12, true, "INTENT_PRICE_MALFORMED")]
    [InlineData(1_000_000, 10, true, null)]
    [InlineData(1_200_000, 12, true, null)]
    public void The_contract_reaches_the_announced_price_after_the_period(
        long fen, int day, bool isBuyerVerified, string? refused)
    {
        var listing = new APublishedListing().Publish().Files("a").Ends().Accepted();
        Assert.Equal(APublishedListing.Local(2026, 3, 10, 17), listing.Now);
        listing.Now = APublishedListing.Local(2026, 3, 12, 10);
        listing.RecordsContract(fen, new DateOnly(2026, 3, day), isBuyerVerified);
        Assert.Equal(refused, listing.Refused);
        Assert.Equal(refused is null ? ListingState.Sold : ListingState.ContractDue, listing.State.State);
        if (refused is null) Assert.Equal((1, "party:a"), (listing.Period.Contract!.Intent, listing.Period.Contract.Buyer));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(" 攀知交〔2026〕12号 ", "攀知交〔2026〕12号", null)]
    [InlineData("  ", null, "TEXT_MISSING")]
    [InlineData("a\nb", null, "TEXT_NOT_CLEAN")]
    [InlineData("a\u202Eb", null, "TEXT_NOT_CLEAN")]
    [InlineData("101", null, "TEXT_TOO_LONG")]
    public void A_contract_may_bear_a_number_of_one_line(string? reference, string? kept, string? refused)
    {
        var listing = new APublishedListing().Publish().Files("a").Ends().Accepted();
        var written = reference == "101" ? new string('1', 101) : reference;
        listing.RecordsContract(1_000_000, new DateOnly(2026, 3, 10), reference: written);
        Assert.Equal((refused, kept), (listing.Refused, listing.Period.Contract?.Reference));
    }

    [Fact]
    public void A_contracts_number_is_no_public_text_of_the_journal_and_old_ones_have_none()
    {
        var fact = new ListingContracted(
            "patent:a", Guid.Empty, 1, "party:a", Money.Cny(1), new DateOnly(2026, 3, 10), null) { Reference = "HT-7" };
        var (open, secret) = EventCodec.Encode(fact, new Actor("user:officer"));
        Assert.DoesNotContain("HT-7", open, StringComparison.Ordinal);
        Assert.Equal(fact, EventCodec.Decode(typeof(ListingContracted), open, secret).Fact);
        var old = EventCodec.Encode(fact with { Reference = null }, new Actor("user:officer"));
        Assert.DoesNotContain("reference", old.Public + old.Secret, StringComparison.Ordinal);
        Assert.Null(((ListingContracted)EventCodec.Decode(typeof(ListingContracted), old.Public, old.Secret).Fact).Reference);
    }

    [Fact]
    public void A_contract_that_fails_gives_the_seller_his_choice_and_its_party_may_file_again()
    {
        var listing = new APublishedListing().Publish().Files("a").Ends().Accepted();
        Assert.Equal("WRONG_STATE", listing.IsWithdrawn().Refused);
        listing.FailsContract().Accepted();
        Assert.Equal((ListingState.Published, PeriodPhase.SellersChoice), (listing.State.State, listing.Period.Phase));
        Assert.False(listing.Period.AllowsAuction);
        Assert.Equal("NO_CONTRACT_DUE", listing.RecordsContract(1_000_000, Contracted).Refused);
        listing.Extends().Accepted();
        Assert.Empty(listing.Period.Standing);
        listing.Files("a").Accepted();
        Assert.Equal(2, Assert.Single(listing.Period.Standing).Filings);
    }

    [Fact]
    public void A_fact_that_closes_the_mode_holds_the_contract_up_until_it_is_cured()
    {
        var listing = new APublishedListing().Publish().Files("a").Ends().Accepted();
        listing.IsSuspended().Accepted();
        Assert.Equal((ListingState.ContractDue, true), (listing.State.State, listing.State.IsSuspended));
        Assert.Equal("LISTING_HALTED", listing.RecordsContract(1_000_000, new DateOnly(2026, 3, 10)).Refused);
        listing.IsResumed().Accepted();
        listing.RecordsContract(1_000_000, new DateOnly(2026, 3, 10)).Accepted();
        Assert.Equal(ListingState.Sold, listing.State.State);
    }
}
