using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Numbering;
using Orleans.Concurrency;

namespace IpMarket.Grains.Kernel.Papers;

/// <summary>
/// The numbers of one kind of paper in one year. Key: <c>series:NOTICE-2026</c>, see <see cref="SeriesRule"/>.
/// </summary>
[Alias("kernel.ISeriesGrain")]
public interface ISeriesGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Series>> Get();

    /// <summary>The next number; a repeat of the command gets the same. Processes only.</summary>
    [AlwaysInterleave, Alias("Issue")]
    Task<Outcome<Accepted>> Issue(CommandContext context, IssueNumber command);

    /// <summary>Marks a number as void; it stays given. Processes only.</summary>
    [AlwaysInterleave, Alias("Void")]
    Task<Outcome<Accepted>> Void(CommandContext context, VoidNumber command);
}
