using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.EventFiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>The check against the market's own decisions: what these lead to is sound, whatever is disclosed.</summary>
public sealed class RandomBiddingTests
{
    private const int Seed = 20_261_127;
    private const int Auctions = 400;
    private const int Acts = 14;
    private static readonly string[] Bidders = ["a", "b", "c"];

    [Fact]
    public void Random_bidding_is_sound_with_all_none_or_some_secrets_disclosed()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Auctions; i++)
        {
            var auction = Fought(random);
            var records = Exported.Records(auction.Records);
            foreach (var share in new[] { 0.0, 0.5, 1.0 })
            {
                var finding = ProofFileTests.Verify(Exported.File(
                [
                    EventFileLine.Header(Exported.Stream),
                    .. records.Select(record => record.Secret is not null && random.NextDouble() < share
                        ? EventFileLine.Disclosed(record)
                        : EventFileLine.Record(record)),
                    EventFileLine.End(records[^1].Version, Exported.Hex(records[^1].Hash)),
                ]));
                Assert.True(
                    finding.Result == EventFileResult.Sound,
                    $"seed {Seed}, auction {i}, {share} disclosed: {EventFileVerifier.Describe(finding)}");
                Assert.Equal(auction.State.Leader?.Amount, finding.Summary!.Price);
            }
        }
    }

    private static AnAuction Fought(Random random)
    {
        var auction = new AnAuction
        {
            Terms = new AnAuction().Terms with
            {
                TakesProxies = true,
                HasPreemption = true,
                Reserve = random.Next(2) == 0 ? null : Money.Cny(100 * random.Next(10_000, 13_000)),
                StepTable = random.Next(2) == 0 ? null : StepTable.Percent(75, Money.Cny(10_000)),
            },
        }.Announced();
        for (var enrolment = 1; enrolment <= Bidders.Length; enrolment++)
            if (random.Next(3) == 0) auction.Right("9:30", enrolment, random.Next(3));
        auction.Open();
        for (var act = 0; act < Acts; act++)
        {
            var (time, who) = ($"10:0{act / 2}:{act % 2 * 30:00}", Bidders[random.Next(Bidders.Length)]);
            var price = auction.State.Leader?.Amount.Fen / 100 ?? 9_500;
            var amount = price + (random.Next(4) == 0 ? 500 * random.Next(4) : random.Next(3_000));
            _ = random.Next(8) switch
            {
                < 4 => auction.Proxy(time, who, amount),
                4 => auction.Proxy(time, who, null),
                5 => auction.Match(time, who, price),
                _ => auction.Bid(time, who, amount),
            };
        }

        auction.Turn("10:50");
        return auction;
    }
}
