using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Tests.Catalogue;

/// <summary>The grains of the catalogue over a journal in memory.</summary>
public class CatalogueCluster : GrainCluster
{
    private static int serial;

    internal PlannedParties Parties { get; } = new();

    protected override void Configure(IServiceCollection services) =>
        services.AddCatalogueGrains()
            .AddSingleton<IListingSurroundings>(Parties)
            .AddSingleton(WorkingCalendar.Plain)
            .AddSingleton<IWatchers>(new JournalWatchers(Journal))
            .AddSingleton<IAlertingSearches>(new JournalSearches(Journal))
            .AddSingleton<ICatalogueDocuments>(new JournalSearches(Journal))
            .AddSingleton<INewMatches>(new JournalSearches(Journal));

    internal static Actor Centre { get; } = new("user:centre");

    internal static ListingOffer Offer(long fen = 8_800_000) => new(Money.Cny(fen), "含全部技术资料", "一次性付清");

    /// <summary>An application number nobody else of this run has.</summary>
    internal static PatentNumber NewNumber() =>
        PatentNumber.Of(ApplicationNumber.OfDigits($"20211{Interlocked.Increment(ref serial):0000000}")!.Value);

    internal IPatentLifeGrain Life(PatentNumber number) => Grains.GetGrain<IPatentLifeGrain>(number.Stream);

    internal IPatentGrain Patent(PatentNumber number) => Grains.GetGrain<IPatentGrain>(number.Stream);

    /// <summary>A patent of these holders, entered by the centre.</summary>
    internal async Task<PatentNumber> Enter(params ImmutableArray<string> holders)
    {
        var number = NewNumber();
        await Record(number, PatentFacts.None with { TitleZh = "一种提钒方法", Applicants = holders });
        return number;
    }

    internal async Task Record(PatentNumber number, PatentFacts facts, StatusSeen? status = null) =>
        Accepted(await Patent(number).Record(
            new CommandContext(Guid.NewGuid(), Centre),
            new RecordPatent(number.Text, facts, status, "test", FactOrigin.Centre)));

    /// <summary>A draft with every paper it may owe.</summary>
    internal async Task<DraftedListing> Draft(PatentNumber patent, string seller = "seller")
    {
        var listing = await DraftBare(patent, seller);
        await this.BringTitlePack(listing.Stream, seller);
        return listing;
    }

    internal async Task<DraftedListing> DraftBare(PatentNumber patent, string seller = "seller")
    {
        var context = By(seller);
        var stream = Ids.Create(Listing.StreamWord, context.CommandId, context.Actor);
        var grain = Grains.GetGrain<IListingGrain>(stream);
        Accepted(await grain.Draft(context, new DraftListing(patent.Stream, Offer())));
        return new DraftedListing(this, stream, grain, patent, seller);
    }

    internal async Task<Patent> State(PatentNumber number) => (await Patent(number).Get()).State;

    internal IEnumerable<IEvent> Facts(string stream) => Journal.Records
        .Where(record => record.Stream == stream).Select(record => EventCodec.Decode(record).Event);
}

/// <summary>A listing of the cluster and what befalls it.</summary>
internal sealed record DraftedListing(
    CatalogueCluster Cluster, string Stream, IListingGrain Grain, PatentNumber Patent, string Seller)
{
    public Task<Outcome<Domain.Kernel.Aggregates.Accepted>> Submit(Guid? id = null, params ImmutableArray<string> others) =>
        Grain.Submit(GrainCluster.By(Seller, id), new SubmitListing(others));

    public async Task Publish()
    {
        await Check();
        GrainCluster.Accepted(await Grain.Handle(
            GrainCluster.By("handler"), new HandleListing(DutyHolder.With(CentreRole.Handler))));
        GrainCluster.Accepted(await Grain.Publish(
            GrainCluster.By("reviewer"), new PublishListing(DutyHolder.With(CentreRole.Reviewer))));
    }

    /// <summary>The handler finds every paper in order.</summary>
    public async Task Check() => GrainCluster.Accepted(await Cluster.JudgeTitlePack(Stream));

    public Task<Outcome<Domain.Kernel.Aggregates.Accepted>> Return() => Grain.Return(
        GrainCluster.By("handler"), new ReturnListing(["缺少登记簿副本"], DutyHolder.With(CentreRole.Handler)));

    public async Task<Listing> State() => (await Grain.Get()).State;
}

/// <summary>Every party is verified and goes by the name <c>NAME公司</c>; routes as set.</summary>
internal sealed class PlannedParties : IListingSurroundings
{
    public OnboardingStatus Status { get; set; } = OnboardingStatus.Verified;

    public ApprovalRoute ListingRoute { get; set; } = ApprovalRoute.HandlerThenReviewer;

    /// <summary>Awaited while a party is looked up.</summary>
    public Func<Task>? BeforeSeller { get; set; }

    public static string NameOf(string seller) => seller + "公司";

    public async Task<SellerFacts?> Seller(string? party)
    {
        if (BeforeSeller is { } before) await before();
        return party is null
            ? null
            : new SellerFacts(
                new PartyStanding(party, Status, false, [PartyKind.Enterprise], [])
                {
                    Facts = party switch
                    {
                        "party:seller" => Facts,
                        "party:foreign" => [PartyFactKind.Foreign],
                        _ => [],
                    },
                },
                [NameOf(party["party:".Length..])]);
    }

    public ImmutableArray<PartyFactKind> Facts { get; set; } = [];

    public Task<bool> IsMember(string party, string user) => Task.FromResult(false);

    public Task<string?> ProfileName(string code, DateOnly day) =>
        Task.FromResult(code == "online-bidding" ? "网络竞价" : null);

    /// <summary>Who asks the escrow cases; null where no grain keeps them.</summary>
    public IListingSurroundings? Escrows { get; set; }

    public Task<ImmutableArray<int>> PaidIntents(string listing, DateTimeOffset before) =>
        Escrows?.PaidIntents(listing, before) ?? Task.FromResult<ImmutableArray<int>>([]);

    public Task<ApprovalRoute> Route() => Task.FromResult(ListingRoute);
}
