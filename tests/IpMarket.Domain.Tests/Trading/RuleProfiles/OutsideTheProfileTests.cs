using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.RuleProfiles;

/// <summary>What lies outside a profile is refused, and the refusal names the article.</summary>
public sealed class OutsideTheProfileTests
{
    // What is changed of terms that fit (start ¥10,000 = appraisal) → the code, and what the source says.
    [Theory]
    [InlineData("judicial-online", "start 7000", null, null)]
    [InlineData("judicial-online", "start 6999.99", "START_OFF_APPRAISAL", "第十条")]
    [InlineData("judicial-online", "appraisal none", "APPRAISAL_MISSING", "第十条")]
    [InlineData("judicial-online", "deposit 499.99", "DEPOSIT_OUT_OF_BOUNDS", "第十七条")]
    [InlineData("judicial-online", "deposit 500", null, null)]
    [InlineData("judicial-online", "deposit 2000.01", "DEPOSIT_OUT_OF_BOUNDS", "第十七条")]
    [InlineData("judicial-online", "reserve 10000", null, null)]
    [InlineData("judicial-online", "reserve 10000.01", "RESERVE_NOT_ALLOWED", "第十条")]
    [InlineData("judicial-online", "window 299", "SOFT_CLOSE_OUT_OF_BOUNDS", "第二十条")]
    [InlineData("judicial-online", "window 301", "SOFT_CLOSE_OUT_OF_BOUNDS", "第二十条")]
    [InlineData("judicial-online", "end-plus-window", "SOFT_CLOSE_NOT_ALLOWED", "第二十条")]
    [InlineData("judicial-online", "hours 23.9", "DURATION_OUT_OF_BOUNDS", "第二十条")]
    [InlineData("judicial-online", "protocol SealedFirstPrice", "PROTOCOL_NOT_ALLOWED", "第二十条")]
    [InlineData("judicial-online", "opens 30 9:00", null, null)]
    [InlineData("judicial-online", "announced 1 us late, opens 30 9:00", "NOTICE_TOO_SHORT", "第十二条")]
    [InlineData("auction-law", "opens 7 9:00", null, null)]
    [InlineData("auction-law", "announced 1 us late, opens 7 9:00", "NOTICE_TOO_SHORT", "第四十五条")]
    [InlineData("auction-law", "viewing 1", "VIEWING_TOO_SHORT", "第四十八条")]
    [InlineData("auction-law", "viewing none", "VIEWING_TOO_SHORT", "第四十八条")]
    [InlineData("auction-law", "viewing past", "VIEWING_UNSOUND", null)]
    [InlineData("auction-law", "appraisal none", null, null)]
    [InlineData("auction-law", "end-plus-window", null, null)]
    [InlineData("auction-law", "protocol TurnRounds", "PROTOCOL_NOT_ALLOWED", "第三条")]
    [InlineData("state-assets", "opens 14 9:00", null, null)]
    [InlineData("state-assets", "announced 1 us late, opens 14 9:00", "NOTICE_TOO_SHORT", "第32号")]
    [InlineData("state-assets", "start 9999.99", "START_OFF_APPRAISAL", "第32号")]
    [InlineData("state-assets", "deposit 3000", null, null)]
    [InlineData("state-assets", "deposit 3000.01", "DEPOSIT_OUT_OF_BOUNDS", "待核实")]
    [InlineData("state-assets", "reserve 10000.01", "RESERVE_NOT_ALLOWED", "待核实")]
    [InlineData("pledge-realisation", "start 6999.99", "START_OFF_APPRAISAL", "第四百三十六条")]
    [InlineData("pledge-realisation", "appraisal none", "APPRAISAL_MISSING", "第四百三十六条")]
    [InlineData("pledge-realisation", "appraisal future", "APPRAISAL_UNSOUND", null)]
    [InlineData("online-bidding", "appraisal none", null, null)]
    [InlineData("online-bidding", "protocol TurnRounds", "PROTOCOL_NOT_OFFERED", null)]
    [InlineData("online-bidding", "opens 3 9:00", null, null)]
    [InlineData("online-bidding", "announced 1 us late, opens 3 9:00", "NOTICE_TOO_SHORT", "本中心规则")]
    [InlineData("online-bidding", "opens 43 8:59", "OUTSIDE_HOURS", "本中心规则")]
    [InlineData("online-bidding", "step 2000.01", "STEP_OUT_OF_BOUNDS", "本中心规则")]
    [InlineData("judicial-online", "maxima", "OPTION_NOT_ALLOWED", "委托最高价法律未规定，不提供")]
    [InlineData("judicial-online", "percent", "OPTION_NOT_ALLOWED", "第十九条")]
    [InlineData("judicial-online", "ranks", null, null)]
    [InlineData("state-assets", "maxima", "OPTION_NOT_ALLOWED", "待核实")]
    [InlineData("auction-law", "percent, ranks", null, null)]
    [InlineData("auction-law", "maxima", "OPTION_NOT_ALLOWED", "《拍卖法》未规定委托最高价")]
    [InlineData("online-bidding", "maxima, percent, ranks", null, null)]
    [InlineData("online-bidding", "percent 201", "STEP_OUT_OF_BOUNDS", "本中心规则")]
    [InlineData("demo-online-bidding", "maxima, percent, ranks", null, null)]
    [InlineData("demo-online-bidding", "opens 0 9:01", null, null)]
    public void Terms_outside_are_refused_with_the_article(string code, string change, string? refused, string? source)
    {
        var draft = Changed(ADraft.Of(code), change);
        var refusal = draft.Profile.Account == MoneyAccount.Court
            ? draft.Announce(isOnlyDrafted: true)
            : draft.Announce();
        Assert.Equal(refused, refusal?.Code);
        if (source is null) return;
        Assert.Contains(source, refusal!.Figures["source"].Text, StringComparison.Ordinal);
        Assert.Contains(refusal.Figures["source"].Text!, refusal.Zh, StringComparison.Ordinal);
        Assert.Contains(refusal.Figures["sourceEn"].Text!, refusal.En, StringComparison.Ordinal);
        Assert.DoesNotContain("{", refusal.Zh + refusal.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("judicial-online", "名单库")]
    [InlineData("auction-law", "《拍卖法》第十一条")]
    [InlineData("state-assets", "第五十四条")]
    public void A_centre_that_is_not_qualified_drafts_and_does_not_publish(string code, string source)
    {
        var draft = ADraft.Of(code) with { Held = HostQualification.None };
        Assert.Null(draft.Announce(isOnlyDrafted: true));
        var refusal = draft.Announce();
        Assert.Equal("HOST_NOT_QUALIFIED", refusal?.Code);
        Assert.Contains(source, refusal!.Figures["source"].Text, StringComparison.Ordinal);
        var other = draft.Profile.Host == HostQualification.PropertyExchange
            ? HostQualification.LicensedAuctionHouse
            : HostQualification.PropertyExchange;
        Assert.Equal("HOST_NOT_QUALIFIED", (draft with { Held = other }).Announce()?.Code);
    }

    [Fact]
    public void A_qualified_platform_still_cannot_take_money_to_the_courts_account()
    {
        var refusal = ADraft.Of("judicial-online").Announce();
        Assert.Equal("ACCOUNT_NOT_OFFERED", refusal?.Code);
        Assert.Contains("第二十五条", refusal!.Figures["source"].Text, StringComparison.Ordinal);
    }

    // The auction before started at ¥10,000 and closed on 2026-11-02 10:00.
    [Theory]
    [InlineData("judicial-online", 8_000, 1, 30, null)]
    [InlineData("judicial-online", 7_999, 1, 30, "CUT_TOO_DEEP")]
    [InlineData("judicial-online", 8_000, 2, 30, "AUCTIONED_TOO_OFTEN")]
    [InlineData("judicial-online", 8_000, 1, 31, "REAUCTION_TOO_LATE")]
    [InlineData("state-assets", 9_000, 1, 42, null)]
    [InlineData("state-assets", 8_999, 1, 42, "CUT_TOO_DEEP")]
    [InlineData("auction-law", 1_000, 5, 42, null)]
    public void Another_auction_is_bound_by_the_one_before(
        string code, long yuan, int auctions, int opensDays, string? refused)
    {
        var closed = AnAuction.At("10:00").AddDays(-21);
        var opens = closed.AddDays(opensDays == 42 ? 63 : opensDays);
        var draft = ADraft.Of(code);
        draft = draft with
        {
            // The day of the shorter notice of another court auction: 15 days before.
            Now = code == "judicial-online" ? opens.AddDays(-15) : draft.Now,
            Before = new AuctionBefore(Money.Cny(1_000_000), closed, auctions) { Profile = code },
            Terms = draft.Terms with
            {
                StartPrice = Money.Cny(yuan * 100), OpensAt = opens, ClosesAt = opens.AddDays(1), Viewing = code == "auction-law"
                    ? draft.Terms.Viewing
                    : null,
                Deposit = Money.Cny(yuan * 10), Step = Money.Cny(yuan * 5),
            },
        };
        Assert.Equal(refused, draft.Announce(isOnlyDrafted: true)?.Code);
    }

    [Fact]
    public void Working_days_of_a_notice_skip_holidays_and_a_first_day_may_count()
    {
        var week = new WorkingCalendar([new DateOnly(2026, 11, 25)], [new DateOnly(2026, 11, 28)]);
        var monday = AnAuction.At("14:30");
        var tier = new NoticeTier(0, 3, DayCount.Working, CountsFirstDay: false);
        Assert.Equal(monday.AddDays(4), tier.EarliestOpening(week, monday));
        Assert.Equal(monday.AddDays(3), (tier with { CountsFirstDay = true }).EarliestOpening(week, monday));
        Assert.Equal(monday.AddDays(5), (tier with { Days = 4 }).EarliestOpening(week, monday));
        Assert.Equal(monday.AddDays(7), (tier with { Days = 5 }).EarliestOpening(week, monday));
        var calendar = tier with { Days = 7, Count = DayCount.Calendar };
        Assert.Equal(monday.AddDays(7), calendar.EarliestOpening(week, monday));
        Assert.Equal(monday.AddDays(6), (calendar with { CountsFirstDay = true }).EarliestOpening(week, monday));
    }

    [Theory]
    [InlineData(999_999_999L, 10)]
    [InlineData(1_000_000_000L, 20)]
    public void State_assets_from_ten_million_yuan_are_announced_twice_as_long(long fen, int days) =>
        Assert.Equal(days, NoticeTier.Of(ADraft.Of("state-assets").Profile.Notice, fen)!.Days);

    [Fact]
    public void A_draft_under_a_version_that_was_replaced_is_drafted_again()
    {
        var draft = ADraft.Of("online-bidding");
        var auction = new AnAuction();
        auction.Do("8:00", "seller", (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", auction.Terms, AnAuction.Facts(null!).Listing), m));
        var (handler, reviewer) = (CentreRole.Handler, CentreRole.Reviewer);
        Assert.Null(auction.Do("8:10", "handler", (s, m) => AuctionDecider.Decide(s, new DraftAuction(
            "online-bidding", auction.Terms, AnAuction.Facts(DutyHolder.With(handler))), m)));
        var facts = AnAuction.Facts(DutyHolder.With(reviewer)) with { Profile = draft.Profile };
        var refusal = auction.Do("8:20", "reviewer", (s, m) => AuctionDecider.Decide(s, new PublishAuction(facts), m));
        Assert.Equal("PROFILE_REPLACED", refusal?.Code);
        Assert.Equal(2, refusal!.Figures["newest"].Number);
    }

    [Fact]
    public void Whom_a_profile_does_not_bar_may_bid()
    {
        var barred = new AnAuction().Announced();
        var seller = AnAuction.Bidder("seller");
        Assert.Equal("BIDDER_BARRED", Enrol(barred, "seller", seller)?.Code);
        Assert.Equal("BIDDER_BARRED", Enrol(barred, "kin", AnAuction.Bidder("kin", "party:seller"))?.Code);
        var state = ADraft.Of("state-assets").Profile.Barred;
        var open = new AnAuction { Rules = AnAuction.ProfileOf("online-bidding")! with { Barred = state } }.Announced();
        Assert.Null(Enrol(open, "kin", AnAuction.Bidder("kin", "party:seller")));
        Assert.Equal("CENTRE_PERSON", Enrol(open, "x", AnAuction.Bidder("x") with { IsCentrePerson = true })?.Code);
    }

    private static Refusal? Enrol(AnAuction auction, string who, BidderFacts facts) => auction.Do(
        "9:30", who, (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(facts), m));

    private static ADraft Changed(ADraft draft, string change)
    {
        foreach (var part in change.Split(", "))
        {
            var words = part.Split(' ');
            Money Yuan() => Money.Cny((long)Math.Round(decimal.Parse(
                words[1], System.Globalization.CultureInfo.InvariantCulture) * 100));
            var terms = draft.Terms;
            draft = words[0] switch
            {
                "announced" => draft with { Now = draft.Now.AddTicks(10) },
                "start" => draft with { Terms = terms with { StartPrice = Yuan() } },
                "step" => draft with { Terms = terms with { Step = Yuan() } },
                "deposit" => draft with { Terms = terms with { Deposit = Yuan() } },
                "reserve" => draft with { Terms = terms with { Reserve = Yuan() } },
                "window" => draft with { Terms = terms with { SoftCloseSeconds = int.Parse(words[1], null) } },
                "maxima" => draft with { Terms = terms with { TakesProxies = true } },
                "ranks" => draft with { Terms = terms with { HasPreemption = true } },
                "percent" => draft with
                {
                    Terms = terms with { StepTable = StepTable.Percent(words.Length > 1 ? int.Parse(words[1], null) : 50) },
                },
                "end-plus-window" => draft with { Terms = terms with { SoftCloseKind = SoftCloseKind.EndPlusWindow } },
                "protocol" => draft with { Terms = Under(terms, Enum.Parse<BiddingProtocol>(words[1])) },
                "hours" => draft with { Terms = terms with { ClosesAt = terms.OpensAt.AddHours(23.9) } },
                "opens" => draft with { Terms = Opens(terms, int.Parse(words[1], null), words[2]) },
                "appraisal" when words[1] == "none" => draft with { Terms = terms with { Appraisal = null } },
                "appraisal" => draft with
                {
                    Terms = terms with { Appraisal = terms.Appraisal! with { On = new DateOnly(2026, 11, 24) } },
                },
                "viewing" => draft with { Terms = terms with { Viewing = Viewed(words[1], terms.Viewing!) } },
                _ => throw new InvalidOperationException(part),
            };
        }

        return draft;
    }

    /// <summary>Sealed bids know no step.</summary>
    private static AuctionTerms Under(AuctionTerms terms, BiddingProtocol protocol) =>
        terms with { Protocol = protocol } is { IsSealed: true } named ? named with { Step = Money.Zero }
            : terms with { Protocol = protocol };

    private static AuctionTerms Opens(AuctionTerms terms, int days, string time)
    {
        var opens = AnAuction.At(time).AddDays(days);
        return terms with { OpensAt = opens, ClosesAt = opens.AddDays(1), Viewing = terms.Viewing!.Until <= Day(opens)
            ? terms.Viewing
            : new ViewingPeriod(Day(opens).AddDays(days == 0 ? 0 : -1), Day(opens)) };
    }

    private static ViewingPeriod? Viewed(string how, ViewingPeriod viewing) => how switch
    {
        "1" => viewing with { Until = viewing.From },
        "past" => new ViewingPeriod(new DateOnly(2026, 11, 20), viewing.Until),
        _ => null,
    };

    private static DateOnly Day(DateTimeOffset at) => WorkingCalendar.DayOf(at);
}
