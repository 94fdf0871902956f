using System.Collections.Immutable;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>The rule profiles an auction may be drafted under here.</summary>
public interface IRuleProfiles
{
    /// <summary>Newest version of each, house profiles first.</summary>
    ImmutableArray<RuleProfile> All { get; }

    /// <summary>Every version of a profile, oldest first; empty when this market does not offer it.</summary>
    ImmutableArray<RuleProfile> Versions(string code);

    /// <summary>The newest version, or null when this market does not offer the profile.</summary>
    RuleProfile? Find(string code) => Versions(code) is [.., var newest] ? newest : null;

    /// <summary>The newest version in force on a day.</summary>
    RuleProfile? InForce(string code, DateOnly day) => Versions(code).LastOrDefault(found => found.IsInForce(day));

    /// <summary>What the centre holds of a kind on a day; null where it holds none.</summary>
    HeldQualification? Held(HostQualification kind, DateOnly day);

    /// <summary>Whether the centre may publish under a profile on a day.</summary>
    bool MayHost(RuleProfile profile, DateOnly day) =>
        profile.Host == HostQualification.None || Held(profile.Host, day) is not null;
}

/// <summary>
/// The profiles that come with the house, and those of this market's own files, of which one of the same code and
/// version stands in the house's place. The demo's only where <paramref name="withDemo"/> says so.
/// </summary>
/// <param name="withDemo">The demo market runs.</param>
/// <param name="own">Profiles of this market's own files.</param>
/// <param name="held">What the centre is recognised as.</param>
public sealed class HouseProfiles(
    bool withDemo, IEnumerable<RuleProfile>? own = null, IEnumerable<HeldQualification>? held = null) : IRuleProfiles
{
    private readonly ImmutableArray<HeldQualification> held = [.. held ?? []];

    private readonly ImmutableDictionary<string, ImmutableArray<RuleProfile>> byCode = ProfileFiles.House
        .Concat(own ?? [])
        .Where(profile => withDemo || !profile.Demo)
        .GroupBy(profile => profile.Code, StringComparer.Ordinal)
        .ToImmutableDictionary(
            versions => versions.Key,
            versions => versions.GroupBy(profile => profile.Version).OrderBy(same => same.Key)
                .Select(same => same.Last()).ToImmutableArray(),
            StringComparer.Ordinal);

    public ImmutableArray<RuleProfile> All =>
        [.. byCode.Values.Select(versions => versions[^1])
            .OrderBy(profile => profile.Demo)
            .ThenBy(profile => profile.Host)
            .ThenBy(profile => profile.Code, StringComparer.Ordinal)];

    public ImmutableArray<RuleProfile> Versions(string code) => byCode.GetValueOrDefault(code, []);

    public HeldQualification? Held(HostQualification kind, DateOnly day) =>
        held.FirstOrDefault(one => one.Kind == kind && one.IsHeld(day));
}
