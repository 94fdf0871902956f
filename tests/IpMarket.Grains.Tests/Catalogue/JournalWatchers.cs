using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>Who watches what, read from the journal itself.</summary>
internal sealed class JournalWatchers(MemoryJournal journal) : IWatchers
{
    public Task<IReadOnlyList<string>> Of(string patent, long asOf, CancellationToken cancel)
    {
        var watchers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var record in journal.Records.Where(record => record.Pos <= asOf))
        {
            switch (EventCodec.Decode(record).Event)
            {
                case PatentWatched watched when watched.Patent == patent: watchers.Add(record.Stream); break;
                case PatentUnwatched gone when gone.Patent == patent: watchers.Remove(record.Stream); break;
                default: break;
            }
        }

        return Task.FromResult<IReadOnlyList<string>>([.. watchers]);
    }
}
