using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Domain.Trading.Papers.Protocols;

namespace IpMarket.Grains.Trading.Papers;

/// <summary>Turns an auction's records into the lines of its bid record; holds the last lines only.</summary>
internal sealed class BidRecordBook
{
    private readonly Queue<BidRecordLine> lines = new();
    private BidRecordLine? open;
    private long bids;
    private long dropped;
    private int bidders;

    public void Add(Recorded record)
    {
        switch (record.Event)
        {
            case IMovesPrice bid:
                Write(new BidRecordLine(++bids, record.At, bid.Bidder, bid.Amount, PaperWords.BidNote(bid)));
                break;
            case AuctionExtended extended when open is not null:
                open = open with { Note = Joined(open.Note, $"延时至 {Clock(extended.To)}") };
                break;
            case AuctionSuspended suspended:
                Write(new BidRecordLine(null, record.At, null, null, $"竞价中止：{suspended.Reason}"));
                break;
            case AuctionResumed resumed:
                Write(new BidRecordLine(null, record.At, null, null, $"恢复竞价，结束时间 {Clock(resumed.ClosesAt)}"));
                break;
            case BidSealed bid:
                Write(new BidRecordLine(++bids, record.At, bid.Bidder, null, SealedOnPaper.Of(bid)));
                break;
            case OpeningBegun begun:
                Write(new BidRecordLine(null, record.At, null, null, $"报价截止，开标，时限 {Clock(begun.Until)}"));
                break;
            case SealedBidOpened opened:
                Write(new BidRecordLine(null, record.At, opened.Bidder, opened.Amount, SealedOnPaper.Of(opened)));
                break;
            case SealedBidUnopened unopened:
                Write(new BidRecordLine(null, record.At, unopened.Bidder, null, "未在时限内开启，无效"));
                break;
            case BidderAdmitted admitted:
                bidders = admitted.Bidder;
                break;
            default:
                break;
        }
    }

    public BidRecordFacts Facts(AuctionClosed closed, long version, string hash)
    {
        Write(null);
        return new BidRecordFacts(closed, [.. lines], dropped, bidders, version, hash);
    }

    /// <summary>A line is written when the next begins: an extension belongs to the bid before it.</summary>
    private void Write(BidRecordLine? next)
    {
        if (open is not null) lines.Enqueue(open);
        open = next;
        if (lines.Count <= Limits.BidRecordLinesMax) return;
        lines.Dequeue();
        dropped++;
    }

    private static string Joined(string note, string more) => note.Length == 0 ? more : $"{note}；{more}";

    private static string Clock(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
