using Xunit;

namespace IpMarket.Testing;

/// <summary>
/// Real files that are not part of the project: in the folder <c>IPMARKET_SHARED</c> names, by default <c>../shared</c>
/// from the project's root. Tests that need one are skipped where it is absent, and say so.
/// </summary>
public static class SharedData
{
    public static string File(string path)
    {
        var file = Path.Combine(Folder, "data", path);
        Assert.SkipUnless(
            System.IO.File.Exists(file), $"Needs the shared data, and {file} is absent; set IPMARKET_SHARED.");
        return file;
    }

    private static string Folder =>
        Environment.GetEnvironmentVariable("IPMARKET_SHARED") is { Length: > 0 } named
            ? named
            : Path.Combine(Root(), "..", "shared");

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "IpMarket.sln"))) return at.FullName;
        throw new InvalidOperationException($"No IpMarket.sln above {AppContext.BaseDirectory}.");
    }
}
