using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Grains.Kernel;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue;

/// <summary>A patent offered for sale (挂牌). Key: its stream, <c>listing:…</c>.</summary>
[Alias("catalogue.IListingGrain")]
public interface IListingGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<Listing>> Get();

    /// <summary>For the party the actor acts for.</summary>
    [AlwaysInterleave, Alias("Draft")]
    Task<Outcome<Accepted>> Draft(CommandContext context, DraftListing command);

    /// <summary>The seller.</summary>
    [AlwaysInterleave, Alias("Revise")]
    Task<Outcome<Accepted>> Revise(CommandContext context, ReviseListing command);

    /// <summary>The seller. Reserves the patent in the patent's stream first.</summary>
    [AlwaysInterleave, Alias("Submit")]
    Task<Outcome<Accepted>> Submit(CommandContext context, SubmitListing command);

    /// <summary>All that keeps its seller from submitting it now; empty when nothing does.</summary>
    [AlwaysInterleave, Alias("Wanting")]
    Task<ImmutableArray<Refusal>> Wanting();

    /// <summary>A centre handler.</summary>
    [AlwaysInterleave, Alias("Handle")]
    Task<Outcome<Accepted>> Handle(CommandContext context, HandleListing command);

    /// <summary>
    /// A reviewer other than the handler; then an approver other than both where the route has three steps.
    /// </summary>
    [AlwaysInterleave, Alias("Publish")]
    Task<Outcome<Accepted>> Publish(CommandContext context, PublishListing command);

    /// <summary>Whoever's turn it is at the desk.</summary>
    [AlwaysInterleave, Alias("Return")]
    Task<Outcome<Accepted>> Return(CommandContext context, ReturnListing command);

    /// <summary>The seller, before an auction.</summary>
    [AlwaysInterleave, Alias("Withdraw")]
    Task<Outcome<Accepted>> Withdraw(CommandContext context, WithdrawListing command);

    /// <summary>An auction about to be announced; only one wins the listing.</summary>
    [AlwaysInterleave, Alias("EnterAuction")]
    Task<Outcome<Accepted>> EnterAuction(CommandContext context, EnterAuction command);

    /// <summary>The auction the listing is in, when it has ended: Sold ends the listing, NoSale puts it back.</summary>
    [AlwaysInterleave, Alias("LeaveAuction")]
    Task<Outcome<Accepted>> LeaveAuction(CommandContext context, LeaveAuction command);

    /// <summary>The patent's stream, about an overdue reservation: accepted = it will never be used.</summary>
    [AlwaysInterleave, Alias("LapseReservation")]
    Task<Outcome<Accepted>> LapseReservation(CommandContext context, LapseReservation command);
}

/// <summary>A listing and the encumbrance gate. Key: the listing's stream.</summary>
[Alias("catalogue.IListingGateGrain")]
public interface IListingGateGrain : IGrainWithStringKey
{
    /// <summary>The rechecking process only: a closed mode suspends it.</summary>
    [AlwaysInterleave, Alias("Recheck")]
    Task<Outcome<Accepted>> Recheck(CommandContext context, RecheckListing command);

    /// <summary>A reviewer or approver, once nothing closes the mode any more.</summary>
    [AlwaysInterleave, Alias("Resume")]
    Task<Outcome<Accepted>> Resume(CommandContext context, ResumeListing command);

    /// <summary>Why its auction may not go on at the instant; null when it may.</summary>
    [AlwaysInterleave, Alias("HaltAt")]
    Task<Refusal?> HaltAt(DateTimeOffset at);

    /// <summary>Why this party may not take what is offered, at the instant; null when it may.</summary>
    [AlwaysInterleave, Alias("BuyerFaultAt")]
    Task<Refusal?> BuyerFaultAt(string party, DateTimeOffset at);
}

/// <summary>A listing's period and the purchase intents filed in it. Key: the listing's stream.</summary>
[Alias("catalogue.IListingPeriodGrain")]
public interface IListingPeriodGrain : IWakeable
{
    /// <summary>What binds the period of its seller, mode and price today.</summary>
    [AlwaysInterleave, Alias("Bounds")]
    Task<PeriodBounds> Bounds();

    /// <summary>The seller, while the listing is with him.</summary>
    [AlwaysInterleave, Alias("Choose")]
    Task<Outcome<Accepted>> Choose(CommandContext context, ChooseListingPeriod command);

    /// <summary>The seller, after nobody came.</summary>
    [AlwaysInterleave, Alias("Extend")]
    Task<Outcome<Accepted>> Extend(CommandContext context);

    /// <summary>The seller or a handler.</summary>
    [AlwaysInterleave, Alias("RequestChange")]
    Task<Outcome<Accepted>> RequestChange(CommandContext context, RequestListingChange command);

    /// <summary>A reviewer or approver other than who asked.</summary>
    [AlwaysInterleave, Alias("DecideChange")]
    Task<Outcome<Accepted>> DecideChange(CommandContext context, DecideListingChange command);

    /// <summary>A handler, reviewer or approver.</summary>
    [AlwaysInterleave, Alias("RecordContract")]
    Task<Outcome<Accepted>> RecordContract(CommandContext context, RecordListingContract command);

    /// <summary>As <see cref="RecordContract"/>, where seller and interested party agreed.</summary>
    [AlwaysInterleave, Alias("RecordDeal")]
    Task<Outcome<Accepted>> RecordDeal(CommandContext context, RecordListingDeal command);

    /// <summary>As <see cref="RecordContract"/>.</summary>
    [AlwaysInterleave, Alias("FailContract")]
    Task<Outcome<Accepted>> FailContract(CommandContext context, FailListingContract command);

    /// <summary>A verified party that is neither the seller nor of its group.</summary>
    [AlwaysInterleave, Alias("FileIntent")]
    Task<Outcome<Accepted>> FileIntent(CommandContext context, FileIntent command, bool isCentrePerson);

    /// <summary>A process: the escrow case has counted an intent's deposit in full.</summary>
    [AlwaysInterleave, Alias("CountDeposit")]
    Task<Outcome<Accepted>> CountDeposit(CommandContext context, CountIntentDeposit command);

    /// <summary>The party, before the end.</summary>
    [AlwaysInterleave, Alias("WithdrawIntent")]
    Task<Outcome<Accepted>> WithdrawIntent(CommandContext context);
}
