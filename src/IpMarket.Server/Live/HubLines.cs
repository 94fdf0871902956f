using System.Collections.Concurrent;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.SignalR;

namespace IpMarket.Server.Live;

/// <summary>
/// The lines of signed-in people to this host's hubs. One is closed within <see cref="Limits.RoleCacheSeconds"/> after
/// its session ended, its user's security stamp or roles changed, he lost a party, or his account was shut; he connects
/// anew as what he is then. A party that came closes nothing.
/// </summary>
public sealed partial class HubLines(Standings standings, TimeProvider time, ILogger<HubLines> log) : BackgroundService
{
    /// <summary>What is read is at most half the limit old; with this pause it stays below the whole.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(Limits.RoleCacheSeconds / 4.0);

    private readonly ConcurrentDictionary<string, Line> open = new(StringComparer.Ordinal);

    internal void Keep(HubCallerContext line, Standing standing) =>
        open[line.ConnectionId] = new Line(line, standing, Sessions.SessionOf(line.User!));

    internal void Forget(HubCallerContext line) => open.TryRemove(line.ConnectionId, out _);

    /// <summary>Whether its user still is what he was when the line was opened.</summary>
    internal bool IsAsKept(HubCallerContext line, Standing standing) =>
        open.TryGetValue(line.ConnectionId, out var kept) && standing.IsStill(kept.Opened);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!open.IsEmpty) await Look();
        }
    }

    private async Task Look()
    {
        try
        {
            var lines = open.Values.ToList();
            var standing = await standings.Refresh(
                lines.Select(line => line.Opened.User).ToHashSet(StringComparer.Ordinal));
            foreach (var line in lines)
            {
                // Who could not be read is looked at again; every call on his line is checked for itself.
                if (!standing.TryGetValue(line.Opened.User, out var now)) LogUserNotRead(line.Opened.User);
                else if (!IsStillGood(line, now)) Close(line);
            }
        }
        catch (Exception error)
        {
            LogNotRead(error);
        }
    }

    private void Close(Line line)
    {
        open.TryRemove(line.Context.ConnectionId, out _);
        line.Context.Abort();
    }

    private static bool IsStillGood(Line line, Standing? standing) =>
        standing?.IsStill(line.Opened) == true && standing.Sessions.Contains(line.Session);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a user is could not be read; tried again at once")]
    private partial void LogNotRead(Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {User} is could not be read; tried again at once")]
    private partial void LogUserNotRead(string user);

    private sealed record Line(HubCallerContext Context, Standing Opened, string Session);
}
