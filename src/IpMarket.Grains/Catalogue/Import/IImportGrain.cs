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
    /// Of the rows compared those with this verdict (null: all), from the <paramref name="skip"/>th on, and what the
    /// catalogue would learn of each if it were applied now; empty for an import that does not exist.
    /// </summary>
    [AlwaysInterleave, Alias("Rows")]
    Task<ImportRowPage> Rows(RowVerdict? verdict, int skip, int take);

    /// <summary>
    /// The centre's handler. Reads the document <paramref name="sha256"/> and compares it with the catalogue; nothing
    /// of it is stored but the verdicts. Of a long file the rest follows by itself.
    /// </summary>
    [AlwaysInterleave, Alias("Preview")]
    Task<Outcome<Accepted>> Preview(CommandContext context, string fileName, string sha256);

    /// <summary>A member of the verified <paramref name="party"/>, for it; as <see cref="Preview"/>.</summary>
    [AlwaysInterleave, Alias("PreviewForParty")]
    Task<Outcome<Accepted>> PreviewForParty(CommandContext context, string fileName, string sha256, string party);

    /// <summary>
    /// The centre's handler, or a member of the import's party. Answers when every row has reached its patent, or after
    /// a while; the rest then follows by itself.
    /// </summary>
    [AlwaysInterleave, Alias("Apply")]
    Task<Outcome<Accepted>> Apply(CommandContext context);

    /// <summary>
    /// Who may apply it. Takes back what it wrote and nobody changed since; as <see cref="Apply"/>.
    /// </summary>
    [AlwaysInterleave, Alias("Undo")]
    Task<Outcome<Accepted>> Undo(CommandContext context);

    /// <summary>The imports' process: does the next rows of the act under way. Safe to repeat.</summary>
    [AlwaysInterleave, Alias("CarryOn")]
    Task<Outcome<Accepted>> CarryOn();
}

/// <summary>Some rows of an import.</summary>
/// <param name="Total">How many have the verdict asked for.</param>
/// <param name="Rows">The page.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import-row-page/1")]
public sealed record ImportRowPage(
    [property: Id(0)] int Total, [property: Id(1)] ImmutableArray<ImportRowDetail> Rows);

/// <summary>What a row says, beside its verdict.</summary>
/// <param name="Row">In brief.</param>
/// <param name="Title">In Chinese, else in English; null when the file has none.</param>
/// <param name="Differences">Field by field what the catalogue would learn now.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import-row-detail/2")]
public sealed record ImportRowDetail(
    [property: Id(0)] ImportRow Row,
    [property: Id(1)] string? Title,
    [property: Id(2)] ImmutableArray<FactDifference> Differences);
