using Microsoft.Data.Sqlite;

namespace IpMarket.Adapters.Storage.Sqlite;

/// <summary>How the house opens a SQLite file: write-ahead log, each commit synced, five seconds of patience.</summary>
public static class SqliteFile
{
    /// <summary>What every connection must be told (the log mode is the file's and stays).</summary>
    public const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    /// <summary>Unpooled: closing it closes the file.</summary>
    public static string ConnectionString(string file, bool readOnly = false) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
        DefaultTimeout = 5,
    }.ToString();

    /// <summary>Opens, tells the pragmas and, when it may write, turns the write-ahead log on.</summary>
    public static SqliteConnection Open(string file, bool readOnly = false)
    {
        var connection = new SqliteConnection(ConnectionString(file, readOnly));
        try
        {
            connection.Open();
            Run(connection, readOnly ? Pragmas : "PRAGMA journal_mode = WAL; " + Pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this assembly come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
