using IpMarket.Domain.Catalogue.Patents;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>What happened to a patent, as everybody may read it.</summary>
public sealed class PatentHistoryRow
{
    /// <summary>The record's place in the journal.</summary>
    public long Pos { get; init; }

    public required string Patent { get; init; }

    public DateTimeOffset At { get; init; }

    public PatentHistoryKind Kind { get; init; }

    /// <summary>Who did it.</summary>
    public HistoryAuthor By { get; init; }

    /// <summary>The party he acted for; null where he acted for none.</summary>
    public string? ByParty { get; init; }

    /// <summary>What the kind alone does not say: a source, a status in its words, an id.</summary>
    public required string Text { get; init; }
}

/// <summary>Who caused a change; never a person.</summary>
public enum HistoryAuthor
{
    /// <summary>One of the centre's people.</summary>
    Centre,

    /// <summary>Somebody who acts for a party.</summary>
    Party,

    /// <summary>The house itself: what follows from another fact.</summary>
    House,
}

/// <summary>Kinds of a patent's history.</summary>
public enum PatentHistoryKind
{
    /// <summary>It entered the catalogue.</summary>
    Entered,

    /// <summary>Bibliographic facts were recorded; the text is their source.</summary>
    FactsRecorded,

    /// <summary>The register's holders were recorded; the text names them.</summary>
    HoldersRecorded,

    /// <summary>A legal status was seen; the text is its words.</summary>
    StatusSeen,

    /// <summary>A publication was joined to it; the text is the publication.</summary>
    PublicationJoined,

    /// <summary>A listing was published; the text is its id, as in all below.</summary>
    Published,

    EnteredAuction,

    LeftAuction,

    Sold,

    /// <summary>A published listing was withdrawn.</summary>
    Withdrawn,

    /// <summary>A legal event was recorded; the text is its code and day.</summary>
    LegalEvent,

    /// <summary>The payment of an annual fee was recorded; the text is the patent year, as in the two below.</summary>
    FeePaid,

    FeeReduced,

    LapseNotice,

    /// <summary>Shares and mandates of the holders were recorded; the text is their source.</summary>
    Ownership,

    /// <summary>A life fact was taken back; the text is its number and the reason.</summary>
    Retracted,

    /// <summary>An import was undone: what it had written was taken back; the text is the import.</summary>
    FactsTakenBack,

    /// <summary>The import that had brought the patent was undone: it left the catalogue; the text is it.</summary>
    TakenOut,

    /// <summary>A listing was suspended; the text is the rule's code.</summary>
    Suspended,

    /// <summary>A suspended listing goes on; the text is its id.</summary>
    Resumed,

    /// <summary>An encumbrance was recorded; the text is its kind and reference, as in the two below.</summary>
    Encumbered,

    EncumbranceRenewed,

    EncumbranceEnded,

    /// <summary>A consent was recorded; the text is its number.</summary>
    ConsentRecorded,

    /// <summary>A consent was withdrawn; the text is its number.</summary>
    ConsentWithdrawn,

    /// <summary>挂牌公告; the text is the notice's number for its listing.</summary>
    NoticeIssued,

    /// <summary>A listing period was extended; the text is by how many working days.</summary>
    PeriodExtended,

    /// <summary>A listing period ended; the text is how many purchase intents stood.</summary>
    PeriodEnded,

    /// <summary>No contract came of the only intent, or of any; the text is the listing.</summary>
    ContractFailed,

    /// <summary>A listing period ended and its deal is agreed upon; the text is how many intents stood.</summary>
    PeriodEndedInTalks,

    /// <summary>A licence was concluded and its listing stays out; the text is the deal's number.</summary>
    Licensed,

    /// <summary>What is out without a period changed; the text is the number of what is accepted.</summary>
    InterestAsked,
}
