using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>What the centre may record of a patent's life. Today is 2026-11-26.</summary>
public sealed class LifeDeciderTests
{
    private static readonly ImmutableArray<OwnerShare> Halves = [new("甲", 5_000), new("乙", 5_000)];

    private readonly APatent patent = APatent.Filed("2010-03-05", PatentType.Invention, "甲", "乙");

    [Theory]
    [InlineData("GR01", "2014-07-23", null, null)]
    [InlineData("gr01", "2026-11-26", null, null)]
    [InlineData("XX99", "2014-07-23", null, "LEGAL_CODE_UNKNOWN")]
    [InlineData("GR01", "2026-11-27", null, "DAY_AHEAD")]
    [InlineData("GR01", "1985-03-31", null, "LIFE_FACT_MALFORMED")]
    [InlineData("TG01", "2020-01-01", "2031-01-01", null)]
    [InlineData("TG01", "2020-01-01", "2010-03-05", "LIFE_FACT_MALFORMED")]
    [InlineData("TG01", "2020-01-01", "2030-03-05", null)]
    [InlineData("TG01", "2020-01-01", "2030-03-04", "LIFE_FACT_MALFORMED")]
    [InlineData("GR01", "2020-01-01", "2031-01-01", "LIFE_FACT_MALFORMED")]
    public void A_legal_event_is_taken_or_not(string code, string on, string? termEnds, string? refusal) =>
        Assert.Equal(refusal, Record(new NewLegalEvent(
            code, APatent.Day(on), null, termEnds is null ? null : APatent.Day(termEnds))));

    [Fact]
    public void A_batch_passes_over_what_stands_and_numbers_the_rest()
    {
        NewLegalEvent Pledge(string? note) => new("PE01", APatent.Day("2020-01-01"), note, null);
        Assert.Null(Record(Pledge("一"), Pledge("一"), Pledge("二")));
        Assert.Equal([1, 2], patent.State.Life.LegalEvents.Select(fact => fact.Number));
        Assert.Equal("NOTHING_NEW", Record(Pledge("一"), Pledge("二")));
    }

    [Fact]
    public void One_year_is_paid_once_unless_the_payment_is_taken_back()
    {
        var payment = new RecordFeePayment(5, APatent.Day("2014-02-01"), Money.Cny(120_000), "收据");
        Assert.Null(patent.Decide(LifeDecider.Decide, payment));
        Assert.Equal("FEE_PAID_ALREADY", patent.Decide(LifeDecider.Decide, payment));
        Assert.Null(patent.Decide(LifeDecider.Decide, new RetractLifeFact(1, "年度有误")));
        Assert.Equal("LIFE_FACT_UNKNOWN", patent.Decide(LifeDecider.Decide, new RetractLifeFact(1, "年度有误")));
        Assert.Null(patent.Decide(LifeDecider.Decide, payment));
        Assert.Equal(2, Assert.Single(patent.State.Life.Payments).Number);
    }

    [Theory]
    [InlineData(0, "2014-02-01", 1, "LIFE_FACT_MALFORMED")]
    [InlineData(31, "2014-02-01", 1, "LIFE_FACT_MALFORMED")]
    [InlineData(5, "2026-11-27", 1, "DAY_AHEAD")]
    [InlineData(5, "2014-02-01", 0, "LIFE_FACT_MALFORMED")]
    [InlineData(5, "2014-02-01", Limits.AmountFenMax + 1, "LIFE_FACT_MALFORMED")]
    public void A_payment_out_of_bounds_is_refused(int year, string on, long fen, string refusal) =>
        Assert.Equal(refusal, patent.Decide(
            LifeDecider.Decide, new RecordFeePayment(year, APatent.Day(on), Money.Cny(fen), "收据")));

