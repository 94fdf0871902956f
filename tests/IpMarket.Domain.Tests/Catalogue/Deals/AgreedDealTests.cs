using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Tests.Catalogue.Gate;
using IpMarket.Domain.Tests.Catalogue.Period;
using IpMarket.Domain.Tests.Catalogue.Terms;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Deals;

/// <summary>How what cannot be bid for comes to its deal: with a period or without, with one interested or several.</summary>
public sealed class AgreedDealTests
{
    private static readonly ListingOffer RoyaltySale = AnOffer.Sale.Priced(AnOffer.OfSales(300));
    private static readonly ListingOffer Sole = AnOffer.Licence with { Mode = ListingMode.SoleLicence };
    private static readonly ListingOffer Exclusive =
        (AnOffer.Licence with { Mode = ListingMode.ExclusiveLicence }).Priced(AnOffer.OfSales(500, 300));

    public static TheoryData<string, int?> EveryMode()
    {
        var rows = new TheoryData<string, int?>();
        foreach (var name in Offers.Keys)
            foreach (var days in new int?[] { null, 0, 5 }) rows.Add(name, days);
        return rows;
    }

    private static Dictionary<string, ListingOffer> Offers => new(StringComparer.Ordinal)
    {
        ["royalty sale"] = RoyaltySale,
        ["exclusive"] = Exclusive,
        ["sole"] = Sole,
        ["ordinary"] = AnOffer.Licence,
        ["open"] = AnOffer.Open,
        ["equity"] = AnOffer.Equity,
        ["pledge"] = AnOffer.Pledge,
    };

    [Theory]
    [MemberData(nameof(EveryMode))]
    public void Every_mode_comes_to_its_deal_with_a_period_and_without(string name, int? days)
    {
        var offer = Offers[name];
        var isOnce = !DealForm.IsRepeatable(offer.Mode);
        var listing = Out(offer, days).Files("a", 0, proposal: "用于攀枝花产线").Accepted();
        if (days > 0) listing.Ends().Accepted();
        Assert.Equal(days > 0 && isOnce ? PeriodPhase.Negotiating : PeriodPhase.Open, listing.Period.Phase);
        Assert.Equal(ListingState.Published, listing.State.State);
        listing.RecordsDeal(Deal(1, offer)).Accepted();
        Assert.Equal(isOnce ? ListingState.Sold : ListingState.Published, listing.State.State);
        Assert.Equal(isOnce ? PeriodPhase.None : PeriodPhase.Open, listing.Period.Phase);
        Assert.True(listing.Period.Intents[0].IsConcluded);
        var agreed = isOnce ? listing.Period.Contract!.Agreed : listing.Period.Deals[0].Agreed;
        Assert.Equal(
            offer.Mode == ListingMode.EquityContribution ? null : offer.AskingPrice, agreed!.Total);
        Assert.Equal("party:a", isOnce ? listing.Period.Contract!.Buyer : listing.Period.Deals[0].Licensee);
    }

    [Theory]
    [InlineData("ordinary")]
    [InlineData("open")]
    public void Ordinary_and_open_licences_are_concluded_with_many_and_once_more_with_the_same(string name)
    {
        var listing = Out(Offers[name], 5).Files("a", 0).Files("b", 0).Accepted().Ends().Accepted();
        foreach (var intent in new[] { 2, 1 }) listing.RecordsDeal(Deal(intent, Offers[name])).Accepted();
        listing.Files("c", 0).Accepted().Files("a", 0).Accepted();
        listing.RecordsDeal(Deal(4, Offers[name])).Accepted();
        Assert.Equal([2, 1, 4], listing.Period.Deals.Select(deal => deal.Intent));
        Assert.Equal([1, 2, 3], listing.Period.Deals.Select(deal => deal.Number));
        Assert.Equal("DEAL_INTENT_UNKNOWN", listing.RecordsDeal(Deal(2, Offers[name])).Refused);
        listing.IsWithdrawn().Accepted();
        Assert.Equal("NO_CONTRACT_DUE", listing.RecordsDeal(Deal(3, Offers[name])).Refused);
    }

