using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Parties.Approvals;

/// <summary>The centre's routes and deputies, stream <see cref="Stream"/>.</summary>
/// <param name="Changed">Routes that were set; kinds without one have
/// <see cref="ApprovalRoute.HandlerThenReviewer"/>.</param>
/// <param name="Deputyships">Those not ended early, newest last, at most <see cref="DeputyshipsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.state/1")]
public sealed record ApprovalRoutes(
    [property: Id(0)] ImmutableSortedDictionary<DocumentKind, ApprovalRoute> Changed,
    [property: Id(1)] ImmutableArray<Deputyship> Deputyships) : IAggregateState<ApprovalRoutes>
{
    public const string Stream = "routes:centre";

    /// <summary>Deputyships kept; those over are dropped first when a new one comes.</summary>
    public const int DeputyshipsMax = 200;

    public static ApprovalRoutes Empty { get; } =
        new(ImmutableSortedDictionary<DocumentKind, ApprovalRoute>.Empty, []);

    /// <summary>The route a document of a kind is submitted under.</summary>
    public ApprovalRoute For(DocumentKind kind) =>
        Changed.TryGetValue(kind, out var route) ? route : ApprovalRoute.HandlerThenReviewer;

    /// <summary>What a user may do at the desk, given the roles granted to him.</summary>
    public DutyHolder HolderOf(string user, ImmutableArray<CentreRole> granted) =>
        new(granted, Deputyships.Where(d => d.Deputy == user).ToImmutableArray());

    public ApprovalRoutes Evolve(Recorded recorded) => recorded.Event switch
    {
        ApprovalRouteSet set => this with { Changed = Changed.SetItem(set.Kind, new ApprovalRoute(set.Steps)) },
        DeputyAppointed appointed => this with
        {
            Deputyships = Deputyships.Where(d => d.Until > recorded.At).Append(appointed.Deputyship).ToImmutableArray(),
        },
        DeputyshipEnded ended => this with { Deputyships = Deputyships.Remove(ended.Deputyship) },
        _ => this,
    };
}

/// <summary>Sets the route documents of a kind are submitted under from now on.</summary>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.set/1")]
public sealed record SetApprovalRoute(
    [property: Id(0)] DocumentKind Kind,
    [property: Id(1)] ImmutableArray<CentreRole> Steps,
    [property: Id(2), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Appoints a deputy for a holder's role, with dates.</summary>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.appoint-deputy/1")]
public sealed record AppointDeputy(
    [property: Id(0)] Deputyship Deputyship,
    [property: Id(1), LookedUp] DutyHolder Holder,
    [property: Id(2), LookedUp] ImmutableArray<CentreRole> RolesOfHolder,
    [property: Id(3), LookedUp] ImmutableArray<CentreRole> RolesOfDeputy) : ICommand;

/// <summary>Ends a deputyship before its last day.</summary>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.end-deputyship/1")]
public sealed record EndDeputyship(
    [property: Id(0)] Deputyship Deputyship,
    [property: Id(1), LookedUp] DutyHolder Holder) : ICommand;

/// <summary>Documents of a kind submitted from now on follow this route.</summary>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.route-set/1")]
public sealed record ApprovalRouteSet(
    [property: Id(0)] DocumentKind Kind,
    [property: Id(1)] ImmutableArray<CentreRole> Steps) : IEvent;

/// <summary>A deputy may act for a holder within the dates.</summary>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.deputy-appointed/1")]
public sealed record DeputyAppointed([property: Id(0)] Deputyship Deputyship) : IEvent;

/// <summary>A deputyship ended before its last day.</summary>
[GenerateSerializer, Immutable, Alias("parties.approval-routes.deputyship-ended/1")]
public sealed record DeputyshipEnded([property: Id(0)] Deputyship Deputyship) : IEvent;
