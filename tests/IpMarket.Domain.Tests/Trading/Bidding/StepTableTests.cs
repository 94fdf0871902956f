using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Bidding;

public class StepTableTests
{
    // facts.md §6: below ¥100,000 ¥1,000; below ¥1,000,000 ¥5,000; below ¥5,000,000 ¥10,000; above ¥50,000.
    private static readonly StepTable Tiers = StepTable.Tiered(
        Tier(0, 1_000), Tier(100_000, 5_000), Tier(1_000_000, 10_000), Tier(5_000_000, 50_000));

    private static readonly Gen<StepTable> Sound = Gen.OneOf(
        Gen.Long[1, Limits.AmountFenMax].Select(fen => StepTable.Fixed(Money.Cny(fen))),
        Gen.Select(Gen.Int[1, 1_000], Gen.OneOf(Gen.Const(1L), Gen.Long[1, Limits.AmountFenMax]))
            .Select(x => StepTable.Percent(x.Item1, Money.Cny(x.Item2))),
        Gen.Select(Gen.Long[1, 100_000_000_000], Gen.Long[1, 1_000_000_000]).Array[1, Limits.StepTiersMax].Select(Rising));

    // yuan: price → step; % tables are "permille/unit in fen".
    [Theory]
    [InlineData("fixed", 10_000, 500_00)]
    [InlineData("fixed", 9_999_999, 500_00)]
    [InlineData("tiers", 0, 1_000_00)]
    [InlineData("tiers", 99_999, 1_000_00)]
    [InlineData("tiers", 100_000, 5_000_00)]
    [InlineData("tiers", 4_999_999, 10_000_00)]
    [InlineData("tiers", 5_000_000, 50_000_00)]
    [InlineData("50/1", 10_000, 500_00)]
    [InlineData("50/10000", 10_001, 600_00)]
    [InlineData("50/10000", 1, 100_00)]
    [InlineData("1/1", 0, 1)]
    [InlineData("1/1", 1, 1)]
    [InlineData("333/1", 1, 34)]
    public void The_step_follows_the_price(string table, long yuan, long stepFen) =>
        Assert.Equal(Money.Cny(stepFen), Table(table).At(Money.Cny(yuan * 100)));

    [Fact]
    public void No_step_is_zero_none_falls_and_no_sum_overflows() => Gen
        .Select(Sound, Gen.Long[0, Limits.AmountFenMax], Gen.Long[0, Limits.AmountFenMax])
        .Sample(
            (table, one, other) =>
            {
                Assert.True(table.IsSound);
                var (low, high) = (Money.Cny(Math.Min(one, other)), Money.Cny(Math.Max(one, other)));
                var (below, above) = (table.At(low), table.At(high));
                Assert.True(below.Fen >= 1 && above >= below);
                Assert.True((high + above).Fen <= 3 * Limits.AmountFenMax);
            },
            iter: 20_000);

    [Fact]
    public void A_share_is_rounded_up_to_the_next_multiple_and_never_beyond() => Gen
        .Select(Gen.Int[1, 1_000], Gen.Long[1, 1_000_000], Gen.Long[0, Limits.AmountFenMax])
        .Sample(
            (permille, unit, price) =>
            {
                var step = StepTable.Percent(permille, Money.Cny(unit)).At(Money.Cny(price)).Fen;
                var exact = (decimal)price * permille / 1_000;
                Assert.True(step % unit == 0 && step >= exact && step < Math.Max(exact, 1) + unit + 1);
            },
            iter: 20_000);

    [Theory]
    [InlineData("no tier")]
    [InlineData("first not from 0")]
    [InlineData("not rising")]
    [InlineData("falling step")]
    [InlineData("zero step")]
    [InlineData("above the market's limit")]
    [InlineData("too many")]
    [InlineData("two fixed")]
    [InlineData("zero share")]
    [InlineData("share above the whole")]
    [InlineData("zero unit")]
    [InlineData("share with tiers")]
    public void What_is_no_table_is_told(string what) => Assert.False((what switch
    {
        "no tier" => StepTable.Tiered(),
        "first not from 0" => StepTable.Tiered(Tier(1, 1)),
        "not rising" => StepTable.Tiered(Tier(0, 1), Tier(0, 2)),
        "falling step" => StepTable.Tiered(Tier(0, 2), Tier(5, 1)),
        "zero step" => StepTable.Fixed(Money.Zero),
        "above the market's limit" => StepTable.Fixed(Money.Cny(Limits.AmountFenMax + 1)),
        "too many" => StepTable.Tiered([.. Enumerable.Range(0, Limits.StepTiersMax + 1).Select(i => Tier(i, 1))]),
        "two fixed" => StepTable.Tiered(Tier(0, 1), Tier(5, 1)) with { Kind = StepKind.Fixed },
        "zero share" => StepTable.Percent(0),
        "share above the whole" => StepTable.Percent(1_001),
        "zero unit" => StepTable.Percent(10, Money.Zero),
        _ => StepTable.Percent(10) with { Tiers = [Tier(0, 1)] },
    }).IsSound);

