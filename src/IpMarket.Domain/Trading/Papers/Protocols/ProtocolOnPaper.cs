using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Domain.Trading.Papers.Protocols;

/// <summary>What papers say of how an auction takes its bids; one for each way.</summary>
public abstract class ProtocolOnPaper(AuctionTerms terms)
{
    protected const string DepositRule =
        "保证金须由竞买人以本人账户足额汇入上述账户，到账后即确认竞买资格并分配竞买代码。";

    /// <summary>What a confirmation calls the bidding.</summary>
    public abstract string Bidding { get; }

    /// <summary>What a bidder is bound by, as his own confirmation says it.</summary>
    public virtual string Binding => "出价须经系统受理方为有效；出价一经受理不得撤回。";

    /// <summary>From the start price to how it ends.</summary>
    public abstract ImmutableArray<PaperFact> Arrangement { get; }

    /// <summary>How bids are made and who wins, as a notice says it.</summary>
    public abstract ImmutableArray<string> Rules { get; }

    /// <summary>The start price, and what moves it.</summary>
    public abstract PaperFact Start { get; }

    public virtual PaperFact Reserve => new("保留价", PaperWords.Reserve(Terms));

    protected AuctionTerms Terms { get; } = terms;

    protected string Name => ((Told)Terms.Protocol).Zh;

    public static ProtocolOnPaper Of(AuctionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.IsSealed ? new SealedOnPaper(terms)
            : terms.Protocol == BiddingProtocol.Dutch ? new FallingOnPaper(terms)
            : new RisingOnPaper(terms);
    }

    /// <summary>How the bidding went to a sale, in one line.</summary>
    public abstract string Course(AuctionClosed closed);

    /// <summary>How many bid, and how often.</summary>
    public virtual PaperFact Counts(int bidders, AuctionClosed closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return new("竞买人／出价／延时", $"{bidders} 人／{closed.Bids} 次／{closed.Extensions} 次");
    }

    /// <summary>Why there was no sale.</summary>
    public string WhyUnsold(AuctionClosed closed)
    {
        ArgumentNullException.ThrowIfNull(closed);
        return closed.NoSale switch
        {
            NoSaleCode.RESERVE_NOT_MET => "未成交：最高出价未达到保留价",
            NoSaleCode.NO_VALID_BIDS => "未成交：没有有效报价",
            _ => NoBids,
        };
    }

    protected virtual string NoBids => "未成交：无人出价";
}
