using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Catalogue.Gate;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>意向保证金 (P8, P19): an intent counts with its deposit, and whose intent is over gets it back.</summary>
public sealed class IntentDepositTests
{
    private const long Deposit = 100_000;

    [Theory]
    [InlineData(9_999L, "INTENT_DEPOSIT_OUT_OF_BOUNDS")]
    [InlineData(10_000L, null)]
    [InlineData(300_000L, null)]
    [InlineData(300_001L, "INTENT_DEPOSIT_OUT_OF_BOUNDS")]
    [InlineData(null, null)]
    public void A_deposit_lies_within_the_houses_bounds_and_three_tenths_of_the_price(long? fen, string? refused)
    {
        var listing = new APublishedListing().Chooses(5, deposit: fen);
        Assert.Equal(refused, listing.Refused);
        if (refused is null) Assert.Equal(fen, listing.Period.Chosen!.Deposit?.Fen);
    }

    [Fact]
    public void Without_a_period_or_where_several_can_have_it_no_deposit_is_taken()
    {
        Assert.Equal("INTENT_DEPOSIT_NOT_TAKEN", new APublishedListing().Chooses(0, deposit: Deposit).Refused);
        var licence = APublishedListing.Offer(1_000_000) with { Mode = ListingMode.OrdinaryLicence };
        Assert.Equal(
            "INTENT_DEPOSIT_NOT_TAKEN",
            new APublishedListing().Offering(licence).Chooses(5, "", Deposit).Refused);
        Assert.Equal(
            "INTENT_DEPOSIT_OUT_OF_BOUNDS",
            new APublishedListing().Demands(Deposit).Offering(APublishedListing.Offer(200_000)).Publish().Refused);
        Assert.Equal(
            "INTENT_DEPOSIT_OUT_OF_BOUNDS",
            Out().AsksToChange(APublishedListing.Offer(200_000)).Refused);
    }

    [Fact]
    public void Without_a_deposit_everything_is_as_it_was()
    {
        var listing = new APublishedListing().Publish().Files("a").Accepted();
        Assert.Null(Assert.IsType<IntentFiled>(listing.Last).DepositDue);
        Assert.Equal("INTENT_DEPOSIT_NOT_AWAITED", listing.Counts(1).Refused);
        Assert.Equal(1, Assert.IsType<ListingPeriodEnded>(listing.Ends().Last).Intents);
        const string stored = """{"terms":{"workingDays":5,"profile":"p","profileName":"n"}}""";
        var old = (ListingPeriodChosen)EventCodec.Decode(typeof(ListingPeriodChosen), stored, null).Fact;
        Assert.Equal((5, null), (old.Terms.WorkingDays, old.Terms.Deposit));
    }

    [Theory]
    [InlineData(0, PeriodPhase.SellersChoice)]
    [InlineData(1, PeriodPhase.ContractDue)]
    [InlineData(2, PeriodPhase.AuctionDue)]
    public void Only_intents_whose_deposit_is_in_count_at_the_end_and_the_others_lapse(int paid, PeriodPhase phase)
    {
        var listing = Out().Files("a").Files("b").Files("c").Accepted();
        for (var intent = 1; intent <= paid; intent++) listing.Counts(intent).Accepted();
        Assert.Equal(paid, listing.Period.Effective.Count());
        listing.Ends().Accepted();
        Assert.Equal((phase, (int?)paid), (listing.Period.Phase, listing.Period.IntentsAtEnd));
        Assert.Equal(Enumerable.Range(paid + 1, 3 - paid), Released(listing));
        Assert.Equal(paid, listing.Period.Standing.Count());
    }

