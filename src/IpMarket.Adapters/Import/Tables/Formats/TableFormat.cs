using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Tables.Formats;

/// <summary>What the columns of one kind of table mean.</summary>
internal abstract class TableFormat
{
    protected static readonly char[] Semicolons = [';', '；'];

    public abstract PatentFileFormat Format { get; }

    /// <summary>Whether this row is the header of such a table.</summary>
    public abstract bool Knows(Columns header);

    /// <summary>Takes what a row says.</summary>
    public abstract void Read(Cells cells, RowFacts row);

    /// <summary>A title in one column, its language told by its letters; in other writings it is neither.</summary>
    protected static void Title(Said? said, RowFacts row)
    {
        if (Cells.WithoutMarks(said) is not { } title) return;
        if (Letters.IsChinese(title.Text)) row.TitleZh(title);
        else if (Letters.IsLatin(title.Text)) row.TitleEn(title);
    }
}
