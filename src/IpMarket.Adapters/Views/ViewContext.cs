using IpMarket.Adapters.Storage.State;
using Microsoft.EntityFrameworkCore;

namespace IpMarket.Adapters.Views;

/// <summary>
/// The base of a group's tables. Instants are stored as whole microseconds since 1970 (both databases order them the
/// same), enums by name. Override <see cref="Describe"/> instead of <c>OnModelCreating</c>.
/// </summary>
public abstract class ViewContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Keys, indexes and lengths of the group's tables.</summary>
    protected abstract void Describe(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Describe(modelBuilder);
        modelBuilder.Entity<ViewCheckpoint>(table =>
        {
            table.ToTable("checkpoint");
            table.HasKey(row => row.Name);
            table.Property(row => row.Name).HasColumnName("name");
            table.Property(row => row.Pos).HasColumnName("pos");
            table.Property(row => row.UsedAt).HasColumnName("used_at");
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantToMicroseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}

/// <summary>
/// How far a group is, in its own tables; <see cref="UsedAt"/> tells when a silo last said it reads them.
/// </summary>
public sealed class ViewCheckpoint
{
    public required string Name { get; init; }

    public long Pos { get; set; }

    public DateTimeOffset UsedAt { get; set; }
}
