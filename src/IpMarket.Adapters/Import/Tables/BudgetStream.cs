namespace IpMarket.Adapters.Import.Tables;

/// <summary>
/// Bytes that may be read so often: a parser a damaged file leads in circles is stopped by the budget, not by a clock.
/// </summary>
internal sealed class BudgetStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    /// <summary>Times a file may be read; a sound one is read three or four times.</summary>
    private const int TimesMax = 20;

    private const int SlackBytes = 1_000_000;

    private long left = ((long)bytes.Length * TimesMax) + SlackBytes;

    public override int Read(byte[] buffer, int offset, int count) => Spend(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Spend(base.Read(buffer));

    /// <summary>Reading at the end costs too, or a parser could wait there for ever.</summary>
    private int Spend(int read)
    {
        left -= Math.Max(read, 1);
        return left >= 0 ? read : throw new IOException("The workbook leads its reader in circles.");
    }
}
