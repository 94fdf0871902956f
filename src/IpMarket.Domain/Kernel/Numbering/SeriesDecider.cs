namespace IpMarket.Domain.Kernel.Numbering;

/// <summary>Why a command on a series is refused, by descending precedence.</summary>
public enum SeriesRefusal
{
    [RefusalText("{number} 号尚未发出。", "Number {number} was never given.", Status = 404)]
    NumberNeverGiven,

    [RefusalText("{number} 号已作废。", "Number {number} is void already.")]
    NumberVoidAlready,
}

/// <summary>Numbers follow each other without gap, and a void one stays given.</summary>
public static class SeriesDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Series series, IssueNumber command, Moment moment)
    {
        var number = series.Last + 1;
        return Decided.As(new NumberIssued(
            number, command.Rule.Text(number), command.Rule.Display(number), command.Subject));
    }

    public static Outcome<IReadOnlyList<IEvent>> Decide(Series series, VoidNumber command, Moment moment)
    {
        if (command.Number < 1 || command.Number > series.Last)
            return Decided.No(SeriesRefusal.NumberNeverGiven, ("number", command.Number));
        return series.Voided.Contains(command.Number)
            ? Decided.No(SeriesRefusal.NumberVoidAlready, ("number", command.Number))
            : Decided.As(new NumberVoided(command.Number, command.Reason));
    }
}
