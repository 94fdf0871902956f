using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>What terms of sealed protocols must have.</summary>
public sealed class SealedTermsTests
{
    [Theory]
    [InlineData("as they are", null)]
    [InlineData("a step", "STEP_IN_SEALED")]
    [InlineData("a table", "STEP_IN_SEALED")]
    [InlineData("maxima", "NOT_IN_PROTOCOL")]
    [InlineData("pre-emption", "NOT_IN_PROTOCOL")]
    [InlineData("buy-now", "NOT_IN_PROTOCOL")]
    [InlineData("no holders", "HOLDERS_MISSING")]
    [InlineData("one holder", "HOLDERS_OUT_OF_BOUNDS")]
    [InlineData("eight holders", "HOLDERS_OUT_OF_BOUNDS")]
    [InlineData("one opens", "HOLDERS_OUT_OF_BOUNDS")]
    [InlineData("more than all open", "HOLDERS_OUT_OF_BOUNDS")]
    [InlineData("no name", "HOLDER_UNNAMED")]
    [InlineData("no point", "HOLDER_KEY_MALFORMED")]
    [InlineData("one key twice", "HOLDER_KEY_TWICE")]
    [InlineData("too short", "OPENING_OUT_OF_BOUNDS")]
    [InlineData("too long", "OPENING_OUT_OF_BOUNDS")]
    [InlineData("english", "HOLDERS_WITHOUT_SEALED_BIDS")]
    public void Terms_of_sealed_bids_are_whole_or_refused(string change, string? code)
    {
        var points = Enumerable.Range(0, 8).Select(_ =>
        {
            using var holder = Holder.Made();
            return holder.Point;
        }).ToList();
        var terms = ASealedAuction.TermsOf(BiddingProtocol.SealedFirstPrice, [.. points.Take(3)]);
        var set = terms.Sealed!;
        SealedTerms With(params SealedHolder[] holders) => set with { Holders = [.. holders] };
        var changed = change switch
        {
            "a step" => terms with { Step = Money.Cny(1) },
            "a table" => terms with { StepTable = StepTable.Percent(50, null) },
            "maxima" => terms with { TakesProxies = true },
            "pre-emption" => terms with { HasPreemption = true },
            "buy-now" => terms with { BuyNow = Money.Cny(9_000_000) },
            "no holders" => terms with { Sealed = null },
            "one holder" => terms with { Sealed = With(set.Holders[0]) },
            "eight holders" => terms with { Sealed = With([.. points.Select(p => new SealedHolder("公证处", p))]) },
            "one opens" => terms with { Sealed = set with { Threshold = 1 } },
            "more than all open" => terms with { Sealed = set with { Threshold = 4 } },
            "no name" => terms with { Sealed = With(set.Holders[0], set.Holders[1] with { Name = " " }) },
            "no point" => terms with { Sealed = With(set.Holders[0], set.Holders[1] with { Key = "04" }) },
            "one key twice" => terms with { Sealed = With(set.Holders[0], set.Holders[0] with { Name = "另一家" }) },
            "too short" => terms with { Sealed = set with { OpeningSeconds = Limits.OpeningSecondsMin - 1 } },
            "too long" => terms with { Sealed = set with { OpeningSeconds = Limits.OpeningSecondsMax + 1 } },
            "english" => terms with { Protocol = BiddingProtocol.English },
            _ => terms,
        };
        Assert.Equal(code, (ProtocolBounds.Fault(changed) ?? SealedRules.Fault(changed, isWhole: true))?.Code);
    }

    [Fact]
    public void A_seller_proposes_sealed_bids_before_their_holders_are_known() => Assert.Null(SealedRules.Fault(
        ASealedAuction.TermsOf(BiddingProtocol.Vickrey, []) with { Sealed = null }, isWhole: false));
}
