using IpMarket.Domain.Catalogue.SavedSearches;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Search;

/// <summary>Documents from the index, once it has come far enough.</summary>
public sealed class CatalogueDocuments(ICatalogueIndex index, IViewPositions positions) : ICatalogueDocuments
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<CatalogueDocument>> Of(
        IReadOnlyCollection<string> patents, long asOf, CancellationToken cancel)
    {
        if (!await positions.WaitFor(CatalogueFollower.FollowerName, asOf, WaitMax, cancel))
            throw new InvalidOperationException($"The search index has not come to {asOf} yet.");
        var found = new List<CatalogueDocument>();
        foreach (var patent in patents)
            if (await index.Find(patent, cancel) is { } document) found.Add(document);
        return found;
    }
}
