using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Fees;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Kernel;

namespace IpMarket.Grains.Catalogue.Import;

/// <summary>An import's rows and the patents they are about.</summary>
internal sealed class ImportRows(string import, IGrainFactory grains, PatentRules rules, IMarketClock clock)
{
    /// <summary>
    /// What rows would do to the patents as they stand; of several rows of one patent each meets what those before it
    /// in the file say.
    /// </summary>
    public async Task<ImmutableArray<RowPreview>> Compare(
        ImmutableArray<PatentFileRow> rows, IReadOnlyList<int> indices, PatentImport state)
    {
        var targets = await Targets(indices.Select(index => rows[index]));
        var wanted = indices.ToHashSet();
        var previews = new Dictionary<int, RowPreview>();
        var after = new Dictionary<string, Patent>(StringComparer.Ordinal);
        var earlier = new EarlierRows();
        var moment = new Moment(clock.Now, Actor.Process("imports"));
        foreach (var target in targets.Values) after[target.Stream] = target.Patent;
        for (var index = 0; index <= indices[^1]; index++)
        {
            var row = rows[index];
            if (row.Fault is not null || row.Number is null)
            {
                if (wanted.Contains(index)) previews[index] = Of(row, Patent.Empty);
            }
            else if (targets.TryGetValue(row.Number.Stream, out var target))
            {
                var named = row with { Number = target.Number };
                var preview = earlier.Tell(target.Stream, named, Of(named, after[target.Stream]));
                after[target.Stream] = preview.After;
                if (wanted.Contains(index)) previews[index] = preview;
            }
        }

        return [.. indices.Select(index => previews[index])];

        RowPreview Of(PatentFileRow row, Patent patent) =>
            RowPreview.Of(row, patent, state.Source, moment, rules, state.Origin);
    }

    /// <summary>
    /// Takes rows to their patents, those of one patent in the file's order. "Busy" and "unknown" are no answer.
    /// </summary>
    public async Task<Outcome<ImmutableArray<ImportRow>>> Send(
        ImmutableArray<PatentFileRow> rows, IReadOnlyList<int> indices, PatentImport state)
    {
        var sent = await Task.WhenAll(indices.GroupBy(index => rows[index].Number?.Stream ?? "", StringComparer.Ordinal)
            .Select(async group =>
            {
                var briefs = new List<(int Index, Outcome<ImportRow> Brief)>();
                foreach (var index in group)
                {
                    briefs.Add((index, await Send(rows[index], index, state)));
                    if (!briefs[^1].Brief.IsAccepted) break;
                }

                return briefs;
            }));
        return InOrder(sent.SelectMany(briefs => briefs));
    }

    /// <summary>Takes back what the import wrote; a patent answers for all its rows at once.</summary>
    public async Task<Outcome<ImmutableArray<ImportRow>>> TakeBack(IReadOnlyList<int> indices, PatentImport state)
    {
        var byPatent = Enumerable.Range(0, state.Rows.Length)
            .Where(index => state.Rows[index].IsNews)
            .ToLookup(index => state.Rows[index].Patent, StringComparer.Ordinal);
        var patents = indices.Where(index => state.Rows[index].IsNews)
            .Select(index => state.Rows[index].Patent!).Distinct(StringComparer.Ordinal);
        var answers = await Task.WhenAll(patents.Select(async patent =>
            (patent, Answer: await TakeBack(patent, byPatent[patent].ToList(), state))));
        var known = answers.ToDictionary(answer => answer.patent, answer => answer.Answer, StringComparer.Ordinal);
        return InOrder(indices.Select(index => (
            index,
            state.Rows[index].IsNews
                ? known[state.Rows[index].Patent!]
                    .Map(back => state.Rows[index] with { Undo = back.Undo, Reason = back.Reason })
                : (Outcome<ImportRow>)state.Rows[index])));
    }

