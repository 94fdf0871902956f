using System.Collections.Immutable;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Domain.Parties.Identities;

/// <summary>
/// Whose a credit code or ID number is: the stream <c>credit-code:CODE</c> or <c>id-number:DIGEST</c> holds the one
/// party that claims it, so the same organisation or person is not registered twice.
/// </summary>
/// <param name="Holder">The party that claims it, or null.</param>
[GenerateSerializer, Immutable, Alias("parties.identity-claim.state/1")]
public sealed record IdentityClaim([property: Id(0)] string? Holder) : IAggregateState<IdentityClaim>
{
    public static IdentityClaim Empty { get; } = new((string?)null);

    public IdentityClaim Evolve(Recorded recorded) => recorded.Event switch
    {
        IdentityClaimed claimed => new IdentityClaim(claimed.Party),
        IdentityReleased => Empty,
        _ => this,
    };
}

/// <summary>Claims the identity for a party; repeated by the holder it changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("parties.identity-claim.claim/1")]
public sealed record ClaimIdentity([property: Id(0)] string Party) : ICommand;

/// <summary>Gives the identity back, because the party is closed or goes by another.</summary>
[GenerateSerializer, Immutable, Alias("parties.identity-claim.release/1")]
public sealed record ReleaseIdentity([property: Id(0)] string Party) : ICommand;

/// <summary>The party goes by this identity.</summary>
[GenerateSerializer, Immutable, Alias("parties.identity-claim.claimed/1")]
public sealed record IdentityClaimed([property: Id(0)] string Party) : IEvent;

/// <summary>The identity is free again.</summary>
[GenerateSerializer, Immutable, Alias("parties.identity-claim.released/1")]
public sealed record IdentityReleased([property: Id(0)] string Party) : IEvent;

/// <summary>Why an identity is not claimed or given back, by descending precedence.</summary>
public enum IdentityClaimRefusal
{
    /// <summary>Another party goes by this code or number; which one is not told.</summary>
    [RefusalText(
        "该统一社会信用代码或身份号码已由其他交易主体登记，不得重复入驻。",
        "Another party is registered under this credit code or ID number; it cannot be registered twice.")]
    IdentityTaken,

    [RefusalText("该交易主体并未占用此身份。", "This party does not hold this identity.")]
    IdentityNotHeld,
}

/// <summary>One identity, one party.</summary>
public static class IdentityClaimDecider
{
    public static Outcome<IReadOnlyList<IEvent>> Decide(IdentityClaim claim, ClaimIdentity command, Moment moment) =>
        claim.Holder is null || claim.Holder == command.Party
            ? Decided.As(new IdentityClaimed(command.Party))
            : Decided.No(IdentityClaimRefusal.IdentityTaken);

    public static Outcome<IReadOnlyList<IEvent>> Decide(IdentityClaim claim, ReleaseIdentity command, Moment moment) =>
        claim.Holder == command.Party
            ? Decided.As(new IdentityReleased(command.Party))
            : Decided.No(IdentityClaimRefusal.IdentityNotHeld);
}
