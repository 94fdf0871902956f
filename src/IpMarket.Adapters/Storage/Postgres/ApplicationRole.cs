using Npgsql;

namespace IpMarket.Adapters.Storage.Postgres;

/// <summary>
/// The rights of the role the application runs as: it may call <c>journal_append</c>, read the journal, do all in the
/// schema <c>state</c> and create schemas (<c>views_…</c>) of its own. It owns nothing of the journal.
/// </summary>
internal static class ApplicationRole
{
    /// <exception cref="StorageException">The role is missing, is the owner's own, or is a superuser.</exception>
    public static async Task Check(NpgsqlConnection admin, string connection, CancellationToken cancel)
    {
        var role = NameOf(connection);
        await using var command = new NpgsqlCommand(
            """
            select r.rolsuper, pg_has_role(r.rolname, current_user, 'member') from pg_roles r where r.rolname = $1
            """,
            admin);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = role });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            throw new StorageException(
                "The role of Storage:Connection does not exist. Create it: "
                + $"CREATE ROLE {Quoted(role)} LOGIN PASSWORD '…'");
        }

        if (reader.GetBoolean(0) || reader.GetBoolean(1))
        {
            throw new StorageException(
                $"The role {Quoted(role)} of Storage:Connection is a superuser or the schema's owner and could change "
                + "the journal. Give the application a role of its own.");
        }
    }

    /// <summary>Safe to repeat; run after every migration, so that new tables of <c>state</c> are covered.</summary>
    public static async Task Grant(NpgsqlConnection admin, string connection, CancellationToken cancel)
    {
        var role = Quoted(NameOf(connection));
        var database = Quoted(admin.Database);
#pragma warning disable CA2100 // Names cannot be parameters; both are quoted.
        await using var command = new NpgsqlCommand(
            $"""
             revoke all on schema journal from public;
             revoke all on all tables in schema journal from {role};
             grant usage on schema journal to {role};
             grant select on journal.records, journal.schema_versions to {role};
             grant execute on function journal.journal_append to {role};
             grant all on schema state to {role};
             grant all on all tables in schema state to {role};
             grant all on all sequences in schema state to {role};
             grant all on all functions in schema state to {role};
             grant create on database {database} to {role};
             """,
            admin);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string NameOf(string connection) =>
        new NpgsqlConnectionStringBuilder(connection).Username is { Length: > 0 } name
            ? name
            : throw new StorageException("Storage:Connection names no Username.");

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
