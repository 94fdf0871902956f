using System.Text;
using IpMarket.Domain.Catalogue.Gate;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using Xunit;

namespace IpMarket.Grains.Tests.Trading;

public sealed class EscrowFlowTests(TradingCluster cluster) : IClassFixture<TradingCluster>
{
    [Fact]
    public async Task From_deposit_to_refund_through_the_processes()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        TradingCluster.Accepted(await auction.Bid("b", 1_050_000));
        cluster.Clock.Now = auction.Terms.ClosesAt;
        await auction.Grain.Watch(null, 0);
        await cluster.RunProcesses();

        var settled = (await auction.Escrow.Get()).State;
        Assert.Equal(DepositState.ToBeRefunded, settled.Deposits[1].State);
        Assert.Equal(DepositState.HeldTowardsPrice, settled.Deposits[2].State);
        Assert.True(cluster.Surroundings.Left[auction.Listing]);

        var refund = settled.Refunds.Values.Single();
        var paying = new PayRefund(refund.Number, AnnouncedAuction.NextSerial(), refund.Amount, cluster.Clock.Now);
        var context = TradingCluster.By("cashier");
        var paid = TradingCluster.Accepted(await auction.Escrow.PayRefund(context, paying));
        Assert.Equal(paid.Pos, TradingCluster.Accepted(await auction.Escrow.PayRefund(context, paying)).Pos);
        var end = (await auction.Escrow.Get()).State;
        Assert.Equal(DepositState.Refunded, end.Deposits[1].State);
        Assert.Equal(Money.Cny(100_000), end.Book[Accounts.Custody]);
        Assert.Empty(EscrowAudit.Breaches(end));
    }

    [Fact]
    public async Task A_bank_serial_is_accepted_once_across_all_cases()
    {
        var (one, other) = (await cluster.Announce(), await cluster.Announce());
        var serial = AnnouncedAuction.NextSerial();
        var line = new EnterReceipt(serial, Money.Cny(5), cluster.Clock.Now, null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? one : other).Escrow.EnterReceipt(TradingCluster.By("cashier"), line, new Payer("n", "x"))));
        Assert.Single(answers, answer => answer.IsAccepted);
        Assert.All(answers.Where(a => !a.IsAccepted), a => Assert.True(
            a.Refusal!.Code is "SERIAL_USED" or "CLAIMED_ELSEWHERE", a.Refusal.Code));
    }

    [Fact]
    public async Task The_payer_stands_in_the_vault_and_never_in_the_journal()
    {
        var auction = await cluster.Announce();
        TradingCluster.Accepted(await auction.Grain.RequestEnrolment(TradingCluster.By("erased"), false));
        await cluster.RunProcesses();
        var id = Guid.NewGuid();
        TradingCluster.Accepted(await auction.Receive("erased", 5_000, "6222-secret-account", id));
        var payers = await auction.Escrow.Payers();
        Assert.Equal(new Payer("erased", "6222-secret-account", "保证金"), payers[1]);
        Assert.All(cluster.Journal.Records, record => Assert.DoesNotContain(
            "6222-secret", record.Public + record.Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(cluster.Journal.Records, record => record.Stream == EscrowIds.Of(auction.Stream)
            && (record.Public + record.Secret).Contains("保证金", StringComparison.Ordinal));
        Assert.Contains(cluster.Vault.Rows.Values, row => row.Person == "party:erased"
            && Encoding.UTF8.GetString(row.Plain).Contains("6222-secret", StringComparison.Ordinal));

        await cluster.Vault.Erase("party:erased", CancellationToken.None);
        Assert.Empty(await auction.Escrow.Payers());
    }

    [Fact]
    public async Task A_receipt_sent_twice_is_booked_once_and_another_payer_under_its_id_is_refused()
    {
        var auction = await cluster.Announce();
        var (id, serial) = (Guid.NewGuid(), AnnouncedAuction.NextSerial());
        var line = new EnterReceipt(serial, Money.Cny(5), cluster.Clock.Now, null);
        var first = TradingCluster.Accepted(await auction.Escrow.EnterReceipt(
            TradingCluster.By("cashier", id), line, new Payer("n", "x")));
        var again = TradingCluster.Accepted(await auction.Escrow.EnterReceipt(
            TradingCluster.By("cashier", id), line, new Payer("n", "x")));
        Assert.Equal(first.Pos, again.Pos);
        Assert.Equal("SAME_ID_OTHER_REQUEST", (await auction.Escrow.EnterReceipt(
            TradingCluster.By("cashier", id), line with { Amount = Money.Cny(6) }, new Payer("n", "x"))).Refusal?.Code);
        Assert.Single((await auction.Escrow.Get()).State.Receipts);
    }

    [Fact]
    public async Task A_deposit_that_arrives_after_the_close_goes_back_and_admits_nobody()
    {
        var auction = await cluster.Announce();
        TradingCluster.Accepted(await auction.Grain.RequestEnrolment(TradingCluster.By("late"), false));
        await cluster.RunProcesses();
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(1);
        TradingCluster.Accepted(await auction.Receive("late", 100_000));
        await cluster.RunProcesses();
        var escrow = (await auction.Escrow.Get()).State;
        Assert.Equal(ReceiptKind.Late, escrow.Receipts[1].Kind);
        Assert.Equal(DepositState.ToBeRefunded, escrow.Deposits[1].State);
        Assert.Equal(0, (await auction.Grain.Watch(null, 0)).Position.BidderCount);
    }

    [Fact]
    public async Task A_party_the_gate_closes_the_lot_to_is_not_enrolled_and_one_closed_since_gets_its_deposit_back()
    {
        var auction = await cluster.Announce();
        var why = Refusal.Of(GateRule.ExportUnchecked);
        cluster.Surroundings.Barred["party:abroad"] = why;
        Assert.Equal(why.Code, (await auction.Grain.RequestEnrolment(
            TradingCluster.By("abroad"), isCentrePerson: false)).Refusal?.Code);
        cluster.Surroundings.Barred.TryRemove("party:abroad", out _);
        TradingCluster.Accepted(await auction.Grain.RequestEnrolment(TradingCluster.By("abroad"), false));
        await cluster.RunProcesses();
        cluster.Surroundings.Barred["party:abroad"] = why;
        TradingCluster.Accepted(await auction.Receive("abroad", 100_000));
        await cluster.RunProcesses();
        Assert.Equal(0, (await auction.Grain.Watch(null, 0)).Position.BidderCount);
        Assert.Equal(why.Code, (await auction.Grain.Get()).State.EnrolmentOf("party:abroad")!.Reason);
        Assert.Equal(DepositState.ToBeRefunded, (await auction.Escrow.Get()).State.Deposits[1].State);
    }

    [Fact]
    public async Task An_unidentified_receipt_is_assigned_by_what_the_vault_knows_of_its_payer()
    {
        var auction = await cluster.Announce();
        TradingCluster.Accepted(await auction.Receive("finder", 100_000));
        TradingCluster.Accepted(await auction.Grain.RequestEnrolment(TradingCluster.By("finder"), false));
        await cluster.RunProcesses();
        TradingCluster.Accepted(await auction.Escrow.AssignReceipt(
            TradingCluster.By("cashier"), new AssignReceipt(1, 1)));
        await cluster.RunProcesses();
        Assert.Equal(1, (await auction.Grain.Watch(null, 0)).Position.BidderCount);
    }

    [Fact]
    public async Task A_cancelled_auction_gives_listing_and_deposits_back()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a");
        TradingCluster.Accepted(await auction.Grain.Cancel(
            TradingCluster.By("x"), new CancelAuction("权属争议", DutyHolder.With(CentreRole.Reviewer))));
        await cluster.RunProcesses();
        Assert.False(cluster.Surroundings.InAuction.ContainsKey(auction.Listing));
        var refund = Assert.Single((await auction.Escrow.Get()).State.Refunds.Values);
        Assert.Equal(RefundReason.AuctionCancelled, refund.Reason);
    }
}
