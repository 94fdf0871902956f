using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>What every search engine of the catalogue must do; one class an engine derives from it.</summary>
public abstract partial class CatalogueSearchTests : IAsyncLifetime
{
    private int pos;

    protected ICatalogueSearch Search { get; set; } = null!;

    protected ICatalogueIndex Index { get; set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Open();
        await Put([.. KnownPatents.All]);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Sets <see cref="Search"/> and <see cref="Index"/> over an empty index of the engine.</summary>
    protected abstract Task Open();

    protected Task Put(params CatalogueDocument[] patents) =>
        Index.Apply(patents, [], new IndexPosition(++pos, $"{pos:x8}"), Cancel);

    protected async Task<CatalogueHits> Ask(string text) =>
        await Search.Search(new CatalogueQuery { Text = text, Limit = Limits.PageItemsMax }, Cancel);

    protected async Task<string[]> Found(CatalogueQuery query)
    {
        var hits = await Search.Search(query, Cancel);
        return [.. hits.Items.Select(patent => patent.Numbers[0])];
    }
}
