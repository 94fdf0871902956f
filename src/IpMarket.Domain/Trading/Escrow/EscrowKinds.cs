using System.Diagnostics.CodeAnalysis;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>What a receipt turned out to be.</summary>
public enum ReceiptKind
{
    /// <summary>From an account in the bidder's own name, in time.</summary>
    Own,

    /// <summary>Nobody knows yet whose it is.</summary>
    Unidentified,

    /// <summary>Paid by somebody else (P19): held and returned.</summary>
    ThirdPartyHeld,

    /// <summary>Value time after the close: returned.</summary>
    Late,

    /// <summary>In time and own, but the enrolment or the auction had ended when it was entered: returned.</summary>
    NoLongerNeeded,
}

/// <summary>Where the deposit (保证金) of an enrolment stands.</summary>
public enum DepositState
{
    Awaited,

    /// <summary>Less than the deposit so far.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The field's word for a short payment, not a type.")]
    Short,

    /// <summary>Exactly the deposit, from an own account.</summary>
    Received,

    /// <summary>More than the deposit; the excess is to be refunded.</summary>
    Over,

    /// <summary>Only a third party's money came; it goes back.</summary>
    ThirdPartyHeld,

    /// <summary>Only money after the close came; it goes back.</summary>
    Late,

    HeldTowardsPrice,
    ToBeRefunded,
    Refunded,
}

/// <summary>Why money goes back.</summary>
public enum RefundReason
{
    Excess,
    ThirdParty,
    Late,
    NotWon,
    AuctionCancelled,
    EnrolmentEnded,

    /// <summary>Nobody claimed it.</summary>
    Unidentified,

    /// <summary>In time, but no longer needed when it was entered.</summary>
    NoLongerNeeded,

    /// <summary>The purchase intent was withdrawn, lapsed, failed or was not chosen.</summary>
    IntentEnded,
}
