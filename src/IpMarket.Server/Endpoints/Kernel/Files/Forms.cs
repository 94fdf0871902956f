namespace IpMarket.Server.Endpoints.Kernel.Files;

/// <summary>Routes that take a form.</summary>
public static class Forms
{
    /// <summary>
    /// Such a route is bound at start, not by the code generated at build: that one meets a body that is no form with
    /// an exception, where this one answers that the type is not taken.
    /// </summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
#pragma warning disable RDG002 // That the handler cannot be seen at build is what this is for.
        routes.MapPost(pattern, handler);
#pragma warning restore RDG002
}
