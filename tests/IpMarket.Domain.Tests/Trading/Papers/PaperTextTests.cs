using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Testing.Papers;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Papers;

public sealed class PaperTextTests
{
    /// <summary>P5: the profile is 网络竞价.</summary>
    [Fact]
    public void No_paper_of_this_profile_speaks_of_an_auction_under_the_auction_law()
    {
        PaperDraft[] drafts =
        [
            PaperSamples.Notice, PaperSamples.Qualification, PaperSamples.Receipt(2), PaperSamples.Confirmation,
            PaperSamples.Record(3),
        ];
        Assert.All(drafts, draft => Assert.All(
            PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.PublicNotice, draft)),
            text => Assert.DoesNotContain("拍卖", text, StringComparison.Ordinal)));
        Assert.All(TradingPapers.All, kind => Assert.DoesNotContain("拍卖", kind.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_a_paper_that_holds_personal_data_is_kept_under_a_person()
    {
        Assert.Empty(PaperSamples.Notice.Persons);
        Assert.Equal(["party:person"], PaperSamples.Qualification.Persons);
        Assert.Equal(["party:person"], PaperSamples.Receipt(1).Persons);
        Assert.Equal(["party:person"], PaperSamples.Confirmation.Persons);
        Assert.Empty(PaperSamples.Record(3).Persons);
        var seller = PaperSamples.Person with { Party = "party:seller" };
        Assert.Equal(["party:seller"], AuctionPapers.PublicNotice(PaperSamples.Auction, seller, "").Persons);
        Assert.Equal(
            ["party:seller", "party:person"],
            AuctionPapers.SaleConfirmation(PaperSamples.Auction, PaperSamples.Sold(1), seller, PaperSamples.Person).Persons);
    }

    [Fact]
    public void A_bid_record_names_nobody_and_the_others_only_those_they_are_for()
    {
        var record = string.Concat(PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.BidRecord, PaperSamples.Record(3))));
        Assert.DoesNotContain(PaperSamples.Seller.Name, record, StringComparison.Ordinal);
        Assert.DoesNotContain(PaperSamples.Person.Name, record, StringComparison.Ordinal);
        Assert.Equal(["party:person"], PaperSamples.Receipt(1).Holders);
        Assert.Equal(["party:person"], PaperSamples.Qualification.Holders);
        Assert.Equal(["party:seller", "party:person"], PaperSamples.Confirmation.Holders);
    }

    [Fact]
    public void A_confirmation_says_what_is_still_to_be_paid()
    {
        var texts = PaperSamples.Texts(PaperSamples.Sheet(TradingPapers.SaleConfirmation, PaperSamples.Confirmation));
        Assert.Contains("¥1,800,000.00（人民币壹佰捌拾万元整）", texts, StringComparer.Ordinal);
        Assert.Contains("¥1,675,000.00（人民币壹佰陆拾柒万伍仟元整）", texts, StringComparer.Ordinal);
    }
}
