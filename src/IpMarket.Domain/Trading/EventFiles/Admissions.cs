using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Whom the records admitted by which enrolment, and the rank of pre-emption recorded for it. A rank comes from a
/// recorded right alone: an admission only repeats it.
/// </summary>
internal sealed class Admissions
{
    private readonly Dictionary<int, int> ranks = [];
    private readonly Dictionary<int, int> bidders = [];
    private readonly Dictionary<int, int> enrolments = [];

    public bool Has(int bidder) => enrolments.ContainsKey(bidder);

    /// <summary>The enrolment of an admitted bidder.</summary>
    public int EnrolmentOf(int bidder) => enrolments[bidder];

    /// <summary>1 before 2; 0 = none.</summary>
    public int RankOf(int bidder) =>
        enrolments.TryGetValue(bidder, out var enrolment) ? ranks.GetValueOrDefault(enrolment) : 0;

    public bool Outranks(int bidder, int other)
    {
        var (rank, against) = (RankOf(bidder), RankOf(other));
        return rank > 0 && (against == 0 || rank < against);
    }

    public Breach? Admit(BidderAdmitted admitted)
    {
        var next = enrolments.Count + 1;
        if (admitted.Bidder != next) return new Breach("public.bidder", $"It should be {next}.");
        if (bidders.ContainsKey(admitted.Enrolment)) return new Breach("public.enrolment", "It was admitted before.");
        var rank = ranks.GetValueOrDefault(admitted.Enrolment);
        if (admitted.Rank != rank) return new Breach("public.rank", $"It should be {rank}, as recorded.");
        bidders[admitted.Enrolment] = admitted.Bidder;
        enrolments[admitted.Bidder] = admitted.Enrolment;
        return null;
    }

    /// <param name="right">A right as recorded.</param>
    /// <param name="isOpened">Bidding opened: what a bidder holds stands.</param>
    public Breach? Record(PreemptionRecorded right, bool isOpened)
    {
        int? bidder = bidders.TryGetValue(right.Enrolment, out var code) ? code : null;
        if (right.Bidder != bidder) return new Breach("public.bidder", $"Enrolment {right.Enrolment} is not its own.");
        if (bidder is not null && isOpened) return new Breach("type", "A bidder's rank stands once bidding opens.");
        ranks[right.Enrolment] = right.Rank;
        return null;
    }
}
