using System.Security.Cryptography;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Trading.Auctions;
using IpMarket.Domain.Trading.EventFiles;
using IpMarket.Domain.Trading.Proofs;
using Xunit;

namespace IpMarket.Domain.Tests.Trading.Proofs;

/// <summary>A market with one key of its own: signs heads into an auction and writes bundles and receipts.</summary>
internal sealed class ASigner : IDisposable
{
    // Made for these tests and used for nothing else.
    private const string Pkcs8 =
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiOtoaULUXgkOSs5JEk7VZ4dKjjP5j61/hoCrmPlulruh"
        + "RANCAAT7Geo6Bzznn/pWnkY5X6PqcTDUjYQ9d7KngaSxdD43Ge+iPPHx4/vbomiWp4VuwUmc/WJlxFfQ8XeW03bOwhIq";

    private readonly ECDsa key = ECDsa.Create();

    public ASigner()
    {
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(Pkcs8), out _);
        Key = MarketKey.Of(key, AnAuction.At("0:00"), AnAuction.At("23:00"));
    }

    public MarketKey Key { get; init; }

    public void Dispose() => key.Dispose();

    public MarketSignature Sign(string statement) => new(Key.Id, MarketKey.Sign(key, statement));

    public void SignHead(AnAuction auction, string time)
    {
        var tree = TreeOf(Exported.Records(auction.Records));
        var root = Exported.Hex(tree.Root(tree.Size));
        var at = AnAuction.At(time).ToUniversalTime();
        var signature = Sign(Statements.Head(Exported.Stream, tree.Size, root, at));
        var head = new TreeHeadSigned(tree.Size, root, at, signature.Key, signature.Signature);
        Assert.Null(auction.Do(time, "house", (state, moment) =>
            AuctionDecider.Decide(state, new SignTreeHead(tree.Size, head), moment)));
    }

    public string Bundle(AnAuction auction, int version = 1, bool withText = true)
    {
        var records = Exported.Records(auction.Records);
        var profile = ProofFileLine.Profile("online-bidding", version, withText ? "{\"name\":\"网络竞价\"}" : null);
        return Exported.File(
        [
            .. Front(ProofFileLine.Bundle(Exported.Stream), profile),
            .. records.Select(EventFileLine.Record),
            End(records[^1]),
        ]);
    }

    /// <summary>The receipt of the command a record belongs to, with its proof in the first head over it.</summary>
    public string Receipt(AnAuction auction, long version, bool disclosed = false)
    {
        var records = Exported.Records(auction.Records);
        var command = records[(int)version - 1].CommandId;
        var mine = records.Where(record => record.CommandId == command).ToList();
        var before = records[(int)mine[0].Version - 2];
        var head = auction.Records.Select(fact => fact.Event).OfType<TreeHeadSigned>()
            .FirstOrDefault(head => head.Size >= mine[^1].Version);
        return Exported.File(
        [
            .. Front(ProofFileLine.SignedReceipt(Exported.Stream, before.Version, Exported.Hex(before.Hash))),
            .. mine.Select(record => disclosed ? EventFileLine.Disclosed(record) : EventFileLine.Record(record)),
            .. head is null
                ? Array.Empty<string>()
                : [ProofFileLine.Inclusion(head, TreeOf(records).Inclusion(mine[0].Version - 1, head.Size))],
            End(mine[^1]),
        ]);
    }

    private static MerkleTree TreeOf(IEnumerable<JournalRecord> records)
    {
        var tree = new MerkleTree();
        foreach (var record in records) tree.Append(record.Hash);
        return tree;
    }

    private string[] Front(params string[] lines)
    {
        string[] front = [lines[0], ProofFileLine.Key(Key), .. lines[1..]];
        var digests = front.Select(ProofFileLine.Digest).ToList();
        return [.. front, ProofFileLine.Front(digests, Sign(Statements.Front(digests)))];
    }

    private string End(JournalRecord last)
    {
        var hash = Exported.Hex(last.Hash);
        return ProofFileLine.End(last.Version, hash, Sign(Statements.Flush(Exported.Stream, last.Version, hash)));
    }
}
