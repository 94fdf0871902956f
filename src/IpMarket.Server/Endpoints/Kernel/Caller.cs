using System.Reflection;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Users;

namespace IpMarket.Server.Endpoints.Kernel;

/// <summary>
/// Who calls. A handler takes it as a parameter; nobody signed in is <see cref="Nobody"/>. The gate has checked the
/// session, the roles the route asks for and the acting party before the handler runs.
/// </summary>
/// <param name="User">The user's stream, <c>user:…</c>; empty for nobody.</param>
/// <param name="Party">The party he acts for in this call; null when he acts for none.</param>
/// <param name="Duties">The centre's roles he holds, himself or as deputy.</param>
/// <param name="Memberships">Every party he may act for.</param>
/// <param name="At">The instant of the check, market time.</param>
public sealed record Caller(
    string User, string? Party, DutyHolder Duties, IReadOnlyList<Membership> Memberships, DateTimeOffset At)
{
    public static readonly Caller Nobody = new("", null, DutyHolder.None, [], DateTimeOffset.UnixEpoch);

    public bool IsSignedIn => User.Length > 0;

    public bool IsOfTheCentre => !Duties.Roles.IsEmpty;

    public Actor Actor => new(User, Party);

    public Moment Moment => new(At, Actor);

    public bool Is(CentreRole role) => Duties.Is(role, At);

    public bool IsAny(params IReadOnlyList<CentreRole> roles) => roles.Any(Is);

    /// <summary>Whether he acts for this party in this call.</summary>
    public bool ActsFor(string? party) => party is not null && party == Party;

    public static ValueTask<Caller> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(context.Features.Get<Caller>() ?? Nobody);
    }
}

/// <summary>A call that changes something: who calls, and the command's id and expected version.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Context">What travels with the command.</param>
public sealed record Call(Caller Caller, CommandContext Context)
{
    public static ValueTask<Call?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult<Call?>(context.Features.Get<Call>()
            ?? throw new InvalidOperationException("A handler that takes a Call needs .Writes() on its route."));
    }
}
