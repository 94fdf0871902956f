namespace IpMarket.Server.Tests.Inputs;

/// <summary>
/// A long text that does not say how long it is: read once, forwards, as a body that comes over the line.
/// </summary>
internal sealed class Endless(long length) : Stream
{
    private long left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var now = (int)Math.Min(count, left);
        Array.Fill(buffer, (byte)' ', offset, now);
        left -= now;
        return now;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
