using System.Numerics;
using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Domain.Trading.RuleProfiles;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.RuleProfiles;

/// <summary>
/// Terms that fit a profile, with up to three things bent, are announced exactly when a plain reading of the profile,
/// written apart from the decider, finds nothing outside.
/// </summary>
public sealed class ProfileFuzzTests
{
    private const int Cases = 20_000;

    private static readonly RuleProfile[] Profiles = [.. All()];

    private static readonly WorkingCalendar Calendar = new(
        [new DateOnly(2027, 1, 1), new DateOnly(2026, 12, 25)], [new DateOnly(2026, 12, 27)]);

    private static readonly Gen<ADraft> Drafts =
        from profile in Gen.Int[0, Profiles.Length - 1].Select(at => Profiles[at])
        from numbers in Gen.Long[0, 999_999].Array[12]
        from bends in Gen.Int[0, 25].Array[0, 3]
        select bends.Aggregate(Fitting(profile, numbers), (draft, bend) => Bend(draft, bend, numbers[11]));

    [Fact]
    public void Twenty_thousand_auctions_are_announced_exactly_within_their_profile()
    {
        var announced = 0;
        Drafts.Sample(
            draft =>
            {
                var refusal = draft.Announce();
                if (refusal is null) Interlocked.Increment(ref announced);
                Assert.True(
                    refusal is null == IsInside(draft),
                    $"{draft.Profile.Code} {draft.Profile.Version}: {refusal?.Code ?? "announced"} {draft}");
            },
            iter: Cases);
        Assert.InRange(announced, Cases / 20, Cases * 19 / 20);
    }

    private static IEnumerable<RuleProfile> All()
    {
        var house = new HouseProfiles(withDemo: true);
        foreach (var version in house.All.SelectMany(profile => house.Versions(profile.Code)))
        {
            yield return version;
            // The court's, as if its account were offered here: else nothing of it would ever be announced.
            if (version.Account == MoneyAccount.Court) yield return version with { Account = MoneyAccount.Custody };
        }
    }

    private static ADraft Fitting(RuleProfile profile, long[] n)
    {
        long Within(Bounds bounds, long at) => bounds.Min + (at % Math.Max(1, Math.Min(bounds.Max, 1_500) - bounds.Min + 1));
        var now = AnAuction.At("9:00").AddDays(n[0] % 20).AddMinutes(n[1] % 480);
        var start = 1_000 + (n[2] * (n[3] % 2 == 0 ? 1 : 2_000));
        var share = profile.StartPermilleOfAppraisal is { } of ? Math.Max(1, Within(of, n[4])) : 900;
        var tier = NoticeTier.Of(profile.Notice, start);
        var opens = tier?.EarliestOpening(Calendar, now) ?? now.AddMinutes(1);
        var day = Calendar.OnOrAfter(WorkingCalendar.DayOf(opens.AddHours(n[5] % 60)));
        if (profile.Hours is not null || tier is not null)
        {
            opens = WorkingCalendar.InstantOf(day, new TimeOnly(9, 0).AddMinutes(n[5] % 400));
        }

        var longest = profile.DurationSeconds.Min <= 3_600 && n[6] % 2 == 0;
        var closes = longest
            ? opens.AddSeconds(profile.DurationSeconds.Min)
            : WorkingCalendar.InstantOf(Calendar.OnOrAfter(WorkingCalendar.DayOf(opens).AddDays(2)), new TimeOnly(16, 0));
        var terms = new AuctionTerms(
            Money.Cny(start),
            Money.Cny(Math.Max(profile.StepFen.Min, start * Within(profile.StepPermilleOfStart, n[7]) / 1_000)),
            n[8] % 2 == 0 ? null : Money.Cny(start),
            opens,
            closes,
            (int)Within(profile.SoftCloseSeconds, n[9]),
            Money.Cny(Math.Max(1, ((start * Within(profile.DepositPermille, n[10])) + 999) / 1_000)))
        {
            SoftCloseKind = profile.SoftClose[(int)(n[9] % profile.SoftClose.Length)],
            Appraisal = n[4] % 3 == 0 && profile.StartPermilleOfAppraisal is null
                ? null
                : new Appraisal(Money.Cny(Math.Max(1, start * 1_000 / share)), new DateOnly(2026, 11, 1), "示例评估所"),
            Viewing = new ViewingPeriod(WorkingCalendar.DayOf(now), WorkingCalendar.DayOf(opens)),
        };
        return new ADraft(profile, terms) { Now = now, Calendar = Calendar };
    }

