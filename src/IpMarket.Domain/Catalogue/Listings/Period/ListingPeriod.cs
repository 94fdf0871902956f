using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Listings.Period;

/// <summary>Where a listing period (挂牌期) stands.</summary>
public enum PeriodPhase
{
    /// <summary>No notice is out: not published yet, over for good, in its auction, or for auction at once.</summary>
    None,

    /// <summary>公告期内.</summary>
    Running,

    /// <summary>中止: the clock stands while the listing is suspended.</summary>
    Stopped,

    /// <summary>It ended without a taker: the seller extends, changes and re-announces, or ends the listing.</summary>
    SellersChoice,

    /// <summary>One interested party: a contract at no less than the announced price is due.</summary>
    ContractDue,

    /// <summary>Two or more: an auction under the announced profile is due.</summary>
    AuctionDue,

    /// <summary>征集中: intents are taken without an end, and deals recorded as they are agreed upon.</summary>
    Open,

    /// <summary>协商中: the seller and those who filed in the period talk; one deal is recorded.</summary>
    Negotiating,
}

/// <summary>
/// The period of a listing and the purchase intents filed in it (P8), part of the listing's state: one stream decides
/// both, so that an intent is in or out by one clock.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.listing-period.state/1")]
public sealed record ListingPeriod
{
    public static readonly ListingPeriod None = new();

    /// <summary>Null until the seller chose: then it is an auction at once, where the rules allow that.</summary>
    [Id(0)]
    public PeriodTerms? Chosen { get; init; }

    [Id(1)]
    public PeriodPhase Phase { get; init; }

    /// <summary>Notices so far; an intent stands only under the newest one.</summary>
    [Id(2)]
    public int Notice { get; init; }

    [Id(3)]
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>The end as it stands; while stopped, as it stood.</summary>
    [Id(4)]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Working days given back when a stopped period goes on.</summary>
    [Id(5)]
    public int DaysLeft { get; init; }

    /// <summary>Extensions under the newest notice.</summary>
    [Id(6)]
    public int Extensions { get; init; }

    /// <summary>One entry a party, in the order of their first filing.</summary>
    [Id(7)]
    public ImmutableArray<PurchaseIntent> Intents { get; init; } = [];

    /// <summary>The last auction that was held and ended without a sale; null where none was.</summary>
    [Id(50)]
    public UnsoldAuction? Unsold { get; init; }

    /// <summary>The number of the last one filed.</summary>
    [Id(8)]
    public int IntentsFiled { get; init; }

    [Id(9)]
    public ListingChange? Change { get; init; }

    /// <summary>Until when the contract is to be concluded, while one is due.</summary>
    [Id(10)]
    public DateTimeOffset? ContractBy { get; init; }

    /// <summary>How many stood when the period ended; null while it has not.</summary>
    [Id(11)]
    public int? IntentsAtEnd { get; init; }

    /// <summary>The contract that was concluded.</summary>
    [Id(12)]
    public ListingContracted? Contract { get; init; }

    /// <summary>Filed or confirmed under the newest notice and not withdrawn.</summary>
    [JsonIgnore]
    public IEnumerable<PurchaseIntent> Standing => Intents.Where(Stands);

    /// <summary>Of these, the ones that count: their deposit is in, or none was demanded (P8).</summary>
    [JsonIgnore]
    public IEnumerable<PurchaseIntent> Effective => Standing.Where(intent => !intent.AwaitsDeposit);

    /// <summary>The deposit who files now is asked for; null = none.</summary>
    [JsonIgnore]
    public Money? DepositNow => Phase == PeriodPhase.Running ? Chosen?.Deposit : null;

    /// <summary>A listing without a period goes to auction at once; one with a period when two or more came.</summary>
    [JsonIgnore]
    public bool AllowsAuction => AllowsAuctionIn(Phase, IntentsAtEnd ?? 0);

