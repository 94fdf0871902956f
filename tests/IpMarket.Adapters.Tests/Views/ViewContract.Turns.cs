using System.Diagnostics;
using IpMarket.Adapters.Views;
using IpMarket.Domain.Kernel;
using IpMarket.Testing;
using IpMarket.Testing.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Views;

public abstract partial class ViewContract
{
    [Fact]
    public async Task A_transaction_that_waited_longer_for_its_turn_than_it_may_last_still_applies()
    {
        var process = Process();
        Group(process).Prepare();
        await Journal.Append("test:a", At, new Counted(1));
        await using var other = process.GetRequiredService<ViewStore<CounterContext>>().CreateWriter();
        await using var turn = await other.Database.BeginTransactionAsync(Cancel);
        await other.Database.ExecuteSqlAsync($"UPDATE checkpoint SET used_at = used_at", Cancel);
        var advancing = Task.Run(() => Follower(process).Advance(Cancel), Cancel);
        var waited = Stopwatch.StartNew();
        await Wait.Until(() => waited.ElapsedMilliseconds > 2 * Limits.ViewBatchMsMax, "the turn to be long");
        Assert.False(advancing.IsCompleted);
        await turn.CommitAsync(Cancel);
        Assert.True(await advancing);
        Assert.Equal([("test:a", 1, 1, At)], await Counters(process));
    }
}
