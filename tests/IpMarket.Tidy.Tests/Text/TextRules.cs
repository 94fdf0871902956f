using System.Text.RegularExpressions;

namespace IpMarket.Tidy.Tests.Text;

/// <summary>Rules on the text of files: each answers the offences it sees, as <c>path:line reason</c>.</summary>
public static partial class TextRules
{
    public const int FileLinesMax = 300;
    public const int LineCharsMax = 120;
    public const int FolderFilesMax = 12;

    public static IEnumerable<string> TooLongFiles(IEnumerable<SourceFile> files) => files
        .Where(file => file.Lines.Count > FileLinesMax + 1)
        .Select(file => $"{file.Path}: {file.Lines.Count} lines, at most {FileLinesMax}");

    public static IEnumerable<string> TooLongLines(IEnumerable<SourceFile> files) => Lines(
        files, line => line.TrimEnd('\r').Length > LineCharsMax, $"is longer than {LineCharsMax} characters");

    public static IEnumerable<string> UnfinishedWork(IEnumerable<SourceFile> files) => Lines(
        files, line => Unfinished().IsMatch(line), "speaks of unfinished work: finish it or take it out");

    public static IEnumerable<string> SwallowedErrors(IEnumerable<SourceFile> files) => files
        .SelectMany(file => EmptyCatch().Matches(file.Text)
            .Select(match => $"{file.Path}: an empty catch hides '{match.Value.Trim()}'"));

    public static IEnumerable<string> FloatingMoney(IEnumerable<SourceFile> files) => Lines(
        files, line => Floating().IsMatch(line), "names money in a floating type: use Money (long fen)");

    public static IEnumerable<string> VagueTypeNames(IEnumerable<SourceFile> files) => Lines(
        files, line => Vague().IsMatch(line), "has a vague name: say what it does");

    public static IEnumerable<string> RawGrainKeys(IEnumerable<SourceFile> files) => Lines(
        files, line => RawKey().IsMatch(line), "names a grain by a raw key: streams are word:rest (Ids)");

    public static IEnumerable<string> Sleeps(IEnumerable<SourceFile> files) => Lines(
        files, line => Sleep().IsMatch(line), "waits for time: wait for a condition with a bound");

    public static IEnumerable<string> PathsOfMachines(IEnumerable<SourceFile> files) => Lines(
        files, line => MachinePath().IsMatch(line), "names a path of some machine");

    /// <summary>Folders of source with more files than one can take in at a glance.</summary>
    public static IEnumerable<string> CrowdedFolders(IEnumerable<SourceFile> files) => files
        .GroupBy(file => Path.GetDirectoryName(file.Path)!.Replace('\\', '/'), StringComparer.Ordinal)
        .Where(folder => folder.Count() > FolderFilesMax)
        .Select(folder => $"{folder.Key}: {folder.Count()} files, at most {FolderFilesMax}");

    /// <summary>Public types without a summary; a partial type needs one in one of its files.</summary>
    public static IEnumerable<string> UndocumentedTypes(IEnumerable<SourceFile> files)
    {
        var types = files.SelectMany(file => PublicType().Matches(file.Text).Select(match => (
            file.Path,
            Name: match.Groups["name"].Value,
            IsDocumented: match.Groups["summary"].Success))).ToList();
        var documented = types.Where(type => type.IsDocumented).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        return types.Where(type => !documented.Contains(type.Name)).Select(type => $"{type.Path}: {type.Name} has no summary");
    }

    private static IEnumerable<string> Lines(IEnumerable<SourceFile> files, Func<string, bool> offends, string reason) =>
        from file in files
        from numbered in file.Lines.Select((line, index) => (line, number: index + 1))
        where offends(numbered.line)
        select $"{file.Path}:{numbered.number} {reason}";

    [GeneratedRegex(
        @"(?<summary>^///[^\n]*\n)?(^[\[\]][^\n]*\n|^ [^\n]*\n)*^public ((sealed|static|abstract|readonly|partial) )*(record struct|record|class|enum|interface|struct) (?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|coming soon|敬请期待", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*\{\s*\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\b(double|float|decimal)\??\s+\w*([Pp]rice|[Aa]mount|[Mm]oney|[Ff]en|[Yy]uan|[Dd]eposit)\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Floating();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Util|Utils|Utility|Service2)\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Vague();

    [GeneratedRegex(@"GetGrain<[^>]+>\(""[^"":]*""\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex RawKey();

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\(\d|Task\.Delay\(TimeSpan\.From", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"(?<![\w.])/(work|home|root|Users)/\w|[A-Z]:\\\\?Users", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MachinePath();
}
