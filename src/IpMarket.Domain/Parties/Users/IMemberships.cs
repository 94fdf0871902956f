namespace IpMarket.Domain.Parties.Users;

/// <summary>A party somebody acts for, as he sees it in his list of parties.</summary>
/// <param name="Party">The party's stream.</param>
/// <param name="Name">Its name; null where it stands only in the vault.</param>
/// <param name="Role">What he is in it.</param>
public sealed record Membership(string Party, string? Name, Onboarding.MemberRole Role);

/// <summary>Which parties a user acts for.</summary>
public interface IMemberships
{
    /// <summary>
    /// By user the parties he acts for at an instant (market time), oldest first; closed ones act no more.
    /// </summary>
    Task<ILookup<string, Membership>> Of(
        IReadOnlyCollection<string> users, DateTimeOffset at, CancellationToken cancel);
}
