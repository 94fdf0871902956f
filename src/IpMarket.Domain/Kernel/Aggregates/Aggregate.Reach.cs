namespace IpMarket.Domain.Kernel.Aggregates;

/// <content>Waiting until what stands in the journal is confirmed here too.</content>
public sealed partial class Aggregate<TState>
{
    private TaskCompletionSource advanced = NewSignal();

    /// <summary>
    /// True once <see cref="Confirmed"/> shows <paramref name="version"/>; false when nothing on its way here leads to
    /// it: another writer stored it, and this one should step down (<see cref="OnSuperseded"/> is called).
    /// </summary>
    public async Task<bool> Reach(long version)
    {
        await Load();
        while (confirmed.Version < version)
        {
            if (running is not { IsCompleted: false } current)
            {
                log.Superseded(stream, confirmed.Version);
                OnSuperseded?.Invoke();
                return false;
            }

            await Task.WhenAny(current, advanced.Task);
        }

        return true;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void SignalAdvanced()
    {
        var signal = advanced;
        advanced = NewSignal();
        signal.SetResult();
    }
}
