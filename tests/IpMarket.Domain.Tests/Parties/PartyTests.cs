using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using Xunit;
using static IpMarket.Domain.Tests.Parties.PartyScenario;

namespace IpMarket.Domain.Tests.Parties;

public sealed class PartyTests
{
    [Fact]
    public void Who_registers_a_party_is_its_representative()
    {
        var scenario = Registered();
        Assert.True(scenario.Party.IsRepresentative(Rep));
        Assert.Equal(OnboardingStatus.Draft, scenario.Party.Status);
        Assert.Equal("ALREADY_REGISTERED", scenario.Try(
            Rep, new RegisterParty(false, [PartyKind.Enterprise]), PartyFormDecider.Decide));
    }

    [Theory]
    [InlineData(false, "Enterprise", null)]
    [InlineData(false, "Enterprise,Investor,TechnologyBroker", null)]
    [InlineData(false, "Court", null)]
    [InlineData(false, "", "KINDS_MISMATCH")]
    [InlineData(false, "NaturalPerson", "KINDS_MISMATCH")]
    [InlineData(false, "Enterprise,Enterprise", "KINDS_MISMATCH")]
    [InlineData(true, "NaturalPerson", null)]
    [InlineData(true, "NaturalPerson,Investor,Expert", null)]
    [InlineData(true, "Investor", "KINDS_MISMATCH")]
    [InlineData(true, "NaturalPerson,Bank", "KINDS_MISMATCH")]
    public void Kinds_fit_the_party(bool person, string kinds, string? refusal)
    {
        var chosen = kinds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PartyKind>);
        Assert.Equal(refusal, new PartyScenario().Try(
            Rep, new RegisterParty(person, [.. chosen]), PartyFormDecider.Decide));
    }

    [Fact]
    public void A_form_of_the_other_nature_is_refused()
    {
        Assert.Equal("FORM_MISMATCH", Registered().Try(
            Rep, new DescribeParty(Person, [PartyKind.Enterprise], false), PartyFormDecider.Decide));
        Assert.Equal("FORM_MISMATCH", Registered(person: true).Try(
            Rep, new DescribeParty(Company, [PartyKind.NaturalPerson], false), PartyFormDecider.Decide));
    }

    [Fact]
    public void Strangers_do_not_fill_in_the_form() => Assert.Equal("MEMBERS_ONLY", Complete().Try(
        "user:stranger", new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide));

    [Fact]
    public void An_incomplete_form_is_refused_with_what_is_missing()
    {
        var scenario = Registered();
        var outcome = PartyOnboardingDecider.Decide(
            scenario.Party,
            new SubmitParty(ApprovalRoute.HandlerThenReviewer, null),
            new Moment(scenario.Now, new Actor(Rep)));
        Assert.Equal(
            "Name, CreditCode, Licence, LegalRepresentative, Mobile, BankAccount, InvoiceData, Affiliates, Agreements",
            outcome.Refusal!.Figures["missing"].Text);
        Assert.Equal(
            "Name, IdNumber, Licence, Mobile, BankAccount, Affiliates, Agreements",
            string.Join(", ", Registered(person: true).Party.Missing));
    }

    [Fact]
    public void Onboarding_runs_from_draft_to_verified_for_a_year()
    {
        var scenario = Submitted();
        Assert.Equal("UNDER_REVIEW", scenario.Try(
            Rep, new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide));
        Assert.Equal("NOT_HANDLED", scenario.Try(Reviewer, new VerifyParty(Roles("R")), PartyOnboardingDecider.Decide));
        scenario.Accept(Handler, new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide);
        Assert.Equal("HANDLED_ALREADY", scenario.Try(
            "user:other", new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide));
        Assert.Equal("ACTED_ALREADY", scenario.Try(
            Handler, new VerifyParty(Roles("HR")), PartyOnboardingDecider.Decide));
        scenario.Accept(Reviewer, new VerifyParty(Roles("R")), PartyOnboardingDecider.Decide);
        Assert.Equal(OnboardingStatus.Verified, scenario.Party.StatusAt(scenario.Now));
        Assert.Equal(scenario.Now.AddYears(1), scenario.Party.VerifiedUntil);
        Assert.Equal(["攀枝花示例钒钛有限公司"], scenario.Party.VerifiedNames);
    }

    [Fact]
    public void A_route_of_three_needs_three_people()
    {
        var scenario = Submitted(new ApprovalRoute([CentreRole.Handler, CentreRole.Reviewer, CentreRole.Approver]));
        scenario.Accept(Handler, new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide);
        scenario.Accept(Reviewer, new VerifyParty(Roles("R")), PartyOnboardingDecider.Decide);
        Assert.Equal(OnboardingStatus.Submitted, scenario.Party.Status);
        Assert.Equal("ACTED_ALREADY", scenario.Try(
            Reviewer, new VerifyParty(Roles("RA")), PartyOnboardingDecider.Decide));
        scenario.Accept("user:approver", new VerifyParty(Roles("A")), PartyOnboardingDecider.Decide);
        Assert.Equal(OnboardingStatus.Verified, scenario.Party.Status);
    }

    [Fact]
    public void A_member_does_not_decide_on_his_own_party() => Assert.Equal("OWN_MATTER", Submitted().Try(
        Rep, new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide));

    [Fact]
    public void A_returned_form_is_supplemented_and_submitted_again()
    {
        var scenario = Submitted();
        Assert.Equal("REASONS_MISSING", scenario.Try(
            Handler, new ReturnOnboarding([], Roles("H")), PartyOnboardingDecider.Decide));
        scenario.Accept(
            Handler,
            new ReturnOnboarding([new ReturnedItem(PartyItem.Licence, Ref("reason"))], Roles("H")),
            PartyOnboardingDecider.Decide);
        Assert.Equal(OnboardingStatus.ToBeSupplemented, scenario.Party.Status);
        Assert.Equal(PartyItem.Licence, scenario.Party.Returned.Single().Item);
        scenario.Submit();
        Assert.Empty(scenario.Party.Returned);
        scenario.Accept(Handler, new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide);
    }

    [Fact]
    public void A_changed_checked_fact_suspends_until_verified_again()
    {
        var changed = Verified();
        changed.Accept(
            Rep,
            new SetBankAccount(new PartyAccount(Ref("account-2"), "另一示例银行"), true, false),
            PartyFormDecider.Decide);
        Assert.Equal(OnboardingStatus.Suspended, changed.Party.Status);
        Assert.Equal(SuspensionCause.ChangedFacts, changed.Party.Suspension);
        changed.Submit();
        changed.Accept(Handler, new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide);
        changed.Accept(Reviewer, new VerifyParty(Roles("R")), PartyOnboardingDecider.Decide);
        Assert.Equal(2, changed.Party.VerifiedAccounts.Length);
    }

    [Fact]
    public void The_same_facts_again_leave_it_verified()
    {
        var scenario = Verified();
        scenario.Accept(Rep, new DescribeParty(Company, scenario.Party.Kinds, true), PartyFormDecider.Decide);
        scenario.Accept(Rep, new DeclareAffiliates([]), PartyFormDecider.Decide);
        scenario.Accept(Rep, new DeclareFacts([]), PartyFormDecider.Decide);
        scenario.Accept(Rep, new SetContacts(Ref("mobile-2"), null), PartyFormDecider.Decide);
        Assert.Equal(OnboardingStatus.Verified, scenario.Party.Status);
    }

    [Fact]
    public void Another_name_needs_an_account_in_that_name()
    {
        var scenario = Verified();
        scenario.Accept(
            Rep,
            new DescribeParty(Company with { Name = "攀枝花新示例有限公司" }, scenario.Party.Kinds, true),
            PartyFormDecider.Decide);
        Assert.Null(scenario.Party.Account);
        Assert.Equal("INCOMPLETE", scenario.Try(
            Rep,
            new SubmitParty(ApprovalRoute.HandlerThenReviewer, scenario.Party.Identity.ClaimStream),
            PartyOnboardingDecider.Decide));
        Assert.Equal("ACCOUNT_NOT_IN_OWN_NAME", scenario.Try(
            Rep,
            new SetBankAccount(new PartyAccount(Ref("account"), "示例银行"), false, false),
            PartyFormDecider.Decide));
    }

    [Fact]
    public void After_a_year_it_counts_as_suspended_whoever_noticed()
    {
        var scenario = Verified();
        Assert.Equal("NOT_DUE", scenario.Try(
            "process:deadlines", new ExpireVerification(), PartyOnboardingDecider.Decide));
        scenario.Now = scenario.Party.VerifiedUntil!.Value;
        Assert.Equal(OnboardingStatus.Suspended, scenario.Party.StatusAt(scenario.Now));
        scenario.Accept("process:deadlines", new ExpireVerification(), PartyOnboardingDecider.Decide);
        Assert.Equal(SuspensionCause.YearPassed, scenario.Party.Suspension);
        scenario.Submit();
    }

    [Fact]
    public void The_centres_suspension_is_lifted_by_another_person_only()
    {
        var scenario = Verified();
        Assert.Equal("REVIEWERS_ONLY", scenario.Try(
            Handler, new SuspendParty(Ref("reason"), Roles("H")), PartyOnboardingDecider.Decide));
        scenario.Accept(Reviewer, new SuspendParty(Ref("reason"), Roles("R")), PartyOnboardingDecider.Decide);
        Assert.Equal("SUSPENDED_BY_CENTRE", scenario.Try(
            Rep,
            new SubmitParty(ApprovalRoute.HandlerThenReviewer, scenario.Party.Identity.ClaimStream),
            PartyOnboardingDecider.Decide));
        Assert.Equal("LIFTED_BY_ANOTHER", scenario.Try(
            Reviewer, new ReinstateParty(Roles("R")), PartyOnboardingDecider.Decide));
        scenario.Accept("user:approver", new ReinstateParty(Roles("A")), PartyOnboardingDecider.Decide);
        Assert.Equal(OnboardingStatus.Verified, scenario.Party.Status);
    }

    [Fact]
    public void An_agent_acts_until_his_power_of_attorney_expires()
    {
        var scenario = Complete();
        var expires = scenario.Now.AddDays(30);
        var agent = new PartyMember(
            "user:agent", MemberRole.Agent, Ref("agent", PartyStream + "/agent/1"), new(new string('d', 64), expires));
        Assert.Equal("POWER_OF_ATTORNEY_MISSING", scenario.Try(
            Rep, new AddMember(agent with { Power = null }), PartyFormDecider.Decide));
        Assert.Equal("POWER_OF_ATTORNEY_MISSING", scenario.Try(
            Rep, new AddMember(agent with { Power = agent.Power! with { ExpiresAt = scenario.Now } }),
            PartyFormDecider.Decide));
        scenario.Accept(Rep, new AddMember(agent), PartyFormDecider.Decide);
        Assert.Equal("MEMBERS_ONLY", scenario.Try(
            "user:agent", new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide));
        Assert.Equal("NOT_INVITED", scenario.Try("user:other", new AcceptMembership(), PartyFormDecider.Decide));
        scenario.Accept("user:agent", new AcceptMembership(), PartyFormDecider.Decide);
        Assert.Equal("NOT_INVITED", scenario.Try("user:agent", new AcceptMembership(), PartyFormDecider.Decide));
        Assert.Equal("REPRESENTATIVES_ONLY", scenario.Try(
            "user:agent", new RemoveMember(Rep), PartyFormDecider.Decide));
        Assert.Equal("LAST_REPRESENTATIVE", scenario.Try(Rep, new RemoveMember(Rep), PartyFormDecider.Decide));
        scenario.Accept("user:agent", new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide);
        scenario.Now = expires;
        Assert.Equal("MEMBERS_ONLY", scenario.Try(
            "user:agent", new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide));
    }

    [Fact]
    public void Erasure_follows_closing_and_names_everybody_with_a_key()
    {
        var scenario = Verified();
        Assert.Equal("NOT_CLOSED", scenario.Try(
            "user:admin", new ErasePersonalData(Roles("M")), PartyOnboardingDecider.Decide));
        Assert.Equal("REPRESENTATIVES_ONLY", scenario.Try(
            Reviewer, new CloseParty(null, Roles("R")), PartyOnboardingDecider.Decide));
        scenario.Accept(Rep, new CloseParty(null, DutyHolder.None), PartyOnboardingDecider.Decide);
        Assert.Equal("CLOSED", scenario.Try(
            Rep, new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide));
        Assert.Equal("ADMINISTRATORS_ONLY", scenario.Try(
            Rep, new ErasePersonalData(DutyHolder.None), PartyOnboardingDecider.Decide));
        scenario.Accept("user:admin", new ErasePersonalData(Roles("M")), PartyOnboardingDecider.Decide);
        Assert.Equal([PartyStream, PartyStream + "/legal-representative/1"], scenario.Party.People);
        Assert.Equal("ERASED_ALREADY", scenario.Try(
            "user:admin", new ErasePersonalData(Roles("M")), PartyOnboardingDecider.Decide));
    }

    [Fact]
    public void The_state_survives_its_snapshot()
    {
        var party = Verified().Party;
        var json = System.Text.Json.JsonSerializer.Serialize(party, EventCodec.Options);
        var read = System.Text.Json.JsonSerializer.Deserialize<Party>(json, EventCodec.Options)!;
        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(read, EventCodec.Options));
        Assert.Equal(party.Steps, read.Steps.AsEnumerable());
        Assert.Equal(ImmutableArray<Affiliate>.Empty, read.Affiliates!.Value.AsEnumerable());
    }
}