    [Fact]
    public void Where_several_want_what_one_can_have_the_reasons_of_the_choice_are_recorded()
    {
        var listing = Out(Sole, 5).Files("a", 0).Files("b", 0).Accepted().Ends().Accepted();
        Assert.Equal("CHOICE_UNEXPLAINED", listing.RecordsDeal(Deal(2, Sole) with { Choice = null }).Refused);
        Assert.Equal("CHOICE_UNEXPLAINED", listing.RecordsDeal(Deal(2, Sole) with { Choice = "" }).Refused);
        listing.RecordsDeal(Deal(2, Sole) with { Choice = "产业化能力较强" }).Accepted();
        Assert.Equal(("产业化能力较强", "party:b"), (listing.Period.Contract!.Choice, listing.Period.Contract.Buyer));
        Assert.True(listing.Period.Intents[0].HasFailed);
        Assert.Equal((true, false), (listing.Period.Intents[1].IsConcluded, listing.Period.Intents[1].HasFailed));
    }

    [Fact]
    public void A_state_owned_seller_does_not_choose_between_buyers_the_law_has_bid()
    {
        var listing = Out(RoyaltySale, 20, PartyFactKind.StateOwned).Files("a", 0).Files("b", 0).Accepted();
        listing.Ends().Accepted();
        var deal = Deal(1, RoyaltySale) with { Choice = "价格较高" };
        Assert.Equal("BIDDING_BY_LAW", listing.RecordsDeal(deal).Refused);
        Assert.Contains("第五十四条", listing.Why!.Zh, StringComparison.Ordinal);
        Assert.Contains("art. 54", listing.Why.En, StringComparison.Ordinal);
        listing.IsWithdrawn().Accepted();
    }

    [Theory]
    [InlineData(PartyFactKind.StateOwned, "sole")]
    [InlineData(PartyFactKind.PublicResearch, "royalty sale")]
    [InlineData(PartyFactKind.PublicResearch, "equity")]
    public void Whom_no_duty_to_bid_binds_chooses_with_reasons(PartyFactKind seller, string name)
    {
        var listing = Out(Offers[name], 20, seller).Files("a", 0).Files("b", 0).Accepted().Ends().Accepted();
        listing.RecordsDeal(Deal(1, Offers[name]) with { Choice = "产业化能力较强" }).Accepted();
    }

    [Fact]
    public void Who_comes_under_a_duty_to_announce_while_it_is_out_announces_before_the_deal()
    {
        var listing = Out(AnOffer.Equity, 0).Files("a", 0).Accepted().SellerIs(PartyFactKind.PublicResearch);
        Assert.Equal("PERIOD_TOO_SHORT", listing.RecordsDeal(Deal(1, AnOffer.Equity)).Refused);
        listing.AsksToChange(AnOffer.Equity with { Terms = "公示" }, 0);
        Assert.Equal("PERIOD_TOO_SHORT", listing.Refused);
        listing.AsksToChange(AnOffer.Equity with { Terms = "公示" }, 1).Accepted().DecidesChange().Accepted();
        listing.Files("a", 0).Accepted().Ends().Accepted().RecordsDeal(Deal(1, AnOffer.Equity)).Accepted();
    }

    [Fact]
    public void The_only_one_a_state_owned_seller_found_gets_the_contract()
    {
        var listing = Out(RoyaltySale, 20, PartyFactKind.StateOwned).Files("a", 0).Accepted().Ends().Accepted();
        listing.RecordsDeal(Deal(1, RoyaltySale)).Accepted();
        Assert.Equal(ListingState.Sold, listing.State.State);
    }

    [Fact]
    public void Talks_that_fail_go_on_with_the_others_and_then_the_seller_chooses_anew()
    {
        var listing = Out(Sole, 5).Files("a", 0).Files("b", 0).Accepted().Ends().Accepted();
        Assert.Equal("DEAL_INTENT_UNKNOWN", listing.FailsContract().Refused);
        listing.FailsContract(1).Accepted();
        Assert.Equal(PeriodPhase.Negotiating, listing.Period.Phase);
        Assert.Equal("DEAL_INTENT_UNKNOWN", listing.FailsContract(1).Refused);
        listing.FailsContract(2).Accepted();
        Assert.Equal(
            (PeriodPhase.SellersChoice, PeriodEnding.ContractFailed), (listing.Period.Phase, listing.Period.EndedWith));
        listing.Extends().Accepted().Files("c", 0).Accepted().Ends().Accepted();
        listing.RecordsDeal(Deal(3, Sole)).Accepted();
    }

