using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Adapters.Views.Parties;

/// <summary>What a list of parties is narrowed to; null = any.</summary>
/// <param name="Member">Only parties this user was named for.</param>
/// <param name="Status">Where the onboarding stands.</param>
/// <param name="Kind">One of its kinds.</param>
/// <param name="WaitsFor">The centre's role whose turn it is.</param>
public sealed record PartyFilter(string? Member, OnboardingStatus? Status, PartyKind? Kind, CentreRole? WaitsFor);

/// <summary>Reads parties and memberships from the views.</summary>
public sealed class PartyLists(IDbContextFactory<PartiesViewContext> views) : IMemberships
{
    /// <summary>Anybody may be named by anybody: no more than these are shown.</summary>
    private const int InvitationsMax = 50;

    /// <summary>Those handed in first come first while they wait; otherwise the newest.</summary>
    public async Task<(IReadOnlyList<PartyRow> Rows, long Total)> Page(
        PartyFilter filter, int skip, int take, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        IQueryable<PartyRow> rows = context.Parties;
        if (filter.Member is { } user)
            rows = rows.Where(row => context.Memberships.Any(m => m.User == user && m.Party == row.Party));
        if (filter.Status is { } status) rows = rows.Where(row => row.Status == status);
        if (filter.WaitsFor is { } role) rows = rows.Where(row => row.WaitsFor == role);
        if (filter.Kind is { } kind)
        {
            var mark = PartiesViews.KindMark(kind);
            rows = rows.Where(row => row.Kinds.Contains(mark));
        }

        var waiting = filter.Status == OnboardingStatus.Submitted || filter.WaitsFor is not null;
        var sorted = waiting ? rows.OrderBy(row => row.SubmittedAt) : rows.OrderByDescending(row => row.RegisteredAt);
        var page = sorted.ThenBy(row => row.Party).Skip(skip).Take(take);
        return (await page.ToListAsync(cancel), await rows.LongCountAsync(cancel));
    }

    public async Task<ILookup<string, Membership>> Of(
        IReadOnlyCollection<string> users, DateTimeOffset at, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        var found = await (
            from member in context.Memberships
            join party in context.Parties on member.Party equals party.Party
            where users.Contains(member.User) && party.Status != OnboardingStatus.Closed
                && (member.Role == MemberRole.Representative || member.ExpiresAt > at)
            orderby member.Since, member.Party
            select new { member.User, Membership = new Membership(member.Party, party.Name, member.Role) })
            .ToListAsync(cancel);
        return found.ToLookup(row => row.User, row => row.Membership, StringComparer.Ordinal);
    }

    /// <summary>What <paramref name="user"/> was named for and has not accepted, the oldest first.</summary>
    public async Task<IReadOnlyList<Membership>> InvitationsOf(string user, CancellationToken cancel)
    {
        await using var context = await views.CreateDbContextAsync(cancel);
        return await (
            from invited in context.Invitations
            join party in context.Parties on invited.Party equals party.Party
            where invited.User == user && party.Status != OnboardingStatus.Closed
            orderby invited.Since, invited.Party
            select new Membership(invited.Party, party.Name, invited.Role)).Take(InvitationsMax).ToListAsync(cancel);
    }
}

public static class PartiesViewRegistration
{
    /// <summary>The group <c>parties</c> with <see cref="PartyLists"/> and <see cref="IMemberships"/>.</summary>
    public static IServiceCollection AddPartiesViews(this IServiceCollection services) => services
        .AddViewGroup<PartiesViews, PartiesViewContext>()
        .AddSingleton<PartyLists>()
        .AddSingleton<IMemberships>(provider => provider.GetRequiredService<PartyLists>());
}
