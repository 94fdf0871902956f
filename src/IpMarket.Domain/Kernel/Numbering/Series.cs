using System.Collections.Immutable;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Kernel.Numbering;

/// <summary>
/// The numbers of one kind of paper in one year: 1, 2, 3, … without gap (stream <c>series:NOTICE-2026</c>). Whoever
/// needs a number asks with a command id derived from the event that needs it, so a repeat gets the same number.
/// </summary>
/// <param name="Last">The last number given; 0 before the first.</param>
/// <param name="Voided">Numbers that stand for nothing valid any more. They stay given.</param>
[GenerateSerializer, Immutable, Alias("kernel.series.state/1")]
public sealed record Series(
    [property: Id(0)] int Last,
    [property: Id(1)] ImmutableSortedSet<int> Voided) : IAggregateState<Series>
{
    public static Series Empty { get; } = new(0, []);

    public Series Evolve(Recorded recorded) => recorded.Event switch
    {
        NumberIssued issued => this with { Last = issued.Number },
        NumberVoided voided => this with { Voided = Voided.Add(voided.Number) },
        _ => this,
    };
}

/// <summary>A number was given.</summary>
/// <param name="Number">1, 2, 3, … in the series.</param>
/// <param name="Text">As addresses and streams carry it: <c>NOTICE-2026-00001</c>.</param>
/// <param name="Display">As papers print it: <c>钒钛交易告〔2026〕1号</c>.</param>
/// <param name="Subject">The stream whose event needed it.</param>
[GenerateSerializer, Immutable, Alias("kernel.series.number-issued/1")]
public sealed record NumberIssued(
    [property: Id(0)] int Number,
    [property: Id(1)] string Text,
    [property: Id(2)] string Display,
    [property: Id(3)] string Subject) : IEvent;

/// <summary>作废: the number stands for nothing valid any more; it is never given again.</summary>
[GenerateSerializer, Immutable, Alias("kernel.series.number-voided/1")]
public sealed record NumberVoided(
    [property: Id(0)] int Number,
    [property: Id(1)] string Reason) : IEvent;
