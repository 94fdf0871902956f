using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>Reads a file of the document store and compares it with the catalogue. The centre's handler.</summary>
/// <param name="FileName">What the person calls it, without folders.</param>
/// <param name="Sha256">The document.</param>
/// <param name="Format">What it turned out to be.</param>
/// <param name="Rows">The rows as compared with the patents.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.preview/1")]
public sealed record PreviewImport(
    [property: Id(0)] string FileName,
    [property: Id(1)] string Sha256,
    [property: Id(2), LookedUp] PatentFileFormat Format,
    [property: Id(3), LookedUp] ImmutableArray<ImportRow> Rows) : ICommand;

/// <summary>Has the previewed rows sent to their patents. The centre's handler.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.apply/1")]
public sealed record ApplyImport : ICommand;

/// <summary>Every row has arrived; the import itself sends it.</summary>
/// <param name="Rows">What came of each.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.finish/1")]
public sealed record FinishImport([property: Id(0), LookedUp] ImmutableArray<ImportRow> Rows) : ICommand;

/// <summary>A file was read and compared with the catalogue.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.previewed/1")]
public sealed record ImportPreviewed(
    [property: Id(0)] string FileName,
    [property: Id(1)] PatentFileFormat Format,
    [property: Id(2)] string Sha256,
    [property: Id(3)] ImmutableArray<ImportRow> Rows) : IEvent;

/// <summary>The preview was accepted: its rows go to their patents.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.confirmed/1")]
public sealed record ImportConfirmed : IEvent;

/// <summary>What came of every row.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.applied/1")]
public sealed record ImportApplied([property: Id(0)] ImmutableArray<ImportRow> Rows) : IEvent;
