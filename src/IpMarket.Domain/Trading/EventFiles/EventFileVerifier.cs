using System.Text;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>What the check of an event file found. The value is the exit code of the verb <c>verify</c>.</summary>
public enum EventFileResult
{
    /// <summary>The chain holds and the rules lead to what the file says.</summary>
    Sound = 0,

    /// <summary>A record breaks the chain or a rule, or the end line is missing.</summary>
    Broken = 1,

    NotAnEventFile = 2,
}

/// <summary>The finding; <paramref name="Version"/> and <paramref name="Field"/> name the first break.</summary>
/// <param name="Summary">What the rules lead to; null unless sound and an auction's file.</param>
public sealed record EventFileFinding(
    EventFileResult Result,
    string Stream,
    long Version,
    string? Field,
    string? Why,
    AuctionReplay? Summary);

/// <summary>
/// Checks an exported event file: the form of each line, the hash chain, and, for an auction, that price, extensions
/// and winner follow from its records. It is unsigned: a file rewritten as a whole passes.
/// </summary>
public static class EventFileVerifier
{
    private const int LineBytesMax = 1_048_576;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static EventFileFinding Verify(Stream file)
    {
        using var lines = Lines(file).GetEnumerator();
        if (!lines.MoveNext() || StreamOf(lines.Current) is not { } stream)
            return new(EventFileResult.NotAnEventFile, "", 0, null, "The header line is missing.", null);

        var replay = stream.StartsWith("auction:", StringComparison.Ordinal) ? new AuctionReplay() : null;
        var (version, hash) = (0L, Convert.ToHexStringLower(RecordHash.Genesis));
        var at = long.MinValue;
        while (lines.MoveNext())
        {
            if (lines.Current is not { } line)
                return Broken("line", "It is not UTF-8 text with a line feed at its end.");
            if (version > 0 && line == EventFileLine.End(version, hash))
            {
                return lines.MoveNext()
                    ? Broken("line", "Something follows the end line.")
                    : new EventFileFinding(EventFileResult.Sound, stream, version, null, null, replay);
            }

            if (line.StartsWith("{\"end\"", StringComparison.Ordinal))
                return Broken("end", $"The end line does not name version {version} and its hash.");
            if (!FileRecord.TryRead(line, out var record, out var field)) return Broken(field, "It cannot be read.");
            if (record.Version != version + 1) return Broken("version", $"It says {record.Version}.");
            if (record.At < at) return Broken("at", "It is earlier than the record before.");
            if (!record.DisclosureHolds()) return Broken("secretDigest", "It is not the digest of salt and secret.");
            if (record.ComputeHash(hash, stream) != record.Hash)
                return Broken("hash", "The record's content does not have this hash.");
            if (replay?.Apply(record.Type, record.Instant, record.CommandId, record.Public, record.Secret)
                is { } breach)
                return Broken(breach.Field, breach.Why);
            (version, hash, at) = (record.Version, record.Hash, record.At);
        }

        return new EventFileFinding(
            EventFileResult.Broken, stream, version, "end", "The end line is missing.", null);

        EventFileFinding Broken(string field, string why) =>
            new(EventFileResult.Broken, stream, version + 1, field, why, null);
    }

    /// <summary>The finding in words, one fact a line.</summary>
    public static string Describe(EventFileFinding finding) => finding.Result switch
    {
        EventFileResult.NotAnEventFile => $"This is not an event file of format {EventFileLine.Format}: {finding.Why}",
        EventFileResult.Broken when finding.Field == "end" => $"{finding.Stream} after version "
            + $"{Math.Max(0, finding.Version)}: {finding.Why}",
        EventFileResult.Broken => $"{finding.Stream} breaks at version {finding.Version}, field {finding.Field}: "
            + finding.Why,
        _ => $"{finding.Stream}: {finding.Version} records, the chain holds.\n"
            + (finding.Summary is { } auction ? auction.Describe() + "\n" : "")
            + "The file is unsigned: this check cannot see a file rewritten as a whole.",
    };

    private static string? StreamOf(string? header)
    {
        if (header is null) return null;
        try
        {
            using var document = JsonDocument.Parse(header);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("stream", out var stream)
                || stream.ValueKind != JsonValueKind.String) return null;
            var name = stream.GetString()!;
            return header == EventFileLine.Header(name) ? name : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The lines without their LF; null for one that is not UTF-8, too long, or has no LF.</summary>
    private static IEnumerable<string?> Lines(Stream file)
    {
        var line = new MemoryStream();
        var buffer = new byte[65_536];
        int read;
        while ((read = file.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var from = 0; from < read;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                line.Write(buffer, from, (end < 0 ? read : end) - from);
                if (line.Length > LineBytesMax)
                {
                    yield return null;
                    yield break;
                }

                from = end < 0 ? read : end + 1;
                if (end < 0) continue;
                yield return Decode(line);
                line.SetLength(0);
            }
        }

        if (line.Length > 0) yield return null;
    }

    private static string? Decode(MemoryStream line)
    {
        try
        {
            return Utf8.GetString(line.GetBuffer(), 0, (int)line.Length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
