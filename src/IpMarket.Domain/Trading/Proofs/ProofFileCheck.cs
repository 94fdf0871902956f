using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.EventFiles;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>What of a bundle or receipt was signed and holds.</summary>
/// <param name="Keys">The keys the file carries: to be compared with those the market publishes.</param>
/// <param name="Heads">Signed tree heads whose root and signature hold.</param>
/// <param name="HasInclusion">A receipt's first record is shown to stand in a signed tree.</param>
public sealed record ProofChecks(string Format, IReadOnlyList<MarketKey> Keys, int Heads, bool HasInclusion);

/// <summary>Takes the lines of a bundle or receipt after its header, one by one, and says what is wrong.</summary>
internal sealed class ProofFileCheck
{
    private const int FrontLinesMax = 1_000;

    private static readonly long LastMicrosecond = DateTimeOffset.MaxValue.ToUnixMicroseconds();

    private readonly HeaderLine header;
    private readonly IReadOnlySet<string>? trusted;
    private readonly List<string> front;
    private readonly Dictionary<string, MarketKey> keys = new(StringComparer.Ordinal);
    private (ProfilePart Part, int Line)? profile;
    private FileRecord? first;
    private bool hasInclusion;

    private ProofFileCheck(HeaderLine header, string line, IReadOnlySet<string>? trusted)
    {
        (this.header, this.trusted, front) = (header, trusted, [ProofFileLine.Digest(line)]);
        IsBundle = header.Format == ProofFileLine.BundleFormat;
    }

    public string Stream => header.Stream!;

    /// <summary>Null until the front is read.</summary>
    public RecordWalk? Walk { get; private set; }

    public bool IsEnded { get; private set; }

    public ProofChecks Checks => new(header.Format!, [.. keys.Values], Walk?.Heads ?? 0, hasInclusion);

    private bool IsBundle { get; }

    /// <summary>Null when the line is no header of ours.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="trusted">Ids of the keys that count; null: the file's own do, and are shown.</param>
    public static ProofFileCheck? Of(string? line, IReadOnlySet<string>? trusted)
    {
        if (line is null || ProofFileLine.Read<HeaderLine>(line) is not { Stream: not null } header) return null;
        return header switch
        {
            { Format: ProofFileLine.BundleFormat, After: null } => new ProofFileCheck(header, line, trusted),
            { Format: ProofFileLine.ReceiptFormat, After: { Version: >= 0 and < long.MaxValue } after }
                when IsHex(after.Hash, RecordHash.Bytes) => new ProofFileCheck(header, line, trusted),
            _ => null,
        };
    }

    /// <summary>Takes the next line; null when nothing is wrong with it.</summary>
    public Breach? Take(string line)
    {
        if (IsEnded) return new Breach("line", "Something follows the end line.");
        if (Walk is null) return Front(line);
        if (line.StartsWith("{\"end\"", StringComparison.Ordinal)) return End(line);
        if (line.StartsWith("{\"inclusion\"", StringComparison.Ordinal)) return Inclusion(line);
        if (hasInclusion) return new Breach("line", "Only the end line follows the inclusion proof.");
        if (Walk.Next(line) is { } breach) return breach;
        first ??= Walk.Last;
        return !IsBundle && Walk.Last!.CommandId != first!.CommandId
            ? new Breach("commandId", "It is another command's record.")
            : null;
    }

    private Breach? Front(string line)
    {
        if (line.StartsWith("{\"front\"", StringComparison.Ordinal)) return EndFront(line);
        if (front.Count >= FrontLinesMax) return new Breach("line", "The front is too long.");
        front.Add(ProofFileLine.Digest(line));
        if (IsBundle && profile is null && ProofFileLine.Read<ProfileLine>(line)?.Profile is { Code: not null } named)
        {
            profile = (named, front.Count);
            return null;
        }

        if (ProofFileLine.Read<KeyLine>(line)?.Key is not { Id: not null, From: >= 0 } key
            || !IsHex(key.Point, MarketKey.PointBytes)
            || key.From > LastMicrosecond
            || key.Until < key.From
            || key.Until > LastMicrosecond)
            return new Breach("line", "It is no line of the front.");
        if (MarketKey.IdOf(Convert.FromHexString(key.Point!)) != key.Id)
            return new Breach("key", "The key does not have this id.");
        if (trusted?.Contains(key.Id) == false) return new Breach("key", $"{key.Id} is none of the keys that count.");
        return keys.TryAdd(key.Id, new MarketKey(
            key.Id,
            key.Point!,
            Instants.FromUnixMicroseconds(key.From),
            key.Until is { } until ? Instants.FromUnixMicroseconds(until) : null))
                ? null
                : new Breach("key", "It stands here twice.");
    }