    /// <summary>The same, of a phase and the intents that stood at the end.</summary>
    public static bool AllowsAuctionIn(PeriodPhase phase, int intentsAtEnd) =>
        phase is PeriodPhase.None or PeriodPhase.AuctionDue
        || (phase == PeriodPhase.SellersChoice && intentsAtEnd >= 2);

    /// <summary>When its clock began to run: at the notice, its extension or resumption.</summary>
    [Id(13)]
    public DateTimeOffset? RunsSince { get; init; }

    /// <summary>The notice a return to the seller has ended; intents under it do not stand any more.</summary>
    [Id(14)]
    public int SpentNotice { get; init; }

    /// <summary>Licences concluded while the listing stayed on offer, in their order.</summary>
    [Id(15)]
    public ImmutableArray<ListingDeal> Deals { get; init; } = [];

    /// <summary>A period's notice named the terms: others relied on them.</summary>
    [JsonIgnore]
    public bool IsAnnounced => EndsAt is not null;

    /// <summary>A deal that seller and interested party agree upon may be recorded.</summary>
    [JsonIgnore]
    public bool AwaitsDeals => Phase is PeriodPhase.Open or PeriodPhase.Negotiating;

    /// <summary>Where it stood when the auction took the listing; one that is called off leads back there.</summary>
    [Id(16)]
    public PeriodPhase? BeforeAuction { get; init; }

    /// <summary>Where a period whose end saw two or more stands once its auction is left without a sale.</summary>
    /// <param name="before">Where it stood before that auction; null where that was not kept.</param>
    /// <param name="wasCalledOff">The auction was not held to its end.</param>
    public static PeriodPhase PhaseAfterAuction(PeriodPhase? before, bool wasCalledOff) =>
        wasCalledOff ? before ?? PeriodPhase.AuctionDue : PeriodPhase.SellersChoice;

    /// <summary>Its end has come, whether or not that is noted yet.</summary>
    public bool IsOverdue(DateTimeOffset at) => Phase == PeriodPhase.Running && EndsAt <= at;

    /// <summary>Why it is the seller's to choose, once it is.</summary>
    [JsonIgnore]
    public PeriodEnding EndedWith =>
        IntentsAtEnd >= 2 ? PeriodEnding.AuctionWithoutSale
        : Intents.Any(intent => intent.HasFailed && intent.Notice == Notice) ? PeriodEnding.ContractFailed
        : PeriodEnding.NoIntents;

    public bool Stands(PurchaseIntent intent) => intent.IsLive && intent.Notice == Notice && Notice > SpentNotice;

    public PurchaseIntent? IntentOf(string? party) => Intents.FirstOrDefault(intent => intent.Party == party);

