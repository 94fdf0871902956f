using System.Globalization;
using System.Text;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;
using IpMarket.Server.Endpoints.Parties.Onboarding;
using IpMarket.Server.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace IpMarket.Server.Endpoints.Parties.Approvals;

/// <summary>The route documents of a kind are submitted under.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Steps">One to three roles, the handler's first.</param>
/// <param name="Minimum">Steps the kind needs at least.</param>
public sealed record RouteView(DocumentKind Kind, IReadOnlyList<CentreRole> Steps, int Minimum);

/// <summary>Who may act in a role for whom; from included, until excluded.</summary>
public sealed record DeputyView(
    string Id, CentreRole Role, string Holder, string Deputy, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Routes and deputies of the centre.</summary>
public sealed record RoutesView(
    long Version,
    IReadOnlyList<string> Abilities,
    IReadOnlyList<RouteView> Routes,
    IReadOnlyList<DeputyView> Deputies) : IHasVersion;

public sealed record RouteForm(IReadOnlyList<CentreRole> Steps);

/// <param name="Role">The holder's.</param>
/// <param name="HolderEmail">The account of who is away.</param>
/// <param name="DeputyEmail">The account of who acts for him.</param>
/// <param name="From">Included.</param>
/// <param name="Until">Excluded.</param>
public sealed record DeputyForm(
    CentreRole Role, string HolderEmail, string DeputyEmail, DateTimeOffset From, DateTimeOffset Until);

/// <summary>The centre's approval routes and deputies; an approver sets them, the centre's people read them.</summary>
public static class ApprovalRoutesEndpoints
{
    public static void MapApprovalRoutes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/approval-routes").WithTags("Parties");
        group.MapGet("", Get).WithName("getApprovalRoutes").ForCentre(Enum.GetValues<CentreRole>());
        group.MapPut("/{kind}", Set).WithName("setApprovalRoute").ForCentre(CentreRole.Approver).Writes();
        group.MapPost("/deputies", Appoint).WithName("appointDeputy").ForCentre(CentreRole.Approver).Writes();
        group.MapDelete("/deputies/{id}", End).WithName("endDeputyship").ForCentre(CentreRole.Approver).Writes();
    }

    private static async Task<Answer<RoutesView>> Get(
        Caller caller, IGrainFactory grains, UserManager<MarketUser> accounts)
    {
        var read = await Routes(grains).Get();
        var kinds = Enum.GetValues<DocumentKind>().Select(kind =>
            new RouteView(kind, read.State.For(kind).Steps, ApprovalRoute.StepsMin(kind)));
        var deputies = new List<DeputyView>();
        foreach (var deputyship in read.State.Deputyships.Where(deputyship => deputyship.Until > caller.At))
        {
            var holder = await accounts.FindByIdAsync(deputyship.Holder);
            var deputy = await accounts.FindByIdAsync(deputyship.Deputy);
            deputies.Add(new DeputyView(
                IdOf(deputyship),
                deputyship.Role,
                holder?.DisplayName ?? "",
                deputy?.DisplayName ?? "",
                deputyship.From,
                deputyship.Until));
        }

        // An approver of his own right: a deputy names no further deputies.
        IReadOnlyList<string> abilities = caller.Duties.Roles.Contains(CentreRole.Approver) ? ["set", "deputies"] : [];
        return new RoutesView(read.Version, abilities, [.. kinds], deputies);
    }

    private static async Task<Answer<Written>> Set(
        string kind, RouteForm body, Call call, IGrainFactory grains) =>
        Enum.TryParse<DocumentKind>(kind, out var known) && Enum.IsDefined(known) && known.ToString() == kind
            ? Written.Of(await Routes(grains).Set(
                call.Context, new SetApprovalRoute(known, [.. body.Steps], call.Caller.Duties)))
            : Refusal.Of(KernelRefusal.NotFound);

    private static async Task<Answer<Written>> Appoint(
        DeputyForm body, Call call, IGrainFactory grains, UserManager<MarketUser> accounts, Standings standings)
    {
        var holder = await accounts.FindByEmailAsync(body.HolderEmail);
        var deputy = await accounts.FindByEmailAsync(body.DeputyEmail);
        if (holder is null || deputy is null) return Refusal.Of(PartyInputRefusal.AccountUnknown);
        var command = new AppointDeputy(
            new Deputyship(
                body.Role,
                holder.Id,
                deputy.Id,
                body.From.WholeMicroseconds(),
                body.Until.WholeMicroseconds()),
            call.Caller.Duties,
            [.. (await grains.GetGrain<IUserGrain>(holder.Id).Read()).State.Roles],
            [.. (await grains.GetGrain<IUserGrain>(deputy.Id).Read()).State.Roles]);
        var answer = await Routes(grains).AppointDeputy(call.Context, command);
        standings.Forget(deputy.Id);
        return Written.Of(answer);
    }

    private static async Task<Answer<Written>> End(
        string id, Call call, IGrainFactory grains, Standings standings)
    {
        if (Read(id) is not { } deputyship) return Refusal.Of(ApprovalRoutesRefusal.DeputyshipUnknown);
        var answer = await Routes(grains).EndDeputyship(
            call.Context, new EndDeputyship(deputyship, call.Caller.Duties));
        standings.Forget(deputyship.Deputy);
        return Written.Of(answer);
    }

    private static IApprovalRoutesGrain Routes(IGrainFactory grains) =>
        grains.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream);

    /// <summary>
    /// A deputyship has no id of its own: its id says it whole, so that a repeated end means the same one.
    /// </summary>
    private static string IdOf(Deputyship deputyship) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(
        string.Join(
            '|',
            deputyship.Role,
            deputyship.Holder,
            deputyship.Deputy,
            deputyship.From.ToUnixMicroseconds().ToString(CultureInfo.InvariantCulture),
            deputyship.Until.ToUnixMicroseconds().ToString(CultureInfo.InvariantCulture))));

    private static Deputyship? Read(string id)
    {
        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(id)).Split('|');
        }
        catch (FormatException)
        {
            return null;
        }

        return parts is [var role, var holder, var deputy, var from, var until]
            && Enum.TryParse<CentreRole>(role, out var known)
            && Enum.IsDefined(known)
            && ReadInstant(from) is { } begins
            && ReadInstant(until) is { } ends
            ? new Deputyship(known, holder, deputy, begins, ends)
            : null;
    }

    private static DateTimeOffset? ReadInstant(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds <= DateTimeOffset.MaxValue.ToUnixMicroseconds()
            ? Instants.FromUnixMicroseconds(microseconds)
            : null;
}
