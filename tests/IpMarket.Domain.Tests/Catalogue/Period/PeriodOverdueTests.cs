using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Parties.Onboarding;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>What a period ended with is decided before anything else, and nothing slips out of it.</summary>
public sealed class PeriodOverdueTests
{
    [Fact]
    public void Once_its_end_has_come_nothing_is_changed_or_withdrawn_before_it_is_noted()
    {
        var listing = new APublishedListing().Publish().Files("a").Accepted();
        listing.AsksToChange(APublishedListing.Offer(900_000)).Accepted();
        listing.Now = listing.Period.EndsAt!.Value;
        Assert.Equal("PERIOD_OUTCOME_DUE", listing.DecidesChange().Refused);
        Assert.Equal("PERIOD_OUTCOME_DUE", listing.IsWithdrawn().Refused);
        var other = new APublishedListing().Publish().Accepted();
        other.Now = other.Period.EndsAt!.Value;
        Assert.Equal("PERIOD_OUTCOME_DUE", other.AsksToChange(APublishedListing.Offer(900_000)).Refused);
        other.Now = other.Now.AddMicroseconds(-1);
        other.AsksToChange(APublishedListing.Offer(900_000)).Accepted();
    }

    [Theory]
    [InlineData(0, ListingState.Suspended, PeriodPhase.SellersChoice)]
    [InlineData(1, ListingState.ContractDue, PeriodPhase.ContractDue)]
    [InlineData(2, ListingState.Suspended, PeriodPhase.AuctionDue)]
    public void A_suspension_after_the_end_does_not_stop_the_period(int intents, ListingState state, PeriodPhase phase)
    {
        var listing = new APublishedListing().Publish().Accepted();
        foreach (var number in Enumerable.Range(1, intents)) listing.Files($"p{number}").Accepted();
        listing.Now = listing.Period.EndsAt!.Value.AddMinutes(1);
        listing.IsSuspended().Accepted();
        Assert.Equal(PeriodPhase.Running, listing.Period.Phase);
        listing.Ends(listing.Now).Accepted();
        Assert.Equal((state, phase), (listing.State.State, listing.Period.Phase));
        Assert.True(listing.State.IsSuspended);
    }

    [Fact]
    public void With_two_interested_the_auction_comes_first_and_afterwards_the_seller_may_withdraw()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Ends().Accepted();
        Assert.Equal("AUCTION_COMES_FIRST", listing.IsWithdrawn().Refused);
        listing.Enters().Accepted().Leaves().Accepted().IsWithdrawn().Accepted();
    }

    [Fact]
    public void An_auction_that_is_called_off_is_due_as_before()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Ends().Enters().Accepted();
        listing.Leaves(AuctionOutcome.CalledOff).Accepted();
        Assert.Equal(PeriodPhase.AuctionDue, listing.Period.Phase);
        Assert.Equal("AUCTION_COMES_FIRST", listing.IsWithdrawn().Refused);
        Assert.Equal("NO_CHOICE_DUE", listing.Extends().Refused);
        listing.Enters().Accepted().Leaves().Accepted();
        Assert.Equal(PeriodPhase.SellersChoice, listing.Period.Phase);
    }

    [Fact]
    public void A_second_auction_that_is_called_off_leaves_the_seller_the_choice_the_first_had_left_him()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Ends().Accepted();
        listing.Enters().Accepted().Leaves().Accepted();
        listing.Enters().Accepted().Leaves(AuctionOutcome.CalledOff).Accepted();
        Assert.Equal(PeriodPhase.SellersChoice, listing.Period.Phase);
        Assert.True(listing.Period.AllowsAuction);
        listing.Enters().Accepted().Leaves(AuctionOutcome.CalledOff).Accepted();
        listing.Extends().Accepted();
    }

    [Fact]
    public void An_auction_entered_before_that_was_kept_leads_back_to_an_auction_that_is_due()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Ends().Enters().Accepted();
        Assert.Equal(PeriodPhase.AuctionDue, listing.Period.BeforeAuction);
        Assert.Equal(PeriodPhase.AuctionDue, ListingPeriod.PhaseAfterAuction(null, wasCalledOff: true));
        Assert.Equal(PeriodPhase.SellersChoice, ListingPeriod.PhaseAfterAuction(null, wasCalledOff: false));
        listing.Leaves(AuctionOutcome.CalledOff).Accepted();
        Assert.Null(listing.Period.BeforeAuction);
    }

    [Fact]
    public void Nothing_of_a_period_is_left_in_a_listing_that_was_sent_back()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Ends().Accepted();
        listing.IsSuspended().Accepted().IsReturned().Accepted();
        Assert.Empty(listing.Period.Standing);
        Assert.Null(listing.Period.IntentsAtEnd);
        listing.ComesOutAgain().Accepted().Enters().Accepted().Leaves().Accepted();
        Assert.Equal(PeriodPhase.None, listing.Period.Phase);
        Assert.Empty(listing.Period.Standing);
    }

    [Fact]
    public void Who_is_sent_back_after_an_end_that_was_not_noted_has_no_deadline_left()
    {
        var listing = new APublishedListing().Publish().Files("a").Accepted();
        listing.Now = listing.Period.EndsAt!.Value.AddMinutes(1);
        listing.IsSuspended().Accepted().IsReturned().Accepted();
        Assert.Contains(listing.Facts, fact => fact is ListingPeriodClosed);
        Assert.Equal("PERIOD_NOT_RUNNING", listing.Ends(listing.Now).Refused);
    }

    [Fact]
    public void In_its_auction_and_once_sold_no_period_is_open()
    {
        var listing = new APublishedListing().Publish().Files("a").Files("b").Ends().Accepted().Enters().Accepted();
        Assert.Equal(PeriodPhase.None, listing.Period.Phase);
        listing.Sells().Accepted();
        Assert.Equal((ListingState.Sold, PeriodPhase.None), (listing.State.State, listing.Period.Phase));
        var again = new APublishedListing().Publish().Files("a").Files("b").Ends().Enters().Leaves().Enters().Sells();
        Assert.Equal((ListingState.Sold, PeriodPhase.None), (again.State.State, again.Period.Phase));
    }

    [Theory]
    [InlineData(0, PeriodEnding.NoIntents)]
    [InlineData(1, PeriodEnding.ContractFailed)]
    [InlineData(2, PeriodEnding.AuctionWithoutSale)]
    public void An_extension_says_what_the_period_ended_with(int intents, PeriodEnding ending)
    {
        var listing = new APublishedListing().Publish().Accepted();
        foreach (var number in Enumerable.Range(1, intents)) listing.Files($"p{number}").Accepted();
        listing.Ends().Accepted();
        if (intents == 1) listing.FailsContract().Accepted();
        if (intents == 2) listing.Enters().Leaves().Accepted();
        Assert.Equal(ending, listing.Period.EndedWith);
        Assert.Equal(ending, Assert.IsType<ListingPeriodExtended>(listing.Extends().Accepted().Last).After);
    }

    [Fact]
    public void A_notice_says_how_many_days_it_lasts_at_least()
    {
        var institute = PartyFactKind.PublicResearch;
        var listing = new APublishedListing(1, null, null, institute).Publish().Accepted();
        Assert.Equal(15, Assert.IsType<ListingPeriodBegan>(listing.Last).CalendarDays);
    }
}
