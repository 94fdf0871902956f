using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Trading.RuleProfiles;

/// <summary>One rule of a profile in words.</summary>
/// <param name="Field">Its name in the profile.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">What it says.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ProfileLine(string Field, InWords Label, InWords Value, InWords Source);

/// <summary>The same in both languages.</summary>
public sealed record InWords(string Zh, string En)
{
    public string In(bool english) => english ? En : Zh;
}

/// <summary>A rule that two versions say differently; null where a version does not have it.</summary>
public sealed record ProfileDifference(ProfileLine? Before, ProfileLine? After)
{
    public ProfileLine Line => (After ?? Before)!;
}

/// <summary>Says every rule of a profile, and how two versions differ.</summary>
public static class ProfileWords
{
    /// <summary>All of them, in the order a reader asks for them.</summary>
    public static ImmutableArray<ProfileLine> Lines(RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return [.. Said(profile).Where(said => said.Value.Zh.Length > 0).Select(said => new ProfileLine(
            said.Field, said.Label, said.Value, SourceOf(profile, said.Field)))];
    }

    /// <summary>Field by field: what one version says and the other does not, or says differently.</summary>
    public static ImmutableArray<ProfileDifference> Between(RuleProfile before, RuleProfile after)
    {
        var (old, now) = (Lines(before), Lines(after));
        return
        [
            .. now.Select(line => new ProfileDifference(old.FirstOrDefault(one => one.Field == line.Field), line))
                .Where(pair => pair.Before?.Value != pair.After!.Value || pair.Before.Source != pair.After.Source),
            .. old.Where(line => now.All(one => one.Field != line.Field))
                .Select(line => new ProfileDifference(line, null)),
        ];
    }

    private static InWords SourceOf(RuleProfile profile, string field)
    {
        var source = profile.SourceOf(field);
        return new InWords(source.Zh, source.En);
    }

    private static IEnumerable<(string Field, InWords Label, InWords Value)> Said(RuleProfile profile) =>
    [
        ("host", new("组织方资格", "Host"), Of(profile.Host)),
        ("maySayAuction", new("称“拍卖”", "May be called 拍卖"), YesNo(profile.MaySayAuction)),
        ("protocols", new("竞价方式", "Protocols"), List(profile.Protocols, OfferedHere.ProtocolsOf(profile))),
        ("options", new("可附加", "May be added"), List(profile.Options, OfferedHere.Options)),
        ("barred", new("不得参与竞买", "May not bid"), Join(profile.Barred.Select(Barred))),
        ("account", new("收款账户", "Money is paid to"), Of(profile.Account)),
        ("maySuspend", new("可以中止竞价", "May suspend"), Join(profile.MaySuspend.Select(one => Of(one)))),
        ("names", new("公开买受人", "The buyer is named"), profile.Names is { } names ? Of(names) : Nothing),
        ("hours", new("开始与预定结束", "Opening and scheduled close"), Hours(profile.Hours)),
        ("notice", new("公告至开始", "From announcement to opening"), Join(profile.Notice.Select(Notice))),
        ("viewingDays", new("展示", "On view"), profile.ViewingDays == 0
            ? Nothing
            : new($"不少于 {profile.ViewingDays} 日", $"at least {profile.ViewingDays} days")),
        ("startPriceFen", new("起始价", "Start price"), Range(profile.StartPriceFen, Yuan)),
        ("startPermilleOfAppraisal", new("起始价与评估价", "Start price against the appraised value"), Appraisal(profile)),
        ("stepFen", new("加价幅度", "Step"), Range(profile.StepFen, Yuan)),
        ("stepPermilleOfStart", new("加价幅度占起始价", "Step, of the start price"),
            Range(profile.StepPermilleOfStart, Percent)),
        ("depositPermille", new("保证金", "Deposit"), Deposit(profile)),
        ("softClose", new("延时方式", "Soft close"), Join(profile.SoftClose.Select(one => Of(one)))),
        ("softCloseSeconds", new("延时窗口", "Soft-close window"), Range(profile.SoftCloseSeconds, Span)),
        ("durationSeconds", new("竞价时长", "Duration"), Range(profile.DurationSeconds, Span)),
        ("clockSeconds", new("降价间隔", "Each price of a falling clock stands for"),
            profile.ClockSeconds is { } stands ? Range(stands, Span) : Nothing),
        ("floorPermilleOfStart", new("降价竞价的底价占起始价", "Floor of a falling clock, of the start price"),
            profile.FloorPermilleOfStart is { } floor ? Range(floor, Percent) : Nothing),
        ("reserves", new("保留价", "Reserve"), List(profile.Reserves, OfferedHere.Reserves)),
        ("ladder", new("未成交后", "Without a sale"), Ladder(profile.Ladder)),
        ("recordYears", new("档案保存", "Records are kept"), profile.RecordYears == 0
            ? Nothing
            : new($"不少于 {profile.RecordYears} 年", $"at least {profile.RecordYears} years")),
    ];

    private static readonly InWords Nothing = new("", "");

    private static InWords Of(Told told) => new(told.Zh, told.En);

