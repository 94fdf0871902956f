using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>The rules of a patent's stream.</summary>
public static class PatentDecider
{
    /// <summary>How long an unconfirmed reservation stands.</summary>
    public static readonly TimeSpan ReservationLasts = TimeSpan.FromMinutes(1);

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordPatent command, Moment moment)
    {
        var read = PatentNumber.Parse(command.Number);
        if (read.Refusal is { } refusal) return refusal;
        var number = read.Value;
        if (patent.JoinedTo is { } to) return Decided.No(PatentRefusal.Joined, ("patent", to));
        if (FactsRule.Fault(command.Facts) is { } fault)
            return Decided.No(PatentRefusal.FactsMalformed, ("field", fault));
        if (command.Status is { } words && Fault(words, moment) is { } unfit) return unfit;
        if (patent.Exists && command.Origin == FactOrigin.Party) return Decided.No(PatentRefusal.KnownAlready);

        var events = new List<IEvent>();
        if (!patent.Exists) events.Add(new PatentRegistered(number.Text, number.Kind, number.Type));
        var news = News(patent, number, command.Facts, command.Origin);
        if (!news.IsEmpty) events.Add(new PatentFactsRecorded(news, command.Origin, command.Source));
        if (command.Status is { } status && !Knows(patent, status)) events.Add(new PatentStatusSeen(status));
        return events.Count == 0 ? Decided.No(PatentRefusal.NothingNew) : events;
    }

    /// <summary>A status the other stream should not have taken stays there; what else it knew comes over.</summary>
    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, SupplementPatent command, Moment moment)
    {
        if (!patent.Exists) return Decided.No(PatentRefusal.Unknown);
        var events = new List<IEvent>();
        var gaps = command.Facts.GapsOf(patent.Facts);
        if (!gaps.IsEmpty) events.Add(new PatentFactsRecorded(gaps, command.Origin, command.Source));
        foreach (var status in command.Statuses)
            if (!Knows(patent, status) && Fault(status, moment) is null) events.Add(new PatentStatusSeen(status));
        if (patent.Holders.IsEmpty && !command.Holders.IsDefaultOrEmpty)
            events.Add(new PatentHoldersRecorded(command.Holders, command.Source, null));
        return events.Count == 0 ? Decided.No(PatentRefusal.NothingNew) : events;
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, RecordHolders command, Moment moment)
    {
        if (!patent.Exists) return Decided.No(PatentRefusal.Unknown);
        if (patent.JoinedTo is { } to) return Decided.No(PatentRefusal.Joined, ("patent", to));
        if (command.Holders.IsDefaultOrEmpty || FactsRule.NamesFault(command.Holders))
            return Decided.No(PatentRefusal.FactsMalformed, ("field", "holders"));
        if (patent.Holders.SequenceEqual(command.Holders)) return Decided.No(PatentRefusal.NothingNew);
        return Decided.As(new PatentHoldersRecorded(command.Holders, command.Source, command.SeenOn));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, JoinPatent command, Moment moment)
    {
        if (patent.JoinedTo == command.To) return Decided.No(PatentRefusal.NothingNew);
        if (patent.JoinedTo is { } other) return Decided.No(PatentRefusal.Joined, ("patent", other));
        if (IsItself(command) || (patent.Exists && !patent.IsProvisional))
            return Decided.No(PatentRefusal.NumberMismatch, ("number", command.Publication));
        return Decided.As(new PatentJoined(command.Publication, command.To));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, ReservePatent command, Moment moment)
    {
        if (patent.JoinedTo is { } to) return Decided.No(PatentRefusal.Joined, ("patent", to));
        if (!patent.Exists) return Decided.No(PatentRefusal.Unknown);
        if (patent.IsProvisional) return Decided.No(PatentRefusal.Provisional);
        if (patent.Status is { Standing: LegalStanding.Ended } ended)
            return Decided.No(PatentRefusal.Ended, ("status", Words(ended)));
        if (patent.Reservation is { } held && held.Listing != command.Listing)
            return Decided.No(PatentRefusal.Reserved);
        if (patent.Reservation is { IsConfirmed: true } stands
            && stands.Id != command.Reservation
            && stands.Id != command.Ended)
            return Decided.No(PatentRefusal.ReservedByAnotherRound);
        var until = moment.At + ReservationLasts;
        return Decided.As(new PatentReserved(command.Listing, command.Reservation, until));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, ConfirmReservation command, Moment moment)
    {
        if (!Holds(patent, command.Listing, command.Reservation)) return Decided.No(PatentRefusal.NotReserved);
        if (patent.Reservation!.IsConfirmed) return Decided.No(PatentRefusal.NothingNew);
        return Decided.As(new PatentReservationConfirmed(command.Reservation));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, ReleasePatent command, Moment moment) =>
        Holds(patent, command.Listing, command.Reservation)
            ? Decided.As(new PatentReleased(command.Listing, command.Reservation))
            : Decided.No(PatentRefusal.NotReserved);

    /// <summary>
    /// What of seen facts is news; applicants only a party had named are news when the centre says the same.
    /// </summary>
    public static PatentFacts News(Patent patent, PatentNumber number, PatentFacts seen, FactOrigin origin)
    {
        var news = patent.Facts.NewsIn(seen.With(OwnPublication(number, seen)));
        return origin == FactOrigin.Centre && patent is { Exists: true, FactsOrigin: FactOrigin.Party }
            ? news with { Applicants = seen.Applicants }
            : news;
    }

    private static bool Holds(Patent patent, string listing, Guid reservation) =>
        patent.Reservation is { } held && held.Listing == listing && held.Id == reservation;

    /// <summary>In its source's words; of a code what it means in both languages.</summary>
    private static bool IsItself(JoinPatent command) =>
        PatentNumber.TryParse(command.Publication, out var number) && number.Stream == command.To;

    private static string Words(LifeStatus ended) =>
        ended.By is { } by && LegalCodes.Find(by) is { } code
            ? $"{code.Code} {code.Zh} / {code.En}"
            : ended.By ?? ended.State.ToString();

    private static Refusal? Fault(StatusSeen status, Moment moment)
    {
        if (string.IsNullOrWhiteSpace(status.Text) || status.Text.Length > Limits.StatusCharsMax)
            return Refusal.Of(PatentRefusal.FactsMalformed, ("field", "legalStatus"));
        return status.SeenOn is { } day ? LifeDecider.Ahead(day, moment) : null;
    }

    private static bool Knows(Patent patent, StatusSeen status) =>
        patent.Statuses.Any(known => known.Text == status.Text && known.SeenOn == status.SeenOn);

    /// <summary>
    /// A publication or foreign number that names the stream is itself one of the patent's publications.
    /// </summary>
    private static PatentFacts OwnPublication(PatentNumber number, PatentFacts seen)
    {
        var kind = number.Publication?.Kind ?? number.ForeignKind;
        if (number.Kind == NumberKind.Application || kind.Length == 0) return PatentFacts.None;
        if (seen.Publications.Any(p => p.Key == number.Key && p.Kind == kind)) return PatentFacts.None;
        return PatentFacts.None with { Publications = [new Publication(number.Key, kind, null)] };
    }
}

