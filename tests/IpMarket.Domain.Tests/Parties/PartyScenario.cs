using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using Xunit;

namespace IpMarket.Domain.Tests.Parties;

/// <summary>A party that commands are decided on one after the other; a refusal leaves it as it was.</summary>
internal sealed class PartyScenario
{
    public const string PartyStream = "party:00000000000000000000000001";
    public const string Rep = "user:rep";
    public const string Handler = "user:handler";
    public const string Reviewer = "user:reviewer";
    private long version;

    public Party Party { get; private set; } = Party.Empty;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public static PersonalRef Ref(string kind, string? person = null) => new(person ?? PartyStream, $"{PartyStream}/{kind}/1");

    public static PartyIdentity Company => new(
        "攀枝花示例钒钛有限公司", null, "91330100799655058B", null, null,
        Ref("legal-representative", PartyStream + "/legal-representative/1"), new string('a', 64));

    public static PartyIdentity Person => new(
        null, Ref("name"), null, Ref("id-number"), "id-number:" + new string('b', 64), null, new string('c', 64));

    public static PartyScenario Registered(bool person = false)
    {
        var scenario = new PartyScenario();
        scenario.Accept(
            Rep,
            new RegisterParty(person, [person ? PartyKind.NaturalPerson : PartyKind.Enterprise]),
            PartyFormDecider.Decide);
        return scenario;
    }

    /// <summary>Everything filled in, nothing submitted.</summary>
    public static PartyScenario Complete(bool person = false)
    {
        var scenario = Registered(person);
        var kinds = scenario.Party.Kinds;
        scenario.Accept(
            Rep, new DescribeParty(person ? Person : Company, kinds, false), PartyFormDecider.Decide);
        scenario.Accept(Rep, new SetContacts(Ref("mobile"), null), PartyFormDecider.Decide);
        scenario.Accept(
            Rep,
            new SetBankAccount(new PartyAccount(Ref("account"), "示例银行攀枝花分行"), true, false),
            PartyFormDecider.Decide);
        scenario.Accept(
            Rep, new SetInvoiceData(new InvoiceData(InvoiceKind.General, Ref("invoice"))), PartyFormDecider.Decide);
        scenario.Accept(Rep, new DeclareAffiliates([]), PartyFormDecider.Decide);
        scenario.Accept(
            Rep,
            new AcceptAgreements([.. Agreements.Current.Select(a => new AcceptedAgreement(a.Name, a.Version))]),
            PartyFormDecider.Decide);
        return scenario;
    }

    public static PartyScenario Submitted(ApprovalRoute? route = null)
    {
        var scenario = Complete();
        scenario.Submit(route);
        return scenario;
    }

    public static PartyScenario Verified()
    {
        var scenario = Submitted();
        scenario.Accept(Handler, new HandleOnboarding(Roles("H")), PartyOnboardingDecider.Decide);
        scenario.Accept(Reviewer, new VerifyParty(Roles("R")), PartyOnboardingDecider.Decide);
        return scenario;
    }

    public static DutyHolder Roles(string letters) => new(DutiesTests.RolesOf(letters), []);

    public void Submit(ApprovalRoute? route = null) => Accept(
        Rep,
        new SubmitParty(route ?? ApprovalRoute.HandlerThenReviewer, Party.Identity.ClaimStream),
        PartyOnboardingDecider.Decide);

    public void Accept<TCommand>(string user, TCommand command, Decide<Party, TCommand> decide)
        where TCommand : ICommand
    {
        var refusal = Try(user, command, decide);
        Assert.True(refusal is null, $"{command}: {refusal}");
    }

    /// <summary>The refusal's code, or null when accepted.</summary>
    public string? Try<TCommand>(string user, TCommand command, Decide<Party, TCommand> decide)
        where TCommand : ICommand
    {
        var outcome = decide(Party, command, new Moment(Now, new Actor(user)));
        if (outcome.Refusal is { } refusal) return refusal.Code;
        foreach (var fact in outcome.Value)
        {
            var (open, secret) = EventCodec.Encode(fact, new Actor(user));
            var (read, actor) = EventCodec.Decode(fact.GetType(), open, secret);
            version++;
            Party = Party.Evolve(new Recorded(version, PartyStream, version, Now, Guid.Empty, actor, read));
        }

        return null;
    }
}
