using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue;

/// <summary>A patent. Key: its stream, <c>patent:CN202110771508</c>; see <c>PatentNumber.Stream</c>.</summary>
[Alias("catalogue.IPatentGrain")]
public interface IPatentGrain : IWakeable
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Patent>> Get();

    /// <summary>
    /// What a listing's rules need to know, of the patent this stream points on to where it was joined.
    /// </summary>
    [AlwaysInterleave, Alias("Standing")]
    Task<PatentStanding> Standing();

    /// <summary>Enters the patent, or what was seen of it. A party's user or the centre.</summary>
    [AlwaysInterleave, Alias("Record")]
    Task<Outcome<Accepted>> Record(CommandContext context, RecordPatent command);

    /// <summary>The centre only.</summary>
    [AlwaysInterleave, Alias("RecordHolders")]
    Task<Outcome<Accepted>> RecordHolders(CommandContext context, RecordHolders command);

    /// <summary>The joining process only.</summary>
    [AlwaysInterleave, Alias("Supplement")]
    Task<Outcome<Accepted>> Supplement(CommandContext context, SupplementPatent command);

    /// <summary>The joining process only.</summary>
    [AlwaysInterleave, Alias("Join")]
    Task<Outcome<Accepted>> Join(CommandContext context, JoinPatent command);

    /// <summary>
    /// An import that is undone: takes back what its commands wrote here, as far as nobody changed it since.
    /// </summary>
    [AlwaysInterleave, Alias("TakeBack")]
    Task<Outcome<Accepted>> TakeBack(CommandContext context, string source, ImmutableArray<Guid> commands);

    /// <summary>Listings only: holds the patent until confirmed, released, or for a minute.</summary>
    [AlwaysInterleave, Alias("Reserve")]
    Task<Outcome<Accepted>> Reserve(CommandContext context, ReservePatent command);

    /// <summary>The reservations' process only.</summary>
    [AlwaysInterleave, Alias("ConfirmReservation")]
    Task<Outcome<Accepted>> ConfirmReservation(CommandContext context, ConfirmReservation command);

    /// <summary>The reservations' process, and the patent itself when a reservation is overdue.</summary>
    [AlwaysInterleave, Alias("Release")]
    Task<Outcome<Accepted>> Release(CommandContext context, ReleasePatent command);
}
