using System.Globalization;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>A patent built by its events, and what the centre may still record of it.</summary>
internal sealed class APatent
{
    private static readonly Moment Now = new(
        new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero), new Actor("user:handler"));

    private long version;

    public Patent State { get; private set; } = Patent.Empty;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An invention (or another type) filed on a day, nothing else known of it.</summary>
    public static APatent Filed(string? day, PatentType type = PatentType.Invention, params string[] holders) =>
        new APatent()
            .Then(new PatentRegistered("CN201210288271.2", NumberKind.Application, type))
            .Then(new PatentFactsRecorded(
                PatentFacts.None with { FilingDate = day is null ? null : Day(day), Applicants = [.. holders] },
                FactOrigin.Centre,
                "test"));

    public APatent Then(IEvent fact, string recordedOn = "2026-11-26")
    {
        version++;
        State = State.Evolve(new Recorded(
            version,
            "patent:CN201210288271",
            version,
            new DateTimeOffset(Day(recordedOn), TimeOnly.MinValue, TimeSpan.Zero),
            Guid.Empty,
            Now.Actor,
            fact));
        return this;
    }

    /// <summary>Legal events as <c>GR01 2014-07-23, CF01 2020-10-02</c>; <c>2030-01-01</c> after one moves the term.</summary>
    public APatent With(string events)
    {
        foreach (var text in events.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = text.Split(' ');
            Then(new LegalEventRecorded(new LegalEvent(
                State.Life.NextNumber, parts[0], Day(parts[1]), null, parts.Length > 2 ? Day(parts[2]) : null, "test")));
        }

        return this;
    }

    public APatent Seen(string words, string? on, string recordedOn = "2026-11-26") =>
        Then(new PatentStatusSeen(new StatusSeen(words, "test", on is null ? null : Day(on))), recordedOn);

    public APatent Published(string key, string kind, string? on) => Then(new PatentFactsRecorded(
        PatentFacts.None with { Publications = [new Publication(key, kind, on is null ? null : Day(on))] },
        FactOrigin.Centre,
        "test"));

    /// <summary>Decides and, when it is accepted, lives on with it; the refusal's code else.</summary>
    public string? Decide<TCommand>(Decide<Patent, TCommand> decide, TCommand command)
        where TCommand : ICommand
    {
        var outcome = decide(State, command, Now);
        if (outcome.Refusal is { } refusal) return refusal.Code;
        foreach (var fact in outcome.Value) Then(fact);
        return null;
    }
}
