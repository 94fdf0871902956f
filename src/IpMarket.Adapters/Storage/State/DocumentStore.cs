using System.Security.Cryptography;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Storage.State;

/// <summary>Documents as rows, so that every silo and every backup has them.</summary>
public sealed class DocumentStore(StateDatabase state) : IDocumentStore
{
    public async Task<string> Put(ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancel)
    {
        if (bytes.Length > Limits.DocumentBytesMax)
        {
            throw new ArgumentException(
                $"A document holds at most {Limits.DocumentBytesMax} bytes, this one {bytes.Length}.", nameof(bytes));
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        await state.Run(
            """
            insert into documents (sha256, media_type, bytes) values (@sha256, @mediaType, @bytes)
            on conflict do nothing
            """,
            cancel, ("sha256", sha256), ("mediaType", mediaType), ("bytes", bytes.ToArray()));
        return sha256;
    }

    public async Task<Document?> Get(string sha256, CancellationToken cancel)
    {
        await using var connection = await state.Open(cancel);
        await using var command = connection.Command(
            "select media_type, bytes from documents where sha256 = @sha256", ("sha256", sha256));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var bytes = (byte[])reader.GetValue(1);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? new Document(sha256, reader.GetString(0), bytes)
            : throw new DamagedBytesException($"Document {sha256} was changed in the store.");
    }
}
