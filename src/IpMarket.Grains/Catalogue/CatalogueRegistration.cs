using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Terms;
using IpMarket.Domain.Catalogue.Listings.TitlePack;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Watching;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Grains.Catalogue.Processes;
using IpMarket.Grains.Catalogue.SavedSearches;
using IpMarket.Grains.Catalogue.Watching;
using IpMarket.Grains.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpMarket.Grains.Catalogue;

public static class CatalogueRegistration
{
    /// <summary>
    /// What the grains of the catalogue need, and its processes. The host adds <c>WorkingCalendar</c> and
    /// <c>IWatchers</c>, <c>IRuleProfiles</c>, what saved searches are asked by (<c>ICatalogueDocuments</c>,
    /// <c>IAlertingSearches</c>, <c>INewMatches</c>), and <c>PatentRules</c>, <c>OpenLicenceRules</c>,
    /// <c>TitlePackRules</c>, <c>ListingPeriodRules</c> and <c>HouseGateRules</c> where they are not the house's.
    /// </summary>
    public static IServiceCollection AddCatalogueGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(PatentRules.House);
        services.TryAddSingleton(OpenLicenceRules.House);
        services.TryAddSingleton(HouseGateRules.Default);
        services.TryAddSingleton(TitlePackRules.Default);
        services.TryAddSingleton(ListingPeriodRules.Default);
        services.TryAddSingleton(provider => new PeriodBasis(
            provider.GetRequiredService<ListingPeriodRules>(), provider.GetRequiredService<WorkingCalendar>()));
        return services
            .AddSingleton<IListingSurroundings, ListingSurroundings>()
            .AddSingleton(new AggregateRoute(PatentNumber.StreamWord, "catalogue.patent"))
            .AddSingleton(new AggregateRoute(Listing.StreamWord, "catalogue.listing"))
            .AddSingleton(new WakeRoute(
                PatentNumber.StreamWord, static (grains, stream) => grains.GetGrain<IPatentGrain>(stream)))
            .AddSingleton(new WakeRoute(
                Watchlist.StreamWord, static (grains, stream) => grains.GetGrain<IWatchlistGrain>(stream)))
            .AddSingleton(new WakeRoute(
                Listing.StreamWord, static (grains, stream) => grains.GetGrain<IListingPeriodGrain>(stream)))
            .AddProcess<ListingToPatent>()
            .AddProcess<WatchersOfListings>()
            .AddProcess<JoinPublications>()
            .AddProcess<RecheckListings>()
            .AddProcess<WatchedPatents>()
            .AddSingleton<IJournalFollower, SavedSearchFollower>();
    }
}
