using IpMarket.Domain.Kernel;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>
/// Whether bidding parties are verified and may take the lot, and whether bidding users act for the seller, each asked
/// once in <see cref="Limits.RoleCacheSeconds"/>. An answer that fails is not kept.
/// </summary>
internal sealed class StandingCache(IAuctionSurroundings surroundings, TimeProvider time)
{
    private readonly Dictionary<string, (Task<bool> Answer, long Asked)> answers = new(StringComparer.Ordinal);

    public Task<bool> IsVerified(string? party) =>
        party is null ? Task.FromResult(false) : Known(party, () => AskVerified(party));

    /// <summary>Whether a user acts for a party; false without a party.</summary>
    public Task<bool> IsMember(string? party, string user) =>
        party is null ? Task.FromResult(false) : Known(user, () => surroundings.IsMember(party, user));

    /// <summary>Whether the gate closes the lot to a party.</summary>
    public Task<bool> IsClosed(string? listing, string? party, DateTimeOffset at) => listing is null || party is null
        ? Task.FromResult(false)
        : Known("lot " + party, async () => await surroundings.BuyerFault(listing, party, at) is not null);

    private Task<bool> Known(string key, Func<Task<bool>> ask)
    {
        if (answers.TryGetValue(key, out var known)
            && !known.Answer.IsFaulted
            && time.GetElapsedTime(known.Asked).TotalSeconds < Limits.RoleCacheSeconds) return known.Answer;
        if (answers.Count >= 3 * Limits.EnrolmentsMax) answers.Clear();
        var answer = ask();
        answers[key] = (answer, time.GetTimestamp());
        return answer;
    }

    private async Task<bool> AskVerified(string party) => await surroundings.Standing(party) is { IsVerified: true };
}
