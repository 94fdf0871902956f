using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

/// <summary>The scripts' tables are what Identity and Data Protection need, on both databases.</summary>
public abstract class AccountsContract : StateContract
{
    [Fact]
    public async Task A_user_with_claim_login_and_token_is_read_back_and_deleted_whole()
    {
        var process = await WithIdentity();
        await using (var scope = process.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MarketUser>>();
            Ok(await users.CreateAsync(User("user:1", "li@example.com"), "correct horse battery"));
            var user = (await users.FindByIdAsync("user:1"))!;
            Ok(await users.AddClaimAsync(user, new("kind", "值")));
            Ok(await users.AddLoginAsync(user, new("provider", "key", "显示")));
            Ok(await users.SetAuthenticationTokenAsync(user, "provider", "name", "value"));
            Ok(await users.SetPhoneNumberAsync(user, "+86 138 0000 0000"));
        }

        await using (var scope = process.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MarketUser>>();
            var user = (await users.FindByEmailAsync("LI@example.com"))!;
            Assert.Equal(("user:1", "李", "+86 138 0000 0000"), (user.Id, user.DisplayName, user.PhoneNumber));
            Assert.True(await users.CheckPasswordAsync(user, "correct horse battery"));
            Assert.Equal("值", Assert.Single(await users.GetClaimsAsync(user)).Value);
            Assert.Equal("user:1", (await users.FindByLoginAsync("provider", "key"))!.Id);
            Assert.Equal("value", await users.GetAuthenticationTokenAsync(user, "provider", "name"));
            Ok(await users.DeleteAsync(user));
        }

        foreach (var table in new[] { "accounts", "account_claims", "account_logins", "account_tokens" })
            Assert.Equal(0, await Count(process, table));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_lock_is_stored()
    {
        var process = await WithIdentity();
        await using (var scope = process.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MarketUser>>();
            Ok(await users.CreateAsync(User("user:1", "li@example.com"), "correct horse battery"));
            var user = (await users.FindByIdAsync("user:1"))!;
            for (var i = 0; i < 5; i++) Ok(await users.AccessFailedAsync(user));
        }

        await using (var scope = process.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<MarketUser>>();
            var user = (await users.FindByIdAsync("user:1"))!;
            Assert.True(await users.IsLockedOutAsync(user));
            var now = DateTimeOffset.UtcNow;
            Assert.InRange(user.LockoutEnd!.Value - now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
            var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
            Assert.True(await context.Users.AnyAsync(u => u.LockoutEnd > now, Cancel));
        }
    }

    [Fact]
    public async Task Of_two_accounts_of_one_address_made_at_once_one_stands()
    {
        var process = await WithIdentity();
        var errors = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            await using var scope = process.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
            var user = User($"user:{i}", "li@example.com");
            (user.NormalizedEmail, user.UserName, user.NormalizedUserName) = ("LI@EXAMPLE.COM", $"u{i}", $"U{i}");
            context.Add(user);
            return await Record.ExceptionAsync(() => context.SaveChangesAsync(Cancel));
        })));
        Assert.Equal(3, errors.Count(error => error is DbUpdateException));
        Assert.Equal(1, await Count(process, "accounts"));
    }

    [Fact]
    public async Task What_one_process_protects_another_reads()
    {
        var here = (await Process()).GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        var secret = here.Protect("口令");
        var there = await Process();
        Assert.Equal("口令", there.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
        Assert.Equal(1, await Count(there, "protection_keys"));
    }

    [Fact]
    public async Task Every_column_of_the_model_stands_in_the_scripts_and_no_other()
    {
        var process = await WithIdentity();
        await using var scope = process.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            var known = entity.GetProperties().Select(property => property.GetColumnName()).Order(StringComparer.Ordinal);
            Assert.Equal(known, (await Columns(table)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }

    private async Task<List<string>> Columns(string table)
    {
        await using var state = new StateDatabase(Store.Options);
        await using var connection = await state.Open(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table} limit 0";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static MarketUser User(string id, string email) =>
        new() { Id = id, UserName = email, Email = email, DisplayName = "李" };

    private Task<ServiceProvider> WithIdentity() => Process(with: services => services
        .AddIdentityCore<MarketUser>(options =>
        {
            options.Password.RequireDigit = options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        })
        .AddEntityFrameworkStores<AccountsContext>());

    private static async Task<long> Count(ServiceProvider process, string table) =>
        await process.GetRequiredService<StateDatabase>().Scalar<long>($"select count(*) from {table}", Cancel);

    private static void Ok(IdentityResult result) => Assert.True(result.Succeeded, result.ToString());
}

public sealed class SqliteAccountsTests : AccountsContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresAccountsTests : AccountsContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
