using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Adapters.Views.Parties;

/// <summary>The group <c>parties</c>.</summary>
public sealed class PartiesViews : ViewGroup<PartiesViewContext>
{
    public override string Name => "parties";

    public override async Task Apply(
        PartiesViewContext views, IReadOnlyList<Recorded> records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            switch (record.Event)
            {
                case PartyRegistered registered:
                    views.Parties.Add(new PartyRow
                    {
                        Party = record.Stream,
                        IsNaturalPerson = registered.IsNaturalPerson,
                        Kinds = KindsText(registered.Kinds),
                        RegisteredAt = record.At,
                    });
                    break;
                case MemberAdded added:
                    await Uninvite(views, record.Stream, added.Member.User, cancel);
                    await Add(views, record, added.Member, cancel);
                    break;
                case MemberInvited invited:
                    await Invite(views, record, invited.Member, cancel);
                    break;
                case MemberRemoved removed:
                    await Uninvite(views, record.Stream, removed.User, cancel);
                    if (await views.Memberships.FindAsync([removed.User, record.Stream], cancel) is { } left)
                        views.Memberships.Remove(left);
                    break;
                case PartyDescribed or PartySubmitted or OnboardingStepTaken or OnboardingReturned or PartyVerified
                    or PartySuspended or PartyReinstated or PartyClosed:
                    if (await views.Parties.FindAsync([record.Stream], cancel) is { } row) Change(row, record);
                    break;
            }
        }
    }

    /// <summary>How a kind is looked for in <see cref="PartyRow.Kinds"/>.</summary>
    public static string KindMark(PartyKind kind) => $";{kind};";

    private static string KindsText(IEnumerable<PartyKind> kinds) => $";{string.Join(';', kinds)};";

    private static void Change(PartyRow row, Recorded record)
    {
        switch (record.Event)
        {
            case PartyDescribed described:
                row.Name = described.Identity.Name;
                row.Kinds = KindsText(described.Kinds);
                break;
            case PartySubmitted submitted:
                row.Status = OnboardingStatus.Submitted;
                row.SubmittedAt = record.At;
                Wait(row, submitted.Route);
                break;
            case OnboardingStepTaken:
                Wait(row, row.StepsLeft.Split(';').Skip(1).Select(Enum.Parse<CentreRole>));
                break;
            case OnboardingReturned:
                Stand(row, OnboardingStatus.ToBeSupplemented);
                break;
            case PartyVerified or PartyReinstated:
                Stand(row, OnboardingStatus.Verified);
                break;
            case PartySuspended:
                Stand(row, OnboardingStatus.Suspended);
                break;
            case PartyClosed:
                Stand(row, OnboardingStatus.Closed);
                break;
        }
    }

    private static void Stand(PartyRow row, OnboardingStatus status)
    {
        row.Status = status;
        Wait(row, []);
    }

    private static void Wait(PartyRow row, IEnumerable<CentreRole> left)
    {
        var steps = left.ToList();
        row.StepsLeft = string.Join(';', steps);
        row.WaitsFor = steps is [var next, ..] ? next : null;
    }

    private static async Task Add(
        PartiesViewContext views, Recorded record, PartyMember member, CancellationToken cancel)
    {
        var row = await views.Memberships.FindAsync([member.User, record.Stream], cancel);
        if (row is null || views.Entry(row).State == Microsoft.EntityFrameworkCore.EntityState.Deleted)
        {
            // Removed and named again within one batch: the removal goes first.
            if (row is not null) await views.SaveChangesAsync(cancel);
            row = new MembershipRow { User = member.User, Party = record.Stream, Since = record.At };
            views.Memberships.Add(row);
        }

        row.Role = member.Role;
        row.ExpiresAt = member.Role == MemberRole.Agent ? member.Power?.ExpiresAt : null;
    }

    private static async Task Invite(
        PartiesViewContext views, Recorded record, PartyMember member, CancellationToken cancel)
    {
        var row = await views.Invitations.FindAsync([member.User, record.Stream], cancel);
        if (row is null || views.Entry(row).State == Microsoft.EntityFrameworkCore.EntityState.Deleted)
        {
            if (row is not null) await views.SaveChangesAsync(cancel);
            row = new InvitationRow { User = member.User, Party = record.Stream, Since = record.At };
            views.Invitations.Add(row);
        }

        row.Role = member.Role;
    }

    private static async Task Uninvite(PartiesViewContext views, string party, string user, CancellationToken cancel)
    {
        if (await views.Invitations.FindAsync([user, party], cancel) is { } row) views.Invitations.Remove(row);
    }
}
