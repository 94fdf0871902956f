using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace IpMarket.Testing.Server;

/// <summary>What the server's tests put in place of the state store's adapters.</summary>
internal static class StateDoubles
{
    public static void Register(WebApplicationBuilder builder, string folder)
    {
        builder.Host.UseOrleans(silo => silo.AddMemoryGrainStorage("snapshots"));
        builder.Services
            .AddSingleton<IMarketClock, WallClock>()
            .AddSingleton<IMemberships, NoMemberships>()
            .AddDbContext<IdentityDouble>(options => options.UseSqlite($"Data Source={Path.Combine(folder, "id.db")}"));
        new IdentityBuilder(typeof(MarketUser), builder.Services).AddEntityFrameworkStores<IdentityDouble>();
    }

    public sealed class IdentityDouble(DbContextOptions<IdentityDouble> options)
        : IdentityUserContext<MarketUser>(options);

    private sealed class WallClock : IMarketClock
    {
        public DateTimeOffset Now => DateTimeOffset.UtcNow.WholeMicroseconds();

        public double Speed => 1;

        public bool IsTrusted => true;
    }

    private sealed class NoMemberships : IMemberships
    {
        public Task<IReadOnlyList<Membership>> Of(string user, DateTimeOffset at, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<Membership>>([]);
    }
}
