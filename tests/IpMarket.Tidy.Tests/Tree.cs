namespace IpMarket.Tidy.Tests;

/// <summary>A text file of the project, by its path from the root.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines { get; } = Text.Split('\n');

    public bool IsIn(params string[] folders) =>
        folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));
}

/// <summary>The project's own files as they lie on disk: nothing built, nothing fetched.</summary>
public static class Tree
{
    public static readonly string Root = FindRoot();

    private static readonly string[] Foreign = ["bin", "obj", "node_modules", "dist", ".git", ".data", ".out", "test-results"];
    private static readonly string[] Endings = [".cs", ".ts", ".tsx", ".sql", ".csproj", ".props", ".md", ".sh", ".json"];
    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() => [.. Files(Root).Select(Load)]);

    public static IReadOnlyList<SourceFile> All => Read.Value;

    public static IEnumerable<SourceFile> CSharp => All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Fails with every offender, sorted.</summary>
    public static void None(string rule, IEnumerable<string> offenders)
    {
        var sorted = offenders.Order(StringComparer.Ordinal).ToList();
        Xunit.Assert.True(sorted.Count == 0, $"{rule}\n  {string.Join("\n  ", sorted)}");
    }

    private static SourceFile Load(string path) =>
        new(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));

    private static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            if (Endings.Contains(Path.GetExtension(file), StringComparer.Ordinal)) yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            if (Foreign.Contains(Path.GetFileName(child), StringComparer.Ordinal)) continue;
            foreach (var file in Files(child)) yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IpMarket.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No IpMarket.sln above the tests.");
        return folder;
    }
}
