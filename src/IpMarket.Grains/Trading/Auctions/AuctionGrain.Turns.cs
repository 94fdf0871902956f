using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace IpMarket.Grains.Trading.Auctions;

/// <content>
/// Openings and closes. Whether one is due is decided by comparing times; the timer, the sweep, a read and a bid all
/// send the same command, whose id is derived from the due instant.
/// </content>
public sealed partial class AuctionGrain
{
    /// <summary>An opening, the close after it, one more after an outage, and the end of opening sealed bids.</summary>
    private const int TurnsMax = 4;

    private static readonly Actor House = Actor.Process("auction-turn");

    private IGrainTimer? timer;
    private DateTimeOffset? timerDue;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        SetTimer(Confirmed.State);
        SetHeadTimer(Confirmed.State, []);
    }

    public Task Wake(string kind, DateTimeOffset due) => TakeTurns();

    /// <summary>Handles a command; when a turn is due, stores that first and decides once more.</summary>
    private async Task<Outcome<Accepted>> HandleAfterTurn<TCommand>(
        CommandContext context, TCommand command, Decide<Auction, TCommand> decide)
        where TCommand : ICommand
    {
        for (var turns = 0; ; turns++)
        {
            var outcome = await Handle(context, command, decide);
            if (outcome.Refusal?.Is(AuctionRefusal.TurnDue) != true || turns == TurnsMax) return outcome;
            if (!await TryTakeTurns()) return outcome;
        }
    }

    private async Task TakeTurns()
    {
        for (var i = 0; i < TurnsMax && Confirmed.State.IsDueAt(Services.Clock.Now); i++)
        {
            var auction = Confirmed.State;
            var due = auction.NextTurn!.Value;
            var silence = auction.Status == AuctionStatus.Open
                ? await services.Heartbeats.FindSilence(due - auction.Terms!.LastWindow, due, CancellationToken.None)
                : null;
            var id = CommandIds.Of(Stream, due.ToUnixMicroseconds(), "auction-turn");
            var outcome = await Handle(
                new CommandContext(id, House),
                new TakeTurn(due, silence, await HaltOf(due)),
                AuctionDecider.Decide);
            if (!outcome.IsAccepted) return;
        }
    }

    /// <summary>False when a turn that is due could not be stored; whoever asks next tries again.</summary>
    private async Task<bool> TryTakeTurns()
    {
        try
        {
            await TakeTurns();
            return true;
        }
        catch (Exception error)
        {
            LogTurnFailed(error, Stream);
            return false;
        }
    }

    private void SetTimer(Auction auction)
    {
        if (auction.NextTurn == timerDue) return;
        timerDue = auction.NextTurn;
        timer?.Dispose();
        timer = null;
        if (timerDue is not { } due) return;
        var left = (due - Services.Clock.Now) / Services.Clock.Speed;

        // A far end needs no precision yet; the timer is only there to be exact, the sweep finds it anyway.
        if (left > TimeSpan.FromDays(1)) return;
        timer = this.RegisterGrainTimer(
            static async (grain, _) => await grain.TryTakeTurns(),
            this,
            new GrainTimerCreationOptions(left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeSpan.FromSeconds(1))
            {
                Interleave = true,
            });
    }

    [LoggerMessage(LogLevel.Warning, "The opening or close of {Stream} was not stored; it is tried again")]
    private partial void LogTurnFailed(Exception error, string stream);
}
