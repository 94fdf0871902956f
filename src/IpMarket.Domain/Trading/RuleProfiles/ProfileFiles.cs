using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>Reads profiles from their files, strictly: a misspelt or missing rule must not go unnoticed.</summary>
public static class ProfileFiles
{
    internal static readonly JsonSerializerOptions Strict = new(EventCodec.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Those that come with the house.</summary>
    internal static readonly ImmutableArray<RuleProfile> House = Load();

    /// <exception cref="JsonException">It is no profile, or its numbers make no bounds.</exception>
    public static RuleProfile Read(Stream file)
    {
        var profile = JsonSerializer.Deserialize<RuleProfile>(file, Strict)
            ?? throw new JsonException("The file holds no rule profile.");
        if (Fault(profile) is { } fault) throw new JsonException($"{profile.Code} version {profile.Version}: {fault}");
        return profile;
    }

    private static string? Fault(RuleProfile profile)
    {
        Bounds?[] all =
        [
            profile.StartPriceFen, profile.StepFen, profile.StepPermilleOfStart, profile.DepositPermille,
            profile.SoftCloseSeconds, profile.DurationSeconds, profile.StartPermilleOfAppraisal,
            profile.ClockSeconds, profile.FloorPermilleOfStart,
        ];
        Bounds?[] shares =
        [
            profile.StepPermilleOfStart, profile.DepositPermille, profile.StartPermilleOfAppraisal,
            profile.FloorPermilleOfStart,
        ];
        return profile.Version < 1 || profile.Code.Length == 0 ? "it needs a code and a version from 1 on."
            : profile.Protocols.IsDefaultOrEmpty || profile.SoftClose.IsDefaultOrEmpty
                || profile.Reserves.IsDefaultOrEmpty ? "it allows no protocol, no soft close or no kind of reserve."
            : profile.Barred.IsDefault || profile.Sources.IsDefault ? "its barred bidders or sources are missing."
            : all.Any(b => b is not null && !IsSound(b)) ? "a bound is upside down, below 0 or far above any use."
            : shares.Any(b => b?.Max > PermilleMax) ? "a share is above a thousand times its base."
            : profile.Notice.Any(tier => tier.Days is < 0 or > DaysMax || tier.FromFen < 0)
                || profile.ViewingDays is < 0 or > DaysMax ? "a period is below 0 or longer than a year."
            : profile.Ladder is { CutPermilleMax: < 0 or > 1_000 } ? "the cut is no share."
            : profile.Ladder is { FloorPermilleOfAppraisal: < 0 or > 1_000 } ? "the ladder's floor is no share."
            : profile.DepositOf == DepositBase.Appraisal && profile.StartPermilleOfAppraisal is null
                ? "a deposit of the appraised value asks for an appraisal."
            : null;
    }

    private const int DaysMax = 366;

    /// <summary>So that no share of an amount within the market's limits overflows.</summary>
    private const int PermilleMax = 1_000_000;

    private static bool IsSound(Bounds bounds) => bounds.Min >= 0 && bounds.Min <= bounds.Max
        && bounds.Max <= Limits.AmountFenMax && bounds.Usual is null or >= 0;

    private static ImmutableArray<RuleProfile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = typeof(ProfileFiles).Namespace + ".Files.";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return Read(stream);
            })];
    }
}
