using IpMarket.Adapters.Storage;
using IpMarket.Domain.Kernel.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpMarket.Adapters.Views;

/// <summary>
/// Before the host serves: makes missing tables and fills every group up to the journal's end, so that nobody reads a
/// half-filled view. Once a minute: says which schemas this process uses and drops what nobody does.
/// </summary>
public sealed partial class ViewsService(
    IEnumerable<IViewGroup> groups, IJournal journal, StorageOptions options, ILogger<ViewsService> log)
    : BackgroundService
{
    private readonly IViewGroup[] groups = [.. groups];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Side by side: most of it is Entity Framework getting to know each group's tables.
        await Task.WhenAll(groups.Select(group => Task.Run(() => Begin(group, cancellationToken), cancellationToken)));
        await DropUnused(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Kind != StorageKind.Postgres) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken)) await DropUnused(stoppingToken);
    }

    private async Task Begin(IViewGroup group, CancellationToken cancel)
    {
        group.Prepare();
        try
        {
            await Fill(group, cancel);
        }
        catch (PoisonRecordException error)
        {
            // The rest of the house serves; this view stays where it is and its runner says so again.
            LogPoison(error, group.Name);
        }
    }

    /// <summary>
    /// Views that are ahead of the journal belong to another one, as after a restore: they start anew.
    /// </summary>
    private async Task Fill(IViewGroup group, CancellationToken cancel)
    {
        if (await group.Position(cancel) <= await journal.LastPos(cancel)) await group.CatchUp(cancel);
        else await group.Rebuild(cancel);
    }

    private async Task DropUnused(CancellationToken cancel)
    {
        try
        {
            foreach (var group in groups) group.SayInUse();
            var used = groups.Select(group => group.Schema).ToHashSet(StringComparer.Ordinal);
            foreach (var schema in await ViewSchemas.DropUnused(options, used, cancel)) LogDropped(schema);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Group} stands before a record it cannot take")]
    private partial void LogPoison(Exception error, string group);

    [LoggerMessage(Level = LogLevel.Information, Message = "Dropped {Schema}: no running build uses these views")]
    private partial void LogDropped(string schema);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Unused views could not be dropped; tried again in a minute")]
    private partial void LogFailed(Exception error);
}
