using IpMarket.Domain.Parties;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>Who may call a route at all; what he may do with a resource is its abilities' affair.</summary>
/// <param name="SignedIn">False: everybody.</param>
/// <param name="Roles">Not empty: only the centre's people with one of these roles.</param>
public sealed record Access(bool SignedIn, IReadOnlyList<CentreRole> Roles);

/// <summary>A route that changes something: its caller names the command (<c>Idempotency-Key</c>).</summary>
public sealed record WritesMetadata;

/// <summary>The view group <c>?after=POS</c> waits for.</summary>
public sealed record ReadsView(string Follower);

/// <summary>Calls one user (or, not signed in, one address) may make a second on one silo.</summary>
public sealed record CallRate(string Name, int PerSecond);

/// <summary>Body bytes a route takes, where it is not <see cref="Domain.Kernel.Limits.RequestBodyBytesMax"/>.</summary>
public sealed record BodyLimit(long Bytes);

/// <summary>What an endpoint file says of each route. A route that says nothing about access stops the start.</summary>
public static class AccessConventions
{
    public static TBuilder ForEveryone<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Access(false, []));

    public static TBuilder ForSignedIn<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Access(true, []));

    /// <summary>For the centre's people who hold at least one of these roles, themselves or as deputy.</summary>
    public static TBuilder ForCentre<TBuilder>(this TBuilder route, params CentreRole[] roles)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Access(true, roles));

    /// <summary>The handler takes a <see cref="Call"/>; <c>Idempotency-Key</c> must be a UUID.</summary>
    public static TBuilder Writes<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new WritesMetadata());

    /// <summary>
    /// Before the handler runs, the view group has applied the position the caller names in <c>?after=</c>.
    /// </summary>
    public static TBuilder Reads<TBuilder>(this TBuilder route, string follower)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ReadsView(follower));

    public static TBuilder AtMost<TBuilder>(this TBuilder route, string name, int perSecond)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new CallRate(name, perSecond));

    public static TBuilder TakesUpTo<TBuilder>(this TBuilder route, long bytes)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new BodyLimit(bytes));

    /// <exception cref="InvalidOperationException">A route of the API does not say who may call it.</exception>
    public static void RequireAccessOnEveryRoute(this IEndpointRouteBuilder routes)
    {
        var silent = routes.DataSources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true
                && endpoint.Metadata.GetMetadata<Access>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (silent.Count > 0)
            throw new InvalidOperationException($"Who may call these routes? {string.Join("; ", silent)}");
    }
}
