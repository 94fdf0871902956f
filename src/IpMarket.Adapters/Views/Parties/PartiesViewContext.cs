using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Parties;

/// <summary>Parties for lists, and who acts for them. Names of natural persons are in no row.</summary>
public sealed class PartiesViewContext(DbContextOptions<PartiesViewContext> options) : ViewContext(options)
{
    public DbSet<PartyRow> Parties => Set<PartyRow>();

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<PartyRow>(table =>
        {
            table.ToTable("parties");
            table.HasKey(row => row.Party);
            table.HasIndex(row => new { row.Status, row.SubmittedAt });
            table.HasIndex(row => row.RegisteredAt);
        });
        model.Entity<MembershipRow>(table =>
        {
            table.ToTable("memberships");
            table.HasKey(row => new { row.User, row.Party });
        });
        model.Entity<InvitationRow>(table =>
        {
            table.ToTable("invitations");
            table.HasKey(row => new { row.User, row.Party });
        });
    }
}

/// <summary>A party as lists show it.</summary>
public sealed class PartyRow
{
    public required string Party { get; init; }

    /// <summary>An organisation's name; null for a natural person and before one was given.</summary>
    public string? Name { get; set; }

    public bool IsNaturalPerson { get; init; }

    /// <summary>Each kind between semicolons: <c>;Enterprise;Investor;</c>.</summary>
    public string Kinds { get; set; } = "";

    public OnboardingStatus Status { get; set; }

    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The last submission.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>The steps of the present submission's route that are not taken yet: <c>Handler;Reviewer</c>.</summary>
    public string StepsLeft { get; set; } = "";

    /// <summary>Whose turn it is, while it is the centre's.</summary>
    public CentreRole? WaitsFor { get; set; }
}

/// <summary>A user who acts for a party.</summary>
public sealed class MembershipRow
{
    public required string User { get; init; }

    public required string Party { get; init; }

    public MemberRole Role { get; set; }

    /// <summary>An agent's power of attorney ends then (excluded); null for representatives.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When he was named first.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>A user who was named for a party and has not accepted.</summary>
public sealed class InvitationRow
{
    public required string User { get; init; }

    public required string Party { get; init; }

    public MemberRole Role { get; set; }

    /// <summary>When he was named first.</summary>
    public DateTimeOffset Since { get; init; }
}
