using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties.Onboarding;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>Least periods by seller and price, and how working days are counted.</summary>
public sealed class PeriodRulesTests
{
    private const long Wan = 1_000_000;
    private static readonly ListingPeriodRules Rules = ListingPeriodRules.Default;
    private static readonly DateOnly Day = new(2026, 3, 3);

    [Theory]
    [InlineData(null, ListingMode.Sale, 500 * Wan, 0, 0)]
    [InlineData(null, ListingMode.Sale, null, 0, 0)]
    [InlineData(PartyFactKind.Foreign, ListingMode.Sale, 500 * Wan, 0, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, 50 * Wan, 10, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, 100 * Wan, 10, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, (1_000 * Wan) - 1, 10, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, 1_000 * Wan, 20, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, 5_000 * Wan, 20, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.Sale, null, 20, 0)]
    [InlineData(PartyFactKind.StateOwned, ListingMode.OrdinaryLicence, 5_000 * Wan, 0, 0)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.Sale, 500 * Wan, 0, 0)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.Sale, null, 1, 15)]
    [InlineData(PartyFactKind.PublicResearch, ListingMode.OrdinaryLicence, null, 1, 15)]
    public void The_least_period_follows_seller_mode_and_price(
        PartyFactKind? seller, ListingMode mode, long? fen, int workingDays, int calendarDays)
    {
        ImmutableArray<PartyFactKind> facts = seller is { } kind ? [kind] : [];
        var bounds = Rules.BoundsOf(facts, mode, fen is { } asked ? Money.Cny(asked) : null, Day);
        Assert.Equal((workingDays, calendarDays), (bounds.Span.Min, bounds.CalendarDays));
        Assert.Equal(workingDays == 0, bounds.AllowsAuctionAtOnce);
        Assert.Equal(workingDays > 0, bounds.Ground is not null);
        Assert.InRange(bounds.Span.Usual, bounds.Span.Min, bounds.Span.Max);
    }

    [Fact]
    public void A_seller_that_is_both_state_owned_and_research_keeps_to_both()
    {
        var bounds = Rules.BoundsOf(
            [PartyFactKind.StateOwned, PartyFactKind.PublicResearch], ListingMode.Sale, null, Day);
        Assert.Equal((20, 15), (bounds.Span.Min, bounds.CalendarDays));
    }

    /// <summary>Least working days of the house; who sells, at a price or to be negotiated; what binds and is quoted.</summary>
    [Theory]
    [InlineData(5, "", true, 5, 0, "")]
    [InlineData(5, "StateOwned", true, 10, 0, "第32号")]
    [InlineData(10, "StateOwned", true, 10, 0, "第32号")]
    [InlineData(15, "StateOwned", true, 15, 0, "")]
    [InlineData(1, "PublicResearch", false, 1, 15, "国发〔2016〕16号")]
    [InlineData(5, "PublicResearch", false, 5, 15, "国发〔2016〕16号")]
    [InlineData(25, "StateOwned PublicResearch", false, 25, 15, "国发〔2016〕16号")]
    [InlineData(5, "StateOwned PublicResearch", false, 20, 15, "第32号；国发〔2016〕16号")]
    public void Where_the_house_asks_for_more_the_law_still_binds_and_is_quoted_for_what_rests_on_it(
        int house, string seller, bool isPriced, int workingDays, int calendarDays, string quoted)
    {
        ImmutableArray<PartyFactKind> facts =
            [.. seller.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PartyFactKind>)];
        var bounds = Stricter(house).BoundsOf(facts, ListingMode.Sale, isPriced ? Money.Cny(50 * Wan) : null, Day);
        Assert.Equal((workingDays, calendarDays), (bounds.Span.Min, bounds.CalendarDays));
        Assert.Equal(!facts.IsEmpty, bounds.Ground is not null);
        var articles = quoted.Split('；', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(articles.Length, bounds.Quoted.Length);
        Assert.All(articles.Zip(bounds.Quoted), pair =>
            Assert.Contains(pair.First, pair.Second.ArticleZh, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "PERIOD_TOO_SHORT")]
    [InlineData(5, "PERIOD_OUT_OF_BOUNDS")]
    public void Who_must_have_a_period_does_not_come_out_without_one_however_strict_the_house_is(
        int house, string refused)
    {
        var licence = APublishedListing.Offer(null) with { Mode = ListingMode.OrdinaryLicence };
        var lookup = new APublishedListing(0, null, null, PartyFactKind.PublicResearch).Lookup();
        var choose = new ChooseListingPeriod(
            0, "online-bidding", "网络竞价", lookup, new PeriodBasis(Stricter(house), WorkingCalendar.Plain));
        var draft = Listing.Empty with { Seller = "party:seller", Offer = licence };
        var why = ListingDecider.Decide(
            draft, choose, new Moment(APublishedListing.Tuesday, new Actor("user:seller", "party:seller"))).Refusal!;
        Assert.Equal(refused, why.Code);
        // The article stands where it is what binds; where the house asks for more, its own bounds do.
        Assert.Equal(house == 0, why.Zh.Contains("16号", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9, "PERIOD_OUT_OF_BOUNDS")]
    [InlineData(14, "PERIOD_OUT_OF_BOUNDS")]
    [InlineData(15, null)]
    public void A_period_shorter_than_the_house_asks_for_is_not_laid_to_the_law(int days, string? refused)
    {
        var listing = new APublishedListing(days, 50 * Wan, null, PartyFactKind.StateOwned);
        var choose = new ChooseListingPeriod(
            days, "online-bidding", "网络竞价", listing.Lookup(), new PeriodBasis(Stricter(15), WorkingCalendar.Plain));
        Assert.Equal(refused, ListingDecider.Decide(
            listing.State with { State = ListingState.Draft },
            choose,
            new Moment(listing.Now, new Actor("user:seller", "party:seller"))).Refusal?.Code);
    }

    [Theory]
    [InlineData(ListingState.Published, PeriodPhase.Running, IntentNames.AtPeriodEnd, false, false)]
    [InlineData(ListingState.Published, PeriodPhase.Open, IntentNames.AtPeriodEnd, true, true)]
    [InlineData(ListingState.Published, PeriodPhase.Negotiating, IntentNames.AtPeriodEnd, true, true)]
    [InlineData(ListingState.Published, PeriodPhase.Negotiating, IntentNames.Never, false, true)]
    [InlineData(ListingState.Suspended, PeriodPhase.Running, IntentNames.AtPeriodEnd, false, false)]
    [InlineData(ListingState.InAuction, PeriodPhase.None, IntentNames.AtPeriodEnd, false, false)]
    [InlineData(ListingState.ContractDue, PeriodPhase.ContractDue, IntentNames.AtPeriodEnd, true, true)]
    [InlineData(ListingState.ContractDue, PeriodPhase.ContractDue, IntentNames.Never, false, true)]
    [InlineData(ListingState.Sold, PeriodPhase.None, IntentNames.AtPeriodEnd, true, true)]
    [InlineData(ListingState.Sold, PeriodPhase.None, IntentNames.Never, false, true)]
    [InlineData(ListingState.Withdrawn, PeriodPhase.None, IntentNames.AtPeriodEnd, false, false)]
    public void Who_filed_is_told_where_a_deal_is_agreed_upon_while_a_contract_is_due_and_once_it_is_sold(
        ListingState state, PeriodPhase phase, IntentNames names, bool areNamed, bool arePriced)
    {
        var listing = Listing.Empty with { State = state, Period = ListingPeriod.None with { Phase = phase } };
        Assert.Equal((areNamed, arePriced), (names.AreNamed(listing), IntentDisclosure.ArePriced(listing)));
    }

    [Fact]
    public void Before_a_rule_holds_it_binds_nobody() => Assert.Null(
        Rules.BoundsOf([PartyFactKind.StateOwned], ListingMode.Sale, null, new DateOnly(2016, 6, 23)).Ground);

    [Theory]
    [InlineData("2026-03-03T10:00", 1, 0, "2026-03-04")]
    [InlineData("2026-03-03T23:59", 1, 0, "2026-03-04")]
    [InlineData("2026-03-03T00:00", 1, 0, "2026-03-04")]
    [InlineData("2026-03-06T10:00", 1, 0, "2026-03-09")]
    [InlineData("2026-03-07T10:00", 1, 0, "2026-03-09")]
    [InlineData("2026-03-03T10:00", 5, 0, "2026-03-10")]
    [InlineData("2026-03-03T10:00", 10, 0, "2026-03-17")]
    [InlineData("2026-03-03T10:00", 20, 0, "2026-03-31")]
    [InlineData("2026-03-03T10:00", 1, 15, "2026-03-18")]
    [InlineData("2026-03-06T10:00", 1, 15, "2026-03-23")]
    [InlineData("2026-03-03T10:00", 20, 15, "2026-03-31")]
    public void A_period_of_working_days_begins_the_day_after_and_ends_at_five(
        string began, int workingDays, int calendarDays, string last)
    {
        var from = WorkingCalendar.InstantOf(
            DateOnly.Parse(began[..10]), TimeOnly.Parse(began[11..]));
        Assert.Equal(
            WorkingCalendar.InstantOf(DateOnly.Parse(last), new TimeOnly(17, 0)),
            Rules.EndOf(WorkingCalendar.Plain, from, workingDays, calendarDays));
    }

    [Fact]
    public void Holidays_do_not_count_and_days_worked_instead_do()
    {
        // 清明 2026: 4 to 6 April free; a Saturday worked instead.
        var calendar = new WorkingCalendar([new DateOnly(2026, 4, 6)], [new DateOnly(2026, 4, 11)]);
        var thursday = APublishedListing.Local(2026, 4, 2, 10);
        Assert.Equal(APublishedListing.Local(2026, 4, 7, 17), Rules.EndOf(calendar, thursday, 2));
        Assert.Equal(APublishedListing.Local(2026, 4, 11, 17), Rules.EndOf(calendar, thursday, 6));
        Assert.Equal(APublishedListing.Local(2026, 4, 13, 17), Rules.EndOf(calendar, thursday, 7));
    }

    [Theory]
    [InlineData(3, 10, 0, 5)]
    [InlineData(4, 16, 59, 5)]
    [InlineData(4, 17, 0, 4)]
    [InlineData(7, 12, 0, 2)]
    [InlineData(10, 0, 0, 1)]
    [InlineData(10, 16, 59, 1)]
    public void What_is_left_counts_the_present_working_day_until_it_is_over(int day, int hour, int minute, int left)
    {
        // The notice of Tuesday the 3rd ends on Tuesday the 10th; its own day is not one of the five.
        var (began, ends) = (APublishedListing.Tuesday, APublishedListing.Local(2026, 3, 10, 17));
        Assert.Equal(ends, Rules.EndOf(WorkingCalendar.Plain, began, 5));
        var at = APublishedListing.Local(2026, 3, day, hour, minute);
        Assert.Equal(left, Rules.WorkingDaysLeft(WorkingCalendar.Plain, began, at, ends));
    }

    [Theory]
    [InlineData("\"extensionWorkingDays\": 5", "\"extensionWorkingDays\": 0")]
    [InlineData("\"max\": 60", "\"max\": 9")]
    [InlineData("\"workingDays\": 20", "\"workingDays\": 61")]
    [InlineData("\"min\": 0", "\"min\": -1")]
    public void A_file_with_a_number_out_of_bounds_is_refused(string sound, string damaged)
    {
        var text = File.ReadAllText(Path.Combine(
            Root(), "src/IpMarket.Domain/Catalogue/Listings/Period/listing-period-rules.v1.json"));
        Assert.Equal(Rules.Minimums.Length, Read(text).Minimums.Length);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Read(text.Replace(sound, damaged, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_minimum_names_its_article_and_what_is_unsure_of_it() => Assert.All(Rules.Minimums, row =>
    {
        Assert.NotEmpty(row.ArticleZh);
        Assert.NotEmpty(row.ArticleEn);
        Assert.NotEmpty(row.SourceZh);
        Assert.NotEmpty(row.SourceEn);
    });

    /// <summary>A house that asks for so many working days at least.</summary>
    private static ListingPeriodRules Stricter(int min) => Rules with { House = new PeriodSpan(min, 60, Math.Max(min, 10)) };

    private static ListingPeriodRules Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ListingPeriodRules.Read(file);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IpMarket.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
