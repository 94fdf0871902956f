using IpMarket.Domain.Trading.RuleProfiles;

namespace IpMarket.Server.Endpoints.Trading;

/// <summary>One version of a rule profile.</summary>
/// <param name="Id">Its stable code.</param>
/// <param name="Versions">All there are, oldest first.</param>
/// <param name="Name">As it stands on papers, or as English pages say it.</param>
/// <param name="Description">Its bounds in one line, in the caller's language.</param>
/// <param name="Demo">True: for the example market only.</param>
/// <param name="IsInForce">Auctions may be drafted under this version today.</param>
/// <param name="MayHost">The centre may publish under it today.</param>
/// <param name="HostNote">On what the centre's qualification rests; null where none is asked for or held.</param>
/// <param name="Protocols">Those an auction here can follow: allowed by the rule, and offered.</param>
/// <param name="Options">What an auction here can add to its protocol: allowed by the rule, and offered.</param>
/// <param name="Notice">Least time between announcement and opening, by start price.</param>
/// <param name="Lines">Every rule in the caller's language, with its source.</param>
public sealed record ProfileView(
    string Id,
    int Version,
    IReadOnlyList<int> Versions,
    string Name,
    string Description,
    bool Demo,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveUntil,
    bool IsInForce,
    bool MayHost,
    string? HostNote,
    IReadOnlyList<BiddingProtocol> Protocols,
    IReadOnlyList<BiddingOption> Options,
    IReadOnlyList<SoftCloseKind> SoftClose,
    Bounds StartPriceFen,
    Bounds StepFen,
    Bounds StepPermilleOfStart,
    DepositBase DepositOf,
    Bounds DepositPermille,
    Bounds SoftCloseSeconds,
    Bounds DurationSeconds,
    Bounds? ClockSeconds,
    Bounds? FloorPermilleOfStart,
    Bounds? StartPermilleOfAppraisal,
    IReadOnlyList<ReserveDisclosure> Reserves,
    IReadOnlyList<NoticeTier> Notice,
    int ViewingDays,
    BiddingHours? Hours,
    IReadOnlyList<BarredBidder> Barred,
    IReadOnlyList<ProfileRule> Lines)
{
    public static ProfileView Of(RuleProfile profile, IRuleProfiles profiles, DateOnly today, bool english)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(profiles);
        return new ProfileView(
            profile.Code,
            profile.Version,
            [.. profiles.Versions(profile.Code).Select(version => version.Version)],
            english ? profile.NameEn : profile.Name,
            Describe(profile, english),
            profile.Demo,
            profile.EffectiveFrom,
            profile.EffectiveUntil,
            profiles.InForce(profile.Code, today)?.Version == profile.Version,
            profiles.MayHost(profile, today),
            profiles.Held(profile.Host, today)?.Source,
            [.. profile.Protocols.Intersect(OfferedHere.ProtocolsOf(profile))],
            [.. profile.Options.Where(profile.Takes)],
            profile.SoftClose,
            profile.StartPriceFen,
            profile.StepFen,
            profile.StepPermilleOfStart,
            profile.DepositOf,
            profile.DepositPermille,
            profile.SoftCloseSeconds,
            profile.DurationSeconds,
            profile.ClockSeconds,
            profile.FloorPermilleOfStart,
            profile.StartPermilleOfAppraisal,
            [.. profile.Reserves.Intersect(OfferedHere.Reserves)],
            profile.Notice,
            profile.ViewingDays,
            profile.Hours,
            profile.Barred,
            [.. ProfileWords.Lines(profile).Select(line => new ProfileRule(
                line.Field, line.Label.In(english), line.Value.In(english), line.Source.In(english)))]);
    }

    /// <summary>What a bidder asks first, in one line.</summary>
    private static string Describe(RuleProfile profile, bool english)
    {
        string[] asked = ["protocols", "depositPermille", "softCloseSeconds", "notice", "hours"];
        var all = ProfileWords.Lines(profile);
        var lines = asked.SelectMany(field => all.Where(line => line.Field == field));
        return string.Join(
            english ? "; " : "；",
            lines.Select(line => english ? $"{line.Label.En}: {line.Value.En}" : $"{line.Label.Zh}：{line.Value.Zh}"));
    }
}

/// <summary>One rule in the caller's language.</summary>
/// <param name="Field">Its name in the profile.</param>
public sealed record ProfileRule(string Field, string Label, string Value, string Source);

public sealed record ProfileList(IReadOnlyList<ProfileView> Items);

/// <summary>How two versions of a profile differ, field by field.</summary>
public sealed record ProfileDifferences(int From, int To, IReadOnlyList<ProfileChange> Items);

/// <summary>One rule that changed; null where a version does not have it.</summary>
public sealed record ProfileChange(
    string Field, string Label, string? Before, string? After, string? SourceBefore, string? SourceAfter);
