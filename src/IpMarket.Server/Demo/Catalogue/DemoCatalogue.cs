using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Grains.Catalogue;

namespace IpMarket.Server.Demo.Catalogue;

/// <summary>Enters the real patents into the demo's catalogue, without listing or price.</summary>
public sealed class DemoCatalogue(IGrainFactory grains, DemoSteps steps)
{
    private const int AtOnce = 16;

    /// <returns>How many there are; two publications of one patent are one.</returns>
    public async Task<int> Load(CancellationToken cancel)
    {
        var all = KnownPatents.Load();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (known, _) => await Enter(known));
        return all.DistinctBy(known => known.Number.Stream, StringComparer.Ordinal).Count();
    }

    private async Task Enter(KnownPatent known)
    {
        // Two publications of one patent are two rows: the second may bring nothing new.
        var row = known.Facts.Publications is [var publication, ..] ? publication.ToString() : known.Number.Key;
        var step = "known-" + row;
        var command = new RecordPatent(
            known.Number.Text, known.Facts, known.Status, known.Source, FactOrigin.Centre);
        var outcome = await grains.GetGrain<IPatentGrain>(known.Number.Stream)
            .Record(DemoIds.As(steps.ActorOf(DemoPeople.Handler), step), command);
        if (outcome.Refusal is not { } refusal) return;
        if (!refusal.Is(PatentRefusal.NothingNew) && !refusal.Is(PatentRefusal.Joined))
            throw new DemoStepException(step, refusal);
    }
}
