using System.Collections.Immutable;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Patents.Fees;

/// <summary>How the fee of a patent year stands on a day, as far as payments are recorded here.</summary>
public enum FeeStanding
{
    /// <summary>A payment is recorded.</summary>
    Paid,

    /// <summary>The year of the grant: paid with its formalities, no due day of its own.</summary>
    WithGrant,

    /// <summary>Due in a later patent year than the current one.</summary>
    Later,

    /// <summary>The next one; its due day has not passed.</summary>
    Upcoming,

    /// <summary>The due day has passed and no payment is recorded; it may be paid with a surcharge.</summary>
    InGrace,

    /// <summary>
    /// The grace period has passed, or the right has lapsed for a fee, and no payment is recorded: it may have been
    /// paid all the same, nobody guesses.
    /// </summary>
    NoRecord,
}

/// <summary>One month of the grace period.</summary>
/// <param name="Month">From 1.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Percent">Of the full annual fee.</param>
/// <param name="Surcharge">That many percent; null where the fee is unknown.</param>
public sealed record GraceMonth(int Month, DateOnly From, DateOnly Until, int Percent, Money? Surcharge);

/// <summary>The annual fee of one patent year.</summary>
/// <param name="Year">The patent year paid for.</param>
/// <param name="DueOn">
/// The last day to pay without being late: the anniversary that ends the year before, or the next working day.
/// </param>
/// <param name="GraceEndsOn">The last day to pay at all; null where no rule for it is known.</param>
/// <param name="Full">The full fee; null where no rule for it is known.</param>
/// <param name="Payable">What is due after a recorded reduction.</param>
/// <param name="ReductionPercent">The recorded reduction; null when none.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Grace">The months of the grace period.</param>
/// <param name="Surcharge">What comes on top if it is paid on the day asked about; zero while it is not late.</param>
/// <param name="Payment">The recorded payment.</param>
public sealed record FeeYear(
    int Year,
    DateOnly DueOn,
    DateOnly? GraceEndsOn,
    Money? Full,
    Money? Payable,
    int? ReductionPercent,
    FeeStanding Standing,
    ImmutableArray<GraceMonth> Grace,
    Money Surcharge,
    FeePayment? Payment);

/// <summary>When and for how much restoration may be asked for after a lapse.</summary>
/// <param name="Notice">The office's notice.</param>
/// <param name="RequestBy">The last day of the usual way.</param>
/// <param name="Fee">The fee of the request, beside the unpaid fee and its surcharge.</param>
/// <param name="ForceMajeureBy">
/// With force majeure: two months from its removal, no later than this; null where the due day is unknown.
/// </param>
public sealed record RestorationWindow(
    LapseNotice Notice, DateOnly RequestBy, Money Fee, DateOnly? ForceMajeureBy);
