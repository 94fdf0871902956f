using IpMarket.Grains.Trading.Proofs;

namespace IpMarket.Server.Endpoints.Trading.Proofs;

/// <summary>A public key the market signs with: ECDSA, P-256, SHA-256.</summary>
/// <param name="Id">First 16 hex digits of SHA-256 over the point.</param>
/// <param name="Point">Uncompressed point, 130 hex digits; WebCrypto's format "raw".</param>
/// <param name="Pem">The same as SubjectPublicKeyInfo.</param>
/// <param name="From">First instant it signs at.</param>
/// <param name="Until">Last instant it signs at; null while in use.</param>
public sealed record MarketKeyView(string Id, string Point, string Pem, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>Oldest first.</summary>
public sealed record MarketKeyList(IReadOnlyList<MarketKeyView> Items);

/// <summary>A signed head of an auction's Merkle tree (RFC 9162).</summary>
/// <param name="Version">The version of the record it stands in.</param>
/// <param name="Size">How many records the tree holds, from version 1.</param>
/// <param name="Root">64 hex digits.</param>
/// <param name="Key">The id of the key.</param>
/// <param name="Signature">
/// r ‖ s, 128 hex digits, over the UTF-8 text ipmarket-head/1, auction, size, root, microseconds of signedAt since
/// 1970, with line feeds between them.
/// </param>
public sealed record TreeHeadView(
    long Version, long Size, string Root, DateTimeOffset SignedAt, string Key, string Signature)
{
    public static TreeHeadView Of(StoredHead stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var head = stored.Head;
        return new TreeHeadView(stored.Version, head.Size, head.Root, head.SignedAt, head.Key, head.Signature);
    }
}

/// <summary>The heads signed so far, newest first, at most 200.</summary>
/// <param name="Records">How many records the log holds now.</param>
public sealed record TreeHeadList(long Records, IReadOnlyList<TreeHeadView> Items);

/// <summary>Leads from a record to a root (RFC 9162 §2.1.3).</summary>
/// <param name="Version">The record; its leaf's index is one less.</param>
/// <param name="Path">64 hex digits each, lowest first.</param>
public sealed record InclusionProof(long Version, long Size, string Root, IReadOnlyList<string> Path);

/// <summary>Shows a tree to be the beginning of a larger one (RFC 9162 §2.1.4).</summary>
/// <param name="Path">64 hex digits each, lowest first.</param>
public sealed record ConsistencyProof(
    long From, long To, string FromRoot, string ToRoot, IReadOnlyList<string> Path);
