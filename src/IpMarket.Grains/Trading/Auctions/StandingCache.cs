using IpMarket.Domain.Kernel;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>
/// Whether bidding parties are verified, asked once per party in <see cref="Limits.RoleCacheSeconds"/>. An answer that
/// fails is not kept.
/// </summary>
internal sealed class StandingCache(IAuctionSurroundings surroundings, TimeProvider time)
{
    private readonly Dictionary<string, (Task<bool> Answer, long Asked)> answers = new(StringComparer.Ordinal);

    public Task<bool> IsVerified(string? party)
    {
        if (party is null) return Task.FromResult(false);
        if (answers.TryGetValue(party, out var known)
            && !known.Answer.IsFaulted
            && time.GetElapsedTime(known.Asked).TotalSeconds < Limits.RoleCacheSeconds) return known.Answer;
        if (answers.Count >= Limits.EnrolmentsMax) answers.Clear();
        var answer = Ask(party);
        answers[party] = (answer, time.GetTimestamp());
        return answer;
    }

    private async Task<bool> Ask(string party) => await surroundings.Standing(party) is { IsVerified: true };
}