    [Fact]
    public void Equal_tables_are_equal_and_terms_of_old_streams_read_as_a_fixed_step()
    {
        Assert.Equal(Tiers, StepTable.Tiered([.. Tiers.Tiers]));
        Assert.NotEqual(Tiers, StepTable.Tiered(Tier(0, 1_000)));
        const string Old = """
            {"startPrice":{"fen":1000000,"currency":"CNY"},"step":{"fen":50000,"currency":"CNY"},
            "opensAt":"2026-11-23T02:00:00.000000Z","closesAt":"2026-11-23T02:10:00.000000Z",
            "softCloseSeconds":300,"deposit":{"fen":100000,"currency":"CNY"}}
            """;
        var terms = System.Text.Json.JsonSerializer.Deserialize<AuctionTerms>(Old, EventCodec.Options)!;
        Assert.Equal(StepTable.Fixed(Money.Cny(50_000)), terms.Steps);
        Assert.Equal(Money.Cny(1_050_000), terms.Beating(Money.Cny(1_000_000)));
    }

    [Theory]
    [InlineData("tiers", null)]
    [InlineData("50/10000", null)]
    [InlineData("201/1", "STEP_OUT_OF_BOUNDS")]
    [InlineData("steep tier", "STEP_OUT_OF_BOUNDS")]
    [InlineData("no tier", "STEP_TABLE_MALFORMED")]
    public void A_table_lies_within_the_profile_at_the_start_and_where_its_tiers_begin(string table, string? code)
    {
        var terms = new AnAuction().Terms with { StepTable = Table(table) };
        var fault = StepBounds.Fault(terms, AnAuction.ProfileOf("online-bidding"));
        Assert.Equal(code, fault is var (refusal, _, _) ? Refusal.CodeOf(refusal.ToString()) : null);
    }

    [Fact]
    public void A_drafted_table_carries_its_step_at_the_start_and_leads_the_next_minimum()
    {
        var auction = new AnAuction();
        var withTable = new AnAuction
        {
            Terms = auction.Terms with { Step = Money.Cny(1), StepTable = StepTable.Percent(100, Money.Cny(10_000)) },
        }.Open();
        Assert.Equal(Money.Cny(100_000), withTable.State.Terms!.Step);
        Assert.Null(withTable.Bid("10:01", "a", 10_000));
        Assert.Equal(Money.Cny(1_100_000), withTable.State.NextMinimum);
        Assert.Null(withTable.Bid("10:01", "b", 12_345));
        Assert.Equal(Money.Cny(1_234_500 + 130_000), withTable.State.NextMinimum);
        Assert.Equal("BELOW_NEXT_MINIMUM", withTable.Bid("10:01", "a", 13_644)!.Code);
    }

    [Theory]
    [InlineData("fixed", "¥500.00（人民币伍佰元整）")]
    [InlineData("50/10000", "当前价的 5%，不足 ¥100.00 的部分按 ¥100.00 计")]
    [InlineData("steep tier", "当前价低于 ¥20,000.00 的，为 ¥500.00；¥20,000.00 以上的，为 ¥4,001.00")]
    public void Papers_say_the_step_in_words(string table, string words)
    {
        var terms = new AnAuction().Terms;
        var withTable = table == "fixed" ? terms : terms with { StepTable = Table(table) };
        Assert.Equal(words, PaperWords.Step(withTable));
    }

    private static StepTier Tier(long from, long step) => new(Money.Cny(from * 100), Money.Cny(step * 100));

    private static StepTable Table(string words) => words switch
    {
        "fixed" => StepTable.Fixed(Money.Cny(500_00)),
        "tiers" => Tiers,
        "steep tier" => StepTable.Tiered(Tier(0, 500), Tier(20_000, 4_001)),
        "no tier" => StepTable.Tiered(),
        _ => StepTable.Percent(int.Parse(words.Split('/')[0]), Money.Cny(long.Parse(words.Split('/')[1]))),
    };

    private static StepTable Rising((long From, long Step)[] parts)
    {
        var (from, step, tiers) = (0L, 1L, new List<StepTier>());
        foreach (var part in parts)
        {
            step += part.Step;
            tiers.Add(new StepTier(Money.Cny(from), Money.Cny(step)));
            from = Math.Min(Limits.AmountFenMax, from + part.From);
            if (from == Limits.AmountFenMax) break;
        }

        return StepTable.Tiered([.. tiers]);
    }
}
