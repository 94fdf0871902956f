namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>
/// Where a personal text stands in the vault: whose key encrypts it and its row. Opaque; all an event may say of it.
/// </summary>
/// <param name="Person">
/// The party itself (<c>party:…</c>), or one of its people (<c>party:…/legal-representative/…</c>), so that each is
/// erased alone.
/// </param>
/// <param name="Row">The vault's row.</param>
[GenerateSerializer, Immutable, Alias("parties.personal-ref/1")]
public sealed record PersonalRef([property: Id(0)] string Person, [property: Id(1)] string Row);
