using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions.Descending;
using IpMarket.Grains.Trading.Auctions.Descending;

namespace IpMarket.Grains.Trading.Auctions;

/// <content>Descending auctions.</content>
public sealed partial class AuctionGrain : IDescendingAuctionGrain
{
    public async Task<Outcome<Accepted>> TakePrice(CommandContext context, Money price, bool isCentrePerson)
    {
        Refusal? halt;
        try
        {
            halt = await HaltOf(Services.Clock.Now);
        }
        catch (Exception error)
        {
            LogStandingUnknown(error, Stream);
            return await NotTaken(context, new TakePrice(price), KernelRefusal.Busy);
        }

        return await Bid(context, isCentrePerson, facts => new TakePrice(price, facts, halt), TakeDecider.Decide);
    }
}
