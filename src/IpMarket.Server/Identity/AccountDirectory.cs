using IpMarket.Adapters.Storage.State;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Server.Identity;

/// <summary>Accounts in the order of their addresses.</summary>
public sealed class AccountDirectory(UserManager<MarketUser> users)
{
    public async Task<(IReadOnlyList<MarketUser> Accounts, long Total)> Page(
        int skip, int take, CancellationToken cancel)
    {
        var all = users.Users.AsNoTracking().OrderBy(user => user.NormalizedEmail).ThenBy(user => user.Id);
        return (await all.Skip(skip).Take(take).ToListAsync(cancel), await all.LongCountAsync(cancel));
    }
}