    private async Task<Outcome<(RowUndo Undo, Refusal? Reason)>> TakeBack(
        string patent, List<int> indices, PatentImport state)
    {
        var commands = indices.SelectMany(index => (Guid[])[RowId(index), JoinedId(index)]).ToImmutableArray();
        var context = new CommandContext(CommandIds.Of(import, indices[0], "import-take-back"), state.UndoneBy!);
        var outcome = await grains.GetGrain<IPatentGrain>(patent).TakeBack(context, import, commands);
        if (outcome.Refusal is { Status: 429 or >= 500 } unanswered) return unanswered;
        if (outcome.Refusal is { } refusal) return (RowUndo.Kept, refusal);
        if (outcome.Value.Find<PatentFactsTakenBack>() is { Kept.IsEmpty: false } partly)
        {
            return (
                RowUndo.Partly,
                Refusal.Of(PatentRefusal.ChangedSince, ("fields", string.Join(", ", partly.Kept))));
        }

        return (RowUndo.Undone, null);
    }

    private async Task<Outcome<ImportRow>> Send(PatentFileRow row, int index, PatentImport state)
    {
        if (row.Fault is not null || row.Number is null) return RowPreview.OfFault(row);
        var outcome = await Record(row, RowId(index), state);
        if (outcome.Refusal is { } joined && joined.Is(PatentRefusal.Joined))
        {
            row = row with { Number = NumberOf(joined.Figures["patent"].Text!) };
            outcome = await Record(row, JoinedId(index), state);
        }

        if (outcome.Refusal is { Status: 429 or >= 500 } unanswered) return unanswered;
        if (outcome.Refusal is { } refusal) return RowPreview.OfRefusal(row, refusal);
        var isNew = outcome.Value.Find<PatentRegistered>() is not null;
        // That it says otherwise than a line before stays true.
        var other = state.Rows[index].Reason is { } said && said.Is(PatentRowRefusal.OtherThanEarlierRow) ? said : null;
        return RowPreview.Brief(row, isNew ? RowVerdict.New : RowVerdict.Changed, other);
    }

    private Task<Outcome<Domain.Kernel.Aggregates.Accepted>> Record(PatentFileRow row, Guid id, PatentImport state) =>
        row.Event is { } seen
            ? grains.GetGrain<IPatentLifeGrain>(row.Number!.Stream).RecordLegalEvents(
                new CommandContext(id, state.ConfirmedBy!), RowPreview.EventCommand(seen, state.Source))
            : grains.GetGrain<IPatentGrain>(row.Number!.Stream).Record(
                new CommandContext(id, state.ConfirmedBy!), RowPreview.Command(row, state.Source, state.Origin));

    private Guid RowId(int index) => CommandIds.Of(import, index, "import-row");

    private Guid JoinedId(int index) => CommandIds.Step(RowId(index), "joined");

    /// <summary>
    /// The patents of rows by the stream the row's number names: a publication may point on to its patent.
    /// </summary>
    private async Task<Dictionary<string, Target>> Targets(IEnumerable<PatentFileRow> rows)
    {
        var numbers = rows.Where(row => row is { Fault: null, Number: not null })
            .Select(row => row.Number!).DistinctBy(number => number.Stream, StringComparer.Ordinal);
        var targets = await Task.WhenAll(numbers.Select(async number => (number.Stream, Target: await Find(number))));
        return targets.ToDictionary(target => target.Stream, target => target.Target, StringComparer.Ordinal);
    }

    private async Task<Target> Find(PatentNumber number)
    {
        var patent = (await grains.GetGrain<IPatentGrain>(number.Stream).Get()).State;
        if (patent.JoinedTo is not { } to) return new Target(number.Stream, number, patent);
        return new Target(to, NumberOf(to), (await grains.GetGrain<IPatentGrain>(to).Get()).State);
    }

    /// <summary>An application's key is its number without the check character.</summary>
    private static PatentNumber NumberOf(string stream) =>
        PatentNumber.Parse(stream[(PatentNumber.StreamWord.Length + 1)..]).Value;

    private static Outcome<ImmutableArray<ImportRow>> InOrder(IEnumerable<(int Index, Outcome<ImportRow> Brief)> briefs)
    {
        var all = briefs.ToList();
        return all.Find(one => !one.Brief.IsAccepted).Brief.Refusal is { } unanswered
            ? unanswered
            : all.OrderBy(one => one.Index).Select(one => one.Brief.Value).ToImmutableArray();
    }

    private sealed record Target(string Stream, PatentNumber Number, Patent Patent);
}
