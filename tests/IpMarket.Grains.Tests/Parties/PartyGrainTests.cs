using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Parties;
using Xunit;
using static IpMarket.Grains.Tests.GrainCluster;

namespace IpMarket.Grains.Tests.Parties;

public sealed class PartyGrainTests(PartiesCluster cluster) : IClassFixture<PartiesCluster>
{
    [Fact]
    public async Task A_credit_code_is_one_partys_and_a_repeated_submission_gets_the_first_answer()
    {
        var code = cluster.NextCode();
        var (first, second) = (await cluster.Draft("first"), await cluster.Draft("second"));
        await first.Describe(code);
        await second.Describe(code);
        var context = By("first");
        var submitted = Accepted(await first.Onboarding.Submit(context));
        Assert.Equal("IDENTITY_TAKEN", (await second.Onboarding.Submit(By("second"))).Refusal?.Code);
        Assert.Equal(submitted.Pos, Accepted(await first.Onboarding.Submit(context)).Pos);
        Assert.Equal(OnboardingStatus.Draft, (await second.State()).Status);
        Assert.Equal(first.Stream, await cluster.Holder(code));
    }

    [Fact]
    public async Task Of_many_who_submit_one_code_at_once_exactly_one_is_taken()
    {
        var code = cluster.NextCode();
        var parties = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => cluster.Draft($"crowd{i}")));
        foreach (var party in parties) await party.Describe(code);
        var answers = await Task.WhenAll(parties.Select(party => party.Onboarding.Submit(By(party.Representative))));
        Assert.Single(answers, answer => answer.IsAccepted);
        Assert.Equal(7, answers.Count(answer => answer.Refusal?.Code == "IDENTITY_TAKEN"));
    }

    [Fact]
    public async Task A_submission_that_is_refused_claims_nothing()
    {
        var code = cluster.NextCode();
        var party = await cluster.Draft("hasty");
        var other = await cluster.Draft("other");
        await party.Describe(code);
        await other.Describe(code);
        var version = (await party.Grain.Get()).Version;
        var stale = By("hasty") with { IfVersion = version - 1 };
        Assert.Equal("VERSION_CHANGED", (await party.Onboarding.Submit(stale)).Refusal?.Code);
        Assert.Equal("MEMBERS_ONLY", (await party.Onboarding.Submit(By("stranger"))).Refusal?.Code);
        Assert.Null(await cluster.Holder(code));
        Accepted(await other.Onboarding.Submit(By("other")));
    }

    [Fact]
    public async Task A_party_that_goes_by_another_code_or_is_closed_gives_the_former_back()
    {
        var (code, next) = (cluster.NextCode(), cluster.NextCode());
        var party = await cluster.Verified("mover", code);
        await party.Describe(next);
        Accepted(await party.Onboarding.Submit(By("mover")));
        await cluster.RunProcesses();
        Assert.Null(await cluster.Holder(code));
        Assert.Equal(party.Stream, await cluster.Holder(next));

        Accepted(await party.Onboarding.Close(By("mover"), new CloseParty(null, DutyHolder.None)));
        await cluster.RunProcesses();
        Assert.Null(await cluster.Holder(next));
        var successor = await cluster.Draft("successor");
        await successor.Describe(next);
        Accepted(await successor.Onboarding.Submit(By("successor")));
    }

    [Fact]
    public async Task A_late_release_never_takes_an_identity_from_the_party_that_goes_by_it_again()
    {
        var (code, next) = (cluster.NextCode(), cluster.NextCode());
        var party = await cluster.Verified("returner", code);
        await party.Describe(next);
        Accepted(await party.Onboarding.Submit(By("returner")));
        await party.Check();
        await party.Describe(code);
        Accepted(await party.Onboarding.Submit(By("returner")));
        await cluster.RunProcesses();
        Assert.Equal(party.Stream, await cluster.Holder(code));
        Assert.Null(await cluster.Holder(next));
    }

    [Fact]
    public async Task Affiliates_that_are_parties_are_resolved_whenever_they_come()
    {
        var (code, parent) = (cluster.NextCode(), cluster.NextCode());
        var party = await cluster.Verified(
            "daughter", code, new Affiliate(AffiliateRelation.Controller, "母公司", null, "credit-code:" + parent));
        Assert.Empty((await party.Grain.Standing())!.Affiliates);
        var mother = await cluster.Verified("mother", parent);
        var standing = (await party.Grain.Standing())!;
        Assert.Equal([mother.Stream], standing.Affiliates);
        Assert.Equal(["credit-code:" + parent], standing.Controllers);
        Assert.True(standing.IsAffiliatedWith((await mother.Grain.Standing())!));
        Assert.Null(await cluster.Grains.GetGrain<IPartyGrain>("party:never").Standing());
    }

    [Fact]
    public async Task After_a_year_the_deadline_suspends_and_before_it_nothing_happens()
    {
        var party = await cluster.Verified("yearly", cluster.NextCode());
        var until = (await party.State()).VerifiedUntil!.Value;
        await party.Onboarding.Wake(Party.VerificationDeadline, until);
        Assert.Equal(OnboardingStatus.Verified, (await party.State()).Status);
        var before = cluster.Clock.Now;
        cluster.Clock.Now = until;
        Assert.Equal(OnboardingStatus.Suspended, (await party.Grain.Standing())!.Status);
        cluster.Deadlines.Due = new DueDeadline(party.Stream, Party.VerificationDeadline, until);
        var sweeper = cluster.Grains.GetGrain<IDeadlinesGrain>("deadlines:all");
        await sweeper.Sweep();
        await sweeper.Sweep();
        cluster.Deadlines.Due = null;
        cluster.Clock.Now = before;
        var state = await party.State();
        Assert.Equal((OnboardingStatus.Suspended, SuspensionCause.YearPassed), (state.Status, state.Suspension!.Value));
    }

    [Fact]
    public async Task Names_and_accounts_of_former_verifications_stay_the_partys_until_they_are_erased()
    {
        var party = await cluster.Draft("renamed");
        await cluster.Vault.Put(
            party.Stream,
            party.Ref("account").Row,
            "6222020000000001"u8.ToArray(),
            TestContext.Current.CancellationToken);
        await party.Describe(cluster.NextCode(), "旧名有限公司");
        Accepted(await party.Onboarding.Submit(By("renamed")));
        await party.Check();
        await party.Describe((await party.State()).Identity.CreditCode!, "新名有限公司");
        Assert.Equal(["新名有限公司", "旧名有限公司"], await party.Grain.Names());
        Assert.True(await party.Grain.OwnsAccount("6222 0200 0000 0001"));
        Assert.False(await party.Grain.OwnsAccount("6222020000000002"));
        Assert.False(await party.Grain.OwnsAccount(""));

        Accepted(await party.Onboarding.Close(By("renamed"), new CloseParty(null, DutyHolder.None)));
        Accepted(await party.Onboarding.Erase(
            By("administrator"), new ErasePersonalData(DutyHolder.With(CentreRole.Administrator))));
        await cluster.RunProcesses();
        Assert.Empty(await party.Grain.Names());
        Assert.False(await party.Grain.OwnsAccount("6222020000000001"));
        Assert.DoesNotContain(cluster.Vault.Rows.Keys, row => row.StartsWith(party.Stream, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_route_in_force_is_the_submissions_and_a_deputy_counts()
    {
        var routes = cluster.Grains.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream);
        var approver = DutyHolder.With(CentreRole.Approver);
        Accepted(await routes.Set(By("approver"), new SetApprovalRoute(
            DocumentKind.Onboarding, [CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver], approver)));
        var deputyship = new Deputyship(
            CentreRole.Approver, "user:approver", "user:deputy", cluster.Clock.Now, cluster.Clock.Now.AddDays(1));
        Accepted(await routes.AppointDeputy(By("approver"), new AppointDeputy(
            deputyship, approver, [CentreRole.Approver], [CentreRole.Host])));

        var party = await cluster.Draft("routed");
        await party.Describe(cluster.NextCode());
        Accepted(await party.Onboarding.Submit(By("routed")));
        Accepted(await routes.Set(By("approver"), new SetApprovalRoute(
            DocumentKind.Onboarding, [CentreRole.Handler, CentreRole.Reviewer], approver)));
        await party.Check();
        Assert.Equal(OnboardingStatus.Submitted, (await party.State()).Status);
        var deputy = (await routes.Get()).State.HolderOf("user:deputy", [CentreRole.Host]);
        Accepted(await party.Onboarding.Verify(By("deputy"), new VerifyParty(deputy)));
        Assert.Equal(OnboardingStatus.Verified, (await party.State()).Status);
        Accepted(await routes.EndDeputyship(By("approver"), new EndDeputyship(deputyship, approver)));
        Assert.Empty((await routes.Get()).State.Deputyships);
    }
}

internal static class IdentityQuestions
{
    public static Task<string?> Holder(this PartiesCluster cluster, string code) =>
        cluster.Grains.GetGrain<IIdentityClaimGrain>("credit-code:" + code).Holder();
}
