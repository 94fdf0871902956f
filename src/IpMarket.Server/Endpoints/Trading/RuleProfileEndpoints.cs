using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace IpMarket.Server.Endpoints.Trading;

/// <summary>The rule profiles of this market: the newest of each, every version, and how two versions differ.</summary>
public static class RuleProfileEndpoints
{
    public static void MapRuleProfiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/rule-profiles").WithTags("Trading");
        group.MapGet("", List).WithName("listRuleProfiles").ForEveryone();
        group.MapGet("/{code}/versions/{version:int}", Get).WithName("getRuleProfile").ForEveryone();
        group.MapGet("/{code}/differences", Differences).WithName("compareRuleProfile").ForEveryone();
    }

    private static Answer<ProfileList> List(HttpContext http, IRuleProfiles profiles, IMarketClock clock)
    {
        var (english, today) = (Languages.IsEnglish(http.Request), WorkingCalendar.DayOf(clock.Now));
        return new ProfileList(
            [.. profiles.All.Select(newest => ProfileView.Of(
                profiles.InForce(newest.Code, today) ?? newest, profiles, today, english))]);
    }

    private static Answer<ProfileView> Get(
        string code, int version, HttpContext http, IRuleProfiles profiles, IMarketClock clock) =>
        Version(profiles, code, version) is { } profile
            ? ProfileView.Of(profile, profiles, WorkingCalendar.DayOf(clock.Now), Languages.IsEnglish(http.Request))
            : Refusal.Of(KernelRefusal.NotFound);

    /// <summary>Without numbers: the newest version against the one before it.</summary>
    private static Answer<ProfileDifferences> Differences(
        string code, [FromQuery] int? from, [FromQuery] int? to, HttpContext http, IRuleProfiles profiles)
    {
        var versions = profiles.Versions(code);
        if (versions.IsEmpty
            || Version(profiles, code, to ?? versions[^1].Version) is not { } after
            || Version(profiles, code, from ?? versions[Math.Max(0, versions.IndexOf(after) - 1)].Version)
                is not { } before) return Refusal.Of(KernelRefusal.NotFound);
        var english = Languages.IsEnglish(http.Request);
        return new ProfileDifferences(
            before.Version,
            after.Version,
            [.. ProfileWords.Between(before, after).Select(pair => new ProfileChange(
                pair.Line.Field,
                pair.Line.Label.In(english),
                pair.Before?.Value.In(english),
                pair.After?.Value.In(english),
                pair.Before?.Source.In(english),
                pair.After?.Source.In(english)))]);
    }

    private static RuleProfile? Version(IRuleProfiles profiles, string code, int? version) =>
        profiles.Versions(code).FirstOrDefault(profile => profile.Version == version);
}
