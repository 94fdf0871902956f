using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Trading;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>
/// A sealed auction driven by plain words: as <see cref="AnAuction"/>, start ¥10,000.00, bids from 10:00 to 10:10, two of
/// three holders open within 30 minutes, bidders a, b, c are 1, 2, 3.
/// </summary>
internal sealed class ASealedAuction : IDisposable
{
    private readonly List<Holder> holders = [Holder.Made(), Holder.Made(), Holder.Made()];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    public ASealedAuction(BiddingProtocol protocol, long? reserveYuan = null)
    {
        Terms = TermsOf(protocol, [.. holders.Select(holder => holder.Point)]) with
        {
            Reserve = reserveYuan is { } yuan ? Money.Cny(yuan * 100) : null,
        };
        var lot = AnAuction.Facts(DutyHolder.None).Listing.Lot!;
        var profile = new ProfileRef("online-bidding", 1, "网络竞价");
        Auction.Do("8:00", "seller", (_, _) => Decided.As(new AuctionProposed(lot, Terms)));
        Auction.Do("8:10", "handler", (_, m) => Decided.As(new AuctionDrafted(
            profile, Terms, ApprovalRoute.HandlerThenReviewer, new DutyStep(CentreRole.Handler, m.Actor.User, m.At))));
        Auction.Do("9:00", "reviewer", (_, _) => Decided.As(new AuctionAnnounced(lot, profile, Terms)));
        foreach (var name in new[] { "a", "b", "c" })
        {
            Auction.Do("9:10", name, (s, m) => AuctionDecider.Decide(
                s, new RequestEnrolment(AnAuction.Bidder(name)), m));
            Auction.Do("9:20", "house", (s, m) => AuctionDecider.Decide(
                s, new AdmitBidder(s.EnrolmentsRequested, AnAuction.Bidder(name)), m));
        }

        Assert.Null(Auction.Turn("10:00"));
    }

    public AnAuction Auction { get; } = new();

    public Auction State => Auction.State;

    public AuctionClosed? Result => State.Result;

    public AuctionTerms Terms { get; }

    public static AuctionTerms TermsOf(BiddingProtocol protocol, IReadOnlyList<string> points) =>
        new AnAuction().Terms with
        {
            Protocol = protocol,
            Step = Money.Zero,
            Sealed = new SealedTerms(2, [.. points.Select((point, i) => new SealedHolder($"保管单位{i + 1}", point))], 1_800),
        };

    public Refusal? Seal(string time, string who, long yuan)
    {
        var (envelope, key) = SealedBids.Seal(
            "auction:test", BidderOf(who), (ulong)(yuan * 100), 2, [.. holders.Select(holder => holder.Point)]);
        var refusal = Hand(time, who, envelope);
        if (refusal is null) keys[who] = key;
        return refusal;
    }

    public Refusal? Hand(string time, string who, string envelope) => Auction.Do(
        time, who, (s, m) => SealedDecider.Decide(s, new SealBid(envelope, "auction:test", new BidFacts(true, false)), m));

    /// <summary>A holder opens his share of a bid and releases it.</summary>
    public Refusal? Release(string time, int holder, string who) => Release(
        time, holder, who, holders[holder - 1].Open(SealedEnvelope.Read(EnvelopeOf(who))!, holder));

    public Refusal? Release(string time, int holder, string who, string share) => Auction.Do(
        time, "holder", (s, m) => SealedDecider.Decide(s, new ReleaseShare(BidderOf(who), holder, share), m));

    public Refusal? OpenOwn(string time, string who, string? key = null) => Auction.Do(
        time, who, (s, m) => SealedDecider.Decide(s, new OpenOwnBid(key ?? keys[who]), m));

    /// <summary>Two holders open all that was sealed.</summary>
    public ASealedAuction Opened()
    {
        Assert.Null(Auction.Turn("10:10"));
        foreach (var who in State.SealedBids.Keys.Order().Select(code => "abc"[code - 1].ToString()))
        {
            Assert.Null(Release("10:11", 1, who));
            Assert.Null(Release("10:12", 3, who));
        }

        return this;
    }

    public string EnvelopeOf(string who) => State.SealedBids[BidderOf(who)].Envelope;

    /// <summary>What everybody can read of the records so far.</summary>
    public string PublicText() => string.Concat(
        Auction.Records.Select(record => EventCodec.Encode(record.Event, record.Actor).Public));

    public void Dispose() => holders.ForEach(holder => holder.Dispose());

    private static int BidderOf(string who) => who[0] - 'a' + 1;
}