    public ListingPeriod Evolve(Recorded recorded) => recorded.Event switch
    {
        ListingPeriodChosen chosen => this with { Chosen = chosen.Terms },
        ListingPeriodBegan began => this with
        {
            Chosen = began.Terms, Phase = PeriodPhase.Running, Notice = began.Notice, BeganAt = recorded.At,
            RunsSince = recorded.At, EndsAt = began.EndsAt, Extensions = 0, Change = null, IntentsAtEnd = null,
            ContractBy = null,
        },
        ListingPeriodStopped stopped => this with { Phase = PeriodPhase.Stopped, DaysLeft = stopped.WorkingDaysLeft },
        ListingPeriodWentOn on => this with
        {
            Phase = PeriodPhase.Running, RunsSince = recorded.At, EndsAt = on.EndsAt, DaysLeft = 0,
        },
        ListingPeriodExtended extended => this with
        {
            Phase = PeriodPhase.Running, RunsSince = recorded.At, EndsAt = extended.EndsAt,
            Extensions = extended.Count, IntentsAtEnd = null,
        },
        ListingPeriodEnded ended => this with
        {
            Phase = ended.Next, Change = null, ContractBy = ended.ContractBy,
            IntentsAtEnd = ended.Intents,
        },
        ListingPeriodClosed => this with { Phase = PeriodPhase.None, Change = null },
        // What comes out again is another offer: nothing of the period that was ends in it.
        ListingReturned => this with
        {
            Phase = PeriodPhase.None, Change = null, IntentsAtEnd = null, EndsAt = null, ContractBy = null,
            SpentNotice = Notice,
        },
        ListingChangeRequested asked => this with { Change = asked.ChangeAt(recorded.At) },
        ListingChangeRefused => this with { Change = null },
        ListingEnteredAuction => this with { Phase = PeriodPhase.None, Change = null, BeforeAuction = Phase },
        ListingLeftAuction left when IntentsAtEnd >= 2 => this with
        {
            Phase = PhaseAfterAuction(BeforeAuction, left.WasCalledOff), BeforeAuction = null,
            Unsold = UnsoldAuction.After(Unsold, left),
        },
        ListingLeftAuction left => this with
        {
            BeforeAuction = null, Unsold = UnsoldAuction.After(Unsold, left),
        },
        ListingSold => this with { Phase = PeriodPhase.None, Change = null },
        ListingInterestOpened opened => this with
        {
            Phase = PeriodPhase.Open, Notice = opened.Notice, BeganAt = recorded.At, EndsAt = null, Change = null,
            Extensions = 0, IntentsAtEnd = null, ContractBy = null,
        },
        ListingContracted { Agreed: null } contracted => this with
        {
            Phase = PeriodPhase.None, Contract = contracted,
        },
        ListingContracted contracted => this with
        {
            Phase = PeriodPhase.None, Contract = contracted, Change = null,
            Intents = [.. Intents.Select(intent => intent.Number == contracted.Intent
                ? intent with { IsConcluded = true }
                : Stands(intent) ? intent with { HasFailed = true } : intent)],
        },
        ListingLicensed licensed => this with
        {
            Deals = Deals.Add(licensed.Deal),
            Intents = Changed(licensed.Intent, intent => intent with { IsConcluded = true }),
        },
        ListingContractFailed failed => this with
        {
            Phase = failed.Next, ContractBy = null,
            IntentsAtEnd = failed.Next == PeriodPhase.SellersChoice ? 0 : IntentsAtEnd,
            Intents = Changed(failed.Intent, intent => intent with { HasFailed = true }),
        },
        IntentFiled filed => this with
        {
            Intents = With(PurchaseIntent.Of(filed, recorded.At, IntentOf(filed.Party))), IntentsFiled = filed.Intent,
        },
        IntentConfirmed confirmed => this with
        {
            Intents = Changed(confirmed.Intent, intent => intent with
            {
                Notice = confirmed.Notice,
                Price = confirmed.Price ?? intent.Price,
                User = confirmed.User ?? intent.User,
                Proposal = confirmed.Proposal,
                FiledAt = recorded.At,
            }),
        },
        IntentWithdrawn withdrawn => this with
        {
            Intents = Changed(withdrawn.Intent, intent => intent with { IsWithdrawn = true }),
        },
        IntentDepositReceived received => this with
        {
            Intents = Changed(received.Intent, intent => intent with { PaidAt = recorded.At }),
        },
        IntentDepositsReleased released => this with
        {
            Intents = [.. Intents.Select(intent => released.Intents.Contains(intent.Number)
                ? intent with { IsDepositReleased = true }
                : intent)],
        },
        _ => this,
    };

    /// <summary>P8: none → the seller chooses, one → a contract, two or more → an auction.</summary>
    public static PeriodPhase PhaseAfter(int intents) => intents switch
    {
        0 => PeriodPhase.SellersChoice,
        1 => PeriodPhase.ContractDue,
        _ => PeriodPhase.AuctionDue,
    };

    private ImmutableArray<PurchaseIntent> With(PurchaseIntent intent) =>
        Intents.Any(known => known.Party == intent.Party)
            ? [.. Intents.Select(known => known.Party == intent.Party ? intent : known)]
            : Intents.Add(intent);

    private ImmutableArray<PurchaseIntent> Changed(int number, Func<PurchaseIntent, PurchaseIntent> change) =>
        [.. Intents.Select(intent => intent.Number == number ? change(intent) : intent)];
}
