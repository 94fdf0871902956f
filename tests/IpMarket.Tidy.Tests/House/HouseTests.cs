using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpMarket.Domain.Kernel;
using IpMarket.Grains.Kernel;
using Orleans;
using Orleans.Concurrency;
using Xunit;

namespace IpMarket.Tidy.Tests.House;

/// <summary>The rooms keep to their walls, refusals speak both languages, grains never block each other.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] TopLevel = ["src", "web", "tests", "deploy", "IpMarket.sln", "README.md"];

    [Fact]
    public void The_top_level_holds_only_what_the_owner_fixed()
    {
        Assert.NotEmpty(Strangers(["scripts"]));
        Tree.None("Not at the top level:", Strangers(Directory.EnumerateFileSystemEntries(Tree.Root).Select(Path.GetFileName)!));
    }

    [Theory]
    [InlineData("IpMarket.Domain", "")]
    [InlineData("IpMarket.Grains", "IpMarket.Domain")]
    [InlineData("IpMarket.Adapters", "IpMarket.Domain")]
    [InlineData("IpMarket.Server", "IpMarket.Adapters IpMarket.Grains")]
    public void Projects_see_only_whom_they_may(string project, string may)
    {
        Assert.Equal("IpMarket.Server", References("""<Project><ProjectReference Include="../IpMarket.Server/IpMarket.Server.csproj" /></Project>"""));
        var file = Tree.All.Single(f => f.Path == $"src/{project}/{project}.csproj");
        Assert.Equal(may, References(file.Text));
    }

    [Fact]
    public void Every_refusal_speaks_chinese_and_english()
    {
        Assert.NotEmpty(Mute([typeof(PlantedRefusal)]));
        var enums = Assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && t.Name.EndsWith("Refusal", StringComparison.Ordinal)).ToList();
        Assert.Contains(typeof(KernelRefusal), enums);
        Tree.None("Refusals without both texts, or with figures in one only:", Mute(enums));
    }

    [Fact]
    public void No_two_refusals_of_different_meaning_share_a_code()
    {
        var codes = Assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && t.Name.EndsWith("Refusal", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(f => (Code: Refusal.CodeOf(f.Name), Status: f.GetCustomAttribute<RefusalTextAttribute>()?.Status))
            .GroupBy(pair => pair.Code, StringComparer.Ordinal);
        Tree.None("One code, two statuses:", codes.Where(g => g.Distinct().Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Aggregate_grains_never_make_a_read_wait_behind_a_write()
    {
        Assert.NotEmpty(Blocking([typeof(IPlantedGrain)]));
        var contracts = typeof(FollowerGrain).Assembly.GetTypes()
            .Where(IsAggregateGrain).SelectMany(t => t.GetInterfaces())
            .Where(i => i.Assembly == typeof(FollowerGrain).Assembly).Distinct();
        Tree.None("Every method of an aggregate's grain is [AlwaysInterleave]:", Blocking(contracts));
    }

    [Fact]
    public void Each_aggregate_grain_keeps_its_snapshot_under_a_name_of_its_own()
    {
        var names = typeof(FollowerGrain).Assembly.GetTypes().Where(IsAggregateGrain)
            .Select(type => (type.Name, State: StateName(type))).ToList();
        Tree.None("Grains without a state name:", names.Where(n => n.State is null).Select(n => n.Name));
        Tree.None("Two grains share a state name:", names.GroupBy(n => n.State, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => string.Join(", ", g.Select(n => n.Name))));
    }

    private static Assembly[] Assemblies =>
        [typeof(IEvent).Assembly, typeof(FollowerGrain).Assembly, Assembly.Load("IpMarket.Adapters"), Assembly.Load("IpMarket.Server")];

    private static IEnumerable<string> Strangers(IEnumerable<string> names) =>
        names.Where(name => !name.StartsWith('.') && !TopLevel.Contains(name, StringComparer.Ordinal));

    private static string References(string project) => string.Join(' ', XDocument.Parse(project)
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))
        .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Mute(IEnumerable<Type> enums) =>
        from type in enums
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        let text = field.GetCustomAttribute<RefusalTextAttribute>()
        where text is null || !Chinese().IsMatch(text.Zh) || Chinese().IsMatch(text.En)
            || !Figures(text.Zh).SetEquals(Figures(text.En))
        select $"{type.Name}.{field.Name}";

    private static HashSet<string> Figures(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> Blocking(IEnumerable<Type> contracts) =>
        from contract in contracts
        from method in contract.GetMethods()
        where !method.IsDefined(typeof(AlwaysInterleaveAttribute))
        select $"{contract.Name}.{method.Name}";

    private static bool IsAggregateGrain(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(AggregateGrain<>))
                return !type.IsAbstract;
        }

        return false;
    }

    private static string? StateName(Type type) => type.GetConstructors().Single().GetParameters()
        .Select(p => p.GetCustomAttribute<Orleans.Runtime.PersistentStateAttribute>()?.StateName)
        .FirstOrDefault(name => name is not null);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Placeholder();

    private enum PlantedRefusal
    {
        Silent,
    }

    private interface IPlantedGrain
    {
        Task Act();
    }
}
