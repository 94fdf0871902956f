using IpMarket.Adapters.Views.Trading;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Escrow;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Grains.Trading.Auctions;
using IpMarket.Grains.Trading.Escrow;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Escrow;

/// <summary>Shows escrow cases: the list out of the view, one case out of its grain and the vault.</summary>
public sealed class EscrowPresenter(IGrainFactory grains, TradingLists lists)
{
    private static readonly Payer Erased = new("", "");

    public async Task<Page<EscrowSummary>> Page(PageQuery page, bool english, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (rows, total) = await lists.Escrows(page.Skip, page.Take, cancel);
        return page.Of<EscrowSummary>(await Task.WhenAll(rows.Select(row => Summary(row, english))), total);
    }

    private async Task<EscrowSummary> Summary(EscrowLine row, bool english)
    {
        var escrow = row.Escrow;
        var (title, patents) = escrow.Listing.Length > 0
            ? await Lot(escrow.Listing, english)
            : (row.Auction?.TitleIn(english) ?? "", row.Auction?.Patents ?? 1);
        return new EscrowSummary(
            escrow.Id,
            Named(escrow.Auction),
            Named(escrow.Listing),
            title,
            patents,
            row.Auction?.Status,
            Money.Cny(escrow.DepositFen),
            escrow.Awaited,
            escrow.Unidentified,
            escrow.ToBeRefunded);
    }

    /// <summary>What a listing offers: the title of its first patent, and how many there are.</summary>
    private async Task<(string Title, int Patents)> Lot(string listing, bool english)
    {
        var state = (await grains.GetGrain<IListingGrain>(listing).Get()).State;
        var patent = (await grains.GetGrain<IPatentGrain>(state.Patent).Get()).State;
        return (patent.Facts.TitleIn(english) ?? patent.Number ?? "", state.Patents.Length);
    }

    private static string? Named(string stream) => stream.Length > 0 ? stream : null;

    public async Task<Outcome<EscrowView>> Case(string id, Caller caller, bool english)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var grain = grains.GetGrain<IEscrowGrain>(id);
        var read = await grain.Get();
        var escrow = read.State;
        if (!escrow.IsOpened) return Refusal.Of(EscrowRefusal.UnknownCase);
        var auction = escrow.IsOfListing
            ? null
            : (await grains.GetGrain<IAuctionGrain>(escrow.Auction).Get()).State;
        var (title, patents) = auction?.Lot is { } lot
            ? (lot.In(english).Title, 1 + lot.Further.Length)
            : await Lot(escrow.Listing, english);
        var payers = await grain.Payers();
        var names = await Names(escrow);
        var isCashier = caller.Is(CentreRole.Cashier);
        return new EscrowView(
            id,
            read.Version,
            isCashier ? ["enter-receipt"] : [],
            Named(escrow.Auction),
            Named(escrow.Listing),
            title,
            patents,
            escrow.CustodyAccount,
            escrow.Deposit,
            [.. escrow.Deposits.Values.Select(deposit => Present(deposit, escrow, auction, names))],
            [.. escrow.Receipts.Values.Select(receipt => Present(receipt, payers, isCashier))],
            [.. escrow.Refunds.Values.Select(refund => Present(refund, payers, isCashier))],
            [.. escrow.Book.Balances.Select(balance => new BalanceView(balance.Key, balance.Value))],
            escrow.Book.Balances.Values.Aggregate(Money.Zero, (sum, balance) => sum + balance));
    }

    private static DepositView Present(
        EscrowDeposit deposit, EscrowCase escrow, Auction? auction, Dictionary<string, string> names) => new(
        deposit.Enrolment,
        auction?.EnrolmentNumbered(deposit.Enrolment)?.Bidder,
        names[deposit.Party],
        escrow.DueOf(deposit.Enrolment),
        escrow.ReceivedFor(deposit.Enrolment),
        deposit.State);

    private static ReceiptView Present(EscrowReceipt receipt, IReadOnlyDictionary<int, Payer> payers, bool isCashier)
    {
        var payer = payers.GetValueOrDefault(receipt.Number, Erased);
        var isOpen = receipt.Kind == ReceiptKind.Unidentified && receipt.Rest.IsPositive;
        return new ReceiptView(
            receipt.Number,
            receipt.Kind,
            receipt.BankSerial,
            receipt.Amount,
            receipt.ValueTime,
            payer.Name,
            payer.Account,
            payer.Purpose.Length > 0 ? payer.Purpose : receipt.Purpose,
            receipt.Enrolment,
            isCashier && isOpen ? ["assign", "return"] : []);
    }

    private static RefundView Present(EscrowRefund refund, IReadOnlyDictionary<int, Payer> payers, bool isCashier)
    {
        var payee = payers.GetValueOrDefault(refund.Receipt, Erased);
        return new RefundView(
            refund.Number,
            refund.Amount,
            refund.Reason,
            payee.Name,
            payee.Account,
            refund.IsPaid,
            refund.BankSerial,
            refund.PaidAt,
            isCashier && !refund.IsPaid ? ["pay"] : []);
    }

    /// <summary>The enrolled parties by name; an erased one has none.</summary>
    private async Task<Dictionary<string, string>> Names(EscrowCase escrow)
    {
        var parties = escrow.Deposits.Values.Select(deposit => deposit.Party).Distinct(StringComparer.Ordinal);
        var named = await Task.WhenAll(parties.Select(async party =>
        {
            var names = await grains.GetGrain<IPartyGrain>(party).Names();
            return (Party: party, Name: names.IsDefaultOrEmpty ? "" : names[0]);
        }));
        return named.ToDictionary(pair => pair.Party, pair => pair.Name, StringComparer.Ordinal);
    }
}
