using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Tests.Trading.Proofs;
using IpMarket.Testing.Invariants;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Sealed;

/// <summary>The program of invariants knows sealed auctions: I4 their winner and price, I5 their time.</summary>
public sealed class SealedInvariantTests
{
    [Fact]
    public async Task Sound_auctions_have_no_violation()
    {
        foreach (var history in SealedHistories.Sound.Values) Assert.Empty(await Violations(history()));
    }

    [Theory]
    [InlineData("second wins", "I4")]
    [InlineData("own price under vickrey", "I4")]
    [InlineData("sealed after the deadline", "I5")]
    public async Task A_wrong_one_is_found(string change, string invariant) =>
        Assert.Contains(invariant, await Violations(SealedHistories.Changed(change)), StringComparer.Ordinal);

    private static async Task<IReadOnlyList<string>> Violations(IReadOnlyList<Recorded> facts)
    {
        var journal = new MemoryJournal();
        JournalRecord? last = null;
        foreach (var record in Exported.Records(facts))
        {
            last = record with { N = last?.CommandId == record.CommandId ? last.N + 1 : 0 };
            journal.Plant(last);
        }

        return [.. (await InvariantCheck.Find(journal, [], [])).Select(found => found.Invariant)];
    }
}
