using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>
/// What every search engine of the catalogue must do; one class an engine derives from it, or from
/// <see cref="CatalogueWordsTests"/> where it judges words itself.
/// </summary>
public abstract partial class CatalogueSearchTests : IAsyncLifetime
{
    protected const string Vanadate = "CN201210288271.2";
    protected const string CleanSlag = "CN201310675386.1";
    protected const string SlagUse = "CN201410385505.4";
    protected const string Magnetite = "CN101487067A";
    protected const string Strip = "CN202110771508.1";
    protected const string MoltenSalt = "CN201610240661.0";
    protected const string Alloy = "CN200910216012.7";
    protected const string HotSlag = "CN105886788";
    protected const string BoronSlag = "CN201410154879.5";
    protected const string StoneCoal = "CN201110279133.3";

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

    protected static string Sorted(IEnumerable<string> numbers) =>
        string.Join(' ', numbers.Order(StringComparer.Ordinal));

    protected async Task<string[]> Found(CatalogueQuery query)
    {
        var hits = await Search.Search(query, Cancel);
        return [.. hits.Items.Select(patent => patent.Numbers[0])];
    }
}
