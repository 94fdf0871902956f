using System.Text.Json;
using IpMarket.Domain.Catalogue.Listings.Period;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Kernel;
using IpMarket.Grains.Trading.Auctions;
using Orleans.Runtime;

namespace IpMarket.Grains.Trading.Escrow;

/// <summary>What an escrow case's grain needs beside the aggregate.</summary>
public sealed record EscrowServices(IAuctionSurroundings Surroundings, IVault Vault, CustodyAccount Custody);

/// <inheritdoc cref="IEscrowGrain"/>
[GrainType("trading.escrow")]
public sealed class EscrowGrain(
    AggregateServices aggregate,
    EscrowServices services,
    [PersistentState("escrow", "snapshots")] IPersistentState<SnapshotRecord> snapshot)
    : AggregateGrain<EscrowCase>(aggregate, snapshot), IEscrowGrain
{
    private string Stream => this.GetPrimaryKeyString();

    public Task<Outcome<Accepted>> Open(CommandContext context, OpenEscrow command) =>
        Handle(context, command with { CustodyAccount = services.Custody.Name }, EscrowDecider.Decide);

    public Task<Outcome<Accepted>> Expect(CommandContext context, ExpectDeposit command) =>
        Handle(context, command, EscrowDecider.Decide);

    public Task<Outcome<Accepted>> Release(CommandContext context, ReleaseEnrolment command) =>
        Handle(context, command, EscrowDecider.Decide);

    public Task<Outcome<Accepted>> Settle(CommandContext context, SettleEscrow command) =>
        Handle(context, command, EscrowDecider.Decide);

    public Task<Outcome<Accepted>> Hold(CommandContext context, HoldTowardsPrice command) =>
        Handle(context, command, EscrowDecider.Decide);

    public async Task<Outcome<Accepted>> EnterReceipt(CommandContext context, EnterReceipt command, Payer payer)
    {
        // The row's name follows from the command, so that a repeat writes the same row.
        var row = $"receipt:{context.CommandId:D}";
        var entered = command with { Facts = await Facts(command.Enrolment, payer, row) };
        if (Rehearse(EscrowDecider.Decide, entered, context) is { } refusal)
            return await Again(context, entered, refusal);
        if (!await Keep(PersonOf(command.Enrolment, row), row, payer))
            return Refusal.Of(KernelRefusal.SameIdOtherRequest);
        if (await Claim(context, command.BankSerial) is { } claimed) return claimed;
        return await Handle(context, entered, EscrowDecider.Decide);
    }

    public async Task<Outcome<Accepted>> AssignReceipt(CommandContext context, AssignReceipt command)
    {
        var row = Confirmed.State.Receipts.GetValueOrDefault(command.Receipt)?.PayerRow;
        var payer = row is null ? null : await Read(row);
        var facts = await Facts(command.Enrolment, payer, row ?? "");
        return await Handle(context, command with { Facts = facts }, EscrowDecider.Decide);
    }

    public Task<Outcome<Accepted>> ReturnReceipt(CommandContext context, ReturnReceipt command) =>
        Handle(context, command, EscrowDecider.Decide);

    public async Task<Outcome<Accepted>> PayRefund(CommandContext context, PayRefund command)
    {
        if (Rehearse(EscrowDecider.Decide, command, context) is { } refusal)
            return await Again(context, command, refusal);
        if (await Claim(context, command.BankSerial) is { } claimed) return claimed;
        return await Handle(context, command, EscrowDecider.Decide);
    }

    public Task<Versioned<EscrowCase>> Get() => Task.FromResult(Confirmed);

    public async Task<IReadOnlyDictionary<int, Payer>> Payers()
    {
        var payers = new Dictionary<int, Payer>();
        foreach (var receipt in Confirmed.State.Receipts.Values)
            if (await Read(receipt.PayerRow) is { } payer) payers[receipt.Number] = payer;
        return payers;
    }

    /// <summary>False when this command has brought another payer before.</summary>
    private async Task<bool> Keep(string person, string row, Payer payer)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(payer, EventCodec.Options);
        if (await services.Vault.Get(row, CancellationToken.None) is { } known)
            return known.AsSpan().SequenceEqual(plain);
        await services.Vault.Put(person, row, plain, CancellationToken.None);
        return true;
    }

    /// <summary>
    /// The key the payer's row is under: the enrolled party's, so that erasing the party erases it too.
    /// </summary>
    private string PersonOf(int? enrolment, string row) =>
        enrolment is { } number && Confirmed.State.Deposits.TryGetValue(number, out var deposit) ? deposit.Party : row;

    private async Task<Payer?> Read(string row) => await services.Vault.Get(row, CancellationToken.None) is { } plain
        ? JsonSerializer.Deserialize<Payer>(plain, EventCodec.Options)
        : null;

    /// <summary>Before a serial is claimed: would the case take the line at all?</summary>
    private Refusal? Rehearse<TCommand>(Decide<EscrowCase, TCommand> decide, TCommand command, CommandContext context)
        where TCommand : ICommand =>
        decide(Confirmed.State, command, new Moment(Services.Clock.Now, context.Actor)).Refusal;

    /// <summary>A rehearsal refuses repeats too; the aggregate knows whether this is one.</summary>
    private Task<Outcome<Accepted>> Again<TCommand>(CommandContext context, TCommand command, Refusal refusal)
        where TCommand : ICommand => Handle(context, command, (_, _, _) => refusal);

    private Task<Refusal?> Claim(CommandContext context, string serial) =>
        GrainFactory.GetGrain<IBankEntryGrain>(BankSerial.StreamOf(serial)).Claim(
            new CommandContext(CommandIds.Step(context.CommandId, "bank-entry"), context.Actor),
            new ClaimBankEntry(Stream));

    private async Task<ReceiptFacts> Facts(int? enrolment, Payer? payer, string row)
    {
        var escrow = Confirmed.State;
        var isOwn = payer is not null
            && enrolment is { } number
            && escrow.Deposits.TryGetValue(number, out var deposit)
            && await services.Surroundings.OwnsAccount(deposit.Party, payer.Account);
        return new ReceiptFacts(isOwn, await ClosedAt(escrow), row);
    }

    private async Task<DateTimeOffset?> ClosedAt(EscrowCase escrow)
    {
        if (!escrow.IsOpened || escrow.Settled is not null) return null;
        if (escrow.IsOfListing) return await PeriodOverAt(escrow.Listing);
        var auction = (await GrainFactory.GetGrain<IAuctionGrain>(escrow.Auction).Get()).State;
        return auction.Status switch
        {
            AuctionStatus.Closed => auction.Result!.ClosedAt,
            AuctionStatus.Cancelled => auction.CancelledAt,
            _ => null,
        };
    }

    /// <summary>When the listing's period ended, noted or not; null while it runs or stands still.</summary>
    private async Task<DateTimeOffset?> PeriodOverAt(string listing)
    {
        var period = (await GrainFactory.GetGrain<IListingGrain>(listing).Get()).State.Period;
        var now = Services.Clock.Now;
        return period.Phase == PeriodPhase.Stopped
            || (period.Phase == PeriodPhase.Running && !period.IsOverdue(now))
            ? null
            : period.EndsAt ?? now;
    }
}
