using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.Auctions.Bidding;
using IpMarket.Domain.Trading.Auctions.Sealed;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using IpMarket.Grains.Trading.Proofs;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Trading.Proofs;

/// <summary>
/// Makes receipts: the records of the command that placed a bid (they were stored in one flush), the market's signature
/// over the last of them, and, once a head speaks of them, where they stand in its tree.
/// </summary>
public sealed class SignedReceipts(IJournal journal, AuctionTrees trees, ProofSigner signer)
{
    /// <param name="auction">The auction as seen.</param>
    /// <param name="version">The bid's record.</param>
    /// <param name="owner">Whoever asks to have it shown that the bid is his; null: nothing secret is shown.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Outcome<string[]>> Of(
        Versioned<Auction> auction, long version, Caller? owner, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(auction);
        var stream = auction.Stream;
        if (version > auction.Version
            || (await journal.ReadStream(stream, version - 1, 1, cancel)) is not [var asked]
            || EventCodec.Decode(asked) is not { Event: IMovesPrice or BidSealed, Actor: var actor } known)
            return Refusal.Of(KernelRefusal.NotFound);
        var bidder = known.Event is BidSealed sealedBid ? sealedBid.Bidder : ((IMovesPrice)known.Event).Bidder;
        if (owner is not null && !IsOf(auction.State, bidder, actor, owner))
            return Refusal.Of(KernelRefusal.NotAllowed);

        var records = await journal.ReadCommand(stream, asked.CommandId, cancel);
        var first = records[0];
        var before = (await journal.ReadStream(stream, first.Version - 2, 1, cancel))[0];
        var end = await signer.End(records[^1], cancel);
        var inclusion = await Inclusion(stream, first.Version, records[^1].Version, cancel);
        var header = ProofFileLine.SignedReceipt(stream, before.Version, Convert.ToHexStringLower(before.Hash));
        string[] lines =
        [
            .. await signer.Front(header, [], cancel),
            .. records.Select(record => owner is not null && record.Version == version
                ? EventFileLine.Disclosed(record)
                : EventFileLine.Record(record)),
            .. inclusion,
            end,
        ];
        return lines;
    }

    /// <summary>
    /// What a command stored may speak of other bidders too; only one's own bid, with one's own maximum, is shown.
    /// </summary>
    private static bool IsOf(Auction auction, int bidder, Actor? actor, Caller caller) =>
        caller.ActsFor(actor?.Party) && auction.EnrolmentOfBidder(bidder)?.Party == caller.Party;

    private Task<string[]> Inclusion(string stream, long first, long last, CancellationToken cancel) => trees.Ask(
        stream,
        logged => logged.HeadOver(last) is { Head: var head }
            ? [ProofFileLine.Inclusion(head, logged.Tree.Inclusion(first - 1, head.Size))]
            : Array.Empty<string>(),
        cancel);
}
