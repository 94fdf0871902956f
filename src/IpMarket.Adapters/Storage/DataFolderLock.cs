namespace IpMarket.Adapters.Storage;

/// <summary>
/// One process per data folder: an operating-system lock on <c>.lock</c> in it. It dies with the process, so nothing is
/// left to clean up after a crash.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream held;

    private DataFolderLock(FileStream held) => this.held = held;

    /// <exception cref="StorageException">Another process holds the folder.</exception>
    public static DataFolderLock Take(string folder)
    {
        var full = Path.GetFullPath(folder);
        // It holds the vault's keys: a folder made here is nobody else's to read.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(full);
        else Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            return new DataFolderLock(new FileStream(
                Path.Combine(full, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new StorageException($"Another process holds the data folder {full}; stop it first.", error);
        }
    }

    public void Dispose() => held.Dispose();
}
