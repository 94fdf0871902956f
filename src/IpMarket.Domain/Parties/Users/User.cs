using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Parties.Users;

/// <summary>How an account came to be.</summary>
public enum UserOrigin
{
    /// <summary>自行注册: somebody who will act for a party.</summary>
    SelfRegistered,

    /// <summary>由管理员邀请: one of the centre's people.</summary>
    Invited,

    /// <summary>首位管理员: made at the server's own machine.</summary>
    FirstAdministrator,

    /// <summary>演示账号: exists only in a store with demo data.</summary>
    Demo,
}

/// <summary>
/// 用户: somebody who signs in. Stream <c>user:…</c>. Name, mail address and password stand in the identity store, never
/// here.
/// </summary>
[GenerateSerializer, Immutable, Alias("parties.user.state/1")]
public sealed record User : IAggregateState<User>
{
    public static User Empty { get; } = new();

    [Id(0)]
    public bool Exists { get; init; }

    [Id(1)]
    public UserOrigin Origin { get; init; }

    /// <summary>Roles held now.</summary>
    [Id(2)]
    public ImmutableSortedSet<CentreRole> Roles { get; init; } = ImmutableSortedSet<CentreRole>.Empty;

    /// <summary>Roles ever held: duties stay apart even after a role was taken back.</summary>
    [Id(3)]
    public ImmutableSortedSet<CentreRole> EverHeld { get; init; } = ImmutableSortedSet<CentreRole>.Empty;

    /// <summary>When the account was shut, for good; null while it is open.</summary>
    [Id(4)]
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Its own stream; empty before it exists.</summary>
    [Id(5)]
    public string Id { get; init; } = "";

    /// <summary>One of the centre's people: may hold roles, never acts for a party.</summary>
    [JsonIgnore]
    public bool IsOfTheCentre =>
        Origin != UserOrigin.SelfRegistered && (Origin != UserOrigin.Demo || !EverHeld.IsEmpty);

    public User Evolve(Recorded recorded) => recorded.Event switch
    {
        UserRegistered fact => this with { Exists = true, Id = recorded.Stream, Origin = fact.Origin },
        CentreRoleGranted fact => this with { Roles = Roles.Add(fact.Role), EverHeld = EverHeld.Add(fact.Role) },
        CentreRoleRevoked fact => this with { Roles = Roles.Remove(fact.Role) },
        UserDisabled => this with { DisabledAt = recorded.At, Roles = Roles.Clear() },
        _ => this,
    };
}

/// <summary>The account exists.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.registered/1")]
public sealed record UserRegistered([property: Id(0)] UserOrigin Origin) : IEvent;

/// <summary>A role of the centre was given; who gave it is the record's actor.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.centre-role-granted/1")]
public sealed record CentreRoleGranted([property: Id(0)] CentreRole Role) : IEvent;

/// <summary>A role of the centre was taken back; by whom is the record's actor.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.centre-role-revoked/1")]
public sealed record CentreRoleRevoked([property: Id(0)] CentreRole Role) : IEvent;

/// <summary>The account was shut for good; its roles end with it.</summary>
[GenerateSerializer, Immutable, Alias("parties.user.disabled/1")]
public sealed record UserDisabled : IEvent;
