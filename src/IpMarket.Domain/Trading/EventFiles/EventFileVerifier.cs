using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Proofs;

namespace IpMarket.Domain.Trading.EventFiles;

/// <summary>
/// Checks an exported event file, a bundle or a receipt: the form of each line, the hash chain, and, where the records
/// of an auction stand from the first, that price, extensions and winner follow from them. An event file is unsigned:
/// rewritten as a whole it passes. Of the others every signature and proof is checked too.
/// </summary>
public static class EventFileVerifier
{
    private static readonly Breach NotALine = new("line", "It is not UTF-8 text with a line feed at its end.");

    /// <param name="file">What was downloaded.</param>
    /// <param name="trusted">Ids of the keys that count; null: the file's own do, and are shown.</param>
    public static EventFileFinding Verify(Stream file, IReadOnlySet<string>? trusted = null)
    {
        using var lines = FileLines.Of(file).GetEnumerator();
        if (!lines.MoveNext())
            return new(EventFileResult.NotAnEventFile, "", 0, null, "The header line is missing.", null) { Line = 1 };
        if (ProofFileCheck.Of(lines.Current, trusted) is { } check) return Verify(lines, check);
        return StreamOf(lines.Current) is { } stream
            ? Verify(lines, stream)
            : new(EventFileResult.NotAnEventFile, "", 0, null, "The header line is missing.", null) { Line = 1 };
    }

    private static EventFileFinding Verify(IEnumerator<string?> lines, ProofFileCheck check)
    {
        var number = 2L;
        for (; lines.MoveNext(); number++)
        {
            var breach = lines.Current is { } line ? check.Take(line) : NotALine;
            if (breach is null) continue;
            return new(
                EventFileResult.Broken,
                check.Stream,
                check.Walk is { } walk ? walk.Version + 1 : 0,
                breach.Field,
                breach.Why,
                null)
            {
                Line = breach.Line > 0 ? breach.Line : number,
            };
        }

        var end = check.Walk?.Version ?? 0;
        return check.IsEnded
            ? new(EventFileResult.Sound, check.Stream, end, null, null, check.Walk!.Replay)
            {
                Line = number - 1, Proofs = check.Checks,
            }
            : new(EventFileResult.Broken, check.Stream, end, "end", "The end line is missing.", null) { Line = number };
    }

    private static EventFileFinding Verify(IEnumerator<string?> lines, string stream)
    {
        var walk = new RecordWalk(stream, (0, Convert.ToHexStringLower(RecordHash.Genesis)), isWhole: true);
        var number = 2L;
        for (; lines.MoveNext(); number++)
        {
            if (lines.Current is not { } line) return Broken(NotALine.Field, NotALine.Why);
            if (walk.Version > 0 && line == EventFileLine.End(walk.Version, walk.Hash))
            {
                return lines.MoveNext()
                    ? Broken("line", "Something follows the end line.") with { Line = number + 1 }
                    : new EventFileFinding(EventFileResult.Sound, stream, walk.Version, null, null, walk.Replay)
                    {
                        Line = number,
                    };
            }

            if (line.StartsWith("{\"end\"", StringComparison.Ordinal))
                return Broken("end", $"The end line does not name version {walk.Version} and its hash.");
            if (walk.Next(line) is { } breach) return Broken(breach.Field, breach.Why);

            EventFileFinding Broken(string field, string why) =>
                new(EventFileResult.Broken, stream, walk.Version + 1, field, why, null) { Line = number };
        }

        return new EventFileFinding(
            EventFileResult.Broken, stream, walk.Version, "end", "The end line is missing.", null)
        {
            Line = number,
        };
    }

    /// <summary>The finding in words, one fact a line.</summary>
    public static string Describe(EventFileFinding finding) => finding.Result switch
    {
        EventFileResult.NotAnEventFile =>
            $"This is not an event file of format {EventFileLine.Format}, nor a bundle or receipt: {finding.Why}",
        EventFileResult.Broken when finding.Field == "end" => $"{finding.Stream} after version "
            + $"{Math.Max(0, finding.Version)}: {finding.Why}",
        EventFileResult.Broken => $"{finding.Stream} breaks at version {finding.Version}, field {finding.Field}, "
            + $"line {finding.Line}: {finding.Why}",
        _ when finding.Proofs is { } proofs => Describe(finding, proofs),
        _ => $"{finding.Stream}: {finding.Version} records, the chain holds.\n"
            + (finding.Summary is { } auction ? auction.Describe() + "\n" : "")
            + "The file is unsigned: this check cannot see a file rewritten as a whole.",
    };

    private static string Describe(EventFileFinding finding, ProofChecks proofs) =>
        $"{finding.Stream}: {proofs.Format}, up to version {finding.Version}; chain and signatures hold.\n"
        + (finding.Summary is { } auction ? $"signed tree heads {proofs.Heads}\n{auction.Describe()}\n" : "")
        + (proofs.HasInclusion ? "The record stands in a signed tree.\n" : "")
        + string.Concat(proofs.Keys.Select(key => $"key {key.Id}, {key.From:O} to {key.Until:O}\n"))
        + "Compare the keys with those the market publishes at /api/keys.";

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
}
