using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions.Sealed;

namespace IpMarket.Grains.Trading.Auctions;

/// <content>Sealed bids: taken as other bids are, opened by whoever delivers what opens them.</content>
public sealed partial class AuctionGrain : ISealedAuctionGrain
{
    public Task<Outcome<Accepted>> Seal(CommandContext context, string envelope, bool isCentrePerson) => Bid(
        context, isCentrePerson, facts => new SealBid(envelope, Stream, facts), SealedDecider.Decide);

    public Task<Outcome<Accepted>> Release(CommandContext context, ReleaseShare command) =>
        HandleAfterTurn(context, command, SealedDecider.Decide);

    public Task<Outcome<Accepted>> OpenOwn(CommandContext context, OpenOwnBid command) =>
        HandleAfterTurn(context, command, SealedDecider.Decide);
}
