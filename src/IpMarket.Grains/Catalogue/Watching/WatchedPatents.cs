using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Catalogue.Watching;

/// <summary>
/// Keeps watchlists at what patents say: a fact that may move a due day moves the watchers' reminders; who watched a
/// publication watches the patent it was joined to.
/// </summary>
public sealed class WatchedPatents(IGrainFactory grains, IWatchers watchers) : MarketProcess
{
    public override string Name => "process-watched-patents";

    public override bool Wants(IEvent fact) => fact is PatentJoined or PatentFactsRecorded or PatentStatusSeen
        or LegalEventRecorded or FeePaymentRecorded or LifeFactRetracted;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        foreach (var watchlist in await watchers.Of(recorded.Stream, recorded.Pos, cancel))
        {
            var id = CommandIds.Step(commandId, watchlist);
            var grain = grains.GetGrain<IWatchlistGrain>(watchlist);
            Done(recorded.Event is PatentJoined joined
                ? await grain.Watch(As(id), new WatchPatent(joined.To, null, recorded.Stream))
                : await grain.SetReminder(As(id), new SetReminder(recorded.Stream, null)));
        }
    }
}
