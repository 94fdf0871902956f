using IpMarket.Adapters.Search.Lucene;
using IpMarket.Domain.Catalogue.Search;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>The embedded engine under the contract, and what only it has: a folder.</summary>
public sealed class LuceneCatalogueTests : CatalogueWordsTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("ipmarket-search-").FullName;
    private LuceneCatalogue engine = null!;

    public override ValueTask DisposeAsync()
    {
        engine.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Documents_and_position_are_there_after_a_restart()
    {
        await Put(KnownPatents.Of("CN101487067A") with { TitleZh = "海绵钛" });
        var before = await Index.Position(Cancel);
        engine.Dispose();
        await Open();
        Assert.Equal(before, await Index.Position(Cancel));
        Assert.Equal(1, (await Ask("海绵钛")).Total);
        Assert.Equal(KnownPatents.All.Length, (await Ask("")).Total);
    }

    [Fact]
    public async Task A_position_without_documents_is_seen_at_once_and_kept_at_a_clean_stop()
    {
        var further = new IndexPosition(1_000, "ab");
        await Index.Apply([], [], further, Cancel);
        Assert.Equal(further, await Index.Position(Cancel));
        engine.Dispose();
        await Open();
        Assert.Equal(further, await Index.Position(Cancel));
    }

    [Fact]
    public async Task A_damaged_index_is_emptied_so_that_it_is_filled_anew()
    {
        engine.Dispose();
        foreach (var file in Directory.GetFiles(folder, "segments_*", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "torn", Cancel);
        await Open();
        Assert.Equal(IndexPosition.Start, await Index.Position(Cancel));
        Assert.Equal(0, (await Ask("")).Total);
        await Put([.. KnownPatents.All]);
        Assert.Equal(3, (await Ask("钒渣")).Total);
    }

    protected override Task Open()
    {
        engine = new LuceneCatalogue(folder);
        (Search, Index) = (engine, engine);
        return Task.CompletedTask;
    }
}
