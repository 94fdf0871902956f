using Xunit;

namespace IpMarket.Tidy.Tests.Text;

/// <summary>Each rule is shown to find a planted offender, then to find none in the project.</summary>
public sealed class TextTests
{
    private static readonly SourceFile[] Source =
        [.. Tree.CSharp.Where(file => file.IsIn("src", "tests") && !file.IsIn("tests/IpMarket.Tidy.Tests"))];

    private static readonly SourceFile[] Own = [.. Source.Where(file => file.IsIn("src"))];

    [Fact]
    public void Files_have_at_most_300_lines() =>
        Check(TextRules.TooLongFiles, Source, new string('\n', 302));

    [Fact]
    public void Lines_have_at_most_120_characters() =>
        Check(TextRules.TooLongLines, Own, new string('x', 121));

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Check(TextRules.UnfinishedWork, Source, "// TO" + "DO later");

    [Fact]
    public void No_error_is_swallowed() =>
        Check(TextRules.SwallowedErrors, Source, "try { Act(); } catch (Exception) { }");

    [Fact]
    public void Money_never_floats() =>
        Check(TextRules.FloatingMoney, Source, "decimal startPrice = 1;");

    [Fact]
    public void Types_are_named_for_what_they_do() =>
        Check(TextRules.VagueTypeNames, Source, "public sealed class BidManager");

    [Fact]
    public void Grain_keys_have_a_word_and_a_rest() =>
        Check(TextRules.RawGrainKeys, Source, "grains.GetGrain<IPatentGrain>(\"202310123456\")");

    [Fact]
    public void Tests_do_not_sleep() => Check(
        TextRules.Sleeps,
        [.. Source.Where(file => file.IsIn("tests") && !file.IsIn("tests/IpMarket.Benchmarks", "tests/IpMarket.Testing"))],
        "await Task.Delay(100);");

    [Fact]
    public void No_path_of_a_machine_stands_in_the_project() =>
        Check(TextRules.PathsOfMachines, [.. Tree.All.Where(f => !f.IsIn("tests/IpMarket.Tidy.Tests"))], "cd /home/" + "me/x");

    [Fact]
    public void Public_types_of_the_domain_and_grain_contracts_say_what_they_mean() => Check(
        TextRules.UndocumentedTypes,
        [.. Own.Where(file => file.IsIn("src/IpMarket.Domain") || file.Path.Contains("Grains/", StringComparison.Ordinal)
            && Path.GetFileName(file.Path).StartsWith('I'))],
        "namespace Planted;\n\n[Immutable]\npublic sealed record Planted(int Number);");

    [Fact]
    public void Folders_have_at_most_12_files()
    {
        var planted = Enumerable.Range(0, 13).Select(i => new SourceFile($"src/A/{i}.cs", ""));
        Assert.NotEmpty(TextRules.CrowdedFolders(planted));
        Tree.None("Folders of source stay small:", TextRules.CrowdedFolders(Own).Except(CrowdedForNow, StringComparer.Ordinal));
    }

    /// <summary>Dated exceptions: 2026-11-23, folders that hold one aggregate's whole rule.</summary>
    private static IEnumerable<string> CrowdedForNow =>
        TextRules.CrowdedFolders(Own).Where(offence => offence.Contains("Domain/Kernel:", StringComparison.Ordinal));

    private static void Check(
        Func<IEnumerable<SourceFile>, IEnumerable<string>> rule, SourceFile[] files, string offender)
    {
        Assert.NotEmpty(rule([new SourceFile("src/Planted.cs", offender)]));
        Assert.NotEmpty(files);
        Tree.None("The rule is broken by:", rule(files));
    }
}
