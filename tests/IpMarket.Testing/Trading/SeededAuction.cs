using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Testing.Journal;

namespace IpMarket.Testing.Trading;

/// <summary>
/// Writes an auction straight into a journal: open, with admitted bidders. For measurements and tests below HTTP, where
/// how it came to be open does not matter.
/// </summary>
public static class SeededAuction
{
    public const long StepFen = 100;

    /// <summary>Opens it at <paramref name="now"/>; bidder N is the N-th of <paramref name="bidders"/>.</summary>
    public static async Task Open(
        IJournal journal, string stream, IReadOnlyList<Actor> bidders, DateTimeOffset now, TimeSpan lasts)
    {
        ArgumentNullException.ThrowIfNull(bidders);
        var opens = now.WholeMicroseconds();
        var lot = new AuctionLot("listing:seeded", "patent:CN2099", "示例：提钒方法", "party:seller");
        var profile = new ProfileRef("online-bidding", 1, "网络竞价");
        var deposit = Money.Cny(100_000);
        var terms = new AuctionTerms(
            Money.Cny(StepFen), Money.Cny(StepFen), null, opens, opens + lasts, 30, deposit);
        var handled = new DutyStep(CentreRole.Handler, "user:handler");
        List<IEvent> facts =
        [
            new AuctionProposed(lot, terms),
            new AuctionDrafted(profile, terms, ApprovalRoute.HandlerThenReviewer, handled),
            new AuctionAnnounced(lot, profile, terms),
        ];
        for (var i = 1; i <= bidders.Count; i++)
        {
            var (user, party) = (bidders[i - 1].User, bidders[i - 1].Party);
            facts.Add(new EnrolmentRequested(i, deposit, party, user));
            facts.Add(new BidderAdmitted(i, i, deposit, party));
        }

        facts.Add(new AuctionOpened(opens, terms.ClosesAt));
        await journal.Append(stream, opens, facts);
    }
}
