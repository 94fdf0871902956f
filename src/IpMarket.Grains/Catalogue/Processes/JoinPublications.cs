using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Grains.Kernel;

namespace IpMarket.Grains.Catalogue.Processes;

/// <summary>
/// Joins provisional patents (P4). An application whose facts name a Chinese publication has that publication's stream
/// point on to it; what the provisional stream knew then fills the application's gaps.
/// </summary>
public sealed class JoinPublications(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-join-publications";

    public override bool Wants(IEvent fact) =>
        fact is PatentFactsRecorded { Facts.Publications.IsEmpty: false } or PatentJoined;

    public override Task React(Recorded recorded, Guid commandId, CancellationToken cancel) => recorded.Event switch
    {
        PatentFactsRecorded recordedFacts => Join(recorded.Stream, recordedFacts.Facts, commandId),
        PatentJoined joined => Supplement(recorded.Stream, joined, commandId),
        _ => throw new InvalidOperationException($"{Name} does not want {recorded.Event.GetType().Name}."),
    };

    private async Task Join(string patent, PatentFacts facts, Guid commandId)
    {
        var state = (await grains.GetGrain<IPatentGrain>(patent).Get()).State;
        if (state.Kind != NumberKind.Application) return;
        foreach (var key in facts.Publications.Select(publication => publication.Key).Distinct(StringComparer.Ordinal))
        {
            if (!PatentNumber.TryParse(key, out var number) || number.Kind != NumberKind.Publication) continue;
            Done(await grains.GetGrain<IPatentGrain>(number.Stream).Join(
                As(CommandIds.Step(commandId, number.Key)), new JoinPatent(number.Key, patent)));
        }
    }

    private async Task Supplement(string publication, PatentJoined joined, Guid commandId)
    {
        // The stream takes no facts once it is joined, so a repeat reads the same ones.
        if (joined.To == publication) return;
        var known = (await grains.GetGrain<IPatentGrain>(publication).Get()).State;
        if (known.Facts.IsEmpty && known.Statuses.IsEmpty && known.Holders.IsEmpty) return;
        Done(await grains.GetGrain<IPatentGrain>(joined.To).Supplement(
            As(commandId),
            new SupplementPatent(known.Facts, known.Statuses, known.FactsOrigin, joined.Number, known.Holders)));
    }
}