    [Fact]
    public void What_the_case_counted_before_the_end_counts_though_it_arrives_after_and_what_it_counted_later_does_not()
    {
        var listing = Out().Files("a").Files("b");
        var end = listing.Period.EndsAt!.Value;
        listing.Now = end;
        Assert.Equal("PERIOD_OVER", listing.Counts(1, end).Refused);
        listing.Counts(1, end.AddMicroseconds(-1)).Accepted();
        listing.Ends(end, 2).Accepted();
        Assert.Equal(2, listing.Period.IntentsAtEnd);
        Assert.Equal([1, 2], listing.Facts.OfType<IntentDepositReceived>().Select(received => received.Intent));
        Assert.Equal("INTENT_DEPOSIT_NOT_AWAITED", listing.Counts(2).Refused);
    }

    [Fact]
    public void Who_withdraws_gets_it_back_and_may_file_anew_with_another_deposit()
    {
        var listing = Out().Files("a").Counts(1).StepsBack("a").Accepted();
        Assert.Equal([1], Released(listing));
        Assert.Equal("INTENT_DEPOSIT_NOT_AWAITED", listing.Counts(1).Refused);
        listing.Files("a").Accepted();
        Assert.True(listing.Period.IntentOf("party:a")!.AwaitsDeposit);
        Assert.Equal(2, listing.Period.IntentOf("party:a")!.Number);
    }

    [Fact]
    public void The_contracts_party_keeps_it_in_and_a_failed_ones_goes_back()
    {
        var sold = Ended(1).RecordsContract(1_000_000, new DateOnly(2026, 3, 10)).Accepted();
        Assert.Equal(ListingState.Sold, sold.State.State);
        Assert.Empty(sold.Facts.OfType<IntentDepositsReleased>());
        var failed = Ended(1).FailsContract().Accepted();
        Assert.Equal([1], Released(failed));
    }

    [Fact]
    public void When_the_auction_takes_the_listing_deposits_go_back_and_an_extension_asks_for_them_anew()
    {
        var listing = Ended(2).Enters().Accepted();
        Assert.Equal([1, 2], Released(listing));
        listing.Leaves().Extends().Accepted();
        Assert.Empty(listing.Period.Standing);
        listing.Files("a").Accepted();
        Assert.True(listing.Period.IntentOf("party:a")!.AwaitsDeposit);
    }

    [Fact]
    public void A_listing_that_is_withdrawn_or_sent_back_gives_all_of_them_back()
    {
        Assert.Equal([1, 2], Released(Out().Files("a").Files("b").Counts(2).IsWithdrawn().Accepted()));
        var suspended = Out().Files("a").Counts(1);
        suspended.Gate = APatentWith.Nothing.With(EncumbranceKind.Preservation);
        Assert.Equal([1], Released(suspended.IsSuspended().Accepted().IsReturned().Accepted()));
    }

    [Fact]
    public void Under_a_new_notice_a_deposit_that_is_in_stays_in_and_one_not_confirmed_goes_back_at_the_end()
    {
        var listing = Out().Files("a").Counts(1).Files("b").Counts(2)
            .AsksToChange(APublishedListing.Offer(900_000)).DecidesChange().Accepted();
        Assert.Empty(listing.Period.Effective);
        listing.Files("a").Accepted();
        Assert.IsType<IntentConfirmed>(listing.Last);
        Assert.Equal(1, Assert.Single(listing.Period.Effective).Number);
        Assert.Equal("PERIOD_STILL_RUNNING", listing.Ends(listing.Now).Refused);
        listing.Ends().Accepted();
        Assert.Equal((1, PeriodPhase.ContractDue), (listing.Period.IntentsAtEnd, listing.Period.Phase));
        Assert.Equal([2], Released(listing));
    }

    private static APublishedListing Out() => new APublishedListing().Demands(Deposit).Publish().Accepted();

    private static APublishedListing Ended(int paid)
    {
        var listing = Out();
        for (var intent = 1; intent <= paid; intent++) listing.Files($"{(char)('a' + intent - 1)}").Counts(intent);
        return listing.Ends().Accepted();
    }

    private static int[] Released(APublishedListing listing) =>
        listing.Facts.OfType<IntentDepositsReleased>().LastOrDefault() is { } released ? [.. released.Intents] : [];
}
