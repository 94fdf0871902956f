using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using Xunit;

namespace IpMarket.Domain.Tests.Parties;

/// <summary>H handler, R reviewer, A approver, C cashier, S supervisor, M administrator; anna, ben, cora are people.</summary>
public sealed class DutiesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    // route, taken, who, his roles → the step he takes, or the refusal
    [InlineData("HR", "", "anna", "H", "H")]
    [InlineData("HR", "", "anna", "R", "ROLE_MISSING")]
    [InlineData("HR", "", "anna", "A", "ROLE_MISSING")]
    [InlineData("HR", "", "anna", "C", "ROLE_MISSING")]
    [InlineData("HR", "", "anna", "S", "ROLE_MISSING")]
    [InlineData("HR", "", "anna", "", "ROLE_MISSING")]
    [InlineData("HR", "", "anna", "M", "ROLE_MISSING")]
    [InlineData("HR", "", "anna", "MH", "ROLE_MISSING")]
    [InlineData("HR", "anna", "ben", "R", "R")]
    [InlineData("HR", "anna", "ben", "H", "ROLE_MISSING")]
    [InlineData("HR", "anna", "anna", "HR", "ACTED_ALREADY")]
    [InlineData("HR", "anna", "anna", "H", "ROLE_MISSING")]
    [InlineData("HR", "anna,ben", "cora", "HRA", "ROUTE_FINISHED")]
    [InlineData("HRA", "anna,ben", "cora", "A", "A")]
    [InlineData("HRA", "anna,ben", "cora", "R", "ROLE_MISSING")]
    [InlineData("HRA", "anna,ben", "anna", "HRA", "ACTED_ALREADY")]
    [InlineData("HRA", "anna,ben", "ben", "HRA", "ACTED_ALREADY")]
    [InlineData("HRA", "anna,ben,cora", "dora", "HRA", "ROUTE_FINISHED")]
    [InlineData("HRR", "anna,ben", "cora", "R", "R")]
    [InlineData("HRR", "anna,ben", "ben", "R", "ACTED_ALREADY")]
    [InlineData("H", "", "anna", "H", "H")]
    [InlineData("H", "anna", "ben", "HRA", "ROUTE_FINISHED")]
    public void Each_step_needs_its_role_and_another_person(
        string route, string taken, string who, string roles, string expected)
    {
        var steps = RolesOf(route);
        var acted = taken.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select((user, i) => new DutyStep(steps[i], user))
            .ToImmutableArray();
        var outcome = Duties.Next(
            new ApprovalRoute(steps), acted, new DutyHolder(RolesOf(roles), []), new Moment(Noon, new Actor(who)));
        var answer = outcome.Refusal?.Code ?? outcome.Value.Role.ToString()[..1];
        Assert.Equal(expected, answer);
        if (outcome.IsAccepted) Assert.Equal(who, outcome.Value.User);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_deputy_acts_from_his_first_instant_until_before_his_last(int minutesAfterFrom, bool may)
    {
        var deputyship = new Deputyship(CentreRole.Reviewer, "ben", "cora", Noon, Noon.AddHours(1));
        var holder = new DutyHolder([CentreRole.Handler], [deputyship]);
        var at = Noon.AddMinutes(minutesAfterFrom);
        var outcome = Duties.Next(
            ApprovalRoute.HandlerThenReviewer,
            [new DutyStep(CentreRole.Handler, "anna")],
            holder,
            new Moment(at, new Actor("cora")));
        Assert.Equal(may, outcome.IsAccepted);
    }

    [Fact]
    public void A_deputy_does_not_review_what_he_handled()
    {
        var deputyship = new Deputyship(CentreRole.Reviewer, "ben", "anna", Noon, Noon.AddHours(1));
        var outcome = Duties.Next(
            ApprovalRoute.HandlerThenReviewer,
            [new DutyStep(CentreRole.Handler, "anna")],
            new DutyHolder([CentreRole.Handler], [deputyship]),
            new Moment(Noon, new Actor("anna")));
        Assert.True(outcome.Refusal!.Is(DutyRefusal.ActedAlready));
    }

    [Theory]
    [InlineData("H", true)]
    [InlineData("HR", true)]
    [InlineData("HA", true)]
    [InlineData("HRA", true)]
    [InlineData("HRR", true)]
    [InlineData("", false)]
    [InlineData("R", false)]
    [InlineData("RH", false)]
    [InlineData("HH", false)]
    [InlineData("HAR", false)]
    [InlineData("HC", false)]
    [InlineData("HM", false)]
    [InlineData("HRAA", false)]
    public void A_route_is_one_to_three_steps_in_rank(string route, bool wellFormed) =>
        Assert.Equal(wellFormed, new ApprovalRoute(RolesOf(route)).IsWellFormed);

    [Theory]
    [InlineData(DocumentKind.Onboarding, "H", "A", null)]
    [InlineData(DocumentKind.Listing, "H", "A", "ROUTE_TOO_SHORT")]
    [InlineData(DocumentKind.Auction, "H", "A", "ROUTE_TOO_SHORT")]
    [InlineData(DocumentKind.Listing, "HRA", "A", null)]
    [InlineData(DocumentKind.Listing, "RH", "A", "ROUTE_MALFORMED")]
    [InlineData(DocumentKind.Listing, "HR", "R", "APPROVER_ONLY")]
    [InlineData(DocumentKind.Listing, "HR", "M", "APPROVER_ONLY")]
    public void Routes_are_set_by_an_approver_within_their_bounds(
        DocumentKind kind, string route, string roles, string? refusal)
    {
        var outcome = ApprovalRoutesDecider.Decide(
            ApprovalRoutes.Empty,
            new SetApprovalRoute(kind, RolesOf(route), new DutyHolder(RolesOf(roles), [])),
            new Moment(Noon, new Actor("anna")));
        Assert.Equal(refusal, outcome.Refusal?.Code);
    }

    [Theory]
    [InlineData("ben", "cora", 0, 60, "R", "H", null)]
    [InlineData("ben", "ben", 0, 60, "R", "H", "OWN_DEPUTY")]
    [InlineData("ben", "cora", 60, 60, "R", "H", "DATES_MALFORMED")]
    [InlineData("ben", "cora", -60, 0, "R", "H", "DATES_MALFORMED")]
    [InlineData("ben", "cora", 0, 60, "H", "H", "HOLDER_LACKS_ROLE")]
    [InlineData("ben", "cora", 0, 60, "R", "", "DEPUTY_NOT_ELIGIBLE")]
    [InlineData("ben", "cora", 0, 60, "R", "M", "DEPUTY_NOT_ELIGIBLE")]
    public void A_deputy_is_another_of_the_centres_business_people(
        string holder, string deputy, int from, int until, string rolesOfHolder, string rolesOfDeputy, string? refusal)
    {
        var deputyship = new Deputyship(
            CentreRole.Reviewer, holder, deputy, Noon.AddMinutes(from), Noon.AddMinutes(until));
        var outcome = ApprovalRoutesDecider.Decide(
            ApprovalRoutes.Empty,
            new AppointDeputy(
                deputyship, DutyHolder.With(CentreRole.Approver), RolesOf(rolesOfHolder), RolesOf(rolesOfDeputy)),
            new Moment(Noon, new Actor("dora")));
        Assert.Equal(refusal, outcome.Refusal?.Code);
    }

    internal static ImmutableArray<CentreRole> RolesOf(string letters) => letters.Select(letter => letter switch
    {
        'H' => CentreRole.Handler,
        'R' => CentreRole.Reviewer,
        'A' => CentreRole.Approver,
        'C' => CentreRole.Cashier,
        'S' => CentreRole.Supervisor,
        'M' => CentreRole.Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(letters), letters, "H, R, A, C, S or M"),
    }).ToImmutableArray();
}
