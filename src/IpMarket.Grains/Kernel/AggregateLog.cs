using IpMarket.Domain.Kernel.Aggregates;
using Microsoft.Extensions.Logging;

namespace IpMarket.Grains.Kernel;

/// <summary>The aggregates' reports as log lines.</summary>
public sealed partial class AggregateLog(ILogger<AggregateLog> logger) : IAggregateLog
{
    [LoggerMessage(LogLevel.Warning, "Append to {Stream} after version {Version} is in doubt")]
    public partial void Doubt(Exception error, string stream, long version);

    [LoggerMessage(LogLevel.Warning, "Another writer was met in {Stream}, now at version {Version}")]
    public partial void Superseded(string stream, long version);

    [LoggerMessage(LogLevel.Error, "What became durable in {Stream} up to version {Version} was not told on")]
    public partial void ListenerTrouble(Exception error, string stream, long version);

    [LoggerMessage(LogLevel.Warning, "The snapshot of {Stream} at version {Version} was not used or not written")]
    public partial void SnapshotTrouble(Exception error, string stream, long version);
}
