using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IpMarket.Domain.Catalogue.Listings.Intents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Kernel.Papers;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Domain.Trading.Papers;
using IpMarket.Domain.Trading.RuleProfiles;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;

namespace IpMarket.Grains.Trading.Papers;

/// <summary>
/// Reads the facts a paper states and composes it; null when a party it must name was erased. What moves on after the
/// event (bids, payments) is read from the journal up to that event, so that a repeat composes the same.
/// </summary>
public sealed class PaperFactsOfAuctions(
    IGrainFactory grains, IJournal journal, IPaperSurroundings surroundings, CustodyAccount custody)
{
    private const int BatchRecords = 1_000;

    public async Task<PaperDraft?> Notice(string auction, AuctionAnnounced announced)
    {
        var about = await About(auction, announced.Lot, announced.Profile, announced.Terms) with
        {
            Barred = (await grains.GetGrain<IAuctionGrain>(auction).Get()).State.Barred,
        };
        return await surroundings.Party(announced.Lot.Seller) is { } seller
            ? AuctionPapers.PublicNotice(about, seller, custody.Name)
            : null;
    }

    public async Task<PaperDraft?> Qualification(string auction, BidderAdmitted admitted, DateTimeOffset at) =>
        await surroundings.Party(admitted.Party!) is { } bidder
            ? BidderPapers.Qualification(await About(auction), admitted, bidder, at)
            : null;

    public async Task<PaperDraft?> Receipt(string auction, BidderAdmitted admitted, CancellationToken cancel)
    {
        if (await surroundings.Party(admitted.Party!) is not { } bidder) return null;
        return await Paid(EscrowIds.Of(auction), admitted.Enrolment, cancel) is { } paid
            ? BidderPapers.Receipt(await About(auction), admitted, bidder, paid.Payments, paid.Excess, custody.Name)
            : null;
    }

    public async Task<PaperDraft?> Receipt(
        ListingOnPaper listing, IntentDepositReceived received, CancellationToken cancel)
    {
        if (await surroundings.Party(received.Party!) is not { } buyer) return null;
        return await Paid(EscrowIds.OfListing(listing.Stream), received.Intent, cancel) is { } paid
            ? IntentPapers.Receipt(listing, received.Intent, buyer, paid.Payments, paid.Excess, custody.Name)
            : null;
    }

    /// <summary>What made up a deposit; null where a payer was erased.</summary>
    private async Task<(ImmutableArray<PaymentOnPaper> Payments, Money Excess)?> Paid(
        string escrow, int enrolment, CancellationToken cancel)
    {
        var (receipts, counted) = await Payments(escrow, enrolment, cancel);
        var payers = await grains.GetGrain<IEscrowGrain>(escrow).Payers();
        if (receipts.Any(receipt => !payers.ContainsKey(receipt.Number))) return null;
        return ([.. receipts.Select(receipt => Payment(payers[receipt.Number], receipt))], counted.Excess);
    }

    private static PaymentOnPaper Payment(Payer payer, EscrowReceipt receipt) => new(
        payer.Name, payer.Account, payer.Purpose.Length > 0 ? payer.Purpose : receipt.Purpose, receipt);

    public async Task<PaperDraft?> Confirmation(string auction, AuctionClosed closed)
    {
        var seller = await surroundings.Party(closed.Lot.Seller);
        var winner = await surroundings.Party(closed.WinnerParty!);
        return seller is null || winner is null
            ? null
            : AuctionPapers.SaleConfirmation(await About(auction), closed, seller, winner);
    }

    public async Task<PaperDraft> BidRecord(Recorded recorded, AuctionClosed closed, CancellationToken cancel)
    {
        var about = await About(recorded.Stream);
        var book = new BidRecordBook();
        await foreach (var record in Records(recorded.Stream, recorded.Version, cancel)) book.Add(record);
        var last = (await journal.ReadStream(recorded.Stream, recorded.Version - 1, 1, cancel))[0];
        var hash = Convert.ToHexStringLower(last.Hash);
        return AuctionPapers.BidRecord(about, book.Facts(closed, recorded.Version, hash));
    }

    /// <summary>A stream's records up to a version, in order.</summary>
    public async IAsyncEnumerable<Recorded> Records(
        string stream, long upTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var version = 0L; version < upTo;)
        {
            var batch = await journal.ReadStream(stream, version, BatchRecords, cancel);
            if (batch.Count == 0) yield break;
            foreach (var record in batch.Where(record => record.Version <= upTo))
                yield return EventCodec.Decode(record);
            version = batch[^1].Version;
        }
    }

    /// <summary>The receipts that made up a deposit when it was counted in full.</summary>
    private async Task<(ImmutableArray<EscrowReceipt> Receipts, DepositCounted Counted)> Payments(
        string escrow, int enrolment, CancellationToken cancel)
    {
        var state = EscrowCase.Empty;
        await foreach (var record in Records(escrow, long.MaxValue, cancel))
        {
            state = state.Evolve(record);
            if (record.Event is DepositCounted { State: DepositState.Received or DepositState.Over } counted
                && counted.Enrolment == enrolment)
            {
                var own = state.Receipts.Values.Where(r => r.Enrolment == enrolment && r.Kind == ReceiptKind.Own);
                return ([.. own], counted);
            }
        }

        throw new InvalidOperationException($"{escrow} has no full deposit of enrolment {enrolment} yet.");
    }

    private async Task<AuctionOnPaper> About(string auction)
    {
        var state = (await grains.GetGrain<IAuctionGrain>(auction).Get()).State;
        return await About(auction, state.Lot!, state.Profile!, state.Terms!);
    }

    private async Task<AuctionOnPaper> About(string auction, AuctionLot lot, ProfileRef profile, AuctionTerms terms) =>
        new(auction, lot, profile, terms, await surroundings.Patent(lot.Patent));
}