    [Fact]
    public void Without_a_period_a_failure_leaves_the_listing_open()
    {
        var listing = Out(Sole, 0).Files("a", 0).Accepted().FailsContract(1).Accepted();
        Assert.Equal((PeriodPhase.Open, ListingState.Published), (listing.Period.Phase, listing.State.State));
        listing.Files("a", 0).Accepted().StepsBack("a").Accepted().Files("b", 0).Accepted();
        listing.RecordsDeal(Deal(3, Sole)).Accepted();
    }

    [Fact]
    public void A_period_that_found_nobody_gives_the_choice_back_but_for_what_many_can_have()
    {
        Assert.Equal(PeriodPhase.SellersChoice, Out(Sole, 5).Ends().Accepted().Period.Phase);
        var licence = Out(AnOffer.Licence, 5).Ends().Accepted();
        Assert.Equal(PeriodPhase.Open, licence.Period.Phase);
        licence.Files("late", 0).Accepted();
    }

    [Fact]
    public void Only_those_who_filed_in_the_period_talk()
    {
        var listing = Out(Sole, 5).Files("a", 0).Accepted().Ends().Accepted();
        Assert.Equal("PERIOD_NOT_RUNNING", listing.Files("b", 0).Refused);
        Assert.Equal("PERIOD_NOT_RUNNING", listing.StepsBack("a").Refused);
    }

    [Fact]
    public void A_listing_that_came_out_before_intents_were_taken_is_opened_by_the_first()
    {
        var listing = new APublishedListing(0).Publish().Accepted().Offering(Sole);
        Assert.Equal((PeriodPhase.None, 0), (listing.Period.Phase, listing.Period.Notice));
        listing.Files("a", 0).Accepted();
        Assert.Equal(
            (PeriodPhase.Open, 1, true),
            (listing.Period.Phase, listing.Period.Notice, listing.Period.Stands(listing.Period.Intents[0])));
        listing.RecordsDeal(Deal(1, Sole)).Accepted();
    }

    [Fact]
    public void A_changed_offer_without_a_period_asks_those_who_filed_again_or_begins_one()
    {
        var listing = Out(Sole, 0).Files("a", 0).Accepted();
        listing.AsksToChange(Sole with { Terms = "含培训" }, 0).Accepted().DecidesChange().Accepted();
        Assert.Equal((PeriodPhase.Open, 2), (listing.Period.Phase, listing.Period.Notice));
        Assert.Equal("DEAL_INTENT_UNKNOWN", listing.RecordsDeal(Deal(1, Sole)).Refused);
        listing.Files("a", 0).Accepted();
        listing.AsksToChange(Sole with { Terms = "不含培训" }, 5).Accepted().DecidesChange().Accepted();
        Assert.Equal((PeriodPhase.Running, 3), (listing.Period.Phase, listing.Period.Notice));
        Assert.Equal("PERIOD_OUT_OF_BOUNDS", listing.AsksToChange(Sole, 0).Refused);
    }

    [Fact]
    public void Suspended_it_takes_no_intents_and_no_deals_and_sent_back_none_stands()
    {
        var listing = Out(Sole, 0).Files("a", 0).Accepted().IsSuspended().Accepted();
        Assert.Equal("LISTING_HALTED", listing.Files("b", 0).Refused);
        Assert.Equal("LISTING_HALTED", listing.RecordsDeal(Deal(1, Sole)).Refused);
        listing.IsReturned().Accepted();
        Assert.Equal(PeriodPhase.None, listing.Period.Phase);
        listing.ComesOutAgain().Accepted();
        Assert.Equal((PeriodPhase.Open, 2), (listing.Period.Phase, listing.Period.Notice));
        Assert.Empty(listing.Period.Standing);
    }

