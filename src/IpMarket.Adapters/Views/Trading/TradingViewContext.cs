using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views.Trading;

/// <summary>The tables of the group <c>trading</c>.</summary>
public sealed class TradingViewContext(DbContextOptions<TradingViewContext> options) : ViewContext(options)
{
    public DbSet<AuctionRow> Auctions => Set<AuctionRow>();

    public DbSet<BidRow> Bids => Set<BidRow>();

    public DbSet<EnrolmentRow> Enrolments => Set<EnrolmentRow>();

    public DbSet<EscrowRow> Escrows => Set<EscrowRow>();

    public DbSet<AwaitedDepositRow> AwaitedDeposits => Set<AwaitedDepositRow>();

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<AuctionRow>(table =>
        {
            table.ToTable("auctions");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Rank, row.Place, row.Id });
            table.HasIndex(row => row.Seller);
            table.HasIndex(row => row.Listing);
        });
        model.Entity<BidRow>(table =>
        {
            table.ToTable("bids");
            table.HasKey(row => new { row.Auction, row.Version });
        });
        model.Entity<EnrolmentRow>(table =>
        {
            table.ToTable("enrolments");
            table.HasKey(row => new { row.Auction, row.Number });
            table.HasIndex(row => row.Party);
        });
        model.Entity<EscrowRow>(table =>
        {
            table.ToTable("escrows");
            table.HasKey(row => row.Id);
        });
        model.Entity<AwaitedDepositRow>(table =>
        {
            table.ToTable("awaited_deposits");
            table.HasKey(row => new { row.Escrow, row.Enrolment });
        });
    }
}
