using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>
/// How what an import wrote is taken back. A field goes back only while it says what the import wrote; a patent the
/// import brought goes only while nothing else stands in it.
/// </summary>
public static class TakeBackDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, TakeBackFacts command, Moment moment)
    {
        if (patent.JoinedTo is { } to) return Decided.No(PatentRefusal.Joined, ("patent", to));
        if (!patent.Exists) return Decided.No(PatentRefusal.Unknown);
        var trace = command.Trace;
        if (trace.IsEmpty) return Decided.No(PatentRefusal.NothingNew);
        if (patent.Reservation is { } held) return Decided.No(PatentRefusal.Reserved, ("listing", held.Listing));
        if (trace.Registered)
        {
            return IsAllOf(patent, trace)
                ? Decided.As(new PatentWithdrawn(command.Source))
                : Decided.No(PatentRefusal.ChangedSince, ("fields", ""));
        }

        var after = new Fields(patent.Facts, trace).After(out var kept);
        var statuses = trace.Statuses.Where(patent.Statuses.Contains).ToImmutableArray();
        if (after == patent.Facts && statuses.IsEmpty)
            return Decided.No(PatentRefusal.ChangedSince, ("fields", string.Join(", ", kept)));
        var isApplicants = !trace.Written.Applicants.IsEmpty && !kept.Contains("applicants", StringComparer.Ordinal);
        return Decided.As(new PatentFactsTakenBack(
            after, isApplicants ? trace.OriginBefore : patent.FactsOrigin, statuses, kept, command.Source));
    }

    /// <summary>Whether the patent's state is what the trace alone makes; members of other rules are at rest.</summary>
    private static bool IsAllOf(Patent patent, FactsTrace trace)
    {
        if (patent.Facts != trace.Written || !patent.Statuses.All(trace.Statuses.Contains)) return false;
        var rest = patent with
        {
            Number = Patent.Empty.Number,
            Kind = Patent.Empty.Kind,
            Type = Patent.Empty.Type,
            Facts = Patent.Empty.Facts,
            FactsOrigin = Patent.Empty.FactsOrigin,
            Statuses = Patent.Empty.Statuses,
            Life = patent.Life with { Sightings = [] },
        };
        return Text(rest) == Text(Patent.Empty);
    }

    /// <summary>Lists of equal content are equal in writing.</summary>
    private static string Text(Patent patent) => JsonSerializer.Serialize(patent, EventCodec.Options);

    private sealed class Fields(PatentFacts now, FactsTrace trace)
    {
        private readonly ImmutableArray<string>.Builder kept = ImmutableArray.CreateBuilder<string>();

        public PatentFacts After(out ImmutableArray<string> stays)
        {
            var (written, before) = (trace.Written, trace.Before);
            var facts = new PatentFacts(
                One("titleZh", now.TitleZh, written.TitleZh, before.TitleZh),
                One("titleEn", now.TitleEn, written.TitleEn, before.TitleEn),
                List("applicants", now.Applicants, written.Applicants, before.Applicants),
                List("inventors", now.Inventors, written.Inventors, before.Inventors),
                List("ipc", now.Ipc, written.Ipc, before.Ipc),
                One("filingDate", now.FilingDate, written.FilingDate, before.FilingDate),
                Publications());
            stays = kept.ToImmutable();
            return facts;
        }

        private T? One<T>(string field, T? now, T? written, T? before)
        {
            if (written is null) return now;
            if (EqualityComparer<T>.Default.Equals(now, written)) return before;
            kept.Add(field);
            return now;
        }

        private ImmutableArray<string> List(
            string field, ImmutableArray<string> now, ImmutableArray<string> written, ImmutableArray<string> before)
        {
            if (written.IsEmpty) return now;
            if (now.SequenceEqual(written)) return before;
            kept.Add(field);
            return now;
        }

        private ImmutableArray<Publication> Publications()
        {
            var left = now.Publications;
            foreach (var written in trace.Written.Publications)
            {
                var at = left.IndexOf(written);
                if (at < 0)
                {
                    if (!kept.Contains("publications", StringComparer.Ordinal)) kept.Add("publications");
                    continue;
                }

                left = left.RemoveAt(at);
                var before = trace.Before.Publications
                    .FirstOrDefault(known => known.Key == written.Key && known.Kind == written.Kind);
                if (before is not null) left = left.Insert(at, before);
            }

            return left;
        }
    }
}
