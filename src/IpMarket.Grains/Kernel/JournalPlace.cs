using IpMarket.Domain.Kernel;

namespace IpMarket.Grains.Kernel;

/// <summary>
/// How far one process has read the journal. Records it had nothing to do with are noted in the store only now and
/// then: after a start they are read once more, which does nothing, and meanwhile the store is left to those who write.
/// </summary>
internal sealed class JournalPlace(IProcessStore store, string process)
{
    /// <summary>Journal positions that may be read once more after a start.</summary>
    private const int UnnotedMax = 1_000;

    /// <summary>Null: as the store says.</summary>
    private long? read;
    private long noted;

    public async Task<long> Read(CancellationToken cancel) =>
        read ??= noted = await store.Checkpoint(process, cancel);

    /// <summary>
    /// Everything up to <paramref name="to"/> is done with; noted at once if anything of it was acted upon. Where
    /// another runner has noted more, the next reading goes on from there.
    /// </summary>
    public async Task Done(long to, bool hasActed)
    {
        read = null;
        if (hasActed || to - noted >= UnnotedMax)
        {
            if (!await store.MoveCheckpoint(process, noted, to, CancellationToken.None)) return;
            noted = to;
        }

        read = to;
    }
}
