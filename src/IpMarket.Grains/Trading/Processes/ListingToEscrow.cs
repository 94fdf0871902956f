using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Escrow;

namespace IpMarket.Grains.Trading.Processes;

/// <summary>
/// What happens to a listing's intents reaches its escrow case, in order: a period with a deposit began → opened, filed
/// → deposit expected, over → released, contract recorded → held towards the price. One case a listing: what a later
/// period demands goes with each intent.
/// </summary>
public sealed class ListingToEscrow(IGrainFactory grains) : MarketProcess
{
    public override string Name => "process-listing-to-escrow";

    public override bool Wants(IEvent fact) => fact is ListingPeriodBegan { Terms.Deposit: not null }
        or IntentFiled { DepositDue: not null } or IntentDepositsReleased or ListingContracted;

    public override async Task React(Recorded recorded, Guid commandId, CancellationToken cancel)
    {
        var escrow = grains.GetGrain<IEscrowGrain>(EscrowIds.OfListing(recorded.Stream));
        var context = As(commandId);
        switch (recorded.Event)
        {
            case ListingPeriodBegan began:
                Done(await escrow.Open(
                    context, new OpenEscrow("", began.Terms.Deposit!.Value, "") { Listing = recorded.Stream }));
                break;
            case IntentFiled filed:
                Done(await escrow.Expect(
                    context, new ExpectDeposit(filed.Intent, filed.Party!) { Due = filed.DepositDue }));
                break;
            case IntentDepositsReleased released:
                foreach (var intent in released.Intents)
                {
                    Done(await escrow.Release(
                        As(CommandIds.Step(commandId, $"{intent}")), new ReleaseEnrolment(intent)));
                }

                break;
            case ListingContracted contracted:
                // Refused where no deposit was demanded: there is no case, or it does not know the intent.
                Done(await escrow.Hold(context, new HoldTowardsPrice(contracted.Intent)));
                break;
        }
    }
}
