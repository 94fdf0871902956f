using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Deals;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Period;

/// <summary>Shows a listing's period and its intents out of the grain, each caller what is his.</summary>
public sealed class PeriodPresenter(
    IGrainFactory grains, PeriodBasis basis, IMarketClock clock, CustodyAccount custody)
{
    public async Task<PeriodView> Present(Versioned<Listing> found, Caller caller, bool english)
    {
        var (id, version, listing) = found;
        var period = listing.Period;
        var isInside = PeriodAccess.MaySeeIntents(listing, caller);
        return new PeriodView(
            id,
            version,
            PeriodAccess.Abilities(listing, caller),
            period.Phase,
            isInside || Listing.IsPublicState(listing.State) ? period.Chosen : null,
            Bounds(await grains.GetGrain<IListingPeriodGrain>(id).Bounds(), english),
            period.Notice,
            period.BeganAt,
            period.EndsAt,
            basis.WorkingDaysLeft(period, clock.Now),
            period.Extensions,
            basis.Rules.ExtensionWorkingDays,
            basis.Rules.ContractWorkingDays,
            PeriodAccess.MaySeeCount(listing, caller) ? Counting(period) : null,
            period.ContractBy,
            period.Contract is { } contract ? Contract(listing, contract, caller) : null,
            isInside && period.Change is { } change
                ? new ChangeView(change.Offer, change.WorkingDays, change.Reason, change.ByCentre, change.At)
                : null,
            period.IntentOf(caller.Party) is { } mine ? Mine(period, mine) : null)
        {
            IsAgreed = DealForm.IsAgreed(listing.Offer),
            IsRepeatable = DealForm.IsRepeatable(listing.Offer.Mode),
            TakesOffers = DealForm.TakesOffers(listing.Offer),
            IsOpen = period.Phase == PeriodPhase.Open || listing.IsUnopened,
            DepositBounds = ListingDecider.DepositSpanOf(listing.Offer, basis.Rules) is { } span
                ? new DepositBoundsView(
                    span.Min, span.MaxOf(DealForm.Floor(listing.Offer)), english ? span.SourceEn : span.SourceZh)
                : null,
            DealCount = period.Deals.Length,
            Deals = await Task.WhenAll(period.Deals
                .Where(deal => isInside || caller.ActsFor(deal.Licensee))
                .Select(deal => Deal(deal, isInside))),
        };
    }

    /// <summary>
    /// Names and offers where a contract is due or the listing is sold, as the rules say, never while they may still
    /// bid against each other; until then the seller is told the number only, the centre who they are, for it checks
    /// them.
    /// </summary>
    public async Task<IntentsView> Intents(Versioned<Listing> found, Caller caller)
    {
        var (id, version, listing) = found;
        var period = listing.Period;
        var isDesk = caller.Duties.ReadsTheDesk(caller.At);
        var arePriced = IntentDisclosure.ArePriced(listing);
        var areShown = isDesk || basis.Rules.IntentNames.AreNamed(listing);
        var lines = areShown
            ? await Task.WhenAll(period.Intents.Select(intent => Line(period, intent, arePriced)))
            : [];
        return new IntentsView(id, version, Counting(period), areShown, lines);
    }

    private async Task<IntentLine> Line(ListingPeriod period, PurchaseIntent intent, bool isPriced) => new(
        intent.Number,
        await grains.GetGrain<IPartyGrain>(intent.Party).Names() is [{ } name, ..] ? name : "",
        isPriced ? PriceOf(intent) : null,
        intent.FiledAt,
        period.Stands(intent),
        intent.IsWithdrawn)
    {
        Proposal = isPriced ? intent.Proposal : null,
        IsConcluded = intent.IsConcluded,
        HasFailed = intent.HasFailed,
        Deposit = Deposit(intent),
    };

    /// <summary>Once deposits went back because an auction follows, as many as there were at the end.</summary>
    private static int Counting(ListingPeriod period) =>
        period is { IntentsAtEnd: { } atEnd } && period.Intents.Any(intent => intent.IsDepositReleased)
            ? atEnd
            : period.Effective.Count();

    private static IntentDepositView? Deposit(PurchaseIntent intent) => intent.DepositDue is { } due
        ? new IntentDepositView(due, intent.PaidAt is not null, intent.IsDepositReleased)
        : null;

    private static Money? PriceOf(PurchaseIntent intent) => intent.Price == Money.Zero ? null : intent.Price;

    /// <summary>What the two agreed is theirs and the centre's; the price of a sale for one total is public.</summary>
    private static ContractView Contract(Listing listing, ListingContracted contract, Caller caller)
    {
        var isInside = PeriodAccess.MaySeeIntents(listing, caller);
        var isTold = isInside || caller.ActsFor(contract.Buyer);
        return new ContractView(
            DealForm.IsAgreed(listing.Offer) ? null : contract.Price,
            contract.ConcludedOn,
            isTold ? contract.Reference : null)
        {
            Agreed = isTold ? contract.Agreed : null,
            Source = isInside ? contract.Source : null,
            Choice = isInside ? contract.Choice : null,
        };
    }

    private async Task<DealView> Deal(ListingDeal deal, bool isInside) => new(
        deal.Number,
        deal.Licensee is { } party && await grains.GetGrain<IPartyGrain>(party).Names() is [{ } name, ..] ? name : "",
        deal.Agreed,
        deal.ConcludedOn,
        deal.Reference,
        isInside ? deal.Source : null);

    private MyIntentView Mine(ListingPeriod period, PurchaseIntent intent) => new(
        intent.Number,
        PriceOf(intent),
        intent.FiledAt,
        intent.Notice,
        period.Stands(intent),
        intent.IsWithdrawn,
        intent.HasFailed)
    {
        Proposal = intent.Proposal,
        IsConcluded = intent.IsConcluded,
        Deposit = Deposit(intent),
        CustodyAccount = intent.DepositDue is null ? null : custody.Name,
    };

    private static PeriodBoundsView Bounds(PeriodBounds bounds, bool english) => new(
        bounds.Span.Min,
        bounds.Span.Max,
        bounds.Span.Usual,
        bounds.CalendarDays,
        Said(bounds, english ? ground => ground.ArticleEn : ground => ground.ArticleZh, english),
        Said(bounds, english ? ground => ground.SourceEn : ground => ground.SourceZh, english));

    private static string? Said(PeriodBounds bounds, Func<PeriodMinimum, string> say, bool english) =>
        bounds.Quoted.IsEmpty ? null : string.Join(english ? "; " : "；", bounds.Quoted.Select(say));
}
