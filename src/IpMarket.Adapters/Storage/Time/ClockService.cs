using System.Globalization;
using IpMarket.Domain.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarket.Adapters.Storage.Time;

/// <summary>
/// Starts the market clock before anything else starts; then beats once a second and measures the clock's offset every
/// ten.
/// </summary>
public sealed partial class ClockService(MarketClock clock, Heartbeats heartbeats, ILogger<ClockService> log)
    : BackgroundService, IHostedLifecycleService
{
    private const int BeatsPerMeasurement = 10;

    private readonly string silo = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await clock.Start(cancellationToken);
        await heartbeats.Beat(silo, cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var beat = 1; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            try
            {
                await heartbeats.Beat(silo, stoppingToken);
                if (beat % BeatsPerMeasurement != 0) continue;
                var trusted = clock.IsTrusted;
                await clock.Measure(stoppingToken);
                if (trusted != clock.IsTrusted) LogTrust(clock.IsTrusted, Limits.ClockSkewMsMax);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogMissed(error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Clock within {Max} ms of the database's: {Trusted}")]
    private partial void LogTrust(bool trusted, int max);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A heartbeat or clock measurement failed; next in a second")]
    private partial void LogMissed(Exception error);
}
