namespace IpMarket.Adapters.Storage;

/// <summary>Which database holds the journal and the state.</summary>
public enum StorageKind
{
    /// <summary>Files in the data folder; one process at a time.</summary>
    Sqlite,

    /// <summary>A PostgreSQL ≥ 15 server; several processes.</summary>
    Postgres,
}

/// <summary>Configuration section <c>Storage</c>, with the data folder of <c>--data</c>.</summary>
public sealed class StorageOptions
{
    public StorageKind Kind { get; set; }

    /// <summary>PostgreSQL: the application's role, which owns nothing of the journal.</summary>
    public string? Connection { get; set; }

    /// <summary>PostgreSQL: the role that owns the schema; needed to migrate, to back up and to restore only.</summary>
    public string? AdminConnection { get; set; }

    /// <summary>SQLite's files, the search index and the lock stand here.</summary>
    public string DataFolder { get; set; } = ".data";

    /// <summary>SQLite: the journal; one writer and nothing else in it.</summary>
    public string JournalFile => Path.Combine(DataFolder, "journal.db");

    /// <summary>SQLite: everything else that is truth (identity, vault, keys, documents, sent, checkpoints).</summary>
    public string StateFile => Path.Combine(DataFolder, "state.db");

    /// <exception cref="StorageException">PostgreSQL is chosen without <c>Storage:Connection</c>.</exception>
    public string RequireConnection() => Connection is { Length: > 0 } connection
        ? connection
        : throw new StorageException("Storage:Kind=Postgres needs Storage:Connection.");

    /// <exception cref="StorageException">There is no <c>Storage:AdminConnection</c>.</exception>
    public string RequireAdminConnection() => AdminConnection is { Length: > 0 } connection
        ? connection
        : throw new StorageException("This needs Storage:AdminConnection, the role that owns the schema.");
}

/// <summary>Something about the store that its operator must put right; the message says what.</summary>
public sealed class StorageException : Exception
{
    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