    private static ADraft Bend(ADraft draft, int bend, long n)
    {
        var t = draft.Terms;
        AuctionTerms bent = bend switch
        {
            0 => t with { StartPrice = Money.Cny(1 + (n % 120)) },
            1 => t with { StartPrice = Money.Cny((t.StartPrice.Fen * (500 + (n % 600)) / 1_000) + 1) },
            2 => t with { Step = Money.Cny(1 + (n % 2_000)) },
            3 => t with { Step = Money.Cny((t.StartPrice.Fen * (n % 1_100) / 1_000) + 1) },
            4 => t with { Deposit = Money.Cny((t.StartPrice.Fen * (n % 400) / 1_000) + 1) },
            5 => t with { Reserve = Money.Cny(t.StartPrice.Fen + (n % 3) - 1) },
            6 => t with { SoftCloseSeconds = (int)(n % 1_000) },
            7 => t with { SoftCloseKind = SoftCloseKind.EndPlusWindow },
            8 => t with { Protocol = (BiddingProtocol)(n % 6) },
            9 => t with { OpensAt = t.OpensAt.AddTicks(-10) },
            10 => t with { OpensAt = t.OpensAt.AddDays(-(n % 12)) },
            11 => t with { OpensAt = t.OpensAt.AddHours(n % 24), ClosesAt = t.ClosesAt.AddHours(n % 24) },
            12 => t with { ClosesAt = t.OpensAt.AddSeconds(n % 100_000) },
            13 => t with { ClosesAt = t.ClosesAt.AddDays(n % 40) },
            14 => t with { Appraisal = null },
            15 => t with { Appraisal = new Appraisal(Money.Cny(1 + (n * 3)), new DateOnly(2026, 11, 20), "示例评估所") },
            16 => t with { Appraisal = new Appraisal(t.StartPrice, new DateOnly(2026, 12, (int)(n % 20) + 1), n % 2 == 0 ? " " : "所") },
            17 => t with { Viewing = null },
            25 => t with
            {
                Protocol = BiddingProtocol.Dutch, Reserve = Money.Cny((t.StartPrice.Fen * (n % 1_100) / 1_000) + 1),
                Clock = new ClockTerms((int)(n % 3_700)), OpensAt = Morning(t.OpensAt),
            },
            18 => t with { Viewing = new ViewingPeriod(Day(t.OpensAt).AddDays((int)-(n % 4)), Day(t.OpensAt).AddDays((int)(n % 2))) },
            _ => t,
        };
        var next = draft with { Terms = bent };
        return bend switch
        {
            19 => next with { Held = (HostQualification)(n % 4) },
            20 => next with { Now = next.Now.AddHours(n % 40) },
            21 => next with { Now = next.Now.AddTicks(10) },
            22 or 23 => next with
            {
                Before = new AuctionBefore(
                    Money.Cny((t.StartPrice.Fen * (900 + (n % 500)) / 1_000) + 1), t.OpensAt.AddDays(-28 - (n % 5)), (int)(n % 2) + 1)
                {
                    // Mostly under this profile; else under another, alone or after one under this.
                    Profile = (n / 1_000 % 5) switch { 0 => null, 1 or 2 => "another", _ => next.Profile.Code },
                    Other = n / 1_000 % 5 != 2 ? null : new AuctionBefore(t.StartPrice, t.OpensAt.AddDays(-29 - (n % 3)), 1)
                    {
                        Profile = next.Profile.Code,
                    },
                },
            },
            24 => next with { Calendar = WorkingCalendar.Plain },
            _ => next,
        };
    }

    private static DateTimeOffset Morning(DateTimeOffset at) =>
        WorkingCalendar.InstantOf(Calendar.OnOrAfter(Day(at).AddDays(1)), new TimeOnly(9, 0));

    /// <summary>The end of a falling clock counted price by price; null where it is none within the profile.</summary>
    private static DateTimeOffset? ClockEnd(RuleProfile p, AuctionTerms t)
    {
        if (!p.Protocols.Contains(BiddingProtocol.Dutch) || t.Clock is not { } clock || t.Reserve is not { } floor) return null;
        var (seconds, share) = (p.ClockSeconds, p.FloorPermilleOfStart);
        if (clock.IntervalSeconds < Math.Max(1, seconds?.Min ?? 1) || clock.IntervalSeconds > (seconds?.Max ?? 86_400)) return null;
        if (t.Deposit > floor || floor.Fen >= t.StartPrice.Fen || !p.Reserves.Contains(ReserveDisclosure.Public)) return null;
        if (share is not null && ((BigInteger)floor.Fen * 1_000 < (BigInteger)t.StartPrice.Fen * share.Min
            || (BigInteger)floor.Fen * 1_000 > (BigInteger)t.StartPrice.Fen * share.Max)) return null;
        var count = 1;
        for (var price = t.StartPrice.Fen; price > floor.Fen; price -= t.Step.Fen)
            if (++count > 1_000 || t.Step.Fen < 1) return null;
        return t.OpensAt.AddSeconds((double)count * clock.IntervalSeconds);
    }

