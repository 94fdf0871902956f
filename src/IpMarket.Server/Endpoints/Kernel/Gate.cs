using System.Globalization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>
/// What stands between routing and the handler, the same for every route: clean address → session → origin and
/// antiforgery → who may call → rate → acting party → command id → the view's position. The handler then binds its body
/// and asks for abilities.
/// </summary>
public sealed class Gate(RequestDelegate next)
{
    private static readonly TimeSpan ViewWaitMax = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext http, Sessions sessions, CallRates rates, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(rates);
        var route = http.GetEndpoint()?.Metadata;
        var refusal = DirtyAddress(http.Request) ?? PageQuery.Fault(http.Request.Query);
        if (refusal is null && route?.GetMetadata<Access>() is { } access)
        {
            SetBodyLimit(http, route);
            refusal = await Check(http, route, access, sessions, rates);
            if (refusal is null) refusal = await AwaitView(http, route, services);
        }
        else if (refusal is null && http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase))
        {
            refusal = await CheckHub(http, sessions);
        }

        if (refusal is null) await next(http);
        else await Problems.Write(http, refusal);
    }

    /// <summary>Whether the browser sends this from a page of another site.</summary>
    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
        && (!Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A hub's line: from our own pages only, signed in by cookie or <c>Authorization</c> header, never by a token in
    /// the address. What each call on it may do is the hub's guard's affair.
    /// </summary>
    private static async Task<Refusal?> CheckHub(HttpContext http, Sessions sessions)
    {
        if (IsForeign(http.Request)) return Refusal.Of(RequestRefusal.ForeignOrigin);
        if (http.Request.Query.ContainsKey("access_token"))
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "access_token"));
        return (await sessions.Of(http)).HasEnded ? Refusal.Of(RequestRefusal.SessionEnded) : null;
    }

    private static async Task<Refusal?> Check(
        HttpContext http, EndpointMetadataCollection route, Access access, Sessions sessions, CallRates rates)
    {
        var session = await sessions.Of(http);
        var unsafeMethod = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (unsafeMethod && IsForeign(http.Request)) return Refusal.Of(RequestRefusal.ForeignOrigin);
        if (access.SignedIn && session.Standing is null)
            return session.HasEnded ? Refusal.Of(RequestRefusal.SessionEnded) : Refusal.Of(KernelRefusal.NotSignedIn);
        if (unsafeMethod && session.IsCookie && !await HasAntiforgeryToken(http))
            return Refusal.Of(RequestRefusal.AntiforgeryTokenInvalid);
        var caller = Caller.Nobody;
        if (session.Standing is { } standing)
        {
            var wish = http.Request.Headers["X-Party"].ToString();
            if (ActingParty(wish, standing, out var party) is { } notAMember) return notAMember;
            caller = new Caller(standing.User, party, standing.Duties, standing.Memberships, standing.At);
        }

        if (access.Roles.Count > 0 && !caller.IsAny(access.Roles)) return Refusal.Of(KernelRefusal.NotAllowed);
        var name = caller.IsSignedIn ? caller.User : http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (route.GetMetadata<CallRate>() is { } rate && !rates.Take(rate, name))
            return Refusal.Of(KernelRefusal.TooManyRequests);
        if (IsOfForeignCharset(http.Request))
            return Refusal.Of(RequestRefusal.MediaTypeNotTaken, ("expected", "application/json; charset=utf-8"));
        http.Features.Set(caller);
        return route.GetMetadata<WritesMetadata>() is null ? null : BindCommand(http, caller);
    }

    /// <summary>The party he names, or the only one he acts for; a refusal when he does not act for it.</summary>
    internal static Refusal? ActingParty(string wish, Standing standing, out string? party)
    {
        party = wish.Length > 0 ? wish : standing.Memberships is [var only] ? only.Party : null;
        if (wish.Length == 0 || standing.Memberships.Any(membership => membership.Party == wish)) return null;
        return Refusal.Of(RequestRefusal.NotAMember);
    }

    private static Refusal? BindCommand(HttpContext http, Caller caller)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString().Trim();
        if (key.Length == 0) return Refusal.Of(RequestRefusal.CommandIdMissing);
        if (!Guid.TryParseExact(key, "D", out var id) || id == Guid.Empty)
            return Refusal.Of(RequestRefusal.CommandIdMalformed);
        long? version = null;
        if (http.Request.Headers.IfMatch is [{ Length: > 0 } tag] && tag != "*")
        {
            if (tag.Length < 3 || tag[0] != '"' || tag[^1] != '"'
                || !long.TryParse(
                    tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            {
                return Refusal.Of(RequestRefusal.IfMatchMalformed);
            }

            version = seen;
        }

        http.Features.Set(new Call(caller, new CommandContext(id, caller.Actor, version)));
        return null;
    }

    private static async Task<bool> HasAntiforgeryToken(HttpContext http)
    {
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static async Task<Refusal?> AwaitView(
        HttpContext http, EndpointMetadataCollection route, IServiceProvider services)
    {
        var after = http.Request.Query["after"];
        if (after.Count == 0 || route.GetMetadata<ReadsView>() is not { } view) return null;
        if (!long.TryParse(after[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pos))
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "after"));

        // A position nobody was ever given: waiting for it would hold the caller up for nothing.
        if (pos > await services.GetRequiredService<IJournal>().LastPos(http.RequestAborted))
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "after"));
        var views = services.GetRequiredService<IViewPositions>();
        return await views.WaitFor(view.Follower, pos, ViewWaitMax, http.RequestAborted)
            ? null
            : Refusal.Of(RequestRefusal.ViewBehind, ("pos", pos));
    }

    /// <summary>JSON is UTF-8; a charset .NET does not know it would take for a fault of ours.</summary>
    private static bool IsOfForeignCharset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.Charset.HasValue
        && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Path values and parameters follow the same rule as texts in bodies.</summary>
    private static Refusal? DirtyAddress(HttpRequest request)
    {
        if (CleanText.Forbidden(request.Path.Value, lines: false) is not null)
            return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", "path"));
        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values)
            {
                if (value is null) continue;
                if (value.Length > Limits.TextCharsMax || CleanText.Forbidden(value, lines: false) is not null)
                    return Refusal.Of(RequestRefusal.ParameterMalformed, ("field", Shown(name)));
            }
        }

        return null;
    }

    private static string Shown(string name) => CleanText.Forbidden(name, lines: false) is null ? name : "?";

    private static void SetBodyLimit(HttpContext http, EndpointMetadataCollection route)
    {
        if (route.GetMetadata<BodyLimit>() is not { } limit) return;
        var feature = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (feature is { IsReadOnly: false }) feature.MaxRequestBodySize = limit.Bytes;
    }
}
