using System.Diagnostics;

namespace IpMarket.Testing;

/// <summary>Waits for conditions, never for time.</summary>
public static class Wait
{
    /// <summary>Asks every few milliseconds until <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not within the bound (20 s); names what was waited for.</exception>
    public static async Task Until(Func<Task<bool>> condition, string what, TimeSpan? atMost = null)
    {
        var bound = atMost ?? TimeSpan.FromSeconds(20);
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > bound) throw new TimeoutException($"Waited {bound} in vain for: {what}.");
            await Task.Delay(5);
        }
    }

    public static Task Until(Func<bool> condition, string what, TimeSpan? atMost = null) =>
        Until(() => Task.FromResult(condition()), what, atMost);
}
