using IpMarket.Adapters.Storage;
using Npgsql;

namespace IpMarket.Testing.Postgres;

/// <summary>One database of a <see cref="PostgresServer"/>; dropped with its connections when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Owner = "ipmarket_owner";
    private const string Application = "ipmarket_application";
    private const string Password = "only-for-tests";

    private readonly string superuser;

    private TestDatabase(string superuser, string name)
    {
        this.superuser = superuser;
        Name = name;
    }

    public string Name { get; }

    /// <summary>The superuser, in this database.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder(superuser) { Database = Name }.ConnectionString;

    /// <summary>The role that owns the schema.</summary>
    public string Admin => As(Owner);

    /// <summary>The role the application runs as.</summary>
    public string App => As(Application);

    /// <summary>As the application is configured; not yet migrated.</summary>
    public StorageOptions Options => new()
    {
        Kind = StorageKind.Postgres,
        Connection = App,
        AdminConnection = Admin,
    };

    internal static async Task<TestDatabase> Create(string superuser)
    {
        var database = new TestDatabase(superuser, "t_" + Guid.NewGuid().ToString("N"));
        await Run(
            superuser,
            $"""
             do $$ begin
               perform pg_advisory_xact_lock(4711);
               if not exists (select from pg_roles where rolname = '{Owner}') then
                 create role {Owner} login password '{Password}';
                 create role {Application} login password '{Password}';
               end if;
             end $$
             """);
        await Run(superuser, $"create database {database.Name} owner {Owner}");
        return database;
    }

    /// <summary>Runs a text as the superuser in this database.</summary>
    public Task Run(string sql) => Run(Superuser, sql);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await Run(superuser, $"drop database {Name} with (force)");
    }

    private static async Task Run(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string As(string role) => new NpgsqlConnectionStringBuilder(superuser)
    {
        Database = Name,
        Username = role,
        Password = Password,
    }.ConnectionString;
}
