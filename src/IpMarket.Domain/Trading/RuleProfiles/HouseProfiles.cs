using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>The rule profiles an auction may be drafted under here.</summary>
public interface IRuleProfiles
{
    /// <summary>Newest version of each, house profiles first.</summary>
    ImmutableArray<RuleProfile> All { get; }

    /// <summary>The newest version of a profile, or null when this market does not offer it.</summary>
    RuleProfile? Find(string code);
}

/// <summary>
/// The profiles that come with the house, read from its own data files; the demo's only where
/// <paramref name="withDemo"/> says so.
/// </summary>
public sealed class HouseProfiles(bool withDemo) : IRuleProfiles
{
    private static readonly ImmutableArray<RuleProfile> Files = Load();

    public ImmutableArray<RuleProfile> All { get; } = [.. Files
        .Where(profile => withDemo || !profile.Demo)
        .GroupBy(profile => profile.Code, StringComparer.Ordinal)
        .Select(versions => versions.MaxBy(profile => profile.Version)!)
        .OrderBy(profile => profile.Demo)];

    public RuleProfile? Find(string code) => All.FirstOrDefault(profile => profile.Code == code);

    private static ImmutableArray<RuleProfile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = typeof(HouseProfiles).Namespace + ".";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<RuleProfile>(stream, EventCodec.Options)!;
            })];
    }
}
