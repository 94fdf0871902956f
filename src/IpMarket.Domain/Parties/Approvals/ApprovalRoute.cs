using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Approvals;

/// <summary>Kinds of document that go through an approval route.</summary>
public enum DocumentKind
{
    /// <summary>入驻认证.</summary>
    Onboarding,

    /// <summary>挂牌.</summary>
    Listing,

    /// <summary>竞价公告.</summary>
    Auction,
}

/// <summary>
/// The steps a document goes through, in order, each named by the role that takes it; one to three, the handler's first
/// and counted. A document keeps the route it was submitted under.
/// </summary>
/// <param name="Steps">Handler, then reviewers or approvers; a later step's role never ranks below an earlier
/// one's.</param>
[GenerateSerializer, Immutable, Alias("parties.approval-route/1")]
public sealed record ApprovalRoute([property: Id(0)] ImmutableArray<CentreRole> Steps)
{
    public const int StepsMax = 3;

    /// <summary>经办 → 复核: what every kind starts with.</summary>
    public static readonly ApprovalRoute HandlerThenReviewer = new([CentreRole.Handler, CentreRole.Reviewer]);

    [JsonIgnore]
    public bool IsWellFormed =>
        !Steps.IsDefault
        && Steps.Length is >= 1 and <= StepsMax
        && Steps[0] == CentreRole.Handler
        && Steps.Skip(1).All(role => role is CentreRole.Reviewer or CentreRole.Approver)
        && Steps.Zip(Steps.Skip(1)).All(pair => pair.First <= pair.Second);

    /// <summary>Steps a kind needs at least: what the public sees is always seen by two.</summary>
    public static int StepsMin(DocumentKind kind) => kind == DocumentKind.Onboarding ? 1 : 2;

    /// <summary>True when <paramref name="taken"/> steps make the document's last one the next.</summary>
    public bool IsLastAfter(int taken) => taken + 1 == Steps.Length;

    public bool Equals(ApprovalRoute? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);
}

/// <summary>A step somebody has taken on a document, and when, where the document's state keeps that.</summary>
[GenerateSerializer, Immutable, Alias("parties.duty-step/1")]
public readonly record struct DutyStep(
    [property: Id(0)] CentreRole Role,
    [property: Id(1)] string User,
    [property: Id(2)] DateTimeOffset? At = null);

/// <summary>
/// 代理: <paramref name="Deputy"/> may act in <paramref name="Role"/> for <paramref name="Holder"/> from
/// <paramref name="From"/> (included) to <paramref name="Until"/> (excluded).
/// </summary>
[GenerateSerializer, Immutable, Alias("parties.deputyship/1")]
public sealed record Deputyship(
    [property: Id(0)] CentreRole Role,
    [property: Id(1)] string Holder,
    [property: Id(2)] string Deputy,
    [property: Id(3)] DateTimeOffset From,
    [property: Id(4)] DateTimeOffset Until)
{
    public bool CoversAt(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>
/// What the house looked up about the person who acts: the roles granted to him and those he holds for others. Commands
/// carry it as looked-up data.
/// </summary>
[GenerateSerializer, Immutable, Alias("parties.duty-holder/1")]
public sealed record DutyHolder(
    [property: Id(0)] ImmutableArray<CentreRole> Roles,
    [property: Id(1)] ImmutableArray<Deputyship> Deputyships)
{
    /// <summary>Nobody of the centre.</summary>
    public static readonly DutyHolder None = new([], []);

    public static DutyHolder With(params ImmutableArray<CentreRole> roles) => new(roles, []);

    /// <summary>
    /// Whether he may act in a role at an instant. The administrator has no business rights, so nothing makes him a
    /// handler, reviewer, approver, host, cashier or accountant.
    /// </summary>
    public bool Is(CentreRole role, DateTimeOffset at)
    {
        if (role != CentreRole.Administrator && Roles.Contains(CentreRole.Administrator)) return false;
        return Roles.Contains(role) || Deputyships.Any(d => d.Role == role && d.CoversAt(at));
    }

    /// <summary>Whether he may read what the centre's desk reads at an instant.</summary>
    public bool ReadsTheDesk(DateTimeOffset at) =>
        Is(CentreRole.Handler, at)
        || Is(CentreRole.Reviewer, at)
        || Is(CentreRole.Approver, at)
        || Is(CentreRole.Supervisor, at);
}
