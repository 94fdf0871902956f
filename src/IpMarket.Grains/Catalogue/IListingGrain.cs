using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
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
}
