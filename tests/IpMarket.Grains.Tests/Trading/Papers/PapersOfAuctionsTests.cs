using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Grains.Kernel.Papers;
using Xunit;

namespace IpMarket.Grains.Tests.Trading.Papers;

public sealed class PapersOfAuctionsTests(PaperCluster cluster) : IClassFixture<PaperCluster>
{
    [Fact]
    public async Task An_auction_that_is_sold_leaves_its_five_kinds_of_paper()
    {
        var auction = await cluster.Announce();
        var notice = Assert.Single(cluster.PapersOf(auction.Stream));
        Assert.Equal(("public-notice", true, true), (notice.Kind, notice.IsPublic, notice.IsDemo));
        await auction.Admit("a", "b");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("a", 1_000_000));
        TradingCluster.Accepted(await auction.Bid("b", 1_050_000));
        cluster.Clock.Now = auction.Terms.ClosesAt;
        await auction.Grain.Watch(null, 0);
        await cluster.RunProcesses();

        var papers = cluster.PapersOf(auction.Stream);
        Assert.Equal(
            [
                "public-notice", "deposit-receipt", "bidder-qualification", "deposit-receipt", "bidder-qualification",
                "bid-record", "sale-confirmation",
            ],
            papers.Select(paper => paper.Kind),
            StringComparer.Ordinal);
        var receipt = await cluster.Html(papers[1]);
        Assert.All(
            ["甲方-a", "own-a", "¥1,000.00", "人民币壹仟元整", "BANK", "监管专户 1", "示例"],
            text => Assert.Contains(text, receipt, StringComparison.Ordinal));
        var confirmation = await cluster.Html(papers[6]);
        Assert.All(
            ["甲方-seller", "甲方-b（竞买人 2）", "人民币壹万零伍佰元整", "¥9,500.00"],
            text => Assert.Contains(text, confirmation, StringComparison.Ordinal));
        var record = await cluster.Html(papers[5]);
        Assert.Contains("¥10,500.00", record, StringComparison.Ordinal);
        Assert.DoesNotContain("甲方", record, StringComparison.Ordinal);
        Assert.Equal(["party:a"], (await cluster.Paper(papers[1]).Get()).State.Holders);
        Assert.Equal(["party:seller", "party:b"], (await cluster.Paper(papers[6]).Get()).State.Holders);
        cluster.AssertGapless();
    }

    [Fact]
    public async Task Every_bid_stands_in_the_record_with_the_extension_it_caused_and_the_hash_of_the_close()
    {
        var auction = await cluster.Announce();
        await auction.Admit("a", "b");
        auction.Open();
        for (var i = 0; i < 60; i++)
            TradingCluster.Accepted(await auction.Bid(i % 2 == 0 ? "a" : "b", 1_000_000 + (i * 50_000)));
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(-10);
        TradingCluster.Accepted(await auction.Bid("a", 4_000_000));
        cluster.Clock.Now = auction.Terms.ClosesAt.AddSeconds(20);
        await auction.Grain.Watch(null, 0);
        await cluster.RunProcesses();

        var html = await cluster.Html(cluster.PapersOf(auction.Stream).Single(p => p.Kind == "bid-record"));
        for (var i = 0; i < 60; i++)
            Assert.Contains(Money.Cny(1_000_000 + (i * 50_000)).ToString(), html, StringComparison.Ordinal);
        Assert.Contains("延时至", html, StringComparison.Ordinal);
        var close = cluster.Journal.Records.Last(
            record => record.Stream == auction.Stream && record.Type == "trading.auction.closed/1");
        Assert.Contains(Convert.ToHexStringLower(close.Hash), html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_stops_anywhere_goes_on_with_the_same_number_and_makes_one_paper()
    {
        var auction = await cluster.Announce();
        cluster.Names.People["party:frail"] = true;
        var failed = 0;
        void Once(int turn)
        {
            if (failed == turn) failed++;
            else return;
            throw new IOException($"Test fault {turn}: the process stops here.");
        }

        cluster.Press.BeforePrint = _ => Once(0);
        cluster.Vault.BeforePut = row =>
        {
            if (row.StartsWith("paper/", StringComparison.Ordinal)) Once(1);
        };
        cluster.Documents.AfterPut = () => Once(2);
        TradingCluster.Accepted(await auction.Grain.RequestEnrolment(TradingCluster.By("frail"), false));
        await cluster.RunProcesses();
        TradingCluster.Accepted(await auction.Receive("frail", 100_000));
        for (var i = 0; i < 2; i++) await Assert.ThrowsAnyAsync<IOException>(cluster.RunProcesses);
        await cluster.RunProcesses();
        cluster.Clock.Now = auction.Terms.ClosesAt;
        await auction.Grain.Watch(null, 0);
        await Assert.ThrowsAnyAsync<IOException>(cluster.RunProcesses);
        await cluster.RunProcesses();
        cluster.Press.BeforePrint = null;
        cluster.Vault.BeforePut = null;
        cluster.Documents.AfterPut = null;

        Assert.Equal(3, failed);
        Assert.Equal(
            ["public-notice", "deposit-receipt", "bidder-qualification", "bid-record"],
            cluster.PapersOf(auction.Stream).Select(paper => paper.Kind),
            StringComparer.Ordinal);
        cluster.AssertGapless();
    }

    [Fact]
    public async Task A_process_whose_memory_was_lost_issues_nothing_again_and_changes_no_byte()
    {
        var auction = await cluster.Announce();
        var head = Assert.Single(cluster.PapersOf(auction.Stream));
        var before = await cluster.Html(head);
        var count = cluster.Journal.Records.Count;

        cluster.Names.Names["party:seller"] = "改名后的公司";
        cluster.ForgetProcesses();
        await cluster.RunProcesses();
        cluster.Names.Names.Clear();

        Assert.Equal(count, cluster.Journal.Records.Count);
        Assert.Equal(before, await cluster.Html(head));
    }

    [Fact]
    public async Task An_erased_person_leaves_number_and_hash_and_the_paper_says_when()
    {
        cluster.Names.People["party:gone"] = true;
        var auction = await cluster.Announce();
        await auction.Admit("gone", "stays");
        var papers = cluster.PapersOf(auction.Stream);
        var (receipt, qualification) = (papers[1], papers[2]);
        Assert.Contains("甲方-gone", await cluster.Html(qualification), StringComparison.Ordinal);
        Assert.All(cluster.Journal.Records, record => Assert.DoesNotContain(
            "甲方-gone", record.Public + record.Secret, StringComparison.Ordinal));

        await cluster.Vault.Erase("party:gone", CancellationToken.None);
        var refusal = (await cluster.Paper(qualification).Read()).Refusal!;
        Assert.Equal(("PAPER_ERASED", "1970-01-01"), (refusal.Code, refusal.Figures["erasedOn"].Text));
        Assert.Equal("PAPER_ERASED", (await cluster.Paper(receipt).Read()).Refusal?.Code);
        Assert.Equal(DateTimeOffset.UnixEpoch, await cluster.Paper(qualification).ErasedAt());
        var left = (await cluster.Paper(qualification).Get()).State;
        Assert.True(left.Stands);
        Assert.Equal(64, left.Print!.Fingerprint.Length);
        Assert.Contains("甲方-stays", await cluster.Html(papers[4]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_names_two_persons_ends_with_either()
    {
        cluster.Names.People["party:seller"] = true;
        cluster.Names.People["party:winner"] = true;
        var auction = await cluster.Announce();
        await auction.Admit("winner");
        auction.Open();
        TradingCluster.Accepted(await auction.Bid("winner", 1_000_000));
        cluster.Clock.Now = auction.Terms.ClosesAt;
        await auction.Grain.Watch(null, 0);
        await cluster.RunProcesses();
        cluster.Names.People.Clear();
        var confirmation = cluster.PapersOf(auction.Stream).Single(p => p.Kind == "sale-confirmation");
        Assert.Contains("甲方-winner", await cluster.Html(confirmation), StringComparison.Ordinal);
        var parts = (await cluster.Paper(confirmation).Get()).State.Parts;
        Assert.Equal(["party:seller", "party:winner"], parts.Select(part => part.Person), StringComparer.Ordinal);

        await cluster.Vault.Erase("party:winner", CancellationToken.None);
        Assert.Equal("PAPER_ERASED", (await cluster.Paper(confirmation).Read()).Refusal?.Code);
        var rest = Encoding.UTF8.GetString(cluster.Vault.Rows[parts[0].Row].Plain);
        Assert.DoesNotContain("甲方", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_erased_before_the_paper_was_made_leaves_a_void_number_that_stays_visible()
    {
        var auction = await cluster.Announce();
        TradingCluster.Accepted(await auction.Grain.RequestEnrolment(TradingCluster.By("early"), false));
        await cluster.RunProcesses();
        cluster.Names.Names["party:early"] = "";
        TradingCluster.Accepted(await auction.Receive("early", 100_000));
        await cluster.RunProcesses();

        cluster.AssertGapless();
        Assert.Single(cluster.PapersOf(auction.Stream));
        var withheld = cluster.Journal.Records.Where(record => record.Type == "kernel.paper.withheld/1")
            .Select(record => record.Stream).ToList();
        Assert.Equal(2, withheld.Count);
        foreach (var stream in withheld)
        {
            var paper = (await cluster.Grains.GetGrain<IPaperGrain>(stream).Get()).State;
            Assert.True(paper is { Exists: true, Stands: false, Print: null });
            var number = paper.Head!.Number;
            var series = await cluster.Grains.GetGrain<ISeriesGrain>(
                "series:" + number[..^6]).Get();
            Assert.Contains(int.Parse(number[^5..]), series.State.Voided);
        }
    }

    [Fact]
    public async Task A_cancelled_auction_makes_notice_and_qualifications_void_and_receipts_stand()
    {
        var auction = await cluster.Announce();
        await auction.Admit("c");
        TradingCluster.Accepted(await auction.Grain.Cancel(
            TradingCluster.By("reviewer"), new CancelAuction("权属争议", DutyHolder.With(CentreRole.Reviewer))));
        await cluster.RunProcesses();

        var papers = cluster.PapersOf(auction.Stream);
        var states = await Task.WhenAll(papers.Select(async paper => (await cluster.Paper(paper).Get()).State));
        Assert.Equal(
            [("public-notice", false), ("deposit-receipt", true), ("bidder-qualification", false)],
            states.Select(paper => (paper.Head!.Kind, paper.Stands)));
        Assert.Equal("竞价已撤销", states[0].Void?.Reason);
        Assert.NotEmpty(await cluster.Html(papers[0]));
        Assert.Equal(3, papers.Count);
    }
}