    private static InWords YesNo(bool value) => value ? new("可以", "yes") : new("不得", "no");

    private static InWords Join(IEnumerable<InWords> words, string zh = "、", string en = ", ")
    {
        var all = words.ToList();
        return new(string.Join(zh, all.Select(one => one.Zh)), string.Join(en, all.Select(one => one.En)));
    }

    /// <summary>What the rule allows; what this market cannot do yet is marked so.</summary>
    private static InWords List<T>(ImmutableArray<T> allowed, ImmutableArray<T> offered)
        where T : struct, Enum => allowed.IsEmpty
            ? new("无", "none")
            : Join(allowed.Select(one => offered.Contains(one) ? Of(one) : Mark(Of(one), "尚未提供", "not yet offered")));

    private static InWords Barred(BarredBidder one) =>
        OfferedHere.Barred.Contains(one) ? Of(one) : Mark(Of(one), "由经办核查", "checked by the desk");

    private static InWords Mark(InWords words, string zh, string en) => new($"{words.Zh}（{zh}）", $"{words.En} ({en})");

    private static InWords Hours(BiddingHours? hours) => hours is null
        ? new("不限", "at any hour")
        : new($"工作日 {hours.From:HH:mm}–{hours.To:HH:mm}", $"working days, {hours.From:HH:mm}–{hours.To:HH:mm}");

    private static InWords Notice(NoticeTier tier)
    {
        var days = Days(tier);
        return tier.FromFen == 0 ? days : new(
            $"起始价自 {Yuan(tier.FromFen).Zh} 起{days.Zh}", $"{days.En} for start prices from {Yuan(tier.FromFen).En}");
    }

    private static InWords Days(NoticeTier tier)
    {
        var (zh, en) = Of(tier.Count);
        return new(
            $"至少 {tier.Days} {zh}（公告当日{(tier.CountsFirstDay ? "计入" : "不计入")}）",
            $"at least {tier.Days} {en} (the day of the announcement is {(tier.CountsFirstDay ? "" : "not ")}counted)");
    }

    private static InWords Appraisal(RuleProfile profile) => profile.StartPermilleOfAppraisal is { } bounds
        ? new($"须有评估价，起始价不低于其 {Percent(bounds.Min).Zh}",
            $"an appraisal is asked for; at least {Percent(bounds.Min).En} of it")
        : new("不要求评估价", "no appraisal is asked for");

    private static InWords Deposit(RuleProfile profile)
    {
        var (share, of) = (Range(profile.DepositPermille, Percent), Of(profile.DepositOf));
        return new($"{of.Zh}的 {share.Zh}", $"{share.En} of {of.En}");
    }

    private static InWords Ladder(FailedLotLadder? ladder)
    {
        if (ladder is null) return Nothing;
        List<InWords> parts = [List(ladder.Steps, OfferedHere.Ladder)];
        if (ladder.ReauctionsMax is { } often)
            parts.Add(new($"再次竞价最多 {often} 次", $"auctioned again at most {often} ×"));
        if (ladder.CutPermilleMax is { } cut)
            parts.Add(new($"降价不超过前次的 {Percent(cut).Zh}", $"at most {Percent(cut).En} lower than before"));
        if (ladder.FloorPermilleOfAppraisal is { } floor)
        {
            parts.Add(new($"起始价始终不低于评估价的 {Percent(floor).Zh}",
                $"never below {Percent(floor).En} of the appraised value"));
        }

        if (ladder.WithinDays is { } within) parts.Add(new($"{within} 日内再次开始", $"again within {within} days"));
        if (ladder.Notice is { } notice)
            parts.Add(new($"再次竞价的公告{Days(notice).Zh}", $"announced again {Days(notice).En}"));
        return Join(parts, "；", "; ");
    }

    private static InWords Range(Bounds bounds, Func<long, InWords> shown)
    {
        var (min, max) = (shown(bounds.Min), shown(bounds.Max));
        var range = bounds.Min == bounds.Max ? min : new($"{min.Zh} 至 {max.Zh}", $"{min.En} to {max.En}");
        if (bounds.Usual is not { } usual || bounds.Min == bounds.Max) return range;
        var said = shown(usual);
        return new($"{range.Zh}，通常 {said.Zh}", $"{range.En}, usually {said.En}");
    }

    private static InWords Yuan(long fen)
    {
        var amount = Money.Cny(fen).ToString();
        return new(amount, amount);
    }

    private static InWords Percent(long permille)
    {
        var share = permille % 10 == 0
            ? (permille / 10).ToString(CultureInfo.InvariantCulture)
            : $"{permille / 10}.{permille % 10}";
        return new($"{share} %", $"{share} %");
    }

    private static InWords Span(long seconds) =>
        seconds % 86_400 == 0 ? new($"{seconds / 86_400} 天", $"{seconds / 86_400} d")
        : seconds % 3_600 == 0 ? new($"{seconds / 3_600} 小时", $"{seconds / 3_600} h")
        : seconds % 60 == 0 ? new($"{seconds / 60} 分钟", $"{seconds / 60} min")
        : new($"{seconds} 秒", $"{seconds} s");
}
