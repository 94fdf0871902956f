using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue;

/// <summary>The life of a patent: the same grain as <see cref="IPatentGrain"/>. Only the centre records.</summary>
[Alias("catalogue.IPatentLifeGrain"), GrainInterfaceType("catalogue.patent-life")]
public interface IPatentLifeGrain : IGrainWithStringKey
{
    /// <summary>The centre, and imports of legal events.</summary>
    [AlwaysInterleave, Alias("RecordLegalEvents")]
    Task<Outcome<Accepted>> RecordLegalEvents(CommandContext context, RecordLegalEvents command);

    [AlwaysInterleave, Alias("RecordFeePayment")]
    Task<Outcome<Accepted>> RecordFeePayment(CommandContext context, RecordFeePayment command);

    [AlwaysInterleave, Alias("RecordFeeReduction")]
    Task<Outcome<Accepted>> RecordFeeReduction(CommandContext context, RecordFeeReduction command);

    [AlwaysInterleave, Alias("RecordLapseNotice")]
    Task<Outcome<Accepted>> RecordLapseNotice(CommandContext context, RecordLapseNotice command);

    [AlwaysInterleave, Alias("RecordOwnership")]
    Task<Outcome<Accepted>> RecordOwnership(CommandContext context, RecordOwnership command);

    [AlwaysInterleave, Alias("Retract")]
    Task<Outcome<Accepted>> Retract(CommandContext context, RetractLifeFact command);

    /// <summary>The first reminder of a fee on or after a day, as the facts stand; null when none is to come.</summary>
    [AlwaysInterleave, Alias("NextReminder")]
    Task<FeeReminder?> NextReminder(DateOnly from);
}