    [Fact]
    public void Who_may_record_a_deal_and_for_whom()
    {
        var listing = Out(Sole, 0).Files("a", 0).Accepted();
        Assert.Equal("CONTRACT_BY_ANOTHER", listing.RecordsDeal(Deal(1, Sole), "user:reviewer").Refused);
        Assert.Equal("DEAL_INTENT_UNKNOWN", listing.RecordsDeal(Deal(2, Sole)).Refused);
        Assert.Equal(
            "BUYER_NOT_VERIFIED",
            listing.RecordsDeal(Deal(1, Sole) with { Buyer = APublishedListing.Party("party:a", false) }).Refused);
        Assert.Equal(
            "BUYER_NOT_VERIFIED",
            listing.RecordsDeal(Deal(1, Sole) with { Buyer = APublishedListing.Party("party:b") }).Refused);
        listing.Gate = APatentWith.Nothing.With(EncumbranceKind.Preservation);
        Assert.NotNull(listing.RecordsDeal(Deal(1, Sole)).Refused);
        Assert.Equal(ListingState.Published, listing.State.State);
    }

    [Theory]
    [InlineData(0, "CONTRACT_DATE_OUT_OF_BOUNDS")]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, "CONTRACT_DATE_OUT_OF_BOUNDS")]
    public void A_deal_is_dated_between_the_periods_end_and_today(int day, string? refused)
    {
        var listing = Out(Sole, 5).Files("a", 0).Accepted().Ends().Accepted();
        var end = WorkingCalendar.DayOf(listing.Period.EndsAt!.Value);
        listing.Now = listing.Now.AddDays(1);
        Assert.Equal(refused, listing.RecordsDeal(Deal(1, Sole) with { ConcludedOn = end.AddDays(day - 1) }).Refused);
    }

    [Theory]
    [InlineData("sole", null, "合同原件", "DEAL_REFERENCE_MISSING")]
    [InlineData("sole", "XK-1", "", "DEAL_SOURCE_MISSING")]
    [InlineData("sole", "XK\n1", "合同原件", "TEXT_NOT_CLEAN")]
    [InlineData("open", null, "书面通知和付款凭证", null)]
    public void A_deal_names_its_contract_and_its_paper(
        string name, string? reference, string source, string? refused)
    {
        var deal = Deal(1, Offers[name]) with { Reference = reference, Source = source };
        Assert.Equal(refused, Out(Offers[name], 0).Files("a", 0).Accepted().RecordsDeal(deal).Refused);
    }

    [Theory]
    [InlineData("sole", 100_000_00, null, null)]
    [InlineData("sole", 100_000_00 - 1, null, "INTENT_BELOW_PRICE")]
    [InlineData("royalty sale", 1, null, "INTENT_PRICE_UNEXPECTED")]
    [InlineData("equity", 1, null, "INTENT_PRICE_UNEXPECTED")]
    [InlineData("open", 50_000_00, null, "INTENT_PRICE_UNEXPECTED")]
    [InlineData("equity", 0, "", "INTENT_PROPOSAL_MALFORMED")]
    [InlineData("equity", 0, "愿以现金增资", null)]
    public void An_intent_says_what_its_mode_takes(string name, long fen, string? proposal, string? refused) =>
        Assert.Equal(refused, Out(Offers[name], 5).Files("a", fen, proposal: proposal).Refused);

    [Fact]
    public void A_sale_for_one_total_takes_no_words_and_no_deal_of_this_kind()
    {
        var listing = new APublishedListing(5).Publish().Accepted();
        Assert.Equal("INTENT_PROPOSAL_UNEXPECTED", listing.Files("a", proposal: "面谈").Refused);
        listing.Files("a").Accepted().Ends().Accepted();
        Assert.Equal("NO_CONTRACT_DUE", listing.RecordsDeal(Deal(1, AnOffer.Sale)).Refused);
    }

    private static APublishedListing Out(ListingOffer offer, int? days, params ImmutableArray<PartyFactKind> facts)
    {
        var listing = new APublishedListing(days, null, null, facts).Offering(offer);
        if (offer.Mode == ListingMode.PledgeRealisation) listing.Gate = AnOffer.Realisable;
        return listing.Publish().Accepted();
    }

    /// <summary>What was offered, agreed upon as it stands.</summary>
    private static RecordListingDeal Deal(int intent, ListingOffer offer) => new(
        intent, default, "合同原件", DutyHolder.None)
    {
        Reference = "XK-2026-1",
        Agreed = offer.Mode switch
        {
            ListingMode.OpenLicence => null,
            ListingMode.EquityContribution => new DealTerms
            {
                Equity = offer.ModeTerms!.Equity! with { Company = "攀枝花钒电池有限公司" },
            },
            _ => new DealTerms { Total = offer.AskingPrice, Price = offer.ModeTerms!.Price },
        },
    };
}
