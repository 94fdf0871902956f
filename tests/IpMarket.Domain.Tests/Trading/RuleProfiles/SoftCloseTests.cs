using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.RuleProfiles;

/// <summary>What a bid in the last five minutes does to an end at 10:10, in both ways.</summary>
public sealed class SoftCloseTests
{
    // Bids at these times, each a step higher → the end after the last.
    [Theory]
    [InlineData(SoftCloseKind.BidPlusWindow, "10:04:59.999999", "10:10", 0)]
    [InlineData(SoftCloseKind.BidPlusWindow, "10:05", "10:10", 0)]
    [InlineData(SoftCloseKind.BidPlusWindow, "10:05:00.000001", "10:10:00.000001", 1)]
    [InlineData(SoftCloseKind.BidPlusWindow, "10:09", "10:14", 1)]
    [InlineData(SoftCloseKind.BidPlusWindow, "10:09 10:13", "10:18", 2)]
    [InlineData(SoftCloseKind.BidPlusWindow, "10:09 10:09", "10:14", 1)]
    [InlineData(SoftCloseKind.EndPlusWindow, "10:04:59.999999", "10:10", 0)]
    [InlineData(SoftCloseKind.EndPlusWindow, "10:05", "10:15", 1)]
    [InlineData(SoftCloseKind.EndPlusWindow, "10:09", "10:15", 1)]
    [InlineData(SoftCloseKind.EndPlusWindow, "10:09 10:09", "10:15", 1)]
    [InlineData(SoftCloseKind.EndPlusWindow, "10:09 10:09:59 10:10", "10:20", 2)]
    public void A_bid_in_the_window_moves_the_end(SoftCloseKind kind, string bids, string end, int extensions)
    {
        var auction = Open(kind);
        var yuan = 10_000L;
        foreach (var (bid, place) in bids.Split(' ').Select((bid, place) => (bid, place)))
        {
            Assert.Null(auction.Bid(bid, place % 2 == 0 ? "a" : "b", yuan));
            yuan += 500;
        }

        Assert.Equal(AnAuction.At(end), auction.State.ClosesAt);
        Assert.Equal(extensions, auction.State.Extensions);
        Assert.Equal("ALREADY_CLOSED", auction.Turn(end) is null ? auction.Bid(end, "c", 90_000)?.Code : "NOT_DUE");
        Assert.Null(Replayed(auction));
    }

    [Theory]
    [InlineData(SoftCloseKind.BidPlusWindow)]
    [InlineData(SoftCloseKind.EndPlusWindow)]
    public void The_offline_check_sees_an_end_that_the_other_way_would_have_led_to(SoftCloseKind kind)
    {
        var auction = Open(kind);
        Assert.Null(auction.Bid("10:09", "a", 10_000));
        Assert.Null(Replayed(auction));
        var other = kind == SoftCloseKind.BidPlusWindow ? SoftCloseKind.EndPlusWindow : SoftCloseKind.BidPlusWindow;
        var forged = auction.Records.Select(record => record.Event switch
        {
            AuctionAnnounced said => record with { Event = said with { Terms = said.Terms with { SoftCloseKind = other } } },
            _ => record,
        });
        Assert.Equal("public.closesAt", Replayed(forged)?.Field);
    }

    [Fact]
    public void Terms_from_before_there_were_two_ways_extend_from_the_bid()
    {
        var terms = new AnAuction().Terms;
        var stored = EventCodec.Encode(new AuctionProposed(AnAuction.Facts(null!).Listing.Lot!, terms), null).Public
            .Replace("\"protocol\":\"English\",\"softCloseKind\":\"BidPlusWindow\",", "", StringComparison.Ordinal)
            .Replace(",\"protocol\":\"English\",\"softCloseKind\":\"BidPlusWindow\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("softCloseKind", stored, StringComparison.Ordinal);
        var read = (AuctionProposed)EventCodec.Decode(typeof(AuctionProposed), stored, null).Fact;
        Assert.Equal(terms, read.Terms);
        Assert.Equal(AnAuction.At("10:14"), read.Terms.EndAfter(AnAuction.At("10:09"), AnAuction.At("10:10")));
    }

    /// <summary>Under a profile of short times that allows both ways.</summary>
    private static AnAuction Open(SoftCloseKind kind)
    {
        var terms = new AnAuction().Terms with { SoftCloseKind = kind };
        return new AnAuction { Terms = terms, Rules = OfBothWays }.Open();
    }

    private static readonly RuleProfile OfBothWays = AnAuction.ProfileOf("online-bidding")! with
    {
        SoftClose = [SoftCloseKind.BidPlusWindow, SoftCloseKind.EndPlusWindow],
    };

    private static Breach? Replayed(AnAuction auction) => Replayed(auction.Records);

    private static Breach? Replayed(IEnumerable<Recorded> records)
    {
        var replay = new AuctionReplay("auction:test");
        foreach (var record in records)
        {
            var stored = EventCodec.Encode(record.Event, record.Actor).Public;
            if (replay.Apply(EventTypes.NameOf(record.Event), record.At, record.CommandId, stored) is { } breach)
                return breach;
        }

        return null;
    }
}
