using IpMarket.Adapters.Tests.State;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Adapters.Views;
using IpMarket.Adapters.Views.Parties;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.Views.Parties;

/// <summary>What the views of parties show, on both databases.</summary>
public abstract class PartiesViewContract : StateContract
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly PersonalRef Personal = new("party:1", "party:1/name/1");
    private IJournal? journal;
    private ServiceProvider? process;

    private IJournal Journal => journal ??= Store.Open();

    private PartyLists Lists => process!.GetRequiredService<PartyLists>();

    [Fact]
    public async Task A_party_is_listed_with_name_kinds_status_and_whose_turn_it_is()
    {
        await Register("party:1", "rep", At);
        await Journal.Append("party:1", At.AddHours(1), Described("甲公司", PartyKind.Enterprise, PartyKind.Bank));
        await Journal.Append("party:1", At.AddHours(2), Submitted("credit-code:1"));
        await CatchUp();
        var row = Assert.Single(await Page(new PartyFilter(null, null, null, null)));
        Assert.Equal(("甲公司", OnboardingStatus.Submitted, At.AddHours(2)), (row.Name, row.Status, row.SubmittedAt));
        Assert.Equal(CentreRole.Handler, row.WaitsFor);

        await Journal.Append("party:1", At.AddHours(3), new OnboardingStepTaken(CentreRole.Handler));
        await CatchUp();
        Assert.Equal(CentreRole.Reviewer, Assert.Single(await Page(Any with { Kind = PartyKind.Bank })).WaitsFor);
        await Journal.Append("party:1", At.AddHours(4), new PartyVerified(CentreRole.Reviewer, At.AddYears(1)));
        await CatchUp();
        var verified = Assert.Single(await Page(Any with { Status = OnboardingStatus.Verified }));
        Assert.Null(verified.WaitsFor);
        Assert.Empty(await Page(Any with { Kind = PartyKind.Court }));
        Assert.Empty(await Page(Any with { WaitsFor = CentreRole.Reviewer }));
    }

    [Fact]
    public async Task Each_fact_moves_the_status_and_a_returned_form_waits_for_nobody_of_the_centre()
    {
        await Register("party:1", "rep", At);
        var steps = new (IEvent Fact, OnboardingStatus Status)[]
        {
            (Submitted("credit-code:1"), OnboardingStatus.Submitted),
            (new OnboardingReturned([new ReturnedItem(PartyItem.Name, Personal)]), OnboardingStatus.ToBeSupplemented),
            (new PartyVerified(CentreRole.Handler, At.AddYears(1)), OnboardingStatus.Verified),
            (new PartySuspended(SuspensionCause.ByCentre, Personal), OnboardingStatus.Suspended),
            (new PartyReinstated(At.AddYears(1)), OnboardingStatus.Verified),
            (new PartyClosed(null, null), OnboardingStatus.Closed),
        };
        foreach (var (fact, status) in steps)
        {
            await Journal.Append("party:1", At.AddDays(1), fact);
            await CatchUp();
            var row = Assert.Single(await Page(Any));
            Assert.Equal(status, row.Status);
            Assert.Equal(status == OnboardingStatus.Submitted, row.WaitsFor is not null);
        }
    }

    [Fact]
    public async Task Those_handed_in_first_come_first_to_the_desk_and_pages_count_all()
    {
        for (var i = 1; i <= 5; i++) await Register($"party:{i}", "rep", At.AddMinutes(i));
        for (var i = 5; i >= 2; i--) await Journal.Append($"party:{i}", At.AddHours(10 - i), Submitted($"credit-code:{i}"));
        await CatchUp();
        var (rows, total) = await Lists.Page(Any with { Status = OnboardingStatus.Submitted }, 1, 2, Cancel);
        Assert.Equal("party:4 party:3", Names(rows));
        Assert.Equal(4, total);
        Assert.Equal("party:5 party:4 party:3 party:2 party:1", Names(await Page(Any)));
    }

    [Fact]
    public async Task A_user_finds_the_parties_he_acts_for_oldest_first()
    {
        await Register("party:2", "anna", At);
        await Register("party:1", "berta", At.AddMinutes(1));
        await Journal.Append("party:2", At.AddMinutes(2), Described("乙公司", PartyKind.Enterprise));
        await Journal.Append("party:1", At.AddMinutes(3), Agent("anna", At.AddDays(1)));
        await CatchUp();
        Assert.Equal(
            [new("party:2", "乙公司", MemberRole.Representative), new Membership("party:1", null, MemberRole.Agent)],
            await Of("anna", At.AddHours(1)));
        Assert.Equal("party:2", Assert.Single(await Of("anna", At.AddDays(1))).Party);
        Assert.Equal("party:1 party:2", Names(await Page(Any with { Member = "user:anna" })));
        Assert.Empty(await Of("nobody", At));

        await Journal.Append("party:1", At.AddMinutes(4), new MemberRemoved("user:anna"));
        await CatchUp();
        Assert.Equal("party:2", Assert.Single(await Of("anna", At)).Party);
        await Journal.Append("party:2", At.AddMinutes(5), new PartyClosed(null, null));
        await CatchUp();
        Assert.Empty(await Of("anna", At));
        Assert.Equal("party:2", Names(await Page(Any with { Member = "user:anna" })));
    }

    [Fact]
    public async Task A_member_removed_and_named_again_in_one_batch_is_a_member()
    {
        await Register("party:1", "berta", At);
        await Journal.Append(
            "party:1", At, Agent("anna", At.AddDays(1)), new MemberRemoved("user:anna"), Agent("anna", At.AddDays(9)));
        await CatchUp();
        Assert.Single(await Of("anna", At.AddDays(5)));
        await Journal.Append("party:1", At, new MemberRemoved("user:anna"), Agent("anna", At.AddDays(3)));
        await CatchUp();
        Assert.Empty(await Of("anna", At.AddDays(5)));
        Assert.Single(await Of("anna", At.AddDays(2)));
    }

    [Fact]
    public async Task Who_is_named_is_no_member_before_he_accepts()
    {
        await Register("party:1", "anna", At);
        var named = new PartyMember("user:berta", MemberRole.Representative, null, null);
        await Journal.Append("party:1", At, new MemberInvited(named));
        await CatchUp();
        Assert.Empty(await Of("berta", At));
        Assert.Empty(await Page(Any with { Member = "user:berta" }));
        Assert.Equal([new Membership("party:1", null, MemberRole.Representative)], await Invitations("berta"));
        await Journal.Append("party:1", At, new MemberRemoved("user:berta"), new MemberInvited(named));
        await CatchUp();
        Assert.Single(await Invitations("berta"));
        await Journal.Append("party:1", At, new MemberAdded(named));
        await CatchUp();
        Assert.Empty(await Invitations("berta"));
        Assert.Single(await Of("berta", At));
    }

    [Fact]
    public async Task A_natural_person_has_no_name_in_the_views_and_a_rebuild_shows_the_same()
    {
        await Journal.Append(
            "party:1", At, new PartyRegistered(true, [PartyKind.NaturalPerson]),
            new MemberAdded(new PartyMember("user:anna", MemberRole.Representative, null, null)));
        var identity = PartyIdentity.Blank with { PersonName = Personal, IdNumber = Personal, IdNumberStream = "id-number:1" };
        await Journal.Append("party:1", At, new PartyDescribed(identity, [PartyKind.NaturalPerson]));
        await CatchUp();
        var before = Assert.Single(await Page(Any));
        Assert.Null(before.Name);
        Assert.Equal([new Membership("party:1", null, MemberRole.Representative)], await Of("anna", At));
        await Group.Rebuild(Cancel);
        Assert.Equivalent(before, Assert.Single(await Page(Any)), strict: true);
    }

    private static PartyFilter Any => new(null, null, null, null);

    private IViewGroup Group => process!.GetServices<IViewGroup>().Single(group => group.Name == "views-parties");

    private static PartyDescribed Described(string name, params PartyKind[] kinds) =>
        new(PartyIdentity.Blank with { Name = name }, [.. kinds]);

    private static PartySubmitted Submitted(string claim) =>
        new([CentreRole.Handler, CentreRole.Reviewer], claim, null);

    private static MemberAdded Agent(string user, DateTimeOffset until) => new(new PartyMember(
        "user:" + user, MemberRole.Agent, Personal, new PowerOfAttorney(new string('a', 64), until)));

    private static string Names(IEnumerable<PartyRow> rows) => string.Join(' ', rows.Select(row => row.Party));

    private Task<long> Register(string party, string representative, DateTimeOffset at) => Journal.Append(
        party, at, new PartyRegistered(false, [PartyKind.Enterprise]),
        new MemberAdded(new PartyMember("user:" + representative, MemberRole.Representative, null, null)));

    private async Task CatchUp()
    {
        process ??= await Process(with: services => services.AddSingleton(Journal).AddPartiesViews());
        await Group.CatchUp(Cancel);
    }

    private async Task<IReadOnlyList<PartyRow>> Page(PartyFilter filter) =>
        (await Lists.Page(filter, 0, 100, Cancel)).Rows;

    private Task<IReadOnlyList<Membership>> Invitations(string user) => Lists.InvitationsOf("user:" + user, Cancel);

    private async Task<IReadOnlyList<Membership>> Of(string user, DateTimeOffset at)
    {
        var found = await process!.GetRequiredService<IMemberships>().Of(["user:" + user, "user:nobody"], at, Cancel);
        Assert.Empty(found["user:nobody"]);
        return [.. found["user:" + user]];
    }
}

public sealed class SqlitePartiesViewTests : PartiesViewContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresPartiesViewTests : PartiesViewContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