    /// <summary>The profile read plainly, rule by rule.</summary>
    private static bool IsInside(ADraft d)
    {
        var (p, t) = (d.Profile, d.Terms);
        var isClock = t.Protocol == BiddingProtocol.Dutch;
        if (isClock && ClockEnd(p, t) is null) return false;
        if (isClock) t = t with { ClosesAt = ClockEnd(p, t)!.Value };
        var lowestPrice = (BigInteger)(isClock ? t.Reserve!.Value.Fen : t.StartPrice.Fen);
        var (start, step, deposit) = ((BigInteger)t.StartPrice.Fen, (BigInteger)t.Step.Fen, (BigInteger)t.Deposit.Fen);
        bool Share(BigInteger part, BigInteger whole, Bounds permille) =>
            part * 1_000 >= whole * permille.Min && part * 1_000 <= whole * permille.Max;
        bool In(BigInteger value, Bounds bounds) => value >= bounds.Min && value <= bounds.Max;
        bool Worked(DateTimeOffset at)
        {
            var local = at.ToOffset(TimeSpan.FromHours(8));
            return p.Hours is null || (IsWorked(d.Calendar, local)
                && local.TimeOfDay >= p.Hours.From.ToTimeSpan() && local.TimeOfDay <= p.Hours.To.ToTimeSpan());
        }

        var isHosted = p.Host == HostQualification.None || d.Held == p.Host;
        var isReserve = isClock || (t.Reserve is null
            ? p.Reserves.Any(kind => kind is ReserveDisclosure.None or ReserveDisclosure.EqualToStart)
            : t.Reserve.Value.Fen >= start && (p.Reserves.Contains(ReserveDisclosure.Public)
                || (t.Reserve.Value.Fen == start && p.Reserves.Contains(ReserveDisclosure.EqualToStart))));
        var seconds = (t.ClosesAt - t.OpensAt).TotalSeconds;
        var today = Day(d.Now);
        var isAppraised = (t.Appraisal is null || (t.Appraisal.Value.Fen > 0
                && t.Appraisal.On <= today && t.Appraisal.By.Trim().Length > 0))
            && ((Again(d) is not null && p.Ladder is not null) || p.StartPermilleOfAppraisal is not { } least
                || (t.Appraisal is not null && Share(start, t.Appraisal.Value.Fen, least)));
        var isAgain = Again(d) is not { } before || p.Ladder is not { } ladder
            || ((ladder.ReauctionsMax is not { } often || before.Auctions <= often)
                && (ladder.CutPermilleMax is not { } cut || lowestPrice * 1_000 >= (BigInteger)before.StartPrice.Fen * (1_000 - cut))
                && (ladder.FloorPermilleOfAppraisal is not { } floor
                    || (t.Appraisal is not null && start * 1_000 >= (BigInteger)t.Appraisal.Value.Fen * floor))
                && (ladder.WithinDays is not { } within || t.OpensAt <= before.ClosedAt.AddDays(within)));
        var isViewed = t.Viewing is null
            ? p.ViewingDays == 0
            : t.Viewing.From >= today && t.Viewing.From <= t.Viewing.Until && t.Viewing.Until <= Day(t.OpensAt)
                && t.Viewing.From.AddDays(p.ViewingDays - 1) <= t.Viewing.Until;
        var lowest = (deposit == 1 && start * p.DepositPermille.Max < 1_000) || Share(deposit, start, p.DepositPermille);
        var steps = (step == 1 && start * p.StepPermilleOfStart.Max < 1_000) || Share(step, start, p.StepPermilleOfStart);
        return isHosted && p.Account == MoneyAccount.Custody
            && (isClock || t.Protocol == BiddingProtocol.English) && p.SoftClose.Contains(t.SoftCloseKind)
            && In(start, p.StartPriceFen) && In(step, p.StepFen) && steps && lowest && isReserve
            && isAppraised && isAgain
            && (isClock || In(t.SoftCloseSeconds, p.SoftCloseSeconds))
            && t.OpensAt > d.Now && seconds >= p.DurationSeconds.Min && seconds <= p.DurationSeconds.Max
            && Worked(t.OpensAt) && Worked(t.ClosesAt)
            && HasNotice(d) && isViewed;
    }

    /// <summary>The auction before that counts: the one under the same profile.</summary>
    private static AuctionBefore? Again(ADraft d) =>
        new[] { d.Before, d.Before?.Other }.FirstOrDefault(before => before?.Profile == d.Profile.Code);

    /// <summary>Counts day by day from the announcement to the opening.</summary>
    private static bool HasNotice(ADraft d)
    {
        var tier = (Again(d) is null ? null : d.Profile.Ladder?.Notice)
            ?? d.Profile.Notice.Where(one => one.FromFen <= d.Terms.StartPrice.Fen).OrderBy(one => one.FromFen).LastOrDefault();
        if (tier is null) return true;
        var (at, full) = (d.Now, 0);
        while (at.AddDays(1) <= d.Terms.OpensAt)
        {
            at = at.AddDays(1);
            if (tier.Count == DayCount.Calendar || IsWorked(d.Calendar, at.ToOffset(TimeSpan.FromHours(8)))) full++;
        }

        return full >= tier.Days;
    }

    private static bool IsWorked(WorkingCalendar calendar, DateTimeOffset local)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        if (calendar.MakeUpDays.Contains(day)) return true;
        var isWeekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return !isWeekend && !calendar.Holidays.Contains(day);
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
