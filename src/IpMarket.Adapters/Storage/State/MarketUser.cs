using Microsoft.AspNetCore.Identity;

namespace IpMarket.Adapters.Storage.State;

/// <summary>
/// The account of a <c>user:</c> stream, whose name is its <see cref="IdentityUser{TKey}.Id"/>. Mail address, password
/// and the person's name stand here and in no event.
/// </summary>
public sealed class MarketUser : IdentityUser
{
    /// <summary>How the person is called on screens and papers; personal data.</summary>
    public string DisplayName { get; set; } = "";
}
