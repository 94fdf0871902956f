using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Grains.Parties;

namespace IpMarket.Grains.Catalogue;

/// <summary>
/// What a listing asks of the other areas. One implementation calls their grains; tests have their own.
/// </summary>
public interface IListingSurroundings
{
    /// <summary>What is known of the party the actor acts for; null when he acts for none.</summary>
    Task<SellerFacts?> Seller(string? party);

    /// <summary>The route listings are submitted under now.</summary>
    Task<ApprovalRoute> Route();
}

/// <summary>Asks the parties' grains and the centre's routes.</summary>
public sealed class ListingSurroundings(IGrainFactory grains) : IListingSurroundings
{
    public async Task<SellerFacts?> Seller(string? party)
    {
        if (party is null) return null;
        var grain = grains.GetGrain<IPartyGrain>(party);
        return new SellerFacts(await grain.Standing(), await grain.Names());
    }

    public async Task<ApprovalRoute> Route() =>
        (await grains.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream).Get()).State.For(DocumentKind.Listing);
}
