namespace IpMarket.Server.Demo;

/// <summary>When somebody last asked for a page or the API: nothing is started in a market nobody looks at.</summary>
public sealed class PageWatch(TimeProvider time)
{
    /// <summary>How long a market stays awake after the last request.</summary>
    public static readonly TimeSpan Awake = TimeSpan.FromMinutes(5);

    private long asked;

    public bool IsAwake => Interlocked.Read(ref asked) is var at && at != 0 && time.GetElapsedTime(at) < Awake;

    public void Asked() => Interlocked.Exchange(ref asked, time.GetTimestamp());
}
