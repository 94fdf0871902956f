using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Tests.Catalogue.Gate;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Period;

/// <summary>A listing driven through its deciders: every accepted event changes it, every refusal is kept.</summary>
internal sealed class APublishedListing
{
    /// <summary>Tuesday, 10:00 in the market.</summary>
    public static readonly DateTimeOffset Tuesday = Local(2026, 3, 3, 10);

    private static readonly DutyHolder Handler = DutyHolder.With(CentreRole.Handler);
    private static readonly DutyHolder Reviewer = DutyHolder.With(CentreRole.Reviewer);

    private ImmutableArray<PartyFactKind> facts;
    private long version;

    public APublishedListing(
        int? workingDays = 5,
        long? askingFen = 1_000_000,
        WorkingCalendar? calendar = null,
        params ImmutableArray<PartyFactKind> facts)
    {
        this.facts = facts;
        Basis = new PeriodBasis(ListingPeriodRules.Default, calendar ?? WorkingCalendar.Plain);
        Apply(new ListingDrafted("patent:a", "party:seller", Offer(askingFen)));
        if (workingDays is { } days)
            Apply(new ListingPeriodChosen(new PeriodTerms(days, "online-bidding", "网络竞价")));
        Apply(new ListingSubmitted("patent:a", Guid.NewGuid(), ["甲公司"], ApprovalRoute.HandlerThenReviewer));
        Apply(new ListingHandled(new DutyStep(CentreRole.Handler, "user:handler")));
    }

    public PeriodBasis Basis { get; }

    public DateTimeOffset Now { get; set; } = Tuesday;

    /// <summary>What stands on the patent.</summary>
    public GateFacts Gate { get; set; } = APatentWith.Nothing;

    public Listing State { get; private set; } = Listing.Empty;

    public ListingPeriod Period => State.Period;

    public List<IEvent> Facts { get; } = [];

    /// <summary>The last fact.</summary>
    public IEvent? Last { get; private set; }

    public string? Refused { get; private set; }

    public Refusal? Why { get; private set; }

    public static DateTimeOffset Local(int year, int month, int day, int hour, int minute = 0) =>
        WorkingCalendar.InstantOf(new DateOnly(year, month, day), new TimeOnly(hour, minute));

    public static ListingOffer Offer(long? fen, string text = "含全部技术资料") =>
        new(fen is { } asked ? Money.Cny(asked) : null, text, "一次性付清");

    public ListingLookup Lookup(bool isVerified = true) => new(
        Patent("甲公司") with { Gate = Gate },
        new SellerFacts(Party("party:seller", isVerified) with { Facts = facts }, ["甲公司"]),
        HouseGateRules.Default);

    public static PartyStanding Party(string party, bool isVerified = true) => new(
        party, isVerified ? OnboardingStatus.Verified : OnboardingStatus.Suspended, false, [PartyKind.Enterprise], []);

    /// <summary>A fact of the seller's was recorded.</summary>
    public APublishedListing SellerIs(PartyFactKind fact)
    {
        facts = facts.Add(fact);
        return this;
    }

    /// <summary>It was submitted with another offer.</summary>
    public APublishedListing Offering(ListingOffer offer)
    {
        Apply(new ListingRevised(offer));
        return this;
    }

    /// <summary>Its intents count only with a deposit.</summary>
    public APublishedListing Demands(long fen)
    {
        Apply(new ListingPeriodChosen(Period.Chosen! with { Deposit = Money.Cny(fen) }));
        return this;
    }

    /// <summary>The escrow case counted an intent's deposit, now if nothing else is said.</summary>
    public APublishedListing Counts(int intent, DateTimeOffset? at = null) =>
        Do(ListingDecider.Decide, new CountIntentDeposit(intent, at ?? Now), "process:x");

    /// <summary>Sent back, the seller chooses again.</summary>
    public APublishedListing Chooses(int days, string profile = "online-bidding", long? deposit = null)
    {
        Apply(new ListingReturned("patent:a", State.Reservation!.Value, ["请补正"]));
        return Do(
            ListingDecider.Decide,
            new ChooseListingPeriod(days, profile, profile.Length == 0 ? null : "网络竞价", Lookup(), Basis)
            {
                Deposit = deposit is { } fen ? Money.Cny(fen) : null,
            },
            "user:seller",
            "party:seller");
    }

    public APublishedListing Publish()
    {
        var lookup = Lookup();
        return Do(
            (listing, command, moment) => ListingDecider.Decide(listing, command, moment),
            new PublishListing(Reviewer, lookup.Patent, lookup.Seller, lookup.House) { Periods = Basis },
            "user:reviewer");
    }

    /// <summary>The code publication is refused with.</summary>
    public string? PublishedOrRefused() => Publish().Refused;

    public APublishedListing Files(
        string who,
        long fen = 1_000_000,
        int? notice = null,
        bool accepts = true,
        IntentFacts? of = null,
        string? user = null,
        string? proposal = null)
    {
        var looked = of ?? new IntentFacts(Party($"party:{who}"), Party("party:seller"), false, false);
        return Do(
            ListingDecider.Decide,
            new FileIntent(notice ?? Period.Notice, Money.Cny(fen), accepts, looked) { Proposal = proposal, Lookup = Lookup() },
            user ?? $"user:{who}",
            $"party:{who}");
    }

    public APublishedListing StepsBack(string who) =>
        Do(ListingDecider.Decide, new WithdrawIntent(), $"user:{who}", $"party:{who}");

