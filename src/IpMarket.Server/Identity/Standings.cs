using System.Collections.Concurrent;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Parties;
using IpMarket.Server.Hosting;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Identity;

/// <summary>
/// Reads what a user is, at most every second per user. Roles come from his stream, deputyships from the centre's
/// routes, security stamp and sessions from the identity store, parties from the view of memberships.
/// </summary>
public sealed class Standings(
    IServiceScopeFactory scopes,
    IGrainFactory grains,
    IMemberships memberships,
    AccountSessions sessions,
    IMarketClock clock,
    TimeProvider time,
    MarketSettings settings)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(Limits.RoleCacheSeconds / 2.0);
    private const int CachedMax = 10_000;
    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);

    /// <summary>Null when there is no such user or his account is shut.</summary>
    public async Task<Standing?> Of(string user, CancellationToken cancel)
    {
        if (!known.TryGetValue(user, out var entry) || time.GetElapsedTime(entry.ReadAt) >= Fresh)
        {
            if (known.Count >= CachedMax) known.Clear();
            // Whoever finds it stale first reads for all who ask meanwhile.
            var anew = new Entry(time.GetTimestamp(), new Lazy<Task<Standing?>>(() => Read(user)));
            entry = entry is null
                ? known.GetOrAdd(user, anew)
                : known.TryUpdate(user, anew, entry) ? anew : known.GetOrAdd(user, anew);
        }

        try
        {
            return await entry.Standing.Value.WaitAsync(cancel);
        }
        catch (Exception) when (entry.Standing.Value.IsFaulted)
        {
            known.TryRemove(KeyValuePair.Create(user, entry));
            throw;
        }
    }

    /// <summary>The next question reads anew: after a change made on this silo.</summary>
    public void Forget(string user) => known.TryRemove(user, out _);

    private async Task<Standing?> Read(string user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<MarketUser>>();
        if (await accounts.FindByIdAsync(user) is not { } account) return null;
        var state = (await grains.GetGrain<IUserGrain>(user).Read()).State;
        if (!state.Exists || state.DisabledAt is not null) return null;
        // The demo's passwords are printed: without the demo its accounts open nothing.
        if (state.Origin == UserOrigin.Demo && !settings.Demo) return null;
        var at = clock.Now;
        return new Standing(
            user,
            account.DisplayName,
            account.SecurityStamp ?? "",
            await Duties(user, state),
            await memberships.Of(user, at, CancellationToken.None),
            await sessions.Of(user, CancellationToken.None),
            at);
    }

    /// <summary>
    /// A deputyship counts while the deputy is one of the centre's people and the holder still holds the role himself.
    /// </summary>
    private async Task<DutyHolder> Duties(string user, User state)
    {
        if (state.Roles.IsEmpty) return DutyHolder.None;
        var routes = await grains.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream).Get();
        var holder = routes.State.HolderOf(user, [.. state.Roles]);
        if (holder.Deputyships.IsEmpty) return holder;
        var held = await Task.WhenAll(holder.Deputyships.Select(async deputyship =>
            (await grains.GetGrain<IUserGrain>(deputyship.Holder).Read()).State.Roles.Contains(deputyship.Role)));
        return holder with { Deputyships = [.. holder.Deputyships.Where((_, i) => held[i])] };
    }

    private sealed record Entry(long ReadAt, Lazy<Task<Standing?>> Standing);
}
