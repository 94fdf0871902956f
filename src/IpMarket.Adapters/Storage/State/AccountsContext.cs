using System.Text;
using IpMarket.Domain.Kernel;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IpMarket.Adapters.Storage.State;

/// <summary>
/// Accounts and Data Protection keys in <c>state</c>. The tables are made by the scripts 0102, never by EF Core; a test
/// holds the two together.
/// </summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options)
    : IdentityUserContext<MarketUser>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The shape of the scripts, whatever a later Identity prefers.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version1;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<MarketUser>(table =>
        {
            table.ToTable("accounts");
            table.HasIndex(user => user.NormalizedEmail).IsUnique();
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_tokens");
        builder.Entity<DataProtectionKey>().ToTable("protection_keys");
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantToMicroseconds>();

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

/// <summary>
/// Instants as whole microseconds since 1970-01-01 UTC, which both databases compare and sort the same.
/// </summary>
internal sealed class InstantToMicroseconds()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixMicroseconds(),
        stored => Instants.FromUnixMicroseconds(stored));
