using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>Takes back what some commands wrote, as far as nobody changed it since. An import that is undone.</summary>
/// <param name="Source">The import's stream.</param>
/// <param name="Trace">What they wrote, and what stood before.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.take-back-facts/1")]
public sealed record TakeBackFacts(
    [property: Id(0)] string Source, [property: Id(1), LookedUp] FactsTrace Trace) : ICommand;

/// <summary>
/// What was taken back: the fields its source had written say again what they said before, but for <paramref
/// name="Kept"/>.
/// </summary>
/// <param name="Facts">All facts after it.</param>
/// <param name="Origin">Who vouches for the applicants after it.</param>
/// <param name="Statuses">The statuses taken away.</param>
/// <param name="Kept">Fields that were changed since and stay.</param>
/// <param name="Source">The import's stream.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.facts-taken-back/1")]
public sealed record PatentFactsTakenBack(
    [property: Id(0)] PatentFacts Facts,
    [property: Id(1)] FactOrigin Origin,
    [property: Id(2)] ImmutableArray<StatusSeen> Statuses,
    [property: Id(3)] ImmutableArray<string> Kept,
    [property: Id(4)] string Source) : IEvent;

/// <summary>All that was known of the patent was taken back: it is not in the catalogue.</summary>
[GenerateSerializer, Immutable, Alias("catalogue.patent.withdrawn/1")]
public sealed record PatentWithdrawn([property: Id(0)] string Source) : IEvent;

/// <summary>What some commands did in a patent's stream.</summary>
/// <param name="Registered">Whether the patent came with them.</param>
/// <param name="Written">The facts they wrote.</param>
/// <param name="Before">The facts before the first of them.</param>
/// <param name="OriginBefore">Who vouched for the applicants then.</param>
/// <param name="Statuses">The statuses they noted.</param>
[GenerateSerializer, Immutable, Alias("catalogue.patent.facts-trace/1")]
public sealed record FactsTrace(
    [property: Id(0)] bool Registered,
    [property: Id(1)] PatentFacts Written,
    [property: Id(2)] PatentFacts Before,
    [property: Id(3)] FactOrigin OriginBefore,
    [property: Id(4)] ImmutableArray<StatusSeen> Statuses)
{
    /// <summary>Numbers of the legal events they recorded.</summary>
    [Id(5)]
    public ImmutableArray<int> LegalEvents { get; init; } = [];

    /// <summary>Who vouched for the applicants after the last of them.</summary>
    [Id(6)]
    public FactOrigin OriginAfter { get; init; } = FactOrigin.Centre;

    public bool IsEmpty => !Registered && Written.IsEmpty && Statuses.IsEmpty && LegalEvents.IsEmpty;

    /// <summary>Reads it in the patent's records, all of them, in order.</summary>
    public static FactsTrace Of(IEnumerable<Recorded> records, IReadOnlySet<Guid> commands)
    {
        var patent = Patent.Empty;
        Patent? before = null;
        var trace = new FactsTrace(false, PatentFacts.None, PatentFacts.None, FactOrigin.Party, []);
        foreach (var record in records)
        {
            if (commands.Contains(record.CommandId))
            {
                before ??= patent;
                trace = record.Event switch
                {
                    PatentRegistered => trace with { Registered = true },
                    PatentFactsRecorded recorded => trace with { Written = trace.Written.With(recorded.Facts) },
                    PatentStatusSeen seen => trace with { Statuses = trace.Statuses.Add(seen.Status) },
                    LegalEventRecorded fact => trace with { LegalEvents = trace.LegalEvents.Add(fact.Event.Number) },
                    _ => trace,
                };
            }

            // A patent that comes back numbers its life facts anew.
            if (record.Event is PatentWithdrawn) trace = trace with { LegalEvents = [] };

            patent = patent.Evolve(record);
            if (commands.Contains(record.CommandId)) trace = trace with { OriginAfter = patent.FactsOrigin };
        }

        return before is null ? trace : trace with { Before = before.Facts, OriginBefore = before.FactsOrigin };
    }
}
