using IpMarket.Domain.Parties.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Testing.Server;

/// <summary>What the server's tests put in place of the view of memberships.</summary>
internal static class StateDoubles
{
    public static void Register(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IMemberships, NoMemberships>();

    private sealed class NoMemberships : IMemberships
    {
        public Task<IReadOnlyList<Membership>> Of(string user, DateTimeOffset at, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<Membership>>([]);
    }
}
