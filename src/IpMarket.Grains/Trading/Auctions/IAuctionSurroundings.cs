using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Auctions;
using ListingEnd = IpMarket.Domain.Catalogue.Listings.AuctionOutcome;

namespace IpMarket.Grains.Trading.Auctions;

/// <summary>
/// What trading asks of the other areas. One implementation calls their grains; tests have their own.
/// </summary>
public interface IAuctionSurroundings
{
    /// <summary>
    /// The listing as <paramref name="auction"/> sees it; on offer also while it is in this very auction.
    /// </summary>
    Task<ListingFacts> Listing(string listing, string auction);

    /// <summary>Takes the listing into the auction; accepted also when it is in it already.</summary>
    Task<Refusal?> EnterAuction(CommandContext context, string listing, string auction);

    /// <summary>Gives the listing back, or marks it sold; accepted also when it has left already.</summary>
    Task<Refusal?> LeaveAuction(CommandContext context, string listing, string auction, ListingEnd end);

    /// <summary>
    /// Why nothing may go on with the listing at the instant: suspended, or its mode closed by facts known then; null
    /// when it may.
    /// </summary>
    Task<Refusal?> HaltOf(string listing, DateTimeOffset at);

    /// <summary>Why this party may not take what the listing offers, at the instant; null when it may.</summary>
    Task<Refusal?> BuyerFault(string listing, string party, DateTimeOffset at);

    Task<PartyStanding?> Standing(string party);

    /// <summary>Whether a user acts for a party now.</summary>
    Task<bool> IsMember(string party, string user);

    /// <summary>Whether an account is in the party's own name.</summary>
    Task<bool> OwnsAccount(string party, string account);

    /// <summary>The route auctions are published by.</summary>
    Task<ApprovalRoute> Route();
}

/// <summary>Who paid, and what he wrote to it: personal data, kept in the vault only.</summary>
/// <param name="Purpose">Free text of the payment; may be empty.</param>
[GenerateSerializer, Immutable, Alias("trading.payer/1")]
public sealed record Payer(
    [property: Id(0)] string Name, [property: Id(1)] string Account, [property: Id(2)] string Purpose = "");
