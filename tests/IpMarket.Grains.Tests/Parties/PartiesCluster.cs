using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Parties;
using IpMarket.Grains.Tests.Trading;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Grains.Tests.Parties;

/// <summary>The grains of parties over a journal and a vault in memory.</summary>
public sealed class PartiesCluster : GrainCluster
{
    private int serial;

    internal MemoryVault Vault { get; } = new();

    internal PlannedDeadlines Deadlines { get; } = new();

    protected override void Configure(IServiceCollection services) => services
        .AddSingleton<IVault>(Vault)
        .AddSingleton<IDeadlines>(Deadlines)
        .AddPartiesGrains();

    /// <summary>A valid credit code nobody has used yet.</summary>
    internal string NextCode()
    {
        var first = $"91510400{Interlocked.Increment(ref serial):000000000}";
        return first + CreditCode.CheckCharacter(first);
    }

    /// <summary>A registered organisation, its form complete but for the identity.</summary>
    internal async Task<OnboardedParty> Draft(string representative, params Affiliate[] affiliates)
    {
        var id = Guid.NewGuid();
        var context = By(representative, id);
        var party = new OnboardedParty(this, Ids.Create("party", id, context.Actor), representative);
        Accepted(await party.Grain.Register(context, new RegisterParty(false, [PartyKind.Enterprise])));
        Accepted(await party.Form.SetContacts(By(representative), new SetContacts(party.Ref("mobile"), null)));
        Accepted(await party.Form.SetInvoiceData(
            By(representative), new SetInvoiceData(new InvoiceData(InvoiceKind.General, party.Ref("invoice")))));
        Accepted(await party.Form.DeclareAffiliates(By(representative), new DeclareAffiliates([.. affiliates])));
        Accepted(await party.Form.AcceptAgreements(By(representative), new AcceptAgreements(
            [.. Agreements.Current.Select(agreement => new AcceptedAgreement(agreement.Name, agreement.Version))])));
        return party;
    }

    internal async Task<OnboardedParty> Verified(string representative, string code, params Affiliate[] affiliates)
    {
        var party = await Draft(representative, affiliates);
        await party.Describe(code);
        Accepted(await party.Onboarding.Submit(By(representative)));
        await party.Check();
        return party;
    }
}

/// <summary>Due times as a test sets them.</summary>
internal sealed class PlannedDeadlines : IDeadlines
{
    public DueDeadline? Due { get; set; }

    public Task<IReadOnlyList<DueDeadline>> DueAt(DateTimeOffset now, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DueDeadline>>(Due is { } due && due.Due <= now ? [due] : []);
}

/// <summary>A party of the cluster.</summary>
internal sealed record OnboardedParty(PartiesCluster Cluster, string Stream, string Representative)
{
    public IPartyGrain Grain => Cluster.Grains.GetGrain<IPartyGrain>(Stream);

    public IPartyFormGrain Form => Cluster.Grains.GetGrain<IPartyFormGrain>(Stream);

    public IPartyOnboardingGrain Onboarding => Cluster.Grains.GetGrain<IPartyOnboardingGrain>(Stream);

    public PersonalRef Ref(string kind) => new(Stream, $"{Stream}/{kind}");

    public async Task<Party> State() => (await Grain.Get()).State;

    /// <summary>Gives name, code and account.</summary>
    public async Task Describe(string code, string name = "攀枝花示例钒钛有限公司")
    {
        var identity = new PartyIdentity(name, null, code, null, null, Ref("legal-representative"), new string('a', 64));
        GrainCluster.Accepted(await Form.Describe(
            GrainCluster.By(Representative), new DescribeParty(identity, [PartyKind.Enterprise], false)));
        GrainCluster.Accepted(await Form.SetBankAccount(
            GrainCluster.By(Representative), new SetBankAccount(new PartyAccount(Ref("account"), "示例银行"), true, false)));
    }

    /// <summary>The centre's two steps.</summary>
    public async Task Check()
    {
        GrainCluster.Accepted(await Onboarding.Handle(
            GrainCluster.By("handler"), new HandleOnboarding(DutyHolder.With(CentreRole.Handler))));
        GrainCluster.Accepted(await Onboarding.Verify(
            GrainCluster.By("reviewer"), new VerifyParty(DutyHolder.With(CentreRole.Reviewer))));
    }
}
