using System.Diagnostics;

namespace IpMarket.Testing;

/// <summary>Waits for conditions, never for time.</summary>
public static class Wait
{
    /// <summary>Asks every few milliseconds until <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not within the bound (20 s); names what was waited for.</exception>
    /// <param name="condition">Asked until it is true.</param>
    /// <param name="what">What is waited for.</param>
    /// <param name="atMost">20 s unless given.</param>
    /// <param name="more">Added to the exception's message: what is known when it is thrown.</param>
    public static async Task Until(
        Func<Task<bool>> condition, string what, TimeSpan? atMost = null, Func<string>? more = null)
    {
        var bound = atMost ?? TimeSpan.FromSeconds(20);
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > bound) throw new TimeoutException($"Waited {bound} in vain for: {what}.{"\n" + more?.Invoke()}");
            await Task.Delay(5);
        }
    }

    public static Task Until(Func<bool> condition, string what, TimeSpan? atMost = null) =>
        Until(() => Task.FromResult(condition()), what, atMost);
}
