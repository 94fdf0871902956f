using IpMarket.Adapters.Views;

namespace IpMarket.Server.Endpoints.Kernel.Rebuilding;

/// <summary>Makes views and search index of this process anew, one after the other, while it serves.</summary>
public sealed partial class Rebuilds(
    IEnumerable<IPositioned> followers, IHostApplicationLifetime life, ILogger<Rebuilds> log)
{
    private readonly IPositioned[] followers = [.. followers];
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private volatile string? current;
    private volatile string? failed;

    /// <summary>The follower being made anew; null while none is.</summary>
    public string? Current => current;

    /// <summary>The follower at which the last rebuild stopped; null when it went through.</summary>
    public string? Failed => failed;

    public IReadOnlyList<IPositioned> Followers => followers;

    /// <summary>Starts, unless it is under way already.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (!running.IsCompleted) return;
            (current, failed) = (followers.FirstOrDefault()?.Name, null);
            running = Task.Run(() => Run(life.ApplicationStopping));
        }
    }

    private async Task Run(CancellationToken cancel)
    {
        try
        {
            foreach (var follower in followers)
            {
                current = follower.Name;
                await follower.Rebuild(cancel);
            }
        }
        catch (Exception error)
        {
            failed = current;
            LogFailed(error, failed ?? "");
        }
        finally
        {
            current = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The rebuild stopped at {Name}; it can be started again")]
    private partial void LogFailed(Exception error, string name);
}
