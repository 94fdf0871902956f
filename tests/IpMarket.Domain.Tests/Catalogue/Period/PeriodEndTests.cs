using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties.Onboarding;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>What a period ends with: seller kind × intents × suspended × changed.</summary>
public sealed class PeriodEndTests
{
    public static TheoryData<PartyFactKind?, int, bool, bool> Table()
    {
        var rows = new TheoryData<PartyFactKind?, int, bool, bool>();
        PartyFactKind?[] sellers = [null, PartyFactKind.StateOwned, PartyFactKind.PublicResearch];
        foreach (var seller in sellers)
            foreach (var intents in Enumerable.Range(0, 4))
                foreach (var isSuspended in new[] { false, true })
                    foreach (var isChanged in new[] { false, true }) rows.Add(seller, intents, isSuspended, isChanged);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_intents_that_stand_decide_the_form(
        PartyFactKind? seller, int intents, bool isSuspended, bool isChanged)
    {
        ImmutableArray<PartyFactKind> facts = seller is { } kind ? [kind] : [];
        var listing = new APublishedListing(20, 1_000_000, null, facts).Publish().Accepted();
        foreach (var number in Enumerable.Range(1, intents)) listing.Files($"p{number}").Accepted();
        if (isChanged)
        {
            listing.AsksToChange(APublishedListing.Offer(900_000), 20).Accepted();
            listing.DecidesChange().Accepted();
        }

        if (isSuspended)
        {
            listing.IsSuspended().Accepted();
            Assert.Equal((ListingState.Suspended, PeriodPhase.Stopped), (listing.State.State, listing.Period.Phase));
            Assert.Equal("PERIOD_NOT_RUNNING", listing.Ends().Refused);
            listing.IsResumed().Accepted();
        }

        listing.Ends().Accepted();
        var standing = isChanged ? 0 : intents;
        Assert.Equal(standing, listing.Period.IntentsAtEnd);
        var (state, phase) = standing switch
        {
            0 => (ListingState.Published, PeriodPhase.SellersChoice),
            1 => (ListingState.ContractDue, PeriodPhase.ContractDue),
            _ => (ListingState.Published, PeriodPhase.AuctionDue),
        };
        Assert.Equal((state, phase), (listing.State.State, listing.Period.Phase));
        Assert.Equal(standing >= 2, listing.Period.AllowsAuction);
        Assert.Equal(standing == 1, listing.Period.ContractBy is not null);
        Assert.Equal(standing >= 2 ? null : standing == 1 ? "WRONG_STATE" : "AUCTION_NOT_DUE", listing.Enters().Refused);
    }

    [Theory]
    [InlineData(0, null, 50_000_000L, null)]
    [InlineData(null, null, 50_000_000L, null)]
    [InlineData(0, PartyFactKind.StateOwned, 50_000_000L, "PERIOD_TOO_SHORT")]
    [InlineData(null, PartyFactKind.StateOwned, 50_000_000L, "PERIOD_TOO_SHORT")]
    [InlineData(9, PartyFactKind.StateOwned, 50_000_000L, "PERIOD_TOO_SHORT")]
    [InlineData(10, PartyFactKind.StateOwned, 50_000_000L, null)]
    [InlineData(19, PartyFactKind.StateOwned, 1_000_000_000L, "PERIOD_TOO_SHORT")]
    [InlineData(20, PartyFactKind.StateOwned, 1_000_000_000L, null)]
    [InlineData(19, PartyFactKind.StateOwned, null, "PERIOD_TOO_SHORT")]
    [InlineData(0, PartyFactKind.PublicResearch, 50_000_000L, null)]
    [InlineData(0, PartyFactKind.PublicResearch, null, "PERIOD_TOO_SHORT")]
    [InlineData(1, PartyFactKind.PublicResearch, null, null)]
    [InlineData(61, null, 50_000_000L, "PERIOD_OUT_OF_BOUNDS")]
    public void A_listing_comes_out_only_for_as_long_as_its_seller_must(
        int? days, PartyFactKind? seller, long? fen, string? refused)
    {
        ImmutableArray<PartyFactKind> facts = seller is { } kind ? [kind] : [];
        var listing = new APublishedListing(days, fen, null, facts).Publish();
        Assert.Equal(refused, listing.Refused);
        if (refused == "PERIOD_TOO_SHORT" && seller == PartyFactKind.StateOwned)
        {
            Assert.Contains("第32号", listing.Why!.Zh, StringComparison.Ordinal);
            Assert.Contains("art. 50", listing.Why.En, StringComparison.Ordinal);
        }

        if (refused is not null) return;
        Assert.Equal(ListingState.Published, listing.State.State);
        Assert.Equal(days > 0 ? PeriodPhase.Running : PeriodPhase.None, listing.Period.Phase);
        Assert.Equal(days > 0 ? "AUCTION_NOT_DUE" : null, listing.Enters().Refused);
    }

    [Fact]
    public void A_negotiable_price_of_a_public_institute_is_out_for_fifteen_days()
    {
        var listing = new APublishedListing(1, null, null, PartyFactKind.PublicResearch).Publish().Accepted();
        Assert.Equal(APublishedListing.Local(2026, 3, 18, 17), listing.Period.EndsAt);
    }

    [Fact]
    public void An_intent_a_microsecond_before_the_end_is_in_and_one_at_the_end_is_out()
    {
        var listing = new APublishedListing(5).Publish().Accepted();
        var end = listing.Period.EndsAt!.Value;
        listing.Now = end.AddMicroseconds(-1);
        Assert.Equal("PERIOD_STILL_RUNNING", listing.Ends(listing.Now).Refused);
        listing.Files("a").Accepted();
        listing.Now = end;
        Assert.Equal("PERIOD_OVER", listing.Files("b").Refused);
        Assert.Equal("PERIOD_OVER", listing.StepsBack("a").Refused);
        listing.Ends().Accepted();
        Assert.Equal(ListingState.ContractDue, listing.State.State);
        Assert.Equal("PERIOD_NOT_RUNNING", listing.Ends().Refused);
    }

    [Fact]
    public void The_end_is_that_of_the_rule_however_late_it_is_noticed()
    {
        var listing = new APublishedListing(5).Publish().Accepted().Files("a");
        var end = listing.Period.EndsAt!.Value;
        listing.Ends(end.AddDays(3)).Accepted();
        Assert.Equal(ListingPeriodRules.Default.EndOf(WorkingCalendar.Plain, end, 10), listing.Period.ContractBy);
    }

    [Fact]
    public void A_suspension_stops_the_clock_and_gives_the_working_days_back()
    {
        var calendar = new WorkingCalendar([new DateOnly(2026, 3, 20)], []);
        var listing = new APublishedListing(5, calendar: calendar).Publish().Accepted();
        listing.Now = APublishedListing.Local(2026, 3, 5, 9);
        listing.IsSuspended().Accepted();
        Assert.Equal(4, listing.Period.DaysLeft);
        Assert.Equal("LISTING_HALTED", listing.Files("a").Refused);
        listing.Now = APublishedListing.Local(2026, 3, 17, 15);
        listing.IsResumed().Accepted();
        Assert.Equal(
            (PeriodPhase.Running, APublishedListing.Local(2026, 3, 24, 17)),
            (listing.Period.Phase, listing.Period.EndsAt!.Value));
    }

    [Fact]
    public void Suspended_in_its_last_minute_it_has_one_working_day_left()
    {
        var listing = new APublishedListing(5).Publish().Accepted();
        listing.Now = listing.Period.EndsAt!.Value.AddSeconds(-1);
        listing.IsSuspended().Accepted();
        Assert.Equal(1, listing.Period.DaysLeft);
        listing.IsResumed().Accepted();
        Assert.Equal(APublishedListing.Local(2026, 3, 11, 17), listing.Period.EndsAt);
    }

    [Fact]
    public void A_period_that_is_over_does_not_stop_when_its_listing_is_suspended()
    {
        var listing = new APublishedListing(5).Publish().Files("a").Files("b").Ends().Accepted();
        listing.IsSuspended().Accepted();
        Assert.Equal((ListingState.Suspended, PeriodPhase.AuctionDue), (listing.State.State, listing.Period.Phase));
        listing.IsResumed().Accepted();
        listing.Enters().Accepted();
        Assert.Equal(ListingState.InAuction, listing.State.State);
    }

    [Fact]
    public void The_seller_extends_in_steps_only_after_nobody_came_and_not_for_ever()
    {
        var listing = new APublishedListing(5).Publish().Accepted();
        Assert.Equal("NO_CHOICE_DUE", listing.Extends().Refused);
        foreach (var count in Enumerable.Range(1, ListingPeriodRules.Default.ExtensionsMax))
        {
            listing.Ends().Accepted().Extends().Accepted();
            Assert.Equal((count, PeriodPhase.Running), (listing.Period.Extensions, listing.Period.Phase));
            Assert.Equal(
                ListingPeriodRules.Default.EndOf(WorkingCalendar.Plain, listing.Now, 5), listing.Period.EndsAt);
        }

        Assert.Equal("EXTENDED_TOO_OFTEN", listing.Ends().Accepted().Extends().Refused);
    }

    [Fact]
    public void An_auction_without_sale_leaves_the_seller_his_choice_and_another_auction()
    {
        var listing = new APublishedListing(5).Publish().Files("a").Files("b").Ends().Accepted();
        listing.Enters().Accepted().Leaves().Accepted();
        Assert.Equal(PeriodPhase.SellersChoice, listing.Period.Phase);
        Assert.True(listing.Period.AllowsAuction);
        listing.Extends().Accepted();
        Assert.Equal("AUCTION_NOT_DUE", listing.Enters().Refused);
    }

    [Fact]
    public void A_listing_remembers_the_last_auction_that_was_held_without_a_sale()
    {
        var listing = new APublishedListing(5).Publish().Files("a").Files("b").Ends().Accepted();
        listing.Enters().Accepted().Leaves(AuctionOutcome.CalledOff).Accepted();
        Assert.Null(listing.Period.Unsold);
        listing.Enters().Accepted().Leaves().Accepted();
        Assert.Equal(new UnsoldAuction("auction:a", 1), listing.Period.Unsold);
        listing.Enters().Accepted().Leaves().Accepted();
        Assert.Equal(2, listing.Period.Unsold!.Auctions);
    }

    [Fact]
    public void Auctions_without_a_sale_are_counted_profile_by_profile()
    {
        var listing = new APublishedListing(5).Publish().Files("a").Files("b").Ends().Accepted();
        void Held(string auction, string? profile, AuctionOutcome end = AuctionOutcome.NoSale) =>
            listing.Enters(auction).Accepted().Leaves(end, profile, auction).Accepted();

        Held("auction:of-before", null);
        Held("auction:1", "online-bidding");
        Held("auction:2", "judicial-online");
        Held("auction:3", "online-bidding");
        Held("auction:4", "judicial-online", AuctionOutcome.CalledOff);
        var unknown = new UnsoldAuction("auction:of-before", 1);
        var court = new UnsoldAuction("auction:2", 1) { Profile = "judicial-online", Other = unknown };
        var online = new UnsoldAuction("auction:3", 2) { Profile = "online-bidding", Other = court };
        Assert.Equal(online, listing.Period.Unsold);
        Held("auction:5", "judicial-online");
        Assert.Equal(
            new UnsoldAuction("auction:5", 2) { Profile = "judicial-online", Other = online with { Other = unknown } },
            listing.Period.Unsold);
    }

    [Fact]
    public void A_withdrawn_listing_has_no_period_that_ends()
    {
        var listing = new APublishedListing(5).Publish().Files("a").Accepted().IsWithdrawn().Accepted();
        Assert.Equal((ListingState.Withdrawn, PeriodPhase.None), (listing.State.State, listing.Period.Phase));
        Assert.Equal("PERIOD_NOT_RUNNING", listing.Ends().Refused);
        Assert.Equal("PERIOD_NOT_RUNNING", listing.Files("b").Refused);
    }
}
