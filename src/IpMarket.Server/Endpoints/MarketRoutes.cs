using IpMarket.Server.Endpoints.Catalogue.Encumbrances;
using IpMarket.Server.Endpoints.Catalogue.Imports;
using IpMarket.Server.Endpoints.Catalogue.Listings;
using IpMarket.Server.Endpoints.Catalogue.Listings.Documents;
using IpMarket.Server.Endpoints.Catalogue.Listings.Period;
using IpMarket.Server.Endpoints.Catalogue.Listings.TitlePack;
using IpMarket.Server.Endpoints.Catalogue.Patents;
using IpMarket.Server.Endpoints.Catalogue.Patents.Life;
using IpMarket.Server.Endpoints.Catalogue.SavedSearches;
using IpMarket.Server.Endpoints.Catalogue.Search;
using IpMarket.Server.Endpoints.Catalogue.Watching;
using IpMarket.Server.Endpoints.Kernel.Public;
using IpMarket.Server.Endpoints.Kernel.Rebuilding;
using IpMarket.Server.Endpoints.Parties;
using IpMarket.Server.Endpoints.Parties.Approvals;
using IpMarket.Server.Endpoints.Parties.Onboarding;
using IpMarket.Server.Endpoints.Trading;
using IpMarket.Server.Endpoints.Trading.Auctions;
using IpMarket.Server.Endpoints.Trading.Escrow;
using IpMarket.Server.Endpoints.Trading.Proofs;
using IpMarket.Server.Identity;
using IpMarket.Server.Live;

namespace IpMarket.Server.Endpoints;

/// <summary>Every route of the market, by area. A new endpoint file adds its line here.</summary>
public static class MarketRoutes
{
    public static void MapMarket(this IEndpointRouteBuilder routes)
    {
        // Kernel
        routes.MapTime();
        routes.MapCentre();
        routes.MapIdentity();
        routes.MapRebuild();

        // Parties
        routes.MapMe();
        routes.MapUsers();
        routes.MapParties();
        routes.MapPartyForm();
        routes.MapPartyMembers();
        routes.MapDocuments();
        routes.MapApprovalRoutes();

        // Catalogue
        routes.MapCatalogue();
        routes.MapSynonyms();
        routes.MapSavedSearches();
        routes.MapPatents();
        routes.MapPatentLife();
        routes.MapWatching();
        routes.MapEncumbrances();
        routes.MapListings();
        routes.MapListingDocuments();
        routes.MapTitlePack();
        routes.MapListingPeriods();
        routes.MapImports();

        // Trading
        routes.MapRuleProfiles();
        routes.MapAuctions();
        routes.MapSealedBids();
        routes.MapProofs();
        routes.MapEscrow();
        routes.MapAuctionHub();
        routes.MapPapers();
    }
}
