using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

public sealed class CatalogueViewContext(DbContextOptions<CatalogueViewContext> options) : ViewContext(options)
{
    public DbSet<ListingRow> Listings => Set<ListingRow>();

    public DbSet<PatentRow> Patents => Set<PatentRow>();

    public DbSet<PatentHistoryRow> History => Set<PatentHistoryRow>();

    public DbSet<WatchRow> Watches => Set<WatchRow>();

    public DbSet<FeeReminderRow> FeeReminders => Set<FeeReminderRow>();
    public DbSet<EncumbranceRow> Encumbrances => Set<EncumbranceRow>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<ListingRow>(table =>
        {
            table.ToTable("listings");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.State, row.ChangedAt });
            table.HasIndex(row => new { row.Seller, row.ChangedAt });
            table.HasIndex(row => row.Patent);
        });
        model.Entity<PatentRow>(table =>
        {
            table.ToTable("patents");
            table.HasKey(row => row.Id);
        });
        model.Entity<EncumbranceRow>(table =>
        {
            table.ToTable("encumbrances");
            table.HasKey(row => new { row.Patent, row.Number });
        });
        model.Entity<PatentHistoryRow>(table =>
        {
            table.ToTable("patent_history");
            table.HasKey(row => row.Pos);
            table.Property(row => row.Pos).ValueGeneratedNever();
            table.HasIndex(row => new { row.Patent, row.Pos });
        });
        model.Entity<WatchRow>(table =>
        {
            table.ToTable("watches");
            table.HasKey(row => new { row.Watchlist, row.Patent });
            table.HasIndex(row => row.Patent);
        });
        model.Entity<FeeReminderRow>(table =>
        {
            table.ToTable("fee_reminders");
            table.HasKey(row => row.Pos);
            table.Property(row => row.Pos).ValueGeneratedNever();
            table.HasIndex(row => new { row.Watchlist, row.Pos });
        });
    }
}

/// <summary>A listing as desks and sellers list it.</summary>
public sealed class ListingRow
{
    public required string Id { get; init; }

    public required string Seller { get; init; }

    /// <summary>The patent's stream.</summary>
    public required string Patent { get; set; }

    public ListingState State { get; set; }

    /// <summary>A fact closes what it offers; also while it is in an auction.</summary>
    public bool IsSuspended { get; set; }

    public ListingMode Mode { get; set; }

    public long? AskingPriceFen { get; set; }

    /// <summary>Roles of the route it was submitted under, parted by commas; empty before.</summary>
    public string Route { get; set; } = "";

    /// <summary>Steps taken since, as <c>role=user</c>, parted by commas.</summary>
    public string Taken { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The auction it is in, or was sold by.</summary>
    public string? Auction { get; set; }

    /// <summary>The route it goes through.</summary>
    public ApprovalRoute RouteOf() => new([.. Parts(Route).Select(Enum.Parse<CentreRole>)]);

    /// <summary>The steps taken since its submission.</summary>
    public ImmutableArray<DutyStep> StepsOf() =>
    [
        .. Parts(Taken).Select(step => step.Split('=', 2))
            .Select(step => new DutyStep(Enum.Parse<CentreRole>(step[0]), step[1])),
    ];

    internal void Submitted(ApprovalRoute route) => (Route, Taken) = (string.Join(',', route.Steps), "");

    internal void Took(DutyStep step) =>
        Taken = string.Join(',', Parts(Taken).Append($"{step.Role}={step.User}"));

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A patent's number and titles, for lists of what is about it.</summary>
public sealed class PatentRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public string? TitleZh { get; set; }

    public string? TitleEn { get; set; }
}

/// <summary>An encumbrance in brief: what a patent's history calls it by.</summary>
public sealed class EncumbranceRow
{
    public required string Patent { get; init; }

    public int Number { get; init; }

    /// <summary>Its kind and reference, parted by a blank.</summary>
    public required string Text { get; init; }
}

/// <summary>What happened to a patent, as everybody may read it.</summary>
public sealed class PatentHistoryRow
{
    /// <summary>The record's place in the journal.</summary>
    public long Pos { get; init; }

    public required string Patent { get; init; }

    public DateTimeOffset At { get; init; }

    public PatentHistoryKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public HistoryAuthor By { get; init; }

    /// <summary>The party he acted for; null where he acted for none.</summary>
    public string? ByParty { get; init; }

    /// <summary>What the kind alone does not say: a source, a status in its words, an id.</summary>
    public required string Text { get; init; }
}

/// <summary>Who caused a change; never a person.</summary>
public enum HistoryAuthor
{
    /// <summary>One of the centre's people.</summary>
    Centre,

    /// <summary>Somebody who acts for a party.</summary>
    Party,

    /// <summary>The house itself: what follows from another fact.</summary>
    House,
}

/// <summary>Kinds of a patent's history.</summary>
public enum PatentHistoryKind
{
    /// <summary>It entered the catalogue.</summary>
    Entered,

    /// <summary>Bibliographic facts were recorded; the text is their source.</summary>
    FactsRecorded,

    /// <summary>The register's holders were recorded; the text names them.</summary>
    HoldersRecorded,

    /// <summary>A legal status was seen; the text is its words.</summary>
    StatusSeen,

    /// <summary>A publication was joined to it; the text is the publication.</summary>
    PublicationJoined,

    /// <summary>A listing was published; the text is its id, as in all below.</summary>
    Published,

    EnteredAuction,

    LeftAuction,

    Sold,

    /// <summary>A published listing was withdrawn.</summary>
    Withdrawn,

    /// <summary>A legal event was recorded; the text is its code and day.</summary>
    LegalEvent,

    /// <summary>The payment of an annual fee was recorded; the text is the patent year, as in the two below.</summary>
    FeePaid,

    FeeReduced,

    LapseNotice,

    /// <summary>Shares and mandates of the holders were recorded; the text is their source.</summary>
    Ownership,

    /// <summary>A life fact was taken back; the text is its number and the reason.</summary>
    Retracted,

    /// <summary>An import was undone: what it had written was taken back; the text is the import.</summary>
    FactsTakenBack,

    /// <summary>The import that had brought the patent was undone: it left the catalogue; the text is it.</summary>
    TakenOut,

    /// <summary>A listing was suspended; the text is the rule's code.</summary>
    Suspended,

    /// <summary>A suspended listing goes on; the text is its id.</summary>
    Resumed,

    /// <summary>An encumbrance was recorded; the text is its kind and reference, as in the two below.</summary>
    Encumbered,

    EncumbranceRenewed,

    EncumbranceEnded,

    /// <summary>A consent was recorded; the text is its number.</summary>
    ConsentRecorded,

    /// <summary>A consent was withdrawn; the text is its number.</summary>
    ConsentWithdrawn,
}
