using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading;

/// <summary>A rule profile this market offers.</summary>
/// <param name="Id">Its stable code.</param>
/// <param name="Version">The version new auctions follow.</param>
/// <param name="Name">As it stands on papers.</param>
/// <param name="Description">Its bounds in one line, in the caller's language.</param>
/// <param name="Demo">True: for the example market only.</param>
/// <param name="Sources">Where each rule comes from.</param>
public sealed record ProfileView(
    string Id,
    int Version,
    string Name,
    string Description,
    bool Demo,
    Bounds StartPriceFen,
    Bounds StepFen,
    Bounds StepPermilleOfStart,
    Bounds DepositPermilleOfStart,
    Bounds SoftCloseSeconds,
    Bounds DurationSeconds,
    BiddingHours? Hours,
    IReadOnlyList<BarredBidder> Barred,
    BiddingActs Acts,
    IReadOnlyList<ProfileSource> Sources);

/// <summary>Where a bound comes from, in the caller's language.</summary>
/// <param name="Field">The bound, by its name in the profile.</param>
public sealed record ProfileSource(string Field, string Source);

public sealed record ProfileList(IReadOnlyList<ProfileView> Items);

public static class RuleProfileEndpoints
{
    public static void MapRuleProfiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/rule-profiles", List).WithTags("Trading").WithName("listRuleProfiles").ForEveryone();

    private static Answer<ProfileList> List(HttpContext http, IRuleProfiles profiles)
    {
        var english = Languages.IsEnglish(http.Request);
        return new ProfileList([.. profiles.All.Select(profile => Present(profile, english))]);
    }

    private static ProfileView Present(RuleProfile profile, bool english) => new(
        profile.Code,
        profile.Version,
        english ? profile.NameEn : profile.Name,
        english ? DescribeEn(profile) : DescribeZh(profile),
        profile.Demo,
        profile.StartPriceFen,
        profile.StepFen,
        profile.StepPermilleOfStart,
        profile.DepositPermilleOfStart,
        profile.SoftCloseSeconds,
        profile.DurationSeconds,
        profile.Hours,
        profile.Barred,
        profile.Acts,
        [.. profile.Sources.Select(source => new ProfileSource(source.Field, english ? source.En : source.Zh))]);

    private static string DescribeZh(RuleProfile profile) =>
        $"公开加价，加价幅度{KindsZh(profile)}；保证金为起始价的 {Permille(profile.DepositPermilleOfStart)}；"
        + $"最后 {profile.SoftCloseSeconds.Min}–{profile.SoftCloseSeconds.Max} 秒内出价顺延；"
        + (profile.Hours is { } hours ? $"开始和结束须在工作日 {hours.From:HH:mm}–{hours.To:HH:mm}。" : "时间不限。");

    private static string DescribeEn(RuleProfile profile) =>
        $"Open ascending bids, step {KindsEn(profile)}; "
        + $"deposit {Permille(profile.DepositPermilleOfStart)} of the start price; "
        + $"a bid in the last {profile.SoftCloseSeconds.Min}–{profile.SoftCloseSeconds.Max} s moves the end; "
        + (profile.Hours is { } hours
            ? $"opening and close on working days, {hours.From:HH:mm}–{hours.To:HH:mm}."
            : "at any hour.");

    private static string KindsZh(RuleProfile profile) =>
        string.Join("、", profile.Acts.StepKinds.Select(kind => ((Told)kind).Zh));

    private static string KindsEn(RuleProfile profile) =>
        string.Join(", ", profile.Acts.StepKinds.Select(kind => ((Told)kind).En));

    private static string Permille(Bounds bounds) => $"{bounds.Min / 10m:0.#}–{bounds.Max / 10m:0.#} %";
}
