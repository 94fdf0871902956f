using System.Data.Common;
using IpMarket.Adapters.Storage.Postgres;
using IpMarket.Adapters.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IpMarket.Adapters.Storage.State;

/// <summary>
/// Connections to what stands beside the journal: <c>state.db</c> or the schema <c>state</c>. The tables have the same
/// names and the statements the same text on both databases; parameters are <c>@name</c>.
/// </summary>
public sealed class StateDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource? postgres;
    private readonly string sqlite;

    public StateDatabase(StorageOptions options)
    {
        Kind = options.Kind;
        sqlite = StoreContexts.SqliteConnection(options, "state");
        if (Kind == StorageKind.Postgres)
            postgres = BuiltInTypes.Source(StoreContexts.PostgresConnection(options, "state"));
    }

    public StorageKind Kind { get; }

    public async Task<DbConnection> Open(CancellationToken cancel)
    {
        if (postgres is not null) return await postgres.OpenConnectionAsync(cancel);
        var connection = new SqliteConnection(sqlite);
        try
        {
            await connection.OpenAsync(cancel);
            SqliteFile.Run(connection, SqliteFile.Pragmas + "PRAGMA secure_delete = ON;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a statement of this assembly on a connection of its own; returns the rows it changed.</summary>
    public async Task<int> Run(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var connection = await Open(cancel);
        await using var command = connection.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The first column of the first row; the default when there is none or it is null.</summary>
    public async Task<T?> Scalar<T>(
        string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        await using var connection = await Open(cancel);
        await using var command = connection.Command(sql, values);
        return await command.ExecuteScalarAsync(cancel) is T value ? value : default;
    }

    public ValueTask DisposeAsync() => postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}

internal static class StateCommands
{
    public static DbCommand Command(
        this DbConnection connection, string sql, params IReadOnlyList<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this assembly come here; what varies is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static DbCommand In(this DbCommand command, DbTransaction transaction)
    {
        command.Transaction = transaction;
        return command;
    }
}
