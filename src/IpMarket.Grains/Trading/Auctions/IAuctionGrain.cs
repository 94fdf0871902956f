using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>
/// An auction. Key: its stream, <c>auction:…</c>. Whatever is asked of it first stores an opening or a close that is
/// due. Callers have checked who the actor is and for whom he acts.
/// </summary>
[Alias("trading.IAuctionGrain")]
public interface IAuctionGrain : IWakeable
{
    /// <summary>The seller's proposal; the listing is looked up here.</summary>
    [AlwaysInterleave, Alias("Propose")]
    Task<Outcome<Accepted>> Propose(CommandContext context, ProposeAuction command);

    /// <summary>A handler's draft; profile, hours, listing and route are looked up here.</summary>
    [AlwaysInterleave, Alias("Draft")]
    Task<Outcome<Accepted>> Draft(CommandContext context, DraftAuction command, DutyHolder duty);

    /// <summary>The next step of the route; the last one takes the listing into this auction and announces.</summary>
    [AlwaysInterleave, Alias("Publish")]
    Task<Outcome<Accepted>> Publish(CommandContext context, DutyHolder duty);

    [AlwaysInterleave, Alias("Suspend")]
    Task<Outcome<Accepted>> Suspend(CommandContext context, SuspendAuction command);

    [AlwaysInterleave, Alias("Resume")]
    Task<Outcome<Accepted>> Resume(CommandContext context, ResumeAuction command);

    [AlwaysInterleave, Alias("Cancel")]
    Task<Outcome<Accepted>> Cancel(CommandContext context, CancelAuction command);

    /// <summary>The acting party asks to be a bidder; its standing and the seller's are looked up here.</summary>
    [AlwaysInterleave, Alias("RequestEnrolment")]
    Task<Outcome<Accepted>> RequestEnrolment(CommandContext context, bool isCentrePerson);

    [AlwaysInterleave, Alias("CancelEnrolment")]
    Task<Outcome<Accepted>> CancelEnrolment(CommandContext context, CancelEnrolment command);

    /// <summary>The deposit is in; a process calls it.</summary>
    [AlwaysInterleave, Alias("Admit")]
    Task<Outcome<Accepted>> Admit(CommandContext context, int enrolment);

    [AlwaysInterleave, Alias("PlaceBid")]
    Task<Outcome<Accepted>> PlaceBid(CommandContext context, Money amount, bool isCentrePerson);

    /// <summary>The acting party's maximum; null ends its automatic bids.</summary>
    [AlwaysInterleave, Alias("SetProxy")]
    Task<Outcome<Accepted>> SetProxy(CommandContext context, Money? maximum, bool isCentrePerson);

    /// <summary>The acting party, a holder of a pre-emption right, takes the price it names.</summary>
    [AlwaysInterleave, Alias("MatchPrice")]
    Task<Outcome<Accepted>> MatchPrice(CommandContext context, Money price, bool isCentrePerson);

    [AlwaysInterleave, Alias("RecordPreemption")]
    Task<Outcome<Accepted>> RecordPreemption(CommandContext context, RecordPreemption command);

    /// <summary>The durable state, parties included: for the centre's desks and for the party itself.</summary>
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Auction>> Get();

    /// <summary>
    /// What the room shows, with the bids after <paramref name="sinceVersion"/>. With an observer: it is told of every
    /// change for <see cref="Limits.WatchLeaseSeconds"/> from now, so this is called again every
    /// <see cref="Limits.WatchRenewSeconds"/>.
    /// </summary>
    [AlwaysInterleave, Alias("Watch")]
    Task<RoomSnapshot> Watch(IAuctionWatcher? observer, long sinceVersion);
}

/// <summary>A host that shows rooms. Told without being waited for; nothing is promised to arrive.</summary>
[Alias("trading.IAuctionWatcher")]
public interface IAuctionWatcher : IGrainObserver
{
    [OneWay, Alias("Moved")]
    Task Moved(RoomUpdate update);
}
