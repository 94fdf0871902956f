using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Patents.Life;

/// <summary>The life of a patent on a day: what the recorded facts say, and nothing more.</summary>
/// <param name="On">The day it is told for, in the market's zone.</param>
/// <param name="State">Where the patent is.</param>
/// <param name="Since">The day of the fact that brought it there; null where that has none.</param>
/// <param name="By">That fact in words; null when no fact says.</param>
/// <param name="Marks">What stands beside the state as far as the timeline tells.</param>
/// <param name="Term">Null where type, filing date or the law's version is unknown.</param>
/// <param name="Fees">Null where no annual fees fall due.</param>
/// <param name="Holders">All co-owners as the register, else the application, names them.</param>
/// <param name="Ownership">Their shares and mandates where recorded.</param>
/// <param name="Timeline">Oldest first.</param>
/// <param name="IsWatched">Whether the caller watches it.</param>
public sealed record LifeView(
    string Id,
    long Version,
    IReadOnlyList<string> Abilities,
    DateOnly On,
    LifeState State,
    DateOnly? Since,
    string? By,
    IReadOnlyList<LifeMark> Marks,
    TermView? Term,
    FeesView? Fees,
    IReadOnlyList<string> Holders,
    OwnershipView? Ownership,
    IReadOnlyList<TimelineView> Timeline,
    bool IsWatched) : IHasVersion;

/// <summary>Where a rule was read.</summary>
/// <param name="Text">In the caller's language.</param>
/// <param name="IsSure">False: not read in the law's own text.</param>
public sealed record RuleSourceView(string Text, bool IsSure);

/// <summary>How long it lasts.</summary>
/// <param name="EndsOn">The last day.</param>
/// <param name="DaysLeft">After today.</param>
/// <param name="IsChanged">A recorded compensation or extension moved the end.</param>
public sealed record TermView(
    DateOnly FiledOn, int Years, DateOnly EndsOn, int DaysLeft, bool IsChanged, RuleSourceView Source);

/// <summary>An entry of the timeline.</summary>
/// <param name="Date">Its own day; null where the source gave none.</param>
/// <param name="Code">The INPADOC code of a legal event; null for others.</param>
/// <param name="Text">In words: of a code in the caller's language, else the source's own.</param>
/// <param name="Effect">What it does to the status; <c>Unknown</c> when that cannot be told.</param>
/// <param name="Fits">False when it contradicts what stood before and so changed nothing.</param>
/// <param name="Fact">The life fact's number, for taking it back; null where it is none.</param>
public sealed record TimelineView(
    DateOnly? Date,
    TimelineKind Kind,
    string? Code,
    string Text,
    LegalEffect Effect,
    string? Source,
    string? Note,
    DateOnly? TermEndsOn,
    bool Fits,
    int? Fact);

/// <summary>The annual fees.</summary>
/// <param name="Next">The one to pay next; null when none is.</param>
/// <param name="NextThreeYears">Full fees of the next three unpaid years together; null where one is unknown.</param>
/// <param name="Years">From the year of the grant.</param>
/// <param name="Sources">Of the rules used: fees, grace, restoration.</param>
public sealed record FeesView(
    FeeYearView? Next,
    Money? NextThreeYears,
    IReadOnlyList<FeeYearView> Years,
    IReadOnlyList<ReductionView> Reductions,
    IReadOnlyList<RestorationView> Restorations,
    IReadOnlyList<RuleSourceView> Sources);

/// <summary>The fee of one patent year, see <see cref="FeeYear"/>.</summary>
/// <param name="Payable">After a recorded reduction.</param>
/// <param name="Surcharge">If it is paid today.</param>
/// <param name="Grace">Only of a fee that is upcoming or late.</param>
public sealed record FeeYearView(
    int Year,
    FeeStanding Standing,
    DateOnly DueOn,
    DateOnly? GraceEndsOn,
    Money? Full,
    Money? Payable,
    int? ReductionPercent,
    Money Surcharge,
    IReadOnlyList<GraceMonth> Grace,
    PaymentView? Payment);

public sealed record PaymentView(DateOnly PaidOn, Money Amount, string Source, int Fact);

public sealed record ReductionView(
    int Percent, int FromYear, int ToYear, string Source, DateOnly? SeenOn, int Fact);

/// <summary>When and for how much restoration may be asked for.</summary>
/// <param name="RequestBy">The last day.</param>
/// <param name="Fee">Of the request; the unpaid fee and its surcharge come on top.</param>
/// <param name="ForceMajeureBy">
/// With force majeure two months from its removal, at most until this day.
/// </param>
public sealed record RestorationView(
    int Year, DateOnly ReceivedOn, DateOnly RequestBy, Money Fee, DateOnly? ForceMajeureBy, string Source, int Fact);

public sealed record OwnershipView(
    IReadOnlyList<OwnerShare> Shares,
    IReadOnlyList<CoOwnerMandate> Mandates,
    string Source,
    DateOnly? SeenOn,
    int Fact);

/// <summary>The table of legal event codes.</summary>
/// <param name="Source">Where the codes come from, and who wrote the words.</param>
public sealed record LegalCodesView(string Source, IReadOnlyList<LegalCode> Codes);

/// <summary>A legal event of the register or the gazette.</summary>
/// <param name="Code">Of the table of codes.</param>
/// <param name="On">The day it is dated or announced.</param>
/// <param name="Note">What the source adds, at most 200 characters.</param>
/// <param name="TermEndsOn">The day the term then ends; only for codes that move it.</param>
/// <param name="Source">Where it was seen.</param>
public sealed record LegalEventForm(string Code, DateOnly On, string? Note, DateOnly? TermEndsOn, string Source);

/// <summary>An annual fee was paid.</summary>
/// <param name="Year">The patent year paid for.</param>
/// <param name="Amount">Surcharge included.</param>
public sealed record FeePaymentForm(int Year, DateOnly PaidOn, Money Amount, string Source);

/// <summary>A reduction the office granted for some patent years.</summary>
public sealed record FeeReductionForm(int Percent, int FromYear, int ToYear, string Source, DateOnly? SeenOn);

/// <summary>The office's notice that the right ended for an unpaid fee.</summary>
public sealed record LapseNoticeForm(int Year, DateOnly ReceivedOn, string Source);

/// <summary>Shares of all holders, and who of them may act for whom.</summary>
public sealed record OwnershipForm(
    IReadOnlyList<OwnerShare> Shares, IReadOnlyList<CoOwnerMandate> Mandates, string Source, DateOnly? SeenOn);
