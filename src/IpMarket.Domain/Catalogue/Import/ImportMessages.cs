using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>
/// Begins the import of a file of the document store. The centre's handler, or a member of a verified party for it.
/// </summary>
/// <param name="FileName">What the person calls it, without folders.</param>
/// <param name="Sha256">The document.</param>
/// <param name="Format">What it turned out to be.</param>
/// <param name="Container">How it is written, see <see cref="PatentFile.Container"/>.</param>
/// <param name="Rows">How many rows it has.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.start/1")]
public sealed record StartImport(
    [property: Id(0)] string FileName,
    [property: Id(1)] string Sha256,
    [property: Id(2), LookedUp] PatentFileFormat Format,
    [property: Id(3), LookedUp] string Container,
    [property: Id(4), LookedUp] int Rows) : ICommand
{
    /// <summary>The party whose file it is (its stream); null: the centre's.</summary>
    [Id(5), LookedUp]
    public string? Party { get; init; }
}

/// <summary>Some rows were compared with the catalogue; the import itself sends it.</summary>
/// <param name="From">The index of the first of them.</param>
/// <param name="Rows">What each would do.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.note-compared/1")]
public sealed record NoteCompared(
    [property: Id(0)] int From, [property: Id(1), LookedUp] ImmutableArray<ImportRow> Rows) : ICommand;

/// <summary>Has the previewed rows sent to their patents. Who may begin the import, or the centre's handler.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.apply/1")]
public sealed record ApplyImport : ICommand;

/// <summary>Some rows have arrived; the import itself sends it.</summary>
/// <param name="From">The index of the first of them.</param>
/// <param name="Rows">What came of each.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.note-applied/1")]
public sealed record NoteApplied(
    [property: Id(0)] int From, [property: Id(1), LookedUp] ImmutableArray<ImportRow> Rows) : ICommand;

/// <summary>
/// Has taken back what the import wrote and nobody changed since. A member of the import's party, or the centre's
/// handler.
/// </summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.undo/1")]
public sealed record UndoImport : ICommand;

/// <summary>Some rows were taken back or not; the import itself sends it.</summary>
/// <param name="From">The index of the first of them.</param>
/// <param name="Rows">What came of each.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.note-undone/1")]
public sealed record NoteUndone(
    [property: Id(0)] int From, [property: Id(1), LookedUp] ImmutableArray<ImportRow> Rows) : ICommand;

/// <summary>A file was read and is being compared with the catalogue.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.started/1")]
public sealed record ImportStarted(
    [property: Id(0)] string FileName,
    [property: Id(1)] PatentFileFormat Format,
    [property: Id(2)] string Sha256,
    [property: Id(3)] string Container,
    [property: Id(4)] int Rows) : IEvent
{
    /// <summary>The party whose file it is (its stream); null: the centre's, as all were once.</summary>
    [Id(5)]
    public string? Party { get; init; }
}

/// <summary>Rows from <paramref name="From"/> on were compared; the last ones end the preview.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.rows-compared/1")]
public sealed record ImportRowsCompared(
    [property: Id(0)] int From, [property: Id(1)] ImmutableArray<ImportRow> Rows) : IEvent;

/// <summary>A file was read and compared with the catalogue at once; written before files were long.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.previewed/1")]
public sealed record ImportPreviewed(
    [property: Id(0)] string FileName,
    [property: Id(1)] PatentFileFormat Format,
    [property: Id(2)] string Sha256,
    [property: Id(3)] ImmutableArray<ImportRow> Rows) : IEvent;

/// <summary>The preview was accepted: its rows go to their patents.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.confirmed/1")]
public sealed record ImportConfirmed : IEvent;

/// <summary>What came of the rows from <paramref name="From"/> on; the last ones end the import.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.rows-applied/1")]
public sealed record ImportRowsApplied(
    [property: Id(0)] int From, [property: Id(1)] ImmutableArray<ImportRow> Rows) : IEvent;

/// <summary>What came of every row; written before files were long.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.applied/1")]
public sealed record ImportApplied([property: Id(0)] ImmutableArray<ImportRow> Rows) : IEvent;

/// <summary>The import is being undone.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.undo-confirmed/1")]
public sealed record ImportUndoConfirmed : IEvent;

/// <summary>What was taken back of the rows from <paramref name="From"/> on; the last ones end the undoing.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.import.rows-undone/1")]
public sealed record ImportRowsUndone(
    [property: Id(0)] int From, [property: Id(1)] ImmutableArray<ImportRow> Rows) : IEvent;
