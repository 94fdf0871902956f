using System.Collections.Immutable;
using System.Globalization;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Calendars;

namespace IpMarket.Domain.Catalogue.Patents.Life;

/// <summary>The rules of a patent's stream for the facts of its life. Days are those of the market's zone.</summary>
public static class LifeDecider
{
    /// <summary>中国专利法施行: nothing of a Chinese patent is older.</summary>
    public static readonly DateOnly FirstDay = new(1985, 4, 1);

    /// <summary>The last patent year a fact may name; terms with compensation included.</summary>
    public const int YearMax = 30;

    private const int CodeCharsShown = 20;

    public static Outcome<IReadOnlyList<IEvent>> Decide(
        Patent patent, RecordLegalEvents command, Moment moment, PatentRules rules)
    {
        if (Barred(patent) is { } barred) return barred;
        if (command.Events.Length is 0 or > RecordLegalEvents.EventsMax) return Malformed("events");
        var events = new List<IEvent>();
        var life = patent.Life;
        foreach (var seen in command.Events)
        {
            if (Fault(patent, seen, moment, rules) is { } fault) return fault;
            var fact = new LegalEvent(
                life.NextNumber, LegalCodes.Find(seen.Code)!.Code, seen.On, seen.Note, seen.TermEndsOn, command.Source);
            if (life.LegalEvents.Any(known => IsSame(known, fact))) continue;
            if (life.NextNumber > Limits.LifeFactsMax) return Full();
            events.Add(new LegalEventRecorded(fact));
            life = life with { Facts = fact.Number, LegalEvents = life.LegalEvents.Add(fact) };
        }

        return events.Count == 0 ? Decided.No(PatentRefusal.NothingNew) : events;
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordFeePayment command, Moment moment)
    {
        if (Barred(patent) is { } barred) return barred;
        if (command.Year is < 1 or > YearMax) return Malformed("year");
        if (!command.Amount.IsPositive || command.Amount.Fen > Limits.AmountFenMax) return Malformed("amount");
        if (DayFault("paidOn", command.PaidOn, moment) is { } fault) return fault;
        if (patent.Life.Payments.Any(payment => payment.Year == command.Year))
            return Decided.No(LifeRefusal.FeePaidAlready, ("year", command.Year));
        return Numbered(patent, number => new FeePaymentRecorded(
            new FeePayment(number, command.Year, command.PaidOn, command.Amount, command.Source)));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordFeeReduction command, Moment moment)
    {
        if (Barred(patent) is { } barred) return barred;
        if (command.Percent is < 1 or > 100) return Malformed("percent");
        if (command.FromYear < 1) return Malformed("fromYear");
        if (command.ToYear < command.FromYear || command.ToYear > YearMax) return Malformed("toYear");
        if (command.SeenOn is { } seen && DayFault("seenOn", seen, moment) is { } fault) return fault;
        return Numbered(patent, number => new FeeReductionRecorded(new FeeReduction(
            number, command.Percent, command.FromYear, command.ToYear, command.Source, command.SeenOn)));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordLapseNotice command, Moment moment)
    {
        if (Barred(patent) is { } barred) return barred;
        if (command.Year is < 1 or > YearMax) return Malformed("year");
        if (DayFault("receivedOn", command.ReceivedOn, moment) is { } fault) return fault;
        if (patent.Life.LapseNotices.Any(notice => notice.Year == command.Year))
            return Decided.No(LifeRefusal.LapseNoticeKnown, ("year", command.Year));
        return Numbered(patent, number => new LapseNoticeRecorded(
            new LapseNotice(number, command.Year, command.ReceivedOn, command.Source)));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordOwnership command, Moment moment)
    {
        if (Barred(patent) is { } barred) return barred;
        var ownership = new Ownership(
            patent.Life.NextNumber, command.Shares, command.Mandates, command.Source, command.SeenOn);
        if (command.SeenOn is { } seen && DayFault("seenOn", seen, moment) is { } fault) return fault;
        if (!ownership.Covers(patent.HolderNames))
            return Decided.No(LifeRefusal.OwnersAreNotTheHolders, ("holders", string.Join("；", patent.HolderNames)));
        if (SharesFault(command.Shares)) return Malformed("shares");
        if (MandatesFault(command)) return Malformed("mandates");
        return Numbered(patent, number => new OwnershipRecorded(ownership with { Number = number }));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RetractLifeFact command, Moment moment)
    {
        if (Barred(patent) is { } barred) return barred;
        return patent.Life.Has(command.Number)
            ? Decided.As(new LifeFactRetracted(command.Number, command.Reason))
            : Decided.No(LifeRefusal.LifeFactUnknown, ("number", command.Number));
    }

