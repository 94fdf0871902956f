using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">Where it begins: the line of a text, the row of a sheet; from 1.</param>
/// <param name="Cells">As they stand; missing ones at the end are empty.</param>
/// <param name="Fault">Why its cells are not to be trusted, else null.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells, Refusal? Fault = null)
{
    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>Cells up to the last one with something in it.</summary>
    public int Width
    {
        get
        {
            var width = Cells.Count;
            while (width > 0 && string.IsNullOrWhiteSpace(Cells[width - 1])) width--;
            return width;
        }
    }
}
