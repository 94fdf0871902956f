using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents;
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

    /// <summary>Somebody who may said so; its rows are on their way to the patents.</summary>
    Confirmed,

    /// <summary>Every row has reached its patent or was refused there.</summary>
    Applied,

    /// <summary>Read; its rows are being compared with the catalogue.</summary>
    Comparing,

    /// <summary>What it wrote is being taken back.</summary>
    Undoing,

    /// <summary>Taken back, but for what was changed since.</summary>
    Undone,
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

/// <summary>What an undone import did with a row that had been new or changed.</summary>
public enum RowUndo
{
    /// <summary>The patent says again what it said before; one that came with the import is gone.</summary>
    Undone,

    /// <summary>Some fields were changed since and stay; <see cref="ImportRow.Reason"/> names them.</summary>
    Partly,

    /// <summary>All stays; <see cref="ImportRow.Reason"/> says why.</summary>
    Kept,
}

/// <summary>One row of an import, in brief; its facts are in the file.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Number">The patent's number as printed; null when the file has no readable one.</param>
/// <param name="Patent">The patent's stream; null without a number.</param>
/// <param name="Verdict">Of the preview; after the import is applied, what came of the row.</param>
/// <param name="Reason">
/// Why it was refused or not taken back, or that it says otherwise than a row before it; else null.
/// </param>
/// <param name="Undo">What undoing the import did with it; null before, and where it had written nothing.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import-row/1")]
public sealed record ImportRow(
    [property: Id(0)] int Line,
    [property: Id(1)] string? Number,
    [property: Id(2)] string? Patent,
    [property: Id(3)] RowVerdict Verdict,
    [property: Id(4)] Refusal? Reason,
    [property: Id(5)] RowUndo? Undo = null)
{
    /// <summary>Whether applying it changes, or changed, its patent.</summary>
    public bool IsNews => Verdict is RowVerdict.New or RowVerdict.Changed;
}

/// <summary>
/// The import of one file (stream <c>import:…</c>): compared, confirmed, applied, perhaps undone, each row by row in
/// the file's order. The file itself is a document; what it says is read from there again, so the journal holds
/// verdicts only.
/// </summary>
/// <param name="FileName">As the person who sent it called it, without folders.</param>
/// <param name="Format">What it is.</param>
/// <param name="Sha256">The document's name, 64 hex.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Rows">Those compared, in the file's order, at most <see cref="Limits.ImportRowsMax"/>.</param>
/// <param name="PreviewedAt">When it was compared with the catalogue, or the comparing began.</param>
/// <param name="AppliedAt">When its last row had arrived; null before.</param>
/// <param name="ConfirmedBy">Who had it applied; he is the actor of its commands to patents.</param>
/// <param name="Total">Rows of the file.</param>
/// <param name="Done">Rows the act of <see cref="Status"/> is done with; all of them between acts.</param>
/// <param name="Container">How the file is written.</param>
/// <param name="UndoneBy">Who had it undone.</param>
[GenerateSerializer, Immutable, Alias("catalogue.import.state/1")]
public sealed record PatentImport(
    [property: Id(0)] string FileName,
    [property: Id(1)] PatentFileFormat Format,
    [property: Id(2)] string Sha256,
    [property: Id(3)] ImportStatus Status,
    [property: Id(4)] ImmutableArray<ImportRow> Rows,
    [property: Id(5)] DateTimeOffset? PreviewedAt,
    [property: Id(6)] DateTimeOffset? AppliedAt,
    [property: Id(7)] Actor? ConfirmedBy,
    [property: Id(8)] int Total,
    [property: Id(9)] int Done,
    [property: Id(10)] string Container,
    [property: Id(11)] Actor? UndoneBy) : IAggregateState<PatentImport>
{
    /// <summary>The word of an import's stream.</summary>
    public const string StreamWord = "import";

    public static PatentImport Empty { get; } =
        new("", default, "", ImportStatus.None, [], null, null, null, 0, 0, "", null);

    /// <summary>
    /// The party whose file it is (its stream): its members and the centre see it. Null: the centre's.
    /// </summary>
    [Id(12)]
    public string? Party { get; init; }

    /// <summary>In whose name the catalogue takes what it says.</summary>
    public FactOrigin Origin => Party is null ? FactOrigin.Centre : FactOrigin.Party;

    public bool Exists => Status != ImportStatus.None;

    /// <summary>Whether rows are being worked on.</summary>
    public bool IsBusy => Status is ImportStatus.Comparing or ImportStatus.Confirmed or ImportStatus.Undoing;

    /// <summary>Whether applying it would change anything, as far as the preview saw.</summary>
    public bool HasNews => Rows.Any(row => row.IsNews);

    /// <summary>What patents name as the source of its facts.</summary>
    public string Source => SourceOf(FileName, Format);

    /// <summary>Rows with this verdict.</summary>
    public int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);

    public PatentImport Evolve(Recorded recorded) => recorded.Event switch
    {
        ImportStarted started => this with
        {
            FileName = started.FileName,
            Format = started.Format,
            Sha256 = started.Sha256,
            Container = started.Container,
            Total = started.Rows,
            Status = ImportStatus.Comparing,
            PreviewedAt = recorded.At,
            Party = started.Party,
        },
        ImportPreviewed previewed => this with
        {
            FileName = previewed.FileName,
            Format = previewed.Format,
            Sha256 = previewed.Sha256,
            Container = "XML",
            Total = previewed.Rows.Length,
            Done = previewed.Rows.Length,
            Status = ImportStatus.Previewed,
            Rows = previewed.Rows,
            PreviewedAt = recorded.At,
        },
        ImportRowsCompared compared => With(
            Rows.AddRange(compared.Rows), compared.Rows.Length, ImportStatus.Previewed, recorded.At),
        ImportConfirmed => this with { Status = ImportStatus.Confirmed, ConfirmedBy = recorded.Actor, Done = 0 },
        ImportRowsApplied applied => With(
            Replace(applied.From, applied.Rows), applied.Rows.Length, ImportStatus.Applied, recorded.At),
        ImportApplied applied => With(applied.Rows, applied.Rows.Length, ImportStatus.Applied, recorded.At),
        ImportUndoConfirmed => this with { Status = ImportStatus.Undoing, UndoneBy = recorded.Actor, Done = 0 },
        ImportRowsUndone undone => With(
            Replace(undone.From, undone.Rows), undone.Rows.Length, ImportStatus.Undone, recorded.At),
        _ => this,
    };

    /// <summary>Some more rows are done; with the last of them the act ends.</summary>
    private PatentImport With(ImmutableArray<ImportRow> rows, int more, ImportStatus end, DateTimeOffset at)
    {
        var isEnd = Done + more >= Total;
        return this with
        {
            Rows = rows,
            Done = Done + more,
            Status = isEnd ? end : Status,
            AppliedAt = isEnd && end == ImportStatus.Applied ? at : AppliedAt,
        };
    }

    private ImmutableArray<ImportRow> Replace(int from, ImmutableArray<ImportRow> rows) =>
        Rows.RemoveRange(from, rows.Length).InsertRange(from, rows);

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
        PatentFileFormat.LegalEvents => $"{fileName} (legal events)",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