    private Breach? EndFront(string line)
    {
        if (ProofFileLine.Read<FrontLine>(line)?.Front is not { Lines: { } lines } read)
            return new Breach("front", "It cannot be read.");
        if (!IsSigned(read.Key, Statements.Front(lines), read.Signature))
            return new Breach("front", "The signature over the front does not hold.");
        for (var i = 0; i < Math.Min(lines.Count, front.Count); i++)
            if (lines[i] != front[i]) return new Breach("front", "The line is not the one signed.") { Line = i + 1 };
        if (lines.Count != front.Count) return new Breach("front", "Lines of the front are missing or added.");
        if (IsBundle && profile is null) return new Breach("profile", "The rule profile is missing.");
        var after = header.After is { } given
            ? (given.Version, given.Hash!)
            : (0, Convert.ToHexStringLower(RecordHash.Genesis));
        Walk = new RecordWalk(Stream, after, isWhole: IsBundle) { CheckSignature = Check };
        return null;
    }

    private Breach? Inclusion(string line)
    {
        if (IsBundle || first is null || hasInclusion) return new Breach("inclusion", "It does not stand here.");
        if (ProofFileLine.Read<InclusionLine>(line)?.Inclusion is not { Path: { Count: <= 64 } path } read
            || !IsHex(read.Root, RecordHash.Bytes)
            || path.Any(hash => !IsHex(hash, RecordHash.Bytes))
            || read.SignedAt < 0 || read.SignedAt > LastMicrosecond)
            return new Breach("inclusion", "It cannot be read.");
        var head = new TreeHeadSigned(
            read.Size, read.Root!, Instants.FromUnixMicroseconds(read.SignedAt), read.Key ?? "", read.Signature ?? "");
        if (Check(head) is { } breach) return breach with { Field = "inclusion" };
        hasInclusion = MerkleHash.IsIncluded(
            Convert.FromHexString(first.Hash),
            first.Version - 1,
            read.Size,
            [.. path.Select(Convert.FromHexString)],
            Convert.FromHexString(read.Root!));
        return hasInclusion ? null : new Breach("inclusion", "The path does not lead to the root.");
    }

    private Breach? End(string line)
    {
        if (ProofFileLine.Read<EndLine>(line)?.End is not { } read) return new Breach("end", "It cannot be read.");
        if (first is null || read.Version != Walk!.Version || read.Hash != Walk.Hash)
            return new Breach("end", $"It does not name version {Walk!.Version} and its hash.");
        if (!IsSigned(read.Key, Statements.Flush(Stream, read.Version, read.Hash), read.Signature))
            return new Breach("end", "The signature over the last record does not hold.");
        if (Walk.Replay is { Profile: { } announced } && profile is { } given
            && (announced.Code != given.Part.Code || announced.Version != given.Part.Version))
        {
            return new Breach("profile", $"It was announced under {announced.Code} {announced.Version}.")
            {
                Line = given.Line,
            };
        }

        IsEnded = true;
        return null;
    }

    private Breach? Check(TreeHeadSigned head)
    {
        if (!keys.TryGetValue(head.Key, out var key)) return new Breach("public.key", "The file has no such key.");
        if (!key.IsInUseAt(head.SignedAt)) return new Breach("public.signedAt", "The key was not in use then.");
        return IsSigned(head.Key, head.Statement(Stream), head.Signature)
            ? null
            : new Breach("public.signature", "The signature does not hold.");
    }

    private bool IsSigned(string? key, string statement, string? signature) =>
        key is not null
        && keys.TryGetValue(key, out var known)
        && IsHex(signature, MarketKey.SignatureBytes)
        && known.Verifies(statement, signature!);

    private static bool IsHex(string? text, int bytes) =>
        text?.Length == 2 * bytes && text.All(char.IsAsciiHexDigitLower);
}
