using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Testing.Invariants;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Descending;

/// <summary>The invariants program over taken prices: what stands is sound, and what is planted is found.</summary>
public sealed class ClockInvariantTests
{
    [Theory]
    [InlineData("sold")]
    [InlineData("sold-by-percent")]
    [InlineData("suspended")]
    [InlineData("unsold")]
    [InlineData("bought-now")]
    public async Task What_the_decider_stores_breaks_nothing(string history) =>
        Assert.Equal("", await Violations(DutchFiles.Sound[history](), fact => fact));

    [Theory]
    [InlineData("sold", "I3")]
    [InlineData("suspended", "I3")]
    [InlineData("bought-now", "I3")]
    public async Task Another_price_than_was_shown_is_found(string history, string invariant) =>
        Assert.Equal(invariant, await Violations(DutchFiles.Sound[history](), fact => fact switch
        {
            PriceTaken taken => taken with { Amount = taken.Amount + Money.Cny(1) },
            AuctionClosed closed => closed with { Price = closed.Price + Money.Cny(1) },
            _ => fact,
        }));

    [Fact]
    public async Task A_result_that_is_not_the_takers_or_not_of_its_instant_is_found()
    {
        Assert.Equal("I4", await Violations(DutchFiles.Sold(), fact => fact is AuctionClosed closed
            ? closed with { Winner = 1 }
            : fact));
        Assert.Equal("I5", await Violations(DutchFiles.Sold(), fact => fact is AuctionClosed closed
            ? closed with { ClosedAt = AnAuction.At("10:14") }
            : fact));
    }

    private static async Task<string> Violations(AnAuction auction, Func<IEvent, IEvent> bend)
    {
        var journal = new MemoryJournal();
        foreach (var command in auction.Records.GroupBy(record => record.CommandId))
        {
            var (id, first) = (command.Key, command.First());
            await journal.AppendAs(
                new CommandContext(id, first.Actor!), first.Stream, first.At, [.. command.Select(one => bend(one.Event))]);
        }

        var found = await InvariantCheck.Find(journal, [], []);
        return string.Join(' ', found.Select(one => one.Invariant).Distinct(StringComparer.Ordinal));
    }
}