    [Theory]
    [InlineData(85, 3, 12, null)]
    [InlineData(0, 3, 12, "LIFE_FACT_MALFORMED")]
    [InlineData(101, 3, 12, "LIFE_FACT_MALFORMED")]
    [InlineData(85, 0, 12, "LIFE_FACT_MALFORMED")]
    [InlineData(85, 3, 2, "LIFE_FACT_MALFORMED")]
    [InlineData(85, 3, 31, "LIFE_FACT_MALFORMED")]
    public void A_reduction_stays_in_its_bounds(int percent, int from, int to, string? refusal) => Assert.Equal(
        refusal, patent.Decide(LifeDecider.Decide, new RecordFeeReduction(percent, from, to, "证明", null)));

    [Fact]
    public void A_year_lapses_once()
    {
        var notice = new RecordLapseNotice(5, APatent.Day("2014-10-13"), "通知书");
        Assert.Null(patent.Decide(LifeDecider.Decide, notice));
        Assert.Equal("LAPSE_NOTICE_KNOWN", patent.Decide(LifeDecider.Decide, notice));
    }

    [Fact]
    public void Shares_belong_to_the_holders_and_make_the_whole()
    {
        Assert.Null(Own(Halves));
        Assert.Null(Own([new("乙", null), new("甲", null)]));
        Assert.Equal("OWNERS_ARE_NOT_THE_HOLDERS", Own([new("甲", 10_000)]));
        Assert.Equal("OWNERS_ARE_NOT_THE_HOLDERS", Own([new("甲", 5_000), new("丙", 5_000)]));
        Assert.Equal("LIFE_FACT_MALFORMED", Own([new("甲", 5_000), new("乙", 4_999)]));
        Assert.Equal("LIFE_FACT_MALFORMED", Own([new("甲", 10_000), new("乙", null)]));
    }

    [Fact]
    public void A_mandate_runs_from_one_co_owner_to_another()
    {
        Assert.Null(Own(Halves, new CoOwnerMandate("甲", "乙", MandateScope.Sale, APatent.Day("2027-01-01"))));
        Assert.Equal("LIFE_FACT_MALFORMED", Own(Halves, new CoOwnerMandate("甲", "甲", MandateScope.Sale, null)));
        Assert.Equal("LIFE_FACT_MALFORMED", Own(Halves, new CoOwnerMandate("甲", "丙", MandateScope.Sale, null)));
    }

    [Fact]
    public void Shares_of_former_holders_are_forgotten_when_the_register_names_others()
    {
        Assert.Null(Own(Halves));
        patent.Then(new PatentHoldersRecorded(["乙", "甲"], "登记簿", null));
        Assert.NotNull(patent.State.Life.Ownership);
        patent.Then(new PatentHoldersRecorded(["丙"], "登记簿", null));
        Assert.Null(patent.State.Life.Ownership);
    }

    [Fact]
    public void Only_a_chinese_application_has_a_life_here()
    {
        var provisional = new APatent().Then(
            new PatentRegistered("CN102828036B", NumberKind.Publication, PatentType.Invention));
        var seen = new RecordLegalEvents([new("GR01", APatent.Day("2014-07-23"), null, null)], "test");
        Assert.Equal("NO_CHINESE_APPLICATION", provisional.Decide(Decide, seen));
        Assert.Equal("UNKNOWN", new APatent().Decide(Decide, seen));
        provisional.Then(new PatentJoined("CN102828036", "patent:CN202110771508"));
        Assert.Equal("JOINED", provisional.Decide(Decide, seen));
    }

    private string? Record(params NewLegalEvent[] events) =>
        patent.Decide(Decide, new RecordLegalEvents([.. events], "登记簿副本"));

    private static Outcome<IReadOnlyList<IEvent>> Decide(Patent state, RecordLegalEvents command, Moment moment) =>
        LifeDecider.Decide(state, command, moment, PatentRules.House);

    private string? Own(ImmutableArray<OwnerShare> shares, params CoOwnerMandate[] mandates) =>
        patent.Decide(LifeDecider.Decide, new RecordOwnership(shares, [.. mandates], "共有协议", null));
}