    public APublishedListing Ends(DateTimeOffset? at = null, params ImmutableArray<int> paid)
    {
        Now = at ?? Period.EndsAt!.Value;
        return Do(
            ListingDecider.Decide, new EndListingPeriod(Basis) { Paid = paid }, "process:listing-period");
    }

    public APublishedListing Extends() => Do(
        ListingDecider.Decide, new ExtendListingPeriod(Lookup(), Basis), "user:seller", "party:seller");

    public APublishedListing AsksToChange(ListingOffer offer, int days = 5, string user = "user:seller") => Do(
        ListingDecider.Decide,
        new RequestListingChange(offer, days, "降价", user == "user:seller" ? DutyHolder.None : Handler, Lookup(), Basis),
        user,
        user == "user:seller" ? "party:seller" : null);

    public APublishedListing DecidesChange(bool accepts = true, string user = "user:reviewer") => Do(
        ListingDecider.Decide, new DecideListingChange(accepts, "同意", Reviewer, Lookup(), Basis), user);

    public APublishedListing RecordsContract(
        long fen,
        DateOnly on,
        bool isBuyerVerified = true,
        string user = "user:officer",
        string? reference = null,
        params ImmutableArray<PartyFactKind> buyer) => Do(
        ListingDecider.Decide,
        new RecordListingContract(Money.Cny(fen), on, Handler, Party("party:a", isBuyerVerified) with { Facts = buyer }, Lookup())
        {
            Reference = reference,
        },
        user);

    public APublishedListing FailsContract(int? intent = null) => Do(
        ListingDecider.Decide, new FailListingContract("受让方放弃", Handler) { Intent = intent }, "user:handler");

    /// <summary>With the intent of that number, agreed upon today unless the command says another day.</summary>
    public APublishedListing RecordsDeal(RecordListingDeal deal, string user = "user:officer")
    {
        var buyer = Period.Intents.FirstOrDefault(intent => intent.Number == deal.Intent)?.Party ?? "party:none";
        return Do(
            ListingDecider.Decide,
            deal with
            {
                ConcludedOn = deal.ConcludedOn == default ? WorkingCalendar.DayOf(Now) : deal.ConcludedOn,
                Holder = Handler,
                Buyer = deal.Buyer ?? Party(buyer),
                Lookup = Lookup(),
                Basis = Basis,
            },
            user);
    }

    /// <summary>A fact closes the mode: the holder in the register is another.</summary>
    public APublishedListing IsSuspended() => Do(
        ListingDecider.Decide,
        new RecheckListing(Lookup() with { Patent = Patent("乙公司") }) { Periods = Basis },
        "process:x");

    public APublishedListing IsResumed() => Do(
        ListingDecider.Decide,
        new ResumeListing("已恢复", Reviewer, Lookup()) { Periods = Basis },
        "user:reviewer");

    public APublishedListing Enters(string auction = "auction:a") => Do(
        ListingDecider.Decide, new EnterAuction(auction, Lookup()), "process:x");

    public APublishedListing Leaves(
        AuctionOutcome end = AuctionOutcome.NoSale, string? profile = null, string auction = "auction:a") => Do(
        ListingDecider.Decide, new LeaveAuction(auction, end) { Profile = profile }, "process:x");

    /// <summary>Suspended, it is sent back by a reviewer.</summary>
    public APublishedListing IsReturned() => Do(
        ListingDecider.Decide, new ReturnListing(["请补正"], Reviewer), "user:reviewer");

    /// <summary>It comes out again, for auction at once.</summary>
    public APublishedListing ComesOutAgain()
    {
        Apply(new ListingPeriodChosen(new PeriodTerms(0, "online-bidding", "网络竞价")));
        return IsHandledAgain().Publish();
    }

    /// <summary>Submitted and found complete once more.</summary>
    public APublishedListing IsHandledAgain()
    {
        Apply(new ListingSubmitted("patent:a", Guid.NewGuid(), ["甲公司"], ApprovalRoute.HandlerThenReviewer));
        Apply(new ListingHandled(new DutyStep(CentreRole.Handler, "user:handler")));
        return this;
    }

    public APublishedListing Sells(string auction = "auction:a") => Do(
        ListingDecider.Decide, new LeaveAuction(auction, AuctionOutcome.Sold), "process:x");

    public APublishedListing IsWithdrawn() => Do(
        ListingDecider.Decide, new WithdrawListing("不卖了"), "user:seller", "party:seller");

    public APublishedListing Accepted()
    {
        Assert.Null(Refused);
        return this;
    }

    private static PatentStanding Patent(string holder) =>
        new("patent:a", true, false, LegalStanding.InForce, [holder], "202110771508.0")
        {
            Gate = APatentWith.Nothing.OwnedBy(holder),
        };

    private APublishedListing Do<TCommand>(
        Decide<Listing, TCommand> decide, TCommand command, string user, string? party = null)
        where TCommand : ICommand
    {
        var outcome = decide(State, command, new Moment(Now, new Actor(user, party)));
        (Refused, Why) = (outcome.Refusal?.Code, outcome.Refusal);
        if (outcome.IsAccepted) foreach (var fact in outcome.Value) Apply(fact);
        return this;
    }

    private void Apply(IEvent fact)
    {
        Last = fact;
        Facts.Add(fact);
        State = State.Evolve(new Recorded(++version, "listing:a", version, Now, Guid.Empty, null, fact));
    }
}
