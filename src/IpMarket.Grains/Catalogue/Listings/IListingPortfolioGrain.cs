using IpMarket.Domain.Catalogue.Listings.Portfolio;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue;

/// <summary>The patents a listing offers together. Key: the listing's stream.</summary>
[Alias("catalogue.IListingPortfolioGrain")]
public interface IListingPortfolioGrain : IGrainWithStringKey
{
    /// <summary>The seller, a holder of it, while the listing is with him.</summary>
    [AlwaysInterleave, Alias("AddPatent")]
    Task<Outcome<Accepted>> AddPatent(CommandContext context, AddListingPatent command);

    /// <summary>The seller, while the listing is with him; the first patent stays.</summary>
    [AlwaysInterleave, Alias("RemovePatent")]
    Task<Outcome<Accepted>> RemovePatent(CommandContext context, RemoveListingPatent command);
}
