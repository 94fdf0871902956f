using System.Globalization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.Proofs;

/// <summary>
/// What the market signs, as text (UTF-8). Each begins with its kind, so that none can pass for another.
/// </summary>
public static class Statements
{
    /// <summary>"The auction's record of this version has this hash", and with it all records before.</summary>
    public static string Flush(string auction, long version, string hash) =>
        $"ipmarket-flush/1\n{auction}\n{Text(version)}\n{hash}";

    /// <summary>"The tree over the auction's first records has this root."</summary>
    public static string Head(string auction, long size, string root, DateTimeOffset signedAt) =>
        $"ipmarket-head/1\n{auction}\n{Text(size)}\n{root}\n{Text(signedAt.ToUnixMicroseconds())}";

    /// <summary>"A file of ours begins with lines of these SHA-256."</summary>
    public static string Front(IEnumerable<string> lines) => $"ipmarket-front/1\n{string.Join('\n', lines)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
