using System.Text.Json;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>The codes our titles name are codes of the classification, as WIPO's lists have them.</summary>
public sealed class IpcCodesTests
{
    private static readonly string[] Lists = ["IPC_3.txt", "IPC_4.txt", "IPC_8.txt"];

    [Fact]
    public void Every_class_subclass_and_main_group_of_ours_is_in_wipos_lists()
    {
        var known = Lists
            .SelectMany(file => File.ReadLines(SharedData.File("ipc/" + file)))
            .Select(line => line.TrimStart('\uFEFF').Split('\t')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var ours = IpcTitles.All.Select(title => title.Code).Where(code => code.Length > 1)
            .Select(code => SearchText.Ipc(code).Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.InRange(ours.Count, 40, int.MaxValue);
        Assert.DoesNotContain(ours, code => !known.Contains(code));
        Assert.DoesNotContain("C22B99", known, StringComparer.Ordinal);
    }

    /// <summary>To the last figure, where the lists go that deep; five subclasses of ours have no such list.</summary>
    [Fact]
    public void Every_group_of_ours_in_a_subclass_with_a_full_list_is_in_it()
    {
        string[] without = ["C01B", "C04B", "B01D", "B01J", "B22F"];
        var groups = IpcTitles.All.Select(title => title.Code)
            .Where(code => code.Contains('/', StringComparison.Ordinal) && !without.Contains(code[..4], StringComparer.Ordinal))
            .ToLookup(code => code[..4], StringComparer.Ordinal);
        Assert.InRange(groups.Sum(group => group.Count()), 40, int.MaxValue);
        foreach (var group in groups)
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(SharedData.File($"ipc/es_{group.Key}.json")));
            var known = list.RootElement.EnumerateArray()
                .Select(entry => SearchText.Ipc(entry.GetProperty("code").GetString()!)).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(group, code => !known.Contains(SearchText.Ipc(code)));
        }
    }
}
