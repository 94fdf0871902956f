using CsCheck;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Trading.Escrow;
using Xunit;

namespace IpMarket.Domain.Tests.Trading;

/// <summary>The escrow case of a listing: its numbers are intents. Steps as in <see cref="EscrowScenarioTests"/>.</summary>
public class IntentEscrowTests
{
    private static readonly Gen<(int Kind, int Intent, int Yuan, bool Own)> Step = Gen.Select(
        Gen.Int[0, 8], Gen.Int[1, 3], Gen.OneOf(Gen.Const(1_000), Gen.Const(400), Gen.Int[1, 2_500]), Gen.Bool);

    [Theory]
    [InlineData("A short deposit waits for the rest and the whole one is held", """
        9:00 | receipt S001 400 1 own | ok | 1 Short
        9:05 | hold 1                 | NOTHING_HELD | 1 Short
        9:10 | receipt S002 600 1 own | ok | 1 Received | deposit:1 = 1000 | refunds 0
        """)]
    [InlineData("With whom the contract is concluded has it held towards the price, all others get it back", """
        9:00 | receipt S001 1000 1 own | ok | 1 Received
        9:00 | receipt S002 1500 2 own | ok | 2 Over
        9:10 | hold 1                  | ok | 1 HeldTowardsPrice | held-towards-price:1 = 1000 | deposit:1 = 0
        9:10 | hold 1                  | NOTHING_HELD
        9:10 | release 2               | ok | 2 ToBeRefunded | to-be-refunded:2 = 1500 | refunds 2
        9:20 | refund 1 R001 500       | ok
        9:20 | refund 2 R002 1000      | ok | 2 Refunded | custody = 1000
        9:30 | receipt S003 1000 1 own | ok | 1 HeldTowardsPrice | kind 3 NoLongerNeeded | to-be-refunded:1 = 1000
        """)]
    [InlineData("An intent that is over gets back what came, and what comes after", """
        9:00 | receipt S001 400 1 own  | ok | 1 Short
        9:10 | release 1               | ok | 1 ToBeRefunded | to-be-refunded:1 = 400
        9:10 | release 1               | ALREADY_RELEASED
        9:20 | receipt S002 600 1 own  | ok | kind 2 NoLongerNeeded | to-be-refunded:1 = 1000
        9:30 | hold 1                  | ALREADY_RELEASED
        9:30 | hold 9                  | UNKNOWN_ENROLMENT
        """)]
    public void The_book_of_a_listings_case_follows_its_rules(string rule, string steps) =>
        EscrowScenarioTests.Follow(new AnEscrowCase(3, "listing:1"), rule, steps);

    [Fact]
    public void Five_thousand_random_histories_of_deposits_balance_after_every_step() => Step.Array[1, 18].Sample(
        steps =>
        {
            // Audited after each step by the case itself.
            var escrow = new AnEscrowCase(3, "listing:1");
            for (var n = 0; n < steps.Length; n++)
            {
                var (kind, intent, yuan, own) = steps[n];
                escrow.Say("9:00", kind switch
                {
                    <= 4 => $"receipt S{n:0000} {yuan} {intent} {(own ? "own" : "third")}",
                    5 => $"hold {intent}",
                    6 => $"release {intent}",
                    _ when escrow.State.Refunds.TryGetValue(intent, out var refund) =>
                        $"refund {intent} R{n:0000} {refund.Amount.Fen / 100}",
                    _ => $"receipt S{n:0000} {yuan} - own",
                });
            }

            foreach (var (number, deposit) in escrow.State.Deposits)
                if (deposit.IsReleased) Assert.True(escrow.State.Held(number).IsZero);
        },
        iter: 5_000);

    [Fact]
    public void Money_after_the_periods_end_goes_back()
    {
        var escrow = new AnEscrowCase(3, "listing:1") { ClosedAt = AnAuction.At("10:00") };
        Assert.Null(escrow.Say("10:30", "receipt S001 1000 1 own 10:01"));
        Assert.Null(escrow.Say("10:30", "receipt S002 1000 2 own 9:59"));
        Assert.Equal(
            [ReceiptKind.Late, ReceiptKind.NoLongerNeeded], escrow.State.Receipts.Values.Select(receipt => receipt.Kind));
        Assert.Equal(2, escrow.State.Refunds.Count);
    }

    [Fact]
    public void What_an_intent_owes_is_its_own_where_a_later_period_demanded_another_amount()
    {
        var escrow = new AnEscrowCase(1, "listing:1");
        Assert.Null(escrow.Do("8:00", (state, moment) => EscrowDecider.Decide(
            state, new ExpectDeposit(2, "party:2") { Due = Money.Cny(50_000) }, moment)));
        Assert.Null(escrow.Say("9:00", "receipt S001 500 2 own"));
        Assert.Equal(DepositState.Received, escrow.State.Deposits[2].State);
        Assert.Equal(AnAuction.At("9:00"), escrow.State.Deposits[2].CountedAt);
        Assert.Null(escrow.Say("9:10", "release 2"));
        Assert.Equal(RefundReason.IntentEnded, Assert.Single(escrow.State.Refunds.Values).Reason);
    }

    [Fact]
    public void The_name_of_a_case_says_whose_it_is_and_no_two_meet()
    {
        const string letters = "0123456789abcdefghjkmnpqrs";
        var (auction, listing) = (EscrowIds.Of("auction:" + letters), EscrowIds.OfListing("listing:" + letters));
        Assert.NotEqual(auction, listing, StringComparer.Ordinal);
        Assert.Equal("auction:" + letters, EscrowIds.AuctionOf(auction));
        Assert.Null(EscrowIds.ListingOf(auction));
        Assert.Equal("listing:" + letters, EscrowIds.ListingOf(listing));
    }
}
