using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Import;

/// <summary>How far an import is.</summary>
public enum ImportStatus
{
    /// <summary>There is no such import.</summary>
    None,

    /// <summary>Read and compared; nothing of it is in the catalogue.</summary>
    Previewed,

    /// <summary>Somebody of the centre said so; its rows are on their way to the patents.</summary>
    Confirmed,

    /// <summary>Every row has reached its patent or was refused there.</summary>
    Applied,
}

/// <summary>What a row means to the catalogue.</summary>
public enum RowVerdict
{
    /// <summary>The catalogue does not have the patent.</summary>
    New,

    /// <summary>The catalogue has it and learns something.</summary>
    Changed,

    /// <summary>The catalogue knows all of it.</summary>
    Unchanged,

    /// <summary>It cannot be taken; <see cref="ImportRow.Reason"/> says why.</summary>
    Refused,
}

/// <summary>One row of an import, in brief; its facts are in the file.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Number">The patent's number as printed; null when the file has no readable one.</param>
/// <param name="Patent">The patent's stream; null without a number.</param>
/// <param name="Verdict">Of the preview; after the import is applied, what came of the row.</param>
/// <param name="Reason">Why it was refused, else null.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import-row/1")]
public sealed record ImportRow(
    [property: Id(0)] int Line,
    [property: Id(1)] string? Number,
    [property: Id(2)] string? Patent,
    [property: Id(3)] RowVerdict Verdict,
    [property: Id(4)] Refusal? Reason);

/// <summary>
/// The import of one file (stream <c>import:…</c>): previewed, confirmed, applied. The file itself is a document; what
/// it says is read from there again, so the journal holds verdicts only.
/// </summary>
/// <param name="FileName">As the person who sent it called it, without folders.</param>
/// <param name="Format">What it is.</param>
/// <param name="Sha256">The document's name, 64 hex.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Rows">In the file's order, at most <see cref="Limits.ImportRowsMax"/>.</param>
/// <param name="PreviewedAt">When it was compared with the catalogue.</param>
/// <param name="AppliedAt">When its last row had arrived; null before.</param>
/// <param name="ConfirmedBy">Who had it applied; he is the actor of its commands to patents.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.state/1")]
public sealed record PatentImport(
    [property: Id(0)] string FileName,
    [property: Id(1)] PatentFileFormat Format,
    [property: Id(2)] string Sha256,
    [property: Id(3)] ImportStatus Status,
    [property: Id(4)] ImmutableArray<ImportRow> Rows,
    [property: Id(5)] DateTimeOffset? PreviewedAt,
    [property: Id(6)] DateTimeOffset? AppliedAt,
    [property: Id(7)] Actor? ConfirmedBy) : IAggregateState<PatentImport>
{
    /// <summary>The word of an import's stream.</summary>
    public const string StreamWord = "import";

    public static PatentImport Empty { get; } = new("", default, "", ImportStatus.None, [], null, null, null);

    public bool Exists => Status != ImportStatus.None;

    /// <summary>Whether applying it would change anything, as far as the preview saw.</summary>
    public bool HasNews => Rows.Any(row => row.Verdict is RowVerdict.New or RowVerdict.Changed);

    /// <summary>What patents name as the source of its facts.</summary>
    public string Source => SourceOf(FileName, Format);

    /// <summary>Rows with this verdict.</summary>
    public int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);

    public PatentImport Evolve(Recorded recorded) => recorded.Event switch
    {
        ImportPreviewed previewed => this with
        {
            FileName = previewed.FileName,
            Format = previewed.Format,
            Sha256 = previewed.Sha256,
            Status = ImportStatus.Previewed,
            Rows = previewed.Rows,
            PreviewedAt = recorded.At,
        },
        ImportConfirmed => this with { Status = ImportStatus.Confirmed, ConfirmedBy = recorded.Actor },
        ImportApplied applied => this with
        {
            Status = ImportStatus.Applied, Rows = applied.Rows, AppliedAt = recorded.At,
        },
        _ => this,
    };

    /// <summary>A file as patents name it: what it was called and what it is.</summary>
    public static string SourceOf(string fileName, PatentFileFormat format) => format switch
    {
        PatentFileFormat.CnipaBusiness => $"{fileName} (CNIPA XML, PatentDocumentAndRelated)",
        PatentFileFormat.CnipaDocument => $"{fileName} (CNIPA XML, cn-patent-document)",
        PatentFileFormat.WipoSt96 => $"{fileName} (WIPO ST.96)",
        PatentFileFormat.GooglePatents => $"{fileName} (Google Patents)",
        PatentFileFormat.Lens => $"{fileName} (Lens)",
        PatentFileFormat.Espacenet => $"{fileName} (Espacenet)",
        PatentFileFormat.NamedColumns => $"{fileName} (table)",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
