using System.Collections.Immutable;
using System.Text.Json;
using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Catalogue.Patents;

/// <summary>
/// How what an import wrote is taken back. A field goes back only while it says what the import wrote; a patent the
/// import brought goes only while nothing else stands in it.
/// </summary>
public static class TakeBackDecider
{
    /// <summary>What the history says of a legal event whose import was undone.</summary>
    private const string UndoneReason = "撤销导入 (import undone)";

    public static Outcome<IReadOnlyList<IEvent>> Decide(Patent patent, TakeBackFacts command, Moment moment)
    {
        if (patent.JoinedTo is { } to) return Decided.No(PatentRefusal.Joined, ("patent", to));
        if (!patent.Exists) return Decided.No(PatentRefusal.Unknown);
        var trace = command.Trace;
        if (trace.IsEmpty) return Decided.No(PatentRefusal.NothingNew);
        if (!trace.LegalEvents.IsEmpty) return Retract(patent, trace.LegalEvents);
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

    /// <summary>
    /// Legal events are facts of their own, so each that stands goes, as if retracted by hand: a listing that holds the
    /// patent is asked again, as after every fact.
    /// </summary>
    private static Outcome<IReadOnlyList<IEvent>> Retract(Patent patent, ImmutableArray<int> numbers)
    {
        var standing = numbers.Where(patent.Life.Has).ToList();
        return standing.Count == 0
            ? Decided.No(PatentRefusal.ChangedSince, ("fields", ""))
            : Decided.As([.. standing.Select(number => new LifeFactRetracted(number, UndoneReason))]);
    }

    /// <summary>Whether the patent's state is what the trace alone makes; members of other rules are at rest.</summary>
    private static bool IsAllOf(Patent patent, FactsTrace trace)
    {
        // The centre has vouched for what a party said: that is a word of its own.
        if (patent.FactsOrigin != trace.OriginAfter) return false;
        if (patent.Facts != trace.Written || !patent.Statuses.All(trace.Statuses.Contains)) return false;
        var rest = patent with
        {
            Number = Patent.Empty.Number,
            Kind = Patent.Empty.Kind,
            Type = Patent.Empty.Type,
            Facts = Patent.Empty.Facts,
            FactsOrigin = Patent.Empty.FactsOrigin,
            Statuses = Patent.Empty.Statuses,
            Life = patent.Life with { Sightings = [], Facts = 0 },
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
                Publications())
            {
                Family = Family(),
                AbstractZh = One("abstractZh", now.AbstractZh, written.AbstractZh, before.AbstractZh),
                AbstractEn = One("abstractEn", now.AbstractEn, written.AbstractEn, before.AbstractEn),
            };
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

        private ImmutableArray<Publication> Publications() => Each(
            "publications", now.Publications, trace.Written.Publications, trace.Before.Publications,
            publication => (publication.Key, publication.Kind));

        private ImmutableArray<FamilyDocument> Family() => Each(
            "family", now.Family, trace.Written.Family, trace.Before.Family, document => document.Key);

        /// <summary>One by one: each goes back to what it was, or out, while it says what was written.</summary>
        private ImmutableArray<T> Each<T, TKey>(
            string field,
            ImmutableArray<T> now,
            ImmutableArray<T> written,
            ImmutableArray<T> before,
            Func<T, TKey> key)
            where T : class
        {
            var left = now;
            foreach (var one in written)
            {
                var at = left.IndexOf(one);
                if (at < 0)
                {
                    if (!kept.Contains(field, StringComparer.Ordinal)) kept.Add(field);
                    continue;
                }

                left = left.RemoveAt(at);
                var former = before.FirstOrDefault(known => key(known)!.Equals(key(one)));
                if (former is not null) left = left.Insert(at, former);
            }

            return left;
        }
    }
}
