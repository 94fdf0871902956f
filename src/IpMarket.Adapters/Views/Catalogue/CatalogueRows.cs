using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Catalogue.Listings.Subject;
using IpMarket.Domain.Catalogue.Listings.Terms.Price;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Catalogue;

public sealed class CatalogueViewContext(DbContextOptions<CatalogueViewContext> options) : ViewContext(options)
{
    public DbSet<ListingRow> Listings => Set<ListingRow>();

    public DbSet<FurtherPatentRow> FurtherPatents => Set<FurtherPatentRow>();

    public DbSet<PatentRow> Patents => Set<PatentRow>();

    public DbSet<PatentHistoryRow> History => Set<PatentHistoryRow>();

    public DbSet<WatchRow> Watches => Set<WatchRow>();

    public DbSet<FeeReminderRow> FeeReminders => Set<FeeReminderRow>();

    public DbSet<SavedSearchRow> SavedSearches => Set<SavedSearchRow>();

    public DbSet<AlertingSearchRow> AlertingSearches => Set<AlertingSearchRow>();

    public DbSet<SavedHitRow> SavedHits => Set<SavedHitRow>();

    public DbSet<EncumbranceRow> Encumbrances => Set<EncumbranceRow>();

    public DbSet<PeriodRow> Periods => Set<PeriodRow>();

    public DbSet<IntentRow> Intents => Set<IntentRow>();

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
        model.Entity<FurtherPatentRow>(table =>
        {
            table.ToTable("listing_patents");
            table.HasKey(row => new { row.Listing, row.Patent });
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
        model.Entity<PeriodRow>(table =>
        {
            table.ToTable("listing_periods");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.IsDue, row.EndsAt });
        });
        model.Entity<IntentRow>(table =>
        {
            table.ToTable("purchase_intents");
            table.HasKey(row => new { row.Listing, row.Number });
            table.HasIndex(row => new { row.Party, row.FiledAt });
        });
        model.Entity<PatentHistoryRow>(table =>
        {
            table.ToTable("patent_history");
            table.HasKey(row => new { row.Pos, row.Patent });
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
        model.Entity<SavedSearchRow>(table =>
        {
            table.ToTable("saved_searches");
            table.HasKey(row => new { row.Owner, row.Number });
        });
        model.Entity<AlertingSearchRow>(table =>
        {
            table.ToTable("alerting_searches");
            table.HasKey(row => new { row.Owner, row.Number });
        });
        model.Entity<SavedHitRow>(table =>
        {
            table.ToTable("saved_hits");
            table.HasKey(row => new { row.Owner, row.Number, row.Day });
            table.HasIndex(row => new { row.Owner, row.Pos });
        });
    }
}

/// <summary>A listing as desks and sellers list it.</summary>
public sealed class ListingRow
{
    public required string Id { get; init; }

    public required string Seller { get; init; }

    /// <summary>The patent's stream; empty of know-how without one.</summary>
    public required string Patent { get; set; }

    /// <summary>The public name of know-how without a patent; empty of patents.</summary>
    public string KnowHow { get; set; } = "";

    /// <summary>Streams of the further patents, parted by blanks.</summary>
    public string Further { get; set; } = "";

    public ListingState State { get; set; }

    /// <summary>A fact closes what it offers; also while it is in an auction.</summary>
    public bool IsSuspended { get; set; }

    public ListingMode Mode { get; set; }

    /// <summary>False while its period runs, or led to something else.</summary>
    public bool AllowsAuction { get; set; } = true;

    /// <summary>Two or more want it: nothing is withdrawn before their auction.</summary>
    public bool IsAuctionDue { get; set; }

    public long? AskingPriceFen { get; set; }

    /// <summary>How it is to be paid; null where the offer does not say.</summary>
    public PriceForm? PriceForm { get; set; }

    /// <summary>How the price comes about; null where the offer does not say.</summary>
    public PriceWay? PriceWay { get; set; }

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

    internal void Offers(ListingOffer offer)
    {
        (AskingPriceFen, Mode) = (offer.AskingPrice?.Fen, offer.Mode);
        (PriceWay, PriceForm) = (offer.ModeTerms?.Price?.Way, offer.ModeTerms?.Price?.Form);
        KnowHow = offer.Subject is { Kind: SubjectKind.KnowHow } subject ? subject.Title : "";
    }

    /// <summary>Whether such an offer is bid for where two or more want it.</summary>
    public bool MayBeBidFor() => Patent.Length > 0 && DealForm.FitsAuction(Mode, PriceForm);

    internal void Submitted(ApprovalRoute route) => (Route, Taken) = (string.Join(',', route.Steps), "");

    internal void Took(DutyStep step) =>
        Taken = string.Join(',', Parts(Taken).Append($"{step.Role}={step.User}"));

    /// <summary>Streams of all its patents, the first one first.</summary>
    public IReadOnlyList<string> PatentsOf() =>
        Patent.Length == 0 ? [] : [Patent, .. Further.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A patent a listing offers beside its first one.</summary>
public sealed class FurtherPatentRow
{
    public required string Listing { get; init; }

    public required string Patent { get; init; }
}

/// <summary>A patent's number and titles, for lists of what is about it.</summary>
public sealed class PatentRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public string? TitleZh { get; set; }

    public string? TitleEn { get; set; }

    /// <summary>In the language asked for, else in the other; null where there is none.</summary>
    public string? TitleIn(bool english) => english ? TitleEn ?? TitleZh : TitleZh ?? TitleEn;
}

/// <summary>An encumbrance in brief: what a patent's history calls it by.</summary>
public sealed class EncumbranceRow
{
    public required string Patent { get; init; }

    public int Number { get; init; }

    /// <summary>Its kind and reference, parted by a blank.</summary>
    public required string Text { get; init; }
}
