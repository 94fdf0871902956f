using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Proofs;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace IpMarket.Grains.Trading.Auctions;

/// <content>
/// Signed tree heads: one a minute while the log grows, one at once when the auction ends. Nothing of it stands in the
/// way of a bid: the root is made of what the journal holds, and the head is a record like any other. What a crash
/// prevented is due when the auction is next activated; the process that follows its end activates it.
/// </content>
public sealed partial class AuctionGrain
{
    private static readonly Actor Heads = Actor.Process("tree-heads");

    private IGrainTimer? headTimer;
    private bool isHeadAtOnce;

    private void SetHeadTimer(Auction auction, IReadOnlyList<Recorded> facts)
    {
        if (!auction.IsHeadDue) return;
        var hasEnded = auction.Status is AuctionStatus.Closed or AuctionStatus.Cancelled;
        var atOnce = hasEnded
            && (facts.Count == 0 || facts.Any(fact => fact.Event is AuctionClosed or AuctionCancelled));
        if (headTimer is not null && (isHeadAtOnce || !atOnce)) return;
        SetHeadTimer(atOnce ? TimeSpan.Zero : services.Trees.HeadEvery, atOnce);
    }

    private void SetHeadTimer(TimeSpan due, bool atOnce)
    {
        headTimer?.Dispose();
        isHeadAtOnce = atOnce;
        headTimer = this.RegisterGrainTimer(
            static async (grain, _) => await grain.SignHead(),
            this,
            new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    private async Task SignHead()
    {
        headTimer?.Dispose();
        headTimer = null;
        try
        {
            await TrySignHead();
        }
        catch (Exception error)
        {
            LogHeadFailed(error, Stream);
        }

        if (headTimer is null && Confirmed.State.IsHeadDue)
            SetHeadTimer(services.Trees.HeadEvery, atOnce: false);
    }

    private async Task TrySignHead()
    {
        if (!Confirmed.State.IsHeadDue) return;
        var head = await services.Trees.Sign(Stream, CancellationToken.None);
        var id = CommandIds.Of(Stream, head.Size, "tree-head");
        await Handle(new CommandContext(id, Heads), new SignTreeHead(head.Size, head), AuctionDecider.Decide);
    }

    [LoggerMessage(LogLevel.Warning, "The tree head of {Stream} was not signed; it is tried again")]
    private partial void LogHeadFailed(Exception error, string stream);
}
