using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Watching;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Something happened to a watched patent, or to several at once.</summary>
    Change,

    /// <summary>A fee of a watched patent falls due.</summary>
    FeeDue,

    /// <summary>Patents came to match a saved search.</summary>
    SearchHit,
}

/// <summary>A watched patent.</summary>
public sealed record PatentBrief(string Id, string Number, string? TitleZh, string? TitleEn);

/// <summary>One notice (消息).</summary>
/// <param name="Pos">Its place in the journal; notices are read up to one.</param>
/// <param name="Patents">What it is about: the watched patents it touches, or the last few that came to match.</param>
/// <param name="Text">In the caller's language.</param>
/// <param name="DueOn">The day something falls due; null for all else.</param>
/// <param name="Search">The saved search's number; null for all else.</param>
public sealed record NoticeView(
    long Pos,
    DateTimeOffset At,
    NoticeKind Kind,
    IReadOnlyList<PatentBrief> Patents,
    string Text,
    DateOnly? DueOn,
    int? Search,
    bool IsUnread);

/// <summary>The caller's notices and what he watches.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Ask with this as <c>cursor</c> for the next page; null on the last.</param>
/// <param name="Unread">How many he has not read.</param>
/// <param name="Watched">The patents he watches, the newest watch first.</param>
public sealed record NoticesView(
    long Version,
    IReadOnlyList<NoticeView> Items,
    long Total,
    string? Next,
    long Unread,
    IReadOnlyList<PatentBrief> Watched) : IHasVersion;

/// <summary>Up to which place of the journal notices are read.</summary>
public sealed record ReadForm(long UpTo);
