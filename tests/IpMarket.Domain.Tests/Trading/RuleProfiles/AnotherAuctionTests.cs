using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.RuleProfiles;

/// <summary>What auctions of a lot that were not sold mean for another one, under the same profile or another.</summary>
public sealed class AnotherAuctionTests
{
    public static TheoryData<Appraisal> Unsound => new()
    {
        new Appraisal(Money.Cny(0), new DateOnly(2026, 11, 1), "示例评估所"),
        new Appraisal(Money.Cny(Limits.AmountFenMax + 1), new DateOnly(2026, 11, 1), "示例评估所"),
        new Appraisal(Money.Cny(1_000_000), new DateOnly(2026, 11, 24), "示例评估所"),
        new Appraisal(Money.Cny(1_000_000), new DateOnly(2026, 11, 1), " "),
        new Appraisal(Money.Cny(1_000_000), new DateOnly(2026, 11, 1), new string('所', 101)),
    };

    // Appraised at ¥10,000; two auctions under another profile, the last from ¥100, were not sold.
    [Theory]
    [InlineData("online-bidding", 700_000, true, null)]
    [InlineData("online-bidding", 699_999, true, "START_OFF_APPRAISAL")]
    [InlineData("online-bidding", 700_000, false, "APPRAISAL_MISSING")]
    [InlineData(null, 700_000, true, null)]
    [InlineData(null, 699_999, true, "START_OFF_APPRAISAL")]
    public void After_auctions_under_another_or_an_unknown_profile_a_court_auction_is_a_first_one(
        string? before, long fen, bool isAppraised, string? refused)
    {
        var draft = Starting("judicial-online", fen, isAppraised) with { Before = Unsold(10_000, before, 2) };
        Assert.Equal(refused, draft.Announce(isOnlyDrafted: true)?.Code);
        var soon = draft.Terms.OpensAt.AddDays(-29);
        Assert.Equal(refused ?? "NOTICE_TOO_SHORT", (draft with { Now = soon }).Announce(isOnlyDrafted: true)?.Code);
    }

    [Theory]
    [InlineData(800_000, null)]
    [InlineData(799_999, "CUT_TOO_DEEP")]
    public void An_auction_under_another_profile_in_between_does_not_hide_the_one_under_this(long fen, string? refused)
    {
        var between = Unsold(10_000, "online-bidding", 1) with { Other = Unsold(1_000_000, "pledge-realisation", 1) };
        Assert.Equal(refused, (Starting("pledge-realisation", fen) with { Before = between }).Announce()?.Code);
    }

    [Theory]
    [InlineData(700_000, null)]
    [InlineData(699_999, "START_OFF_APPRAISAL")]
    public void Where_a_profile_has_no_ladder_the_appraisal_still_binds_another_auction(long fen, string? refused)
    {
        var draft = Starting("pledge-realisation", fen);
        draft = draft with
        {
            Profile = draft.Profile with { Ladder = null }, Before = Unsold(10_000, "pledge-realisation", 1),
        };
        Assert.Equal(refused, draft.Announce()?.Code);
    }

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_appraisal_is_sound_in_another_auction_and_in_a_proposal_too(Appraisal appraisal)
    {
        var draft = ADraft.Of("online-bidding");
        draft = draft with
        {
            Terms = draft.Terms with { Appraisal = appraisal }, Before = Unsold(1_000_000, "online-bidding", 1),
        };
        Assert.Equal("APPRAISAL_UNSOUND", draft.Announce()?.Code);
        var again = AnAuction.Facts(DutyHolder.With(CentreRole.Handler)) with { Profile = draft.Profile };
        again = again with { Listing = again.Listing with { Before = draft.Before } };
        var auction = new AnAuction();
        Assert.Equal("APPRAISAL_UNSOUND", auction.Do("9:00", "seller", (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", draft.Terms, again.Listing), m))?.Code);
        var proposed = draft.Terms with { Appraisal = null };
        Assert.Null(auction.Do("9:00", "seller", (s, m) => AuctionDecider.Decide(
            s, new ProposeAuction("listing:1", proposed, again.Listing), m)));
        Assert.Equal("APPRAISAL_UNSOUND", auction.Do("9:00", "handler", (s, m) => AuctionDecider.Decide(
            s, new DraftAuction("online-bidding", draft.Terms, again), m))?.Code);
    }

    // Appraised at ¥10,000, cut once to ¥9,500 or to ¥9,000.
    [Theory]
    [InlineData(950_000, 900_000, true, null)]
    [InlineData(950_000, 899_999, true, "START_OFF_APPRAISAL")]
    [InlineData(900_000, 900_000, true, null)]
    [InlineData(900_000, 899_999, true, "START_OFF_APPRAISAL")]
    [InlineData(900_000, 810_000, true, "START_OFF_APPRAISAL")]
    [InlineData(900_000, 809_999, true, "CUT_TOO_DEEP")]
    [InlineData(900_000, 900_000, false, "APPRAISAL_MISSING")]
    public void State_assets_never_start_below_nine_tenths_of_the_appraisal_however_often_they_are_cut(
        long before, long fen, bool isAppraised, string? refused)
    {
        var refusal = (Starting("state-assets", fen, isAppraised) with { Before = Unsold(before, "state-assets", 2) })
            .Announce();
        Assert.Equal(refused, refusal?.Code);
        if (refused is null) return;
        Assert.Contains("90 % 的须书面同意", refusal!.Zh, StringComparison.Ordinal);
        Assert.Contains("below 90 % of the appraisal only with written approval", refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seller_may_bid_under_no_profile()
    {
        var house = new HouseProfiles(withDemo: true);
        foreach (var profile in house.All.SelectMany(profile => house.Versions(profile.Code)))
        {
            var rules = AnAuction.ProfileOf("online-bidding")! with { Barred = profile.Barred };
            var auction = new AnAuction { Rules = rules }.Announced();
            Assert.Equal("BIDDER_BARRED", Enrol(auction, "seller", AnAuction.Bidder("seller")));
            Assert.Equal("BIDDER_BARRED", Enrol(auction, "d", AnAuction.Bidder("d") with { IsSellersPerson = true }));
            Assert.Null(Enrol(auction, "e", AnAuction.Bidder("e")));
        }
    }

    private static string? Enrol(AnAuction auction, string who, BidderFacts facts) => auction.Do(
        "9:30", who, (s, m) => AuctionDecider.Decide(s, new RequestEnrolment(facts), m))?.Code;

    /// <summary>Not sold three weeks before the day of the draft.</summary>
    private static AuctionBefore Unsold(long startFen, string? profile, int auctions) =>
        new(Money.Cny(startFen), AnAuction.At("10:00").AddDays(-21), auctions) { Profile = profile };

    private static ADraft Starting(string code, long fen, bool isAppraised = true)
    {
        var draft = ADraft.Of(code);
        return draft with
        {
            Terms = draft.Terms with
            {
                StartPrice = Money.Cny(fen), Step = Money.Cny(fen / 20), Deposit = Money.Cny(fen / 10),
                Appraisal = isAppraised ? draft.Terms.Appraisal : null,
            },
        };
    }
}
