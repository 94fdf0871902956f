using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Orleans.Concurrency;

namespace IpMarket.Grains.Catalogue.Import;

/// <summary>The import of one file. Key: its stream, <c>import:…</c>.</summary>
[Alias("catalogue.IImportGrain")]
public interface IImportGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("Get")]
    Task<Versioned<PatentImport>> Get();

    /// <summary>
    /// Row by row what the file says, and what the catalogue would learn if it were applied now; empty for an import
    /// that does not exist.
    /// </summary>
    [AlwaysInterleave, Alias("Details")]
    Task<ImmutableArray<ImportRowDetail>> Details();

    /// <summary>
    /// The centre's handler. Reads the document <paramref name="sha256"/> and compares it with the catalogue; nothing
    /// of it is stored but the verdicts.
    /// </summary>
    [AlwaysInterleave, Alias("Preview")]
    Task<Outcome<Accepted>> Preview(CommandContext context, string fileName, string sha256);

    /// <summary>
    /// The centre's handler. Answers when every row has reached its patent. A repeat carries on where it stopped; an
    /// answer "busy" or "unknown" means that the rest follows by itself.
    /// </summary>
    [AlwaysInterleave, Alias("Apply")]
    Task<Outcome<Accepted>> Apply(CommandContext context);

    /// <summary>The imports' process: sends the rows of a confirmed import. Safe to repeat.</summary>
    [AlwaysInterleave, Alias("CarryOn")]
    Task<Outcome<Accepted>> CarryOn();
}

/// <summary>What a row says, beside its verdict.</summary>
/// <param name="Title">In Chinese, else in English; null when the file has none.</param>
/// <param name="Differences">Field by field what the catalogue would learn now.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import-row-detail/1")]
public sealed record ImportRowDetail(
    [property: Id(0)] string? Title,
    [property: Id(1)] ImmutableArray<FactDifference> Differences);
