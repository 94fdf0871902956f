using IpMarket.Domain.Kernel;
using IpMarket.Domain.Tests.Trading.RuleProfiles;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>Terms of a descending auction, under 网络竞价 unless said otherwise: ¥10,000 to ¥7,000 by ¥500 every 300 s.</summary>
public sealed class ClockBoundsTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("floor none", "FLOOR_OUT_OF_BOUNDS", "一般限制")]
    [InlineData("floor 1999.99", "FLOOR_OUT_OF_BOUNDS", "20 %")]
    [InlineData("floor 2000", null, null)]
    [InlineData("floor 9990", null, null)]
    [InlineData("floor 9990.01", "FLOOR_OUT_OF_BOUNDS", "20 %")]
    [InlineData("floor 10000", "FLOOR_OUT_OF_BOUNDS", "一般限制")]
    [InlineData("interval none", "CLOCK_OUT_OF_BOUNDS", "一般限制")]
    [InlineData("interval 59", "CLOCK_OUT_OF_BOUNDS", "300 秒")]
    [InlineData("interval 3600", null, null)]
    [InlineData("interval 3601", "CLOCK_OUT_OF_BOUNDS", "300 秒")]
    [InlineData("step 9.99", "STEP_OUT_OF_BOUNDS", "本中心规则")]
    [InlineData("step 2000", null, null)]
    [InlineData("step 2000.01", "STEP_OUT_OF_BOUNDS", "本中心规则")]
    [InlineData("step 0", "STEP_OUT_OF_BOUNDS", null)]
    [InlineData("percent 50", null, null)]
    [InlineData("percent 201", "STEP_OUT_OF_BOUNDS", null)]
    [InlineData("percent 0", "STEP_TABLE_MALFORMED", null)]
    [InlineData("percent 1, floor 2000", "TOO_MANY_PRICES", null)]
    [InlineData("tiers", "NOT_IN_PROTOCOL", null)]
    [InlineData("maxima", "NOT_IN_PROTOCOL", null)]
    [InlineData("ranks", "NOT_IN_PROTOCOL", null)]
    [InlineData("window 300", null, null)]
    [InlineData("start 12000", "DEPOSIT_OUT_OF_BOUNDS", null, 500)]
    [InlineData("interval 3600, percent 2, floor 2000", "DURATION_OUT_OF_BOUNDS", "本中心规则")]
    [InlineData("interval 301", null, null)]
    [InlineData("interval 3599, step 1000", null, null)]
    [InlineData("opens 16:30", "OUTSIDE_HOURS", "本中心规则")]
    public void What_is_no_clock_within_the_profile_is_refused(
        string change, string? refused, string? source, long deposit = 1_000)
    {
        var refusal = Changed(OfClock(), change, deposit).Announce();
        Assert.Equal(refused, refusal?.Code);
        if (source is not null) Assert.Contains(source, refusal!.Figures["source"].Text, StringComparison.Ordinal);
        if (refusal is not null) Assert.DoesNotContain("{", refusal.Zh + refusal.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("judicial-online", "第二十条")]
    [InlineData("auction-law", "第三条")]
    [InlineData("state-assets", "第五十四条")]
    [InlineData("pledge-realisation", "本中心规则")]
    public void Where_the_rule_asks_for_rising_bids_a_clock_is_refused_with_its_article(string code, string source)
    {
        var of = ADraft.Of(code);
        var draft = of with { Terms = OfClock().Terms with { Appraisal = of.Terms.Appraisal, Viewing = of.Terms.Viewing } };
        var refusal = draft.Announce(isOnlyDrafted: true);
        Assert.Equal("PROTOCOL_NOT_ALLOWED", refusal?.Code);
        Assert.Contains(source, refusal!.Figures["source"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_is_the_clocks_whatever_was_sent_and_there_is_no_soft_close()
    {
        var sent = ADescent.Terms with { ClosesAt = AnAuction.At("10:01"), SoftCloseSeconds = 300 };
        var auction = ADescent.Of(sent).Announced();
        Assert.Equal(ADescent.Terms, auction.State.Terms);
        Assert.Equal([10_000, 9_500, 9_000, 8_500, 8_000, 7_500, 7_000], ADescent.Yuan(auction.State.Terms!));
        var odd = ADescent.Terms with { Step = Money.Cny(160_000) };
        Assert.Equal([10_000, 8_400, 7_000], ADescent.Yuan(odd));
        Assert.Null(PriceClock.Set(ADescent.Terms with { Protocol = BiddingProtocol.English }).Clock);
    }

    [Fact]
    public void What_the_seller_proposed_as_rising_bids_is_not_drafted_as_a_clock()
    {
        var auction = new AnAuction();
        var listing = AnAuction.Facts(null!).Listing;
        auction.Do("8:00", "seller", (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", ADescent.Terms with { Protocol = BiddingProtocol.English, Reserve = Money.Cny(1_000_000) }, listing), m));
        var facts = AnAuction.Facts(Domain.Parties.Approvals.DutyHolder.With(Domain.Parties.CentreRole.Handler)) with
        {
            Profile = ADescent.Rules,
        };
        Assert.Equal("NOT_AS_PROPOSED", auction.Do("8:10", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", ADescent.Terms, facts), m))?.Code);
    }

    [Fact]
    public void A_draft_keeps_the_interval_that_was_proposed()
    {
        var auction = new AnAuction();
        auction.Do("8:00", "seller", (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", ADescent.Terms, AnAuction.Facts(null!).Listing), m));
        var facts = AnAuction.Facts(Domain.Parties.Approvals.DutyHolder.With(Domain.Parties.CentreRole.Handler)) with
        {
            Profile = ADescent.Rules,
        };
        string? Draft(AuctionTerms terms) => auction.Do("8:10", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", terms, facts), m))?.Code;
        var quicker = new ClockTerms(ADescent.Terms.Clock!.IntervalSeconds - 1);
        Assert.Equal("NOT_AS_PROPOSED", Draft(ADescent.Terms with { Clock = quicker }));
        Assert.Null(Draft(ADescent.Terms));
    }

    /// <summary>P8: nobody falls below what the notice announced; nor a ladder below its cut.</summary>
    [Theory]
    [InlineData(700_000, 700_000, null)]
    [InlineData(700_001, 700_000, "BELOW_ANNOUNCED_PRICE")]
    [InlineData(null, 875_000, null)]
    [InlineData(null, 875_001, "CUT_TOO_DEEP")]
    public void The_floor_is_bound_where_the_start_price_of_rising_bids_is(int? announced, int before, string? refused)
    {
        var draft = OfClock() with
        {
            Before = new AuctionBefore(Money.Cny(before), AnAuction.At("10:00").AddDays(-21), 1) { Profile = "online-bidding" },
            Announced = announced is { } price ? new AnnouncedTerms("online-bidding", "网络竞价", Money.Cny(price)) : null,
        };
        Assert.Equal(refused, draft.Announce()?.Code);
    }

    private static ADraft OfClock()
    {
        var draft = ADraft.Of("online-bidding");
        return draft with
        {
            Terms = draft.Terms with
            {
                Protocol = BiddingProtocol.Dutch, Reserve = Money.Cny(700_000), Clock = new ClockTerms(300),
                StepTable = null,
            },
        };
    }

    [Fact]
    public void A_deposit_above_the_floor_is_refused_whatever_share_the_rule_takes()
    {
        var draft = OfClock();
        draft = draft with
        {
            Profile = draft.Profile with { DepositPermille = draft.Profile.DepositPermille with { Max = 500 } },
        };
        Assert.Null(Changed(draft, "floor 3000", 3_000).Announce());
        Assert.Equal("DEPOSIT_OUT_OF_BOUNDS", Changed(draft, "floor 3000", 3_001).Announce()?.Code);
    }

    private static ADraft Changed(ADraft draft, string change, long deposit)
    {
        var terms = draft.Terms with { Deposit = Money.Cny(deposit * 100) };
        foreach (var part in change.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ');
            Money Yuan() => Money.Cny((long)(decimal.Parse(
                words[1], System.Globalization.CultureInfo.InvariantCulture) * 100));
            terms = words[0] switch
            {
                "start" => terms with { StartPrice = Yuan() },
                "floor" => terms with { Reserve = words[1] == "none" ? null : Yuan() },
                "interval" => terms with { Clock = words[1] == "none" ? null : new ClockTerms(int.Parse(words[1], null)) },
                "step" => terms with { Step = Yuan() },
                "percent" => terms with { StepTable = StepTable.Percent(int.Parse(words[1], null)) },
                "tiers" => terms with { StepTable = StepTable.Tiered(new StepTier(Money.Zero, Money.Cny(50_000))) },
                "maxima" => terms with { TakesProxies = true },
                "ranks" => terms with { HasPreemption = true },
                "window" => terms with { SoftCloseSeconds = int.Parse(words[1], null) },
                "opens" => terms with { OpensAt = AnAuction.At(words[1]).AddDays(42) },
                _ => throw new InvalidOperationException(part),
            };
        }

        return draft with { Terms = terms };
    }
}
