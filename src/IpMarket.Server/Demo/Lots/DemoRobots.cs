using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;

namespace IpMarket.Server.Demo.Lots;

/// <summary>
/// The two robots of the demo: enrol, pay their deposit, bid now and then up to a limit, get their deposit back. They
/// do what people do, through the same grains, and obey the same rules.
/// </summary>
public sealed class DemoRobots(IGrainFactory grains, DemoSteps steps, IMarketClock clock)
{
    /// <summary>One bid in about so many seconds while a robot does not lead.</summary>
    private const int SecondsPerBid = 12;

    /// <summary>A turn of both robots in one auction; called about once a second.</summary>
    public async Task Turn(DemoLot lot, string auction)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var state = (await grains.GetGrain<IAuctionGrain>(auction).Get()).State;
        for (var i = 0; i < DemoPeople.Robots.Length; i++)
        {
            var robot = DemoPeople.Robots[i];
            var enrolment = state.EnrolmentOf(steps.PartyOf(robot));
            if (state.Status is AuctionStatus.Announced or AuctionStatus.Open && enrolment is null)
                await Enrol(lot, auction, robot);
            else if (enrolment is { Status: EnrolmentStatus.Requested })
                await PayDeposit(lot, auction, robot, enrolment);
            else if (state.Status == AuctionStatus.Open && enrolment?.Bidder is { } bidder)
                await MayBid(lot, auction, robot, state, bidder, Limit(lot, i));
        }
    }

    /// <summary>The bank sends the losing robots' deposits back; true when nothing of theirs is left to send.</summary>
    public async Task<bool> Refund(DemoLot lot, string auction)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var escrow = grains.GetGrain<IEscrowGrain>(EscrowIds.Of(auction));
        var state = (await escrow.Get()).State;
        if (state.Settled is null) return false;
        var robots = DemoPeople.Robots.Select(steps.PartyOf).ToHashSet(StringComparer.Ordinal);
        var own = state.Deposits.Values.Where(deposit => robots.Contains(deposit.Party))
            .Select(deposit => deposit.Enrolment).ToHashSet();
        foreach (var refund in state.Refunds.Values.Where(refund => !refund.IsPaid && IsOwn(refund)))
        {
            await DemoSteps.Do(
                Cashier,
                $"lot-{lot.Number}-refund-{refund.Number}",
                context => escrow.PayRefund(
                    context,
                    new PayRefund(
                        refund.Number, $"DEMO{lot.Number}B{refund.Number}", refund.Amount, state.Settled.ClosedAt)));
        }

        return true;

        bool IsOwn(EscrowRefund refund) => refund.Enrolment is { } enrolment && own.Contains(enrolment);
    }

    private Actor Cashier => steps.ActorOf(DemoPeople.Cashier);

    /// <summary>Between 1.1 and 1.9 times the start price, another for each robot and lot.</summary>
    private static Money Limit(DemoLot lot, int robot) =>
        Money.Cny(lot.Start.Fen / 10 * (11 + (((lot.Number * 7) + (robot * 3)) % 9)));

    private Task Enrol(DemoLot lot, string auction, DemoParty robot) => DemoSteps.Do(
        steps.ActorOf(robot),
        $"lot-{lot.Number}-enrol-{robot.Key}",
        context => grains.GetGrain<IAuctionGrain>(auction).RequestEnrolment(context, isCentrePerson: false));

    private async Task PayDeposit(DemoLot lot, string auction, DemoParty robot, Enrolment enrolment)
    {
        var escrow = grains.GetGrain<IEscrowGrain>(EscrowIds.Of(auction));
        var state = (await escrow.Get()).State;
        // The case learns of an enrolment a moment after the auction; one receipt is enough.
        if (state.Deposits.GetValueOrDefault(enrolment.Number) is not { State: DepositState.Awaited }) return;
        var receipt = new EnterReceipt(
            $"DEMO{lot.Number}A{enrolment.Number}", state.Deposit, enrolment.RequestedAt, enrolment.Number);
        var payer = new Payer(robot.Name, DemoParties.AccountOf(robot), "竞买保证金");
        await DemoSteps.Do(
            Cashier,
            $"lot-{lot.Number}-receipt-{robot.Key}",
            context => escrow.EnterReceipt(context, receipt, payer));
    }

    private async Task MayBid(
        DemoLot lot, string auction, DemoParty robot, Auction state, int bidder, Money limit)
    {
        var amount = state.NextMinimum;
        if (state.Leader?.Bidder == bidder || amount > limit || Random.Shared.Next(SecondsPerBid) != 0) return;
        // Somebody may be faster: a refused bid of a robot is no fault.
        await grains.GetGrain<IAuctionGrain>(auction).PlaceBid(
            DemoIds.As(steps.ActorOf(robot), $"lot-{lot.Number}-bid-{robot.Key}-{amount.Fen}-{clock.Now.UtcTicks}"),
            amount,
            isCentrePerson: false);
    }
}
