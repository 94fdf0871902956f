using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Parties;
using IpMarket.Grains.Trading.Escrow;

namespace IpMarket.Grains.Catalogue;

/// <summary>
/// What a listing asks of the other areas. One implementation calls their grains; tests have their own.
/// </summary>
public interface IListingSurroundings
{
    /// <summary>What is known of the party the actor acts for; null when he acts for none.</summary>
    Task<SellerFacts?> Seller(string? party);

    /// <summary>Whether a user acts for a party now.</summary>
    Task<bool> IsMember(string party, string user);

    /// <summary>
    /// The 中文 name of a rule profile; null when none is in force on the day, or the centre may not host under it.
    /// </summary>
    Task<string?> ProfileName(string code, DateOnly day);

    /// <summary>Intents whose deposit the listing's escrow case holds in full, counted before the instant.</summary>
    Task<ImmutableArray<int>> PaidIntents(string listing, DateTimeOffset before);

    /// <summary>The route listings are submitted under now.</summary>
    Task<ApprovalRoute> Route();
}

/// <summary>Asks the parties' grains and the centre's routes.</summary>
public sealed class ListingSurroundings(IGrainFactory grains, IRuleProfiles profiles) : IListingSurroundings
{
    public async Task<SellerFacts?> Seller(string? party)
    {
        if (party is null) return null;
        var grain = grains.GetGrain<IPartyGrain>(party);
        return new SellerFacts(await grain.Standing(), await grain.Names());
    }

    public Task<bool> IsMember(string party, string user) => grains.GetGrain<IPartyGrain>(party).IsMember(user);

    public Task<string?> ProfileName(string code, DateOnly day) => Task.FromResult(
        profiles.InForce(code, day) is { } found && profiles.MayHost(found, day) ? found.Name : null);

    public async Task<ImmutableArray<int>> PaidIntents(string listing, DateTimeOffset before)
    {
        var escrow = (await grains.GetGrain<IEscrowGrain>(EscrowIds.OfListing(listing)).Get()).State;
        return
        [
            .. escrow.Deposits.Values
                .Where(deposit => deposit.IsHeldInFull && deposit.CountedAt < before)
                .Select(deposit => deposit.Enrolment),
        ];
    }

    public async Task<ApprovalRoute> Route() =>
        (await grains.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream).Get()).State.For(DocumentKind.Listing);
}
