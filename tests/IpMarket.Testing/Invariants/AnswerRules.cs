using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;

namespace IpMarket.Testing.Invariants;

/// <summary>
/// I1: every bid answered "accepted" is in the log once, with the same amount, person, key, version (of the stream after
/// it, its extension included) and instant, and that answer is never taken back. I2: no command whose last answer was
/// "refused" is in the log.
/// </summary>
internal static class AnswerRules
{
    public static IEnumerable<Violation> Check(
        IReadOnlyDictionary<string, List<Recorded>> streams, IReadOnlyList<BidAnswered> answers)
    {
        var stored = streams.Values
            .SelectMany(facts => facts)
            .Where(fact => fact.Event is BidPlaced)
            .ToLookup(fact => (fact.Stream, fact.CommandId));
        var extensions = streams.Values
            .SelectMany(facts => facts)
            .Where(fact => fact.Event is AuctionExtended)
            .ToLookup(fact => (fact.Stream, fact.CommandId), fact => fact.Version);
        foreach (var command in answers.GroupBy(answer => (answer.Auction, answer.CommandId)))
        {
            var records = stored[command.Key].ToList();
            var accepted = command.Where(answer => answer.Answer == ClientAnswer.Accepted).ToList();
            var version = extensions[command.Key].Order().FirstOrDefault(records.FirstOrDefault()?.Version ?? 0);
            foreach (var found in accepted.SelectMany(answer => Accepted(answer, records, version)))
                yield return found;
            if (records.Count > 1) yield return At(records[1], "I1", $"stores bid {command.Key.CommandId} again");
            // An answer that did not come may stand behind a refusal that did.
            if (command.Last().Answer != ClientAnswer.Refused) continue;
            foreach (var record in records)
                yield return At(record, "I2", $"is bid {command.Key.CommandId}, whose last answer was 'refused'");
            if (accepted.Count > 0)
            {
                yield return new Violation(
                    "I1", command.Key.Auction, accepted[0].Version ?? 0,
                    $"bid {command.Key.CommandId} was answered 'accepted', then 'refused'");
            }
        }
    }

    private static IEnumerable<Violation> Accepted(
        BidAnswered answer, List<Recorded> records, long after)
    {
        if (records.Count == 0)
        {
            yield return new Violation(
                "I1", answer.Auction, answer.Version ?? 0,
                $"bid {answer.CommandId} over {answer.AmountFen} fen was answered 'accepted' and is not in the log");
            yield break;
        }

        var record = records[0];
        var bid = (BidPlaced)record.Event;
        if (bid.Amount != Money.Cny(answer.AmountFen))
            yield return At(record, "I1", $"holds {bid.Amount.Fen} fen, its client bid {answer.AmountFen}");
        if (record.Actor?.User != answer.User || record.Actor.Party != answer.Party)
            yield return At(record, "I1", $"holds another person than {answer.User} for {answer.Party}");
        if (answer.Version is { } version && version != after)
            yield return At(record, "I1", $"was answered with version {version}");
        if (answer.At is { } at && at != record.At)
            yield return At(record, "I1", $"is of {record.At:O} and was answered with {at:O}");
    }

    private static Violation At(Recorded record, string invariant, string what) =>
        new(invariant, record.Stream, record.Version, what);
}
