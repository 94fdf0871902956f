using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties.Identities;

namespace IpMarket.Domain.Trading.Escrow;

/// <summary>
/// One line of the bank's statement, by its serial. Its stream decides to which escrow case it belongs: the first that
/// claims it. Within the case, the case's own stream takes a serial once.
/// </summary>
[GenerateSerializer, Immutable, Alias("trading.bank-entry/1")]
public sealed record BankEntry([property: Id(0)] string? Escrow) : IAggregateState<BankEntry>
{
    public static BankEntry Empty { get; } = new(default(string));

    public BankEntry Evolve(Recorded recorded) =>
        recorded.Event is BankEntryClaimed claimed ? new BankEntry(claimed.Escrow) : this;
}

/// <summary>A case claims the line.</summary>
[GenerateSerializer, Immutable, Alias("trading.bank-entry.claim/1")]
public sealed record ClaimBankEntry([property: Id(0)] string Escrow) : ICommand;

/// <summary>The line belongs to this case from here on.</summary>
[GenerateSerializer, Immutable, Alias("trading.bank-entry.claimed/1")]
public sealed record BankEntryClaimed([property: Id(0)] string Escrow) : IEvent;

/// <summary>Why a claim fails.</summary>
public enum BankEntryRefusal
{
    [RefusalText("该银行流水号已在另一账册入账。", "The bank serial was entered in another case.")]
    ClaimedElsewhere,

    /// <summary>Not a failure for the case that asks: it has the line already.</summary>
    [RefusalText("该银行流水号已属本账册。", "The bank serial belongs to this case already.")]
    ClaimedHere,
}

/// <summary>The one rule of a statement's line: the first case that claims it has it.</summary>
public static class BankEntryDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(BankEntry entry, ClaimBankEntry claim, Moment moment) =>
        entry.Escrow is null ? Decided.As(new BankEntryClaimed(claim.Escrow))
        : entry.Escrow == claim.Escrow ? Decided.No(BankEntryRefusal.ClaimedHere)
        : Decided.No(BankEntryRefusal.ClaimedElsewhere);
}

/// <summary>The serial number (流水号) of a line of a bank statement: 4 to 40 letters A–Z and digits.</summary>
public static class BankSerial
{
    private const int CharsMin = 4;
    private const int CharsMax = 40;

    /// <summary>Full-width folded, blanks and dashes dropped, letters capitals.</summary>
    public static string Normal(string? serial) => Folding.Code(serial);

    public static bool IsWellFormed(string serial) =>
        serial.Length is >= CharsMin and <= CharsMax
        && serial.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <summary>The line's stream.</summary>
    public static string StreamOf(string serial) => Ids.Of("bank-entry", serial);
}
