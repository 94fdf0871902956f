using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Encumbrances;
using Xunit;
using static IpMarket.Domain.Tests.Catalogue.Gate.TruthTable;

namespace IpMarket.Domain.Tests.Catalogue.Gate;

/// <summary>
/// The table of facts in combination: a mode is open exactly when none of the facts closes it, and shows exactly the
/// notices of all of them.
/// </summary>
public sealed class TruthTableTests
{
    /// <summary>These are shown and close nothing, whatever else is the case; of an application only: with a star.</summary>
    private static readonly Dictionary<EncumbranceKind, string> Shown = new()
    {
        // 科技进步法 34(2): transfer or exclusive licence abroad.
        [EncumbranceKind.PublicFunding] = "PublicFundingAbroad=SEQR",
        [EncumbranceKind.InvalidationRequest] = "InvalidationPending=SEONPQR",
        [EncumbranceKind.TwinApplication] = "TwinExists=SEONPQR",
        // 民法典 847; 859 and 860 speak of the right to apply.
        [EncumbranceKind.CompleterPreemption] = "CompleterFirst=SQR",
        [EncumbranceKind.ClientPreemption] = "*ClientFirst=SQ",
        [EncumbranceKind.CoDeveloperPreemption] = "*CoDeveloperFirst=SQ",
        // An officer's check of the export catalogue says something of foreign buyers only.
        [EncumbranceKind.ExportCheck] = "",
    };

    [Fact]
    public void Every_combination_of_facts_opens_exactly_the_modes_none_of_them_closes_and_notes_all_of_them()
    {
        Choice[][] questions = [.. Questions.Select(choices => choices.Where(choice => !choice.IsMore).ToArray())];
        var combinations = questions.Aggregate(1, (product, choices) => product * choices.Length);
        Assert.Equal(62_208, combinations);
        var wrong = Enumerable.Range(0, combinations).AsParallel().WithDegreeOfParallelism(2)
            .Select(number => Fault(Numbered(questions, number))).OfType<string>().Take(20).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_three_choices_of_different_questions_do_so_the_rare_ones_too()
    {
        var (tried, wrong) = (0, new List<string>());
        for (var a = 0; a < Questions.Length; a++)
        for (var b = a + 1; b < Questions.Length; b++)
        for (var c = b + 1; c < Questions.Length; c++)
        {
            foreach (var (i, j, k) in Indices(a, b, c))
            {
                var chosen = Questions.Select(choices => choices[0]).ToArray();
                (chosen[a], chosen[b], chosen[c]) = (Questions[a][i], Questions[b][j], Questions[c][k]);
                tried++;
                if (Fault(chosen) is { } fault) wrong.Add($"{a}.{i} {b}.{j} {c}.{k} {fault}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        Assert.True(tried > 10_000, $"{tried} combinations");
    }

    [Fact]
    public void What_only_informs_closes_nothing_and_is_noted_where_the_text_speaks_of_it()
    {
        foreach (var (kind, notes) in Shown)
        {
            foreach (var legal in Enum.GetValues<LegalStanding>())
            {
                var facts = APatentWith.Nothing with { Legal = legal };
                var (before, after) = (Ask(facts), Ask(facts.With(kind)));
                var applies = !notes.StartsWith('*') || legal == LegalStanding.Pending;
                var added = new Choice(f => f, "", applies ? notes.TrimStart('*') : "").Noted;
                for (var mode = 0; mode < Letters.Length; mode++)
                {
                    Assert.Equal(before[mode].IsOpen, after[mode].IsOpen);
                    Assert.Equal(Noted(before[mode]) | added[mode], Noted(after[mode]));
                }
            }
        }
    }

    [Fact]
    public void Every_kind_of_encumbrance_is_in_one_of_the_tables()
    {
        var inTable = Questions.SelectMany(choices => choices)
            .SelectMany(choice => choice.Add(APatentWith.Nothing).Encumbrances.Encumbrances)
            .Select(item => item.Terms.Kind).Concat(Shown.Keys).Distinct().Order();
        Assert.Equal(Enum.GetValues<EncumbranceKind>(), inTable);
        Assert.True(Enum.GetValues<GateRule>().Length <= 64, "A set of rules has no more bits.");
    }

    private static IEnumerable<(int, int, int)> Indices(int a, int b, int c) =>
        from i in Enumerable.Range(0, Questions[a].Length)
        from j in Enumerable.Range(0, Questions[b].Length)
        from k in Enumerable.Range(0, Questions[c].Length)
        select (i, j, k);

    private static Choice[] Numbered(Choice[][] questions, int number)
    {
        var chosen = new Choice[questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            chosen[i] = questions[i][number % questions[i].Length];
            number /= questions[i].Length;
        }

        return chosen;
    }

    private static string? Fault(Choice[] chosen)
    {
        var facts = chosen.Aggregate(APatentWith.Nothing, (sofar, choice) => choice.Add(sofar));
        var answers = Ask(facts, chosen[^1].Seller);
        var isUnowned = chosen[^1].IsUnowned;
        for (var mode = 0; mode < Letters.Length; mode++)
        {
            var isClosed = chosen.Any(choice => choice.Closes.Contains(Letters[mode], StringComparison.Ordinal));
            var noted = chosen.Aggregate(0UL, (all, choice) => all | choice.Noted[mode]);
            if (isUnowned) noted &= ~(1UL << (int)GateRule.IncomeShared);
            var answer = answers[mode];
            if (answer.IsOpen == isClosed || Noted(answer) != noted)
            {
                return $"{answer.Mode}: refused {string.Join(' ', answer.Refusals.Select(finding => finding.Rule))}, "
                    + $"noted {string.Join(' ', answer.Notices.Select(finding => finding.Rule))}; "
                    + $"expected {(isClosed ? "closed" : "open")}, {Rules(noted)}";
            }
        }

        return null;
    }

    private static ModeAnswer[] Ask(GateFacts facts, string seller = "甲公司") =>
        [.. ListingGate.AskAll(facts, [seller], APatentWith.Now, HouseGateRules.Default)];

    private static ulong Noted(ModeAnswer answer) =>
        answer.Notices.Aggregate(0UL, (all, finding) => all | (1UL << (int)finding.Rule));

    private static string Rules(ulong noted) => string.Join(
        ' ', Enum.GetValues<GateRule>().Where(rule => (noted & (1UL << (int)rule)) != 0));
}