/// <summary>Bounds of bibliographic facts.</summary>
public static class FactsRule
{
    public const int NamesMax = 200;
    public const int IpcMax = 200;
    public const int PublicationsMax = 50;
    public const int TitleCharsMax = 500;

    /// <summary>The office asks for 300; older ones and those of other offices are longer.</summary>
    public const int AbstractCharsMax = 5_000;

    /// <summary>Documents of one patent's family.</summary>
    public const int FamilyMax = 200;

    /// <summary>The first field out of its bounds, or null.</summary>
    public static string? Fault(PatentFacts facts)
    {
        if (IsTooLong(facts.TitleZh)) return "titleZh";
        if (IsTooLong(facts.TitleEn)) return "titleEn";
        if (NamesFault(facts.Applicants)) return "applicants";
        if (NamesFault(facts.Inventors)) return "inventors";
        if (facts.Ipc.Length > IpcMax || facts.Ipc.Any(text => !IpcSymbol.TryParse(text, out _))) return "ipc";
        if (facts.Publications.Length > PublicationsMax) return "publications";
        if (facts.Family.Length > FamilyMax || facts.Family.Any(IsUnfit)) return "family";
        if (IsTooLong(facts.AbstractZh, AbstractCharsMax)) return "abstractZh";
        if (IsTooLong(facts.AbstractEn, AbstractCharsMax)) return "abstractEn";
        return null;
    }

    internal static bool NamesFault(ImmutableArray<string> names) =>
        names.IsDefault
        || names.Length > NamesMax
        || names.Any(name => string.IsNullOrWhiteSpace(name)
            || name.Length > Limits.NameCharsMax
            || name.Any(PlainText.IsForbidden));

    private static bool IsUnfit(FamilyDocument document) =>
        document.Number.Length is 0 or > FamilyDocument.NumberCharsMax || document.Number.Any(PlainText.IsForbidden);

    private static bool IsTooLong(string? text, int max = TitleCharsMax) =>
        text is not null && (text.Length == 0 || text.Length > max || text.Any(PlainText.IsForbidden));
}
