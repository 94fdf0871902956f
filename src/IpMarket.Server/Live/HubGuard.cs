using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.SignalR;

namespace IpMarket.Server.Live;

/// <summary>The hub method is for signed-in callers only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForSignedInAttribute : Attribute;

/// <summary>Calls one user (or, not signed in, one address) may make a second; counted together with HTTP's.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CallLimitAttribute(string name, int perSecond) : Attribute
{
    public string Name => name;

    public int PerSecond => perSecond;

    public CallRate Rate { get; } = new(name, perSecond);
}

/// <summary>
/// What the gate is for HTTP: before each call of a hub, session (security stamp and roles at most two seconds old),
/// acting party, who may call, rate. What goes wrong inside becomes a refusal.
/// </summary>
public sealed partial class HubGuard(Sessions sessions, CallRates rates, HubLines lines, ILogger<HubGuard> log)
    : IHubFilter
{
    /// <summary>Set once when the line opens: calls run side by side and the items are a plain dictionary.</summary>
    private static readonly object SeatKey = new();

    private static readonly ConcurrentDictionary<MethodInfo, Rule> Rules = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        context.Context.Items[SeatKey] = new Seat();
        if (await StandingOf(context.Context) is { } standing) lines.Keep(context.Context, standing);
        await next(context);
    }

    public async Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        lines.Forget(context.Context);
        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        ArgumentNullException.ThrowIfNull(next);
        var line = invocationContext.Context;
        try
        {
            return await Check(line, invocationContext.HubMethod) is { } refusal
                ? Refused(line, refusal)
                : await next(invocationContext);
        }
        catch (Exception error) when (Failures.IsUnknown(error))
        {
            LogUnknown(error, invocationContext.HubMethodName);
            return Refused(line, Refusal.Of(KernelRefusal.UnknownAskAgain));
        }
        catch (Exception error)
        {
            var trace = Activity.Current?.Id ?? line.ConnectionId;
            LogBug(error, invocationContext.HubMethodName, trace);
            return Refused(line, Refusal.Of(RequestRefusal.InternalError, ("trace", trace)));
        }
    }

    /// <summary>Who calls, as the guard found him before this call.</summary>
    internal static Caller CallerOf(HubCallerContext line) => SeatOf(line).Caller;

    internal static HubRefusal Refused(HubCallerContext line, Refusal refusal) =>
        new(Problems.Of(line.GetHttpContext()!, refusal));

    internal static bool IsEnglish(HubCallerContext line) => Languages.IsEnglish(line.GetHttpContext()!.Request);

    private async Task<Refusal?> Check(HubCallerContext line, MethodInfo method)
    {
        var standing = await StandingOf(line);
        if (IsSignedIn(line) && (standing is null || !lines.IsAsKept(line, standing)))
        {
            line.Abort();
            return Refusal.Of(RequestRefusal.SessionEnded);
        }

        var caller = Caller.Nobody;
        if (standing is not null)
        {
            var request = line.GetHttpContext()!.Request;
            var wish = request.Headers["X-Party"].ToString() is { Length: > 0 } header
                ? header
                : request.Query["party"].ToString();
            if (Gate.ActingParty(wish, standing, out var party) is { } notAMember) return notAMember;
            caller = new Caller(standing.User, party, standing.Duties, standing.Memberships, standing.At);
        }

        var rule = Rules.GetOrAdd(method, static found => new Rule(
            found.IsDefined(typeof(ForSignedInAttribute)), found.GetCustomAttribute<CallLimitAttribute>()?.Rate));
        if (rule.ForSignedIn && !caller.IsSignedIn)
            return Refusal.Of(KernelRefusal.NotSignedIn);
        var name = caller.IsSignedIn
            ? caller.User
            : line.GetHttpContext()?.Connection.RemoteIpAddress?.ToString() ?? "";
        if (rule.Rate is { } rate && !rates.Take(rate, name))
            return Refusal.Of(KernelRefusal.TooManyRequests);
        SeatOf(line).Caller = caller;
        return null;
    }

    private static Seat SeatOf(HubCallerContext line) => (Seat)line.Items[SeatKey]!;

    private static bool IsSignedIn(HubCallerContext line) => line.User?.Identity?.IsAuthenticated == true;

    private async Task<Standing?> StandingOf(HubCallerContext line) =>
        IsSignedIn(line) ? await sessions.Check(line.User!, line.ConnectionAborted) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of the hub call {Method} is unknown")]
    private partial void LogUnknown(Exception error, string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bug in the hub call {Method} ({Trace})")]
    private partial void LogBug(Exception error, string method, string trace);

    private sealed record Rule(bool ForSignedIn, CallRate? Rate);

    private sealed class Seat
    {
        public Caller Caller { get; set; } = Caller.Nobody;
    }
}
