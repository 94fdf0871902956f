using System.Text.RegularExpressions;
using IpMarket.Domain.Catalogue;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>The cells of one row by the names of their columns, clean; what stands for nothing is nothing.</summary>
internal sealed partial class Cells(Columns header, TableRow row, RowFacts facts)
{
    private static readonly HashSet<string> Nothing =
        new(StringComparer.OrdinalIgnoreCase) { "-", "--", "—", "无", "N/A", "NULL", "暂无" };

    public int Line => row.Line;

    /// <summary>The cell of the first of these columns there is.</summary>
    public Said? One(params ReadOnlySpan<string> names) => Text(names) is { } text ? Clean(text, row.Line) : null;

    /// <summary>The parts of a cell; line breaks part them too.</summary>
    public IEnumerable<Said?> List(char[] separators, params ReadOnlySpan<string> names)
    {
        if (Text(names) is not { } text) return [];
        return text.Split([.. separators, '\r', '\n']).Select(part => Clean(part, row.Line));
    }

    /// <summary>The value without the marks a search set into it.</summary>
    public static Said? WithoutMarks(Said? said) =>
        said is { } value && Clean(Marks().Replace(value.Text, ""), value.Line) is { } clean ? clean : null;

    private string? Text(ReadOnlySpan<string> names)
    {
        if (header.Place(names) is not { } place || place >= row.Cells.Count) return null;
        var text = row.Cells[place];
        if (text.Length > Limits.ImportCellCharsMax)
        {
            facts.Fail(row.Line, RowFacts.TooLong(names[0], text, Limits.ImportCellCharsMax));
            return null;
        }

        if (!text.Contains('\uFFFD', StringComparison.Ordinal)) return text;
        facts.Fail(row.Line, Refusal.Of(PatentRowRefusal.BytesUnreadable, ("field", names[0])));
        return null;
    }

    private static Said? Clean(string text, int line)
    {
        var words = PlainText.Clean(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var value = string.Join(' ', words);
        return value.All(c => c == '0') || Nothing.Contains(value) ? null : new Said(value, line);
    }

    /// <summary>
    /// Every repetition is bounded, so the work grows with the text's length alone and no clock decides what is read.
    /// </summary>
    [GeneratedRegex(
        "</?(font|em|b|i|u|span|strong|mark|sub|sup)"
        + "( [\\w-]{1,30} ?= ?(\"[^\"]{0,200}\"|'[^']{0,200}'|[^ <>\"']{1,200})){0,5} ?/?>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        Timeout.Infinite)]
    private static partial Regex Marks();
}
