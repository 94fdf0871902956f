using System.Collections.Immutable;
using IpMarket.Domain.Parties;

namespace IpMarket.Server.Demo;

/// <summary>An account of the demo market.</summary>
/// <param name="Name">What comes before the @; also names the account's password in <c>demo-accounts.json</c>.</param>
/// <param name="DisplayName">How the person is called.</param>
/// <param name="Roles">Roles of the centre; empty for those who act for a party.</param>
public sealed record DemoPerson(string Name, string DisplayName, ImmutableArray<CentreRole> Roles)
{
    /// <summary>A domain that exists nowhere (RFC 2606).</summary>
    public string Email => Name + "@demo.example";
}

/// <summary>An invented party; its name says so (P14).</summary>
/// <param name="Key">Names it in the demo's ids.</param>
/// <param name="Name">As it would stand in a register.</param>
/// <param name="Kinds">What it is in the market.</param>
/// <param name="Person">Who acts for it.</param>
/// <param name="IsVerified">False: its onboarding waits at the centre's desk.</param>
public sealed record DemoParty(
    string Key, string Name, ImmutableArray<PartyKind> Kinds, DemoPerson Person, bool IsVerified = true);

/// <summary>Everybody in the demo market.</summary>
public static class DemoPeople
{
    public static readonly DemoPerson Administrator = Centre("admin", "示例管理员", CentreRole.Administrator);
    public static readonly DemoPerson Handler = Centre("handler", "示例经办", CentreRole.Handler);
    public static readonly DemoPerson Reviewer = Centre("reviewer", "示例复核", CentreRole.Reviewer);
    public static readonly DemoPerson Approver = Centre("approver", "示例负责人", CentreRole.Approver);
    public static readonly DemoPerson Cashier = Centre("cashier", "示例出纳", CentreRole.Cashier);
    public static readonly DemoPerson Supervisor = Centre("supervisor", "示例监督", CentreRole.Supervisor);

    public static readonly DemoParty Seller =
        new("seller", "示例钒钛科技有限公司", [PartyKind.Enterprise], Member("seller", "示例转让方"));

    public static readonly DemoParty Owner =
        new("owner", "示例冶金新材料有限公司", [PartyKind.Enterprise], Member("owner", "示例专利权人"));

    public static readonly DemoParty InvestorA =
        new("investor-a", "示例投资甲有限公司", [PartyKind.Investor], Member("investor-a", "示例投资人甲"));

    public static readonly DemoParty InvestorB =
        new("investor-b", "示例投资乙有限公司", [PartyKind.Investor], Member("investor-b", "示例投资人乙"));

    public static readonly DemoParty Newcomer = new(
        "newcomer", "示例储能有限公司", [PartyKind.Enterprise], Member("newcomer", "示例新主体"), IsVerified: false);

    /// <summary>The two whose robots bid; nobody signs in for them.</summary>
    public static readonly ImmutableArray<DemoParty> Robots =
    [
        new("robot-c", "示例机器人丙有限公司", [PartyKind.Investor], Member("robot-c", "示例机器人丙")),
        new("robot-d", "示例机器人丁有限公司", [PartyKind.Investor], Member("robot-d", "示例机器人丁")),
    ];

    public static readonly ImmutableArray<DemoPerson> OfTheCentre =
        [Administrator, Handler, Reviewer, Approver, Cashier, Supervisor];

    public static readonly ImmutableArray<DemoParty> Parties =
        [Seller, Owner, InvestorA, InvestorB, Newcomer, .. Robots];

    private static DemoPerson Centre(string name, string displayName, CentreRole role) =>
        new(name, displayName, [role]);

    private static DemoPerson Member(string name, string displayName) => new(name, displayName, []);
}
