using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.Sqlite;
using IpMarket.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace IpMarket.Adapters.Tests.Storage;

/// <summary>What the application may not do to the journal, and what it may do beside it.</summary>
public sealed class RightsTests
{
    private const string PlantedInPostgres =
        """
        insert into journal.records values (1, 'test:1', 1, 'test.fact/1', 0, gen_random_uuid(), 0,
          '\x00', '{}', null, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'))
        """;

    private const string PlantedInSqlite =
        """
        insert into records values (1, 'test:1', 1, 'test.fact/1', 0, zeroblob(16), 0, zeroblob(1), '{}', null,
          zeroblob(16), zeroblob(32))
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update journal.records set public = '{\"forged\":1}'")]
    [InlineData("delete from journal.records")]
    [InlineData("truncate journal.records")]
    [InlineData(PlantedInPostgres)]
    [InlineData("alter table journal.records add column more text")]
    [InlineData("alter table journal.records disable trigger all")]
    [InlineData("drop table journal.records")]
    [InlineData("create index on journal.records (type)")]
    [InlineData("create rule forged as on insert to journal.records do instead nothing")]
    [InlineData("grant update on journal.records to public")]
    [InlineData("alter table journal.records owner to current_user")]
    [InlineData("create or replace function journal.journal_append() returns int language sql as 'select 1'")]
    [InlineData("create table journal.more (a int)")]
    [InlineData("delete from journal.schema_versions")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    public async Task The_application_role_may_not(string sql)
    {
        await using var database = await Migrated();
        await database.Run(PlantedInPostgres);
        await using var source = NpgsqlDataSource.Create(database.App);
        await using var command = source.CreateCommand(sql);
        var error = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Cancel));
        // A grant the role may not give is a warning or an error; the rights that follow are what counts.
        if (error is PostgresException refused)
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        else
            Assert.StartsWith("grant", sql, StringComparison.Ordinal);
        await using var check = source.CreateCommand(
            """
            select count(*) = 1 and min(public) = '{}' and not has_table_privilege('journal.records', 'update')
            from journal.records
            """);
        Assert.Equal(true, await check.ExecuteScalarAsync(Cancel));
    }

    [Theory]
    [InlineData("select count(*) from journal.records")]
    [InlineData("create table state.a (b int); insert into state.a values (1); drop table state.a")]
    [InlineData("create schema views_01234567; create table views_01234567.a (); drop schema views_01234567 cascade")]
    public async Task The_application_role_may(string sql)
    {
        await using var database = await Migrated();
        await using var source = NpgsqlDataSource.Create(database.App);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    [Theory]
    [InlineData("update journal.records set public = '{}'")]
    [InlineData("delete from journal.records")]
    [InlineData("truncate journal.records")]
    public async Task Not_even_the_owner_changes_a_record_by_a_slip(string sql)
    {
        await using var database = await Migrated();
        await database.Run(PlantedInPostgres);
        var error = await Assert.ThrowsAsync<PostgresException>(() => database.Run(sql));
        Assert.Contains("append-only", error.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_owns_the_journal_is_refused_as_the_applications()
    {
        var server = await PostgresServer.Shared;
        await using var database = await server.NewDatabase();
        var options = database.Options;
        options.Connection = options.AdminConnection;
        await Assert.ThrowsAsync<StorageException>(() => Schema.Migrate(options, Cancel));
    }

    [Fact]
    public async Task Migrating_twice_and_at_once_changes_nothing()
    {
        var server = await PostgresServer.Shared;
        await using var database = await server.NewDatabase();
        Assert.Equal("0001-journal.sql", (await Schema.Missing(database.Options, Cancel))[0]);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Schema.Migrate(database.Options, Cancel)));
        await Schema.Migrate(database.Options, Cancel);
        Assert.Empty(await Schema.Missing(database.Options, Cancel));
    }

    [Theory]
    [InlineData("update records set public = '{\"forged\":1}'")]
    [InlineData("delete from records")]
    [InlineData("insert or replace into records select * from records")]
    public async Task Sqlite_refuses_to_change_a_record(string sql)
    {
        var folder = Directory.CreateTempSubdirectory("ipmarket-rights-");
        var options = new StorageOptions { DataFolder = folder.FullName };
        await Schema.Migrate(options, Cancel);
        await Schema.Migrate(options, Cancel);
        using (var connection = SqliteFile.Open(options.JournalFile))
        {
            SqliteFile.Run(connection, PlantedInSqlite);
            var error = Assert.Throws<SqliteException>(() => SqliteFile.Run(connection, sql));
            Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_second_process_is_refused_the_data_folder_by_name()
    {
        var folder = Directory.CreateTempSubdirectory("ipmarket-lock-");
        using (DataFolderLock.Take(folder.FullName))
        {
            var error = Assert.Throws<StorageException>(() => DataFolderLock.Take(folder.FullName));
            Assert.Contains(folder.FullName, error.Message, StringComparison.Ordinal);
        }

        DataFolderLock.Take(folder.FullName).Dispose();
        folder.Delete(recursive: true);
    }

    private static async Task<TestDatabase> Migrated()
    {
        var server = await PostgresServer.Shared;
        var database = await server.NewDatabase();
        await Schema.Migrate(database.Options, Cancel);
        return database;
    }
}
