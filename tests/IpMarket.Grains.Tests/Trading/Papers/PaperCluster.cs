using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IpMarket.Adapters.Papers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Numbering;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Grains.Kernel.Papers;
using IpMarket.Grains.Trading.Papers;
using IpMarket.Testing.Papers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Grains.Tests.Trading.Papers;

/// <summary>The grains of trading with their papers; the parties named in <see cref="People"/> are natural persons.</summary>
public sealed class PaperCluster : TradingCluster
{
    internal FaultyPress Press { get; } = new();

    internal MemoryDocuments Documents { get; } = new();

    internal PlannedNames Names { get; } = new();

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services
            .AddPaperGrains()
            .AddSingleton<IPaperSurroundings>(Names)
            .AddSingleton<IPaperPress>(Press)
            .AddSingleton<IDocumentStore>(Documents)
            .AddSingleton(PaperSamples.Office);
    }

    /// <summary>The papers of an auction, in order of their records.</summary>
    internal IReadOnlyList<PaperHead> PapersOf(string auction) =>
    [
        .. Journal.Records.Where(record => record.Stream.StartsWith("paper:", StringComparison.Ordinal))
            .Select(record => EventCodec.Decode(record).Event).OfType<PaperFrozen>()
            .Select(frozen => frozen.Head).Where(head => head.Subject == auction),
    ];

    internal IPaperGrain Paper(PaperHead head) => Grains.GetGrain<IPaperGrain>(head.Stream);

    internal async Task<string> Html(PaperHead head) => Encoding.UTF8.GetString((await Paper(head).Read()).Value);

    /// <summary>No series of this cluster has a gap or a number twice, and every number has its paper.</summary>
    internal void AssertGapless()
    {
        var issued = Journal.Records.Where(record => record.Stream.StartsWith("series:", StringComparison.Ordinal))
            .Select(EventCodec.Decode).Where(record => record.Event is NumberIssued)
            .GroupBy(record => record.Stream, record => (NumberIssued)record.Event, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(issued);
        Assert.All(issued, series => Assert.Equal(
            Enumerable.Range(1, series.Count()), series.Select(number => number.Number)));
        var known = Journal.Records.Where(record => record.Stream.StartsWith("paper:", StringComparison.Ordinal))
            .Select(record => record.Stream).ToHashSet(StringComparer.Ordinal);
        Assert.All(issued.SelectMany(series => series), number => Assert.Contains("paper:" + number.Text, known));
    }
}

/// <summary>The real press, which can fail.</summary>
internal sealed class FaultyPress : IPaperPress
{
    private readonly HtmlPaperPress press = new();

    /// <summary>Called before a sheet is printed; throw to fail it.</summary>
    public Action<PaperSheet>? BeforePrint { get; set; }

    public string MediaType => press.MediaType;

    public PaperPage Print(PaperSheet sheet)
    {
        BeforePrint?.Invoke(sheet);
        return press.Print(sheet);
    }
}

internal sealed class MemoryDocuments : IDocumentStore
{
    private readonly ConcurrentDictionary<string, Document> documents = new(StringComparer.Ordinal);

    /// <summary>Called after a document was stored; throw to lose the answer.</summary>
    public Action? AfterPut { get; set; }

    public Task<string> Put(ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancel)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        documents[sha256] = new Document(sha256, mediaType, bytes.ToArray());
        AfterPut?.Invoke();
        return Task.FromResult(sha256);
    }

    public Task<Document?> Get(string sha256, CancellationToken cancel) =>
        Task.FromResult(documents.GetValueOrDefault(sha256));
}

/// <summary>Names: <c>party:a</c> is 甲方-a; those of <see cref="People"/> are natural persons, erased ones have none.</summary>
internal sealed class PlannedNames : IPaperSurroundings
{
    public ConcurrentDictionary<string, bool> People { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public Task<PartyOnPaper?> Party(string party)
    {
        var name = Names.GetValueOrDefault(party, "甲方-" + party["party:".Length..]);
        return Task.FromResult(name.Length == 0 ? null : new PartyOnPaper(party, name, People.ContainsKey(party)));
    }

    public Task<PatentOnPaper> Patent(string patent) =>
        Task.FromResult(new PatentOnPaper("CN209910000001.3", "发明专利", true));
}
