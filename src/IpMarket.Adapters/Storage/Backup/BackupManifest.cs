using System.Security.Cryptography;
using System.Text.Json;

namespace IpMarket.Adapters.Storage.Backup;

/// <summary>One file of a backup, with its length and SHA-256 (64 hex).</summary>
public sealed record BackupFile(string Name, long Bytes, string Sha256);

/// <summary>
/// What a backup holds, as <c>manifest.json</c> beside its files. It finds damage; whoever can rewrite the folder can
/// rewrite it too, so keep the folder as safe as the store: it holds the vault's keys.
/// </summary>
public sealed record BackupManifest(
    string Format,
    StorageKind Kind,
    DateTimeOffset TakenAt,
    long LastPos,
    long Records,
    IReadOnlyList<BackupFile> Files)
{
    public const string CurrentFormat = "ipmarket-backup/1";

    private const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Hashes the folder's files and writes the manifest last: without it there is no backup.</summary>
    internal static async Task<BackupManifest> Write(
        string folder, StorageKind kind, DateTimeOffset takenAt, JournalExtent extent, CancellationToken cancel)
    {
        var files = new List<BackupFile>();
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            files.Add(new BackupFile(Path.GetFileName(path), new FileInfo(path).Length, await Hash(path, cancel)));
        var manifest = new BackupManifest(CurrentFormat, kind, takenAt, extent.LastPos, extent.Records, files);
        await using var stream = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(stream, manifest, Json, cancel);
        stream.Flush(flushToDisk: true);
        return manifest;
    }

    /// <summary>Reads the manifest and checks every file against it.</summary>
    /// <exception cref="StorageException">No backup, another kind of store, or a file missing or altered.</exception>
    internal static async Task<BackupManifest> Read(string folder, StorageKind kind, CancellationToken cancel)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new StorageException($"{folder} is no backup: it has no {FileName}.");
        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllBytesAsync(path, cancel), Json);
        }
        catch (JsonException error)
        {
            throw new StorageException($"{path} cannot be read: {error.Message}", error);
        }

        if (manifest is not { Format: CurrentFormat, Files: not null })
            throw new StorageException($"{path} is of format '{manifest?.Format}', not {CurrentFormat}.");
        if (manifest.Kind != kind)
            throw new StorageException($"{folder} is a backup of {manifest.Kind}; Storage:Kind is {kind}.");
        foreach (var file in manifest.Files) await Check(folder, file, cancel);
        return manifest;
    }

    private static async Task Check(string folder, BackupFile file, CancellationToken cancel)
    {
        if (file.Name != Path.GetFileName(file.Name)) throw new StorageException($"'{file.Name}' is no file name.");
        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path)) throw new StorageException($"The backup lacks {file.Name}.");
        if (new FileInfo(path).Length != file.Bytes || await Hash(path, cancel) != file.Sha256)
            throw new StorageException($"{file.Name} is not the file that was saved: its length or SHA-256 differs.");
    }

    private static async Task<string> Hash(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }
}

/// <summary>How far a journal reaches.</summary>
internal readonly record struct JournalExtent(long LastPos, long Records);
