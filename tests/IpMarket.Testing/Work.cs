using System.Globalization;

namespace IpMarket.Testing;

/// <summary>
/// What a piece of code works, for tests that nothing takes hold of the machine: the same on a busy one as on an idle
/// one, which the wall's clock is not.
/// </summary>
public static class Work
{
    /// <summary>The processor's time the present thread has had (proc_pid_schedstat(5), in nanoseconds).</summary>
    private static TimeSpan Done => TimeSpan.FromMicroseconds(
        long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000d);

    /// <summary>The processor's time <paramref name="piece"/> takes of the present thread; other threads' is not in it.</summary>
    public static TimeSpan Of(Action piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var before = Done;
        piece();
        return Done - before;
    }
}