    /// <summary>Nothing is recorded of a day that is still to come.</summary>
    internal static Refusal? Ahead(DateOnly day, Moment moment) => day > WorkingCalendar.DayOf(moment.At)
        ? Refusal.Of(LifeRefusal.DayAhead, ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        : null;

    /// <summary>Why this patent takes no life facts; null when it does.</summary>
    private static Refusal? Barred(Patent patent)
    {
        if (!patent.Exists) return Refusal.Of(PatentRefusal.Unknown);
        if (patent.JoinedTo is { } to) return Refusal.Of(PatentRefusal.Joined, ("patent", to));
        return patent.Kind == NumberKind.Application ? null : Refusal.Of(LifeRefusal.NoChineseApplication);
    }

    private static Refusal? Fault(Patent patent, NewLegalEvent seen, Moment moment, PatentRules rules)
    {
        if (LegalCodes.Find(seen.Code) is not { } code)
        {
            var shown = seen.Code[..Math.Min(CodeCharsShown, seen.Code.Length)];
            return Refusal.Of(LifeRefusal.LegalCodeUnknown, ("code", shown));
        }

        if (DayFault("on", seen.On, moment) is { } fault) return fault;
        if (seen.Note is { Length: 0 or > Limits.LifeNoteCharsMax }) return Bad("note");
        if (seen.TermEndsOn is not { } end) return null;
        return code.Effect == LegalEffect.TermChanged
            && end <= seen.On.AddYears(YearMax)
            && !(end <= patent.Facts.FilingDate)
            && !(end < Term.StatutoryEnd(patent, rules))
            ? null
            : Bad("termEndsOn");
    }

    private static Refusal? DayFault(string field, DateOnly day, Moment moment)
    {
        if (day < FirstDay) return Bad(field);
        return Ahead(day, moment);
    }

    private static bool SharesFault(ImmutableArray<OwnerShare> shares) =>
        shares.Any(share => share.BasisPoints is < 1 or > Ownership.Whole)
        || (shares.Any(share => share.BasisPoints is not null)
            && (shares.Any(share => share.BasisPoints is null)
                || shares.Sum(share => share.BasisPoints) != Ownership.Whole));

    private static bool MandatesFault(RecordOwnership command)
    {
        var owners = command.Shares.Select(share => share.Holder).ToHashSet(StringComparer.Ordinal);
        return command.Mandates.Length > Limits.MandatesMax || command.Mandates.Any(mandate =>
            mandate.From == mandate.To || !owners.Contains(mandate.From) || !owners.Contains(mandate.To)
            || mandate.Until < FirstDay);
    }

    private static bool IsSame(LegalEvent known, LegalEvent seen) =>
        known with { Number = seen.Number, Source = seen.Source } == seen;

    private static Outcome<IReadOnlyList<IEvent>> Numbered(Patent patent, Func<int, IEvent> fact) =>
        patent.Life.NextNumber > Limits.LifeFactsMax ? Full() : Decided.As(fact(patent.Life.NextNumber));

    private static Outcome<IReadOnlyList<IEvent>> Malformed(string field) => Bad(field);

    private static Refusal Bad(string field) => Refusal.Of(LifeRefusal.LifeFactMalformed, ("field", field));

    private static Refusal Full() => Refusal.Of(LifeRefusal.LifeFactsFull, ("max", Limits.LifeFactsMax));
}
