using IpMarket.Domain.Kernel;
using Microsoft.Extensions.Logging;

namespace IpMarket.Grains.Kernel;

/// <inheritdoc cref="IFollowerGrain"/>
[GrainType("kernel.follower")]
public sealed partial class FollowerGrain(
    IEnumerable<IJournalFollower> followers, TimeProvider time, ILogger<FollowerGrain> logger) : Grain, IFollowerGrain
{
    private static readonly TimeSpan TurnMax = TimeSpan.FromSeconds(5);
    private IJournalFollower? follower;
    private long pausedSince;
    private TimeSpan pause = TimeSpan.Zero;

    public async Task Poke()
    {
        follower ??= followers.Single(f => "follower:" + f.Name == this.GetPrimaryKeyString());
        if (pause > TimeSpan.Zero && time.GetElapsedTime(pausedSince) < pause) return;
        var began = time.GetTimestamp();
        try
        {
            while (await follower.Advance(CancellationToken.None) && time.GetElapsedTime(began) < TurnMax)
            {
            }

            pause = TimeSpan.Zero;
        }
        catch (Exception error)
        {
            // A record that cannot be applied stays in front; trying faster would not help, so the pauses grow.
            pause = pause == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : Min(2 * pause, TimeSpan.FromMinutes(1));
            pausedSince = time.GetTimestamp();
            LogStuck(error, follower.Name, pause.TotalSeconds);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    [LoggerMessage(LogLevel.Error, "Follower {Name} cannot go on; next try in {Seconds} s")]
    private partial void LogStuck(Exception error, string name, double seconds);
}
