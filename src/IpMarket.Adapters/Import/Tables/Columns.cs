using System.Text;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>A header: where the column of a name is, however it is spelled.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public Columns(TableRow header)
    {
        Width = header.Width;
        for (var i = 0; i < Width; i++)
            if (header.Cells[i].Length <= 100) places.TryAdd(Fold(header.Cells[i]), i);
    }

    public int Width { get; }

    public bool Has(string name) => places.ContainsKey(name);

    public bool HasAll(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!Has(name)) return false;
        return true;
    }

    public bool HasAny(params ReadOnlySpan<string> names) => Place(names) is not null;

    /// <summary>The first of the names there is a column of.</summary>
    public int? Place(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (places.TryGetValue(name, out var place)) return place;
        return null;
    }

    /// <summary>
    /// Letters and digits only, half-width, capitals: <c>申请（专利权）人</c> and <c>Inventor(s)</c> become 申请专利权人 and
    /// INVENTORS.
    /// </summary>
    public static string Fold(string name) => string.Concat(
        name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
