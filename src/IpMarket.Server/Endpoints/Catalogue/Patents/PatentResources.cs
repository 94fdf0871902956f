using IpMarket.Adapters.Views.Catalogue;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents;

/// <summary>A patent with what is known of it and what happened to it.</summary>
/// <param name="Id">Its stream; of a joined publication, that of the patent it belongs to.</param>
/// <param name="ApplicationNumber">
/// As printed; null while only its publication is known, and for foreign rights.
/// </param>
/// <param name="Number">The number it goes by, as printed.</param>
/// <param name="IsProvisional">Known by a publication number only: found, never listed.</param>
/// <param name="Holders">The register's holders where the centre recorded them.</param>
/// <param name="LegalStatus">The latest status seen that says whether the right stands.</param>
/// <param name="LegalEvents">Every legal status seen, oldest first.</param>
/// <param name="Family">Claimed priorities, then other members of its family, as sources give them.</param>
/// <param name="IsDemo">示例: an invented patent.</param>
/// <param name="Listing">Its listing where everybody may see one.</param>
/// <param name="History">Newest last, at most <see cref="Limits.PageItemsMax"/>.</param>
public sealed record PatentView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    string? ApplicationNumber,
    string Number,
    bool IsProvisional,
    string? TitleZh,
    string? TitleEn,
    string? AbstractZh,
    string? AbstractEn,
    IReadOnlyList<string> Applicants,
    IReadOnlyList<string> Inventors,
    IReadOnlyList<string> Holders,
    IReadOnlyList<string> Ipc,
    PatentType? Type,
    string? LegalStatus,
    IReadOnlyList<LegalEventView> LegalEvents,
    DateOnly? FilingDate,
    IReadOnlyList<PublicationView> Publications,
    IReadOnlyList<FamilyView> Family,
    bool IsDemo,
    MarketStatus Status,
    ListingBrief? Listing,
    AuctionBrief? Auction,
    IReadOnlyList<HistoryItem> History) : IHasVersion;

public sealed record PublicationView(string Number, string Kind, DateOnly? Date);

/// <summary>A document of the family.</summary>
/// <param name="Office">Two letters; null where the source's text names none.</param>
/// <param name="Number">As printed, without office and kind.</param>
/// <param name="Kind">Null when not said.</param>
/// <param name="Date">The filing's day of a priority, the publication's of a member.</param>
/// <param name="Patent">The patent of this catalogue it is, by a number to open it with; null when it has none.</param>
public sealed record FamilyView(
    FamilyTie Tie, string? Office, string Number, string? Kind, DateOnly? Date, string? Patent);

/// <summary>A legal status as a source gave it.</summary>
/// <param name="Date">The day it was seen or announced; null when the source does not say.</param>
public sealed record LegalEventView(DateOnly? Date, string Text, string Source);

/// <param name="Patents">How many patents it holds together, for one price.</param>
public sealed record ListingBrief(string Id, ListingState Status, Money? AskingPrice, int Patents);

public sealed record AuctionBrief(string Id, AuctionStatus Status, DateTimeOffset OpensAt, DateTimeOffset ClosesAt);

/// <summary>Something that happened.</summary>
/// <param name="Text">In the caller's language.</param>
/// <param name="By">Who did it: the centre, a party, or the house itself.</param>
/// <param name="Party">The party's name, for the centre's people and those who act for it; null for others.</param>
public sealed record HistoryItem(
    DateTimeOffset At, PatentHistoryKind Kind, string Text, HistoryAuthor By, string? Party);

/// <summary>A patent as a person enters it: names are those an office has published.</summary>
/// <param name="Number">In any spelling.</param>
/// <param name="Source">Where it was seen.</param>
public sealed record PatentForm(
    string Number,
    string? TitleZh,
    string? TitleEn,
    IReadOnlyList<string> Applicants,
    IReadOnlyList<string> Inventors,
    IReadOnlyList<string> Ipc,
    DateOnly? FilingDate,
    IReadOnlyList<PublicationForm> Publications,
    StatusForm? LegalStatus,
    string Source)
{
    /// <summary>摘要, at most <see cref="Limits.TextCharsMax"/>; line breaks become blanks. Absent: not seen.</summary>
    public string? AbstractZh { get; init; }

    /// <summary>The abstract in English, as above.</summary>
    public string? AbstractEn { get; init; }
}

public sealed record PublicationForm(string Number, DateOnly? Date);

public sealed record StatusForm(string Text, DateOnly? SeenOn);

/// <summary>The register's holders as the centre saw them, all of them, in the register's order.</summary>
public sealed record HoldersForm(IReadOnlyList<string> Holders, string Source, DateOnly? SeenOn);
