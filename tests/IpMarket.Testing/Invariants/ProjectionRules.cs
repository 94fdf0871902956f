using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Testing.Invariants;

/// <summary>What somebody was shown of an auction. Null: not shown.</summary>
/// <param name="Where">Which room, list or grain said so.</param>
/// <param name="Version">As of which version; null: of the stream's last.</param>
/// <param name="Price">The leading amount.</param>
/// <param name="Leader">The leading bidder's code.</param>
public sealed record AuctionShown(
    string Where,
    string Auction,
    long? Version,
    AuctionStatus Status,
    Money? Price = null,
    int? Leader = null,
    long? Bids = null,
    int? Extensions = null,
    DateTimeOffset? ClosesAt = null)
{
    /// <summary>Reads a <c>position</c> as the API shows it.</summary>
    public static AuctionShown Of(string where, string auction, JsonElement position)
    {
        var price = position.GetProperty("price");
        var leader = position.GetProperty("leader");
        return new AuctionShown(
            where,
            auction,
            position.GetProperty("version").GetInt64(),
            Enum.Parse<AuctionStatus>(position.GetProperty("status").GetString()!),
            price.ValueKind == JsonValueKind.Null ? null : Money.Cny(price.GetProperty("fen").GetInt64()),
            leader.ValueKind == JsonValueKind.Null ? null : leader.GetInt32(),
            position.GetProperty("bidCount").GetInt64(),
            position.GetProperty("extensions").GetInt32(),
            position.GetProperty("closesAt").GetDateTimeOffset());
    }
}

/// <summary>I11: what is shown is what a replay of the log gives at that version.</summary>
internal static class ProjectionRules
{
    public static IEnumerable<Violation> Check(
        IReadOnlyDictionary<string, List<Recorded>> streams, IReadOnlyList<AuctionShown> shown)
    {
        foreach (var auction in shown.GroupBy(one => one.Auction, StringComparer.Ordinal))
        {
            var facts = streams.GetValueOrDefault(auction.Key) ?? [];
            var state = Auction.Empty;
            var next = 0;
            foreach (var one in auction.OrderBy(one => one.Version ?? long.MaxValue))
            {
                while (next < facts.Count && facts[next].Version <= (one.Version ?? long.MaxValue))
                    state = state.Evolve(facts[next++]);
                foreach (var found in Compare(one, state)) yield return found;
            }
        }
    }

    private static IEnumerable<Violation> Compare(AuctionShown shown, Auction replayed)
    {
        if (shown.Version is { } version && version != replayed.Version)
            yield return Wrong("version", version, replayed.Version);
        if (shown.Status != replayed.Status) yield return Wrong("status", shown.Status, replayed.Status);
        if (shown.Price is { } price && price != replayed.Leader?.Amount)
            yield return Wrong("price", price, replayed.Leader?.Amount);
        if (shown.Leader is { } leader && leader != replayed.Leader?.Bidder)
            yield return Wrong("leader", leader, replayed.Leader?.Bidder);
        if (shown.Bids is { } bids && bids != replayed.Bids) yield return Wrong("bids", bids, replayed.Bids);
        if (shown.Extensions is { } extensions && extensions != replayed.Extensions)
            yield return Wrong("extensions", extensions, replayed.Extensions);
        if (shown.ClosesAt is { } end && end != replayed.ClosesAt)
            yield return Wrong("closesAt", $"{end:O}", $"{replayed.ClosesAt:O}");

        Violation Wrong(string what, object? says, object? replay) => new(
            "I11", shown.Auction, shown.Version ?? replayed.Version,
            $"{shown.Where} shows {what} {says}; the log gives {replay ?? "none"}");
    }
}
