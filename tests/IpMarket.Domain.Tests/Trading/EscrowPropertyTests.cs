using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Escrow;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>Random histories of money: invariant I6 after every step, and a loser's deposit goes back exactly once.</summary>
public class EscrowPropertyTests
{
    private static readonly Gen<(int Kind, int Enrolment, int Yuan, bool Own, int Target)> Step = Gen.Select(
        Gen.Int[0, 11],
        Gen.Int[0, 3],
        Gen.OneOf(Gen.Const(1_000), Gen.Const(400), Gen.Const(600), Gen.Int[1, 2_500]),
        Gen.Bool,
        Gen.Int[1, 6]);

    [Fact]
    public void Twenty_thousand_random_histories_of_receipts_and_refunds_balance() => Step.Array[1, 18].Sample(
        steps =>
        {
            var escrow = new AnEscrowCase();
            var serial = 0;
            foreach (var (kind, enrolment, yuan, own, target) in steps)
            {
                var of = own ? "own" : "third";
                var words = kind switch
                {
                    <= 5 => $"receipt S{++serial:0000} {yuan} {(enrolment == 0 ? "-" : enrolment)} {of}",
                    6 => $"assign {target} {Math.Max(1, enrolment)} {of}",
                    7 => $"return {target}",
                    8 => $"release {Math.Max(1, enrolment)}",
                    9 => $"settle {(enrolment == 0 ? "-" : enrolment)}",
                    _ => Refund(escrow, target, ++serial),
                };
                escrow.Say("9:00", words);
            }

            Ends(escrow);
        },
        iter: 20_000);

    private static string Refund(AnEscrowCase escrow, int target, int serial) =>
        escrow.State.Refunds.TryGetValue(target, out var refund) && refund.Amount.Fen % 100 == 0
            ? $"refund {target} R{serial:0000} {refund.Amount.Fen / 100}"
            : $"refund 99 R{serial:0000} 1";

    /// <summary>Settled and all refunds paid, what is left is the winner's deposit and what nobody has claimed.</summary>
    private static void Ends(AnEscrowCase escrow)
    {
        escrow.Say("10:00", "settle 1");
        foreach (var refund in escrow.State.Refunds.Values.Where(r => !r.IsPaid))
            Assert.Null(escrow.Say("10:01", $"refund {refund.Number} P{refund.Number:0000} {refund.Amount.Fen / 100}"));
        var state = escrow.State;
        var held = state.Deposits.Keys.Aggregate(
            Money.Zero, (sum, n) => sum - state.Book[Accounts.HeldTowardsPrice(n)]);
        Assert.Equal(held - state.Book[Accounts.Unidentified], state.Book[Accounts.Custody]);
        foreach (var receipt in state.Receipts.Values.Where(r => r.Enrolment is { } n && n != state.Settled!.Winner))
            Assert.Equal(
                receipt.Amount,
                state.Refunds.Values.Where(r => r.Receipt == receipt.Number)
                    .Aggregate(Money.Zero, (sum, r) => sum + r.Amount));
    }
}
