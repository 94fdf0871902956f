using System.Collections.Concurrent;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;
using IpMarket.Grains.Parties;
using IpMarket.Server.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

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
    private const int AtOnceMax = 500;
    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);
    private long changes;

    /// <summary>Null when there is no such user or his account is shut.</summary>
    public async Task<Standing?> Of(string user, CancellationToken cancel)
    {
        if (!known.TryGetValue(user, out var entry) || time.GetElapsedTime(entry.ReadAt) >= Fresh)
        {
            Trim();
            // Whoever finds it stale first reads for all who ask meanwhile.
            var began = time.GetTimestamp();
            var anew = new Entry(began, new Lazy<Task<Standing?>>(async () => await (await Read([user]))[user]));
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

    /// <summary>
    /// Reads many anew, with one question a store for all of them. Who could not be read is left out; what was changed
    /// on this silo meanwhile is not covered up by what was read before.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Standing?>> Refresh(IReadOnlyCollection<string> users)
    {
        ArgumentNullException.ThrowIfNull(users);
        Trim();
        var all = new Dictionary<string, Standing?>(StringComparer.Ordinal);
        foreach (var some in users.Chunk(AtOnceMax))
        {
            var (began, before) = (time.GetTimestamp(), Interlocked.Read(ref changes));
            foreach (var (user, standing) in await Read(some))
            {
                if (!standing.IsCompletedSuccessfully) continue;
                all[user] = await standing;
                if (Interlocked.Read(ref changes) == before)
                    known[user] = new Entry(began, new Lazy<Task<Standing?>>(standing));
            }
        }

        return all;
    }

    /// <summary>The next question reads anew: after a change made on this silo.</summary>
    public void Forget(string user)
    {
        Interlocked.Increment(ref changes);
        known.TryRemove(user, out _);
    }

    private void Trim()
    {
        if (known.Count >= CachedMax) known.Clear();
    }

    /// <summary>Each by itself once the stores have answered: one who cannot be read spoils nobody else.</summary>
    private async Task<Dictionary<string, Task<Standing?>>> Read(string[] users)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<UserManager<MarketUser>>().Users
            .AsNoTracking()
            .Where(account => users.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, StringComparer.Ordinal);
        var at = clock.Now;
        var parties = await memberships.Of(users, at, CancellationToken.None);
        var open = await sessions.Of(users, CancellationToken.None);
        var standings = users.ToDictionary(user => user, One, StringComparer.Ordinal);
        await ((Task)Task.WhenAll(standings.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return standings;

        async Task<Standing?> One(string user) =>
            accounts.TryGetValue(user, out var account) && await Open(user) is { } state
                ? new Standing(
                    user,
                    account.DisplayName,
                    account.SecurityStamp ?? "",
                    await Duties(user, state),
                    [.. parties[user]],
                    open[user].ToHashSet(StringComparer.Ordinal),
                    at)
                : null;
    }

    /// <summary>The user's state; null when his account is shut.</summary>
    private async Task<User?> Open(string user)
    {
        var state = (await grains.GetGrain<IUserGrain>(user).Read()).State;
        if (!state.Exists || state.DisabledAt is not null) return null;
        // The demo's passwords are printed: without the demo its accounts open nothing.
        return state.Origin == UserOrigin.Demo && !settings.Demo ? null : state;
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
