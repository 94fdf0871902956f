using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IpMarket.Domain.Kernel.Papers;

/// <summary>
/// What stands on a paper, without its looks: a pure function of facts, made once and then printed and frozen.
/// </summary>
/// <param name="Office">Who issues it.</param>
/// <param name="Blocks">From top to bottom.</param>
public sealed record PaperSheet(PaperHead Head, PaperOffice Office, ImmutableArray<PaperBlock> Blocks);

/// <summary>A piece of a paper.</summary>
public abstract record PaperBlock;

/// <summary>A paragraph.</summary>
public sealed record PaperText(string Text) : PaperBlock;

/// <summary>A heading within the paper.</summary>
public sealed record PaperHeading(string Text) : PaperBlock;

/// <summary>Facts by name, as a table of two columns.</summary>
public sealed record PaperFacts(ImmutableArray<PaperFact> Facts) : PaperBlock;

/// <summary>One line of <see cref="PaperFacts"/>.</summary>
public sealed record PaperFact(string Name, string Value);

/// <summary>A table; amounts and numbers stand in columns that are aligned to the right.</summary>
public sealed record PaperTable(
    ImmutableArray<PaperColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows) : PaperBlock;

/// <summary>A column of a <see cref="PaperTable"/>.</summary>
public sealed record PaperColumn(string Name, bool IsRight = false);

/// <summary>Numbered notes in small type.</summary>
public sealed record PaperNotes(ImmutableArray<string> Notes) : PaperBlock;

/// <summary>Places for signatures besides the office's seal.</summary>
public sealed record PaperSigners(ImmutableArray<string> Names) : PaperBlock;

/// <summary>A printed paper: the bytes to freeze.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Fingerprint">See <see cref="PaperPrint.Fingerprint"/>.</param>
public sealed record PaperPage(ReadOnlyMemory<byte> Bytes, string Fingerprint)
{
    /// <summary>
    /// Before and after the block that holds the check address; what stands between is in no fingerprint.
    /// </summary>
    public const string CheckBegin = "<!--check-->";

    public const string CheckEnd = "<!--/check-->";

    public PaperPrint Print => new(Fingerprint, Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)), Bytes.Length);

    /// <summary>The fingerprint of a file, as anybody can compute it; null when it has no check block.</summary>
    public static string? FingerprintOf(ReadOnlySpan<byte> file)
    {
        var begin = file.IndexOf(Encoding.UTF8.GetBytes(CheckBegin));
        var end = file.IndexOf(Encoding.UTF8.GetBytes(CheckEnd));
        return begin < 0 || end < begin
            ? null
            : Convert.ToHexStringLower(SHA256.HashData([.. file[..begin], .. file[(end + CheckEnd.Length)..]]));
    }
}

/// <summary>Prints sheets. The same sheet gives the same bytes.</summary>
public interface IPaperPress
{
    /// <summary>What the bytes are.</summary>
    string MediaType { get; }

    PaperPage Print(PaperSheet sheet);
}
