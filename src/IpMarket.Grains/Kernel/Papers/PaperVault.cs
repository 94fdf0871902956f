using System.Collections.Immutable;
using System.Security.Cryptography;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Grains.Kernel.Papers;

/// <summary>
/// Papers that hold somebody's data, in the vault. With one person the bytes are a row under that person's key. With
/// several, all but one get a row of random bytes, the last one the exclusive or of it all: without any one of the keys
/// nothing is left but noise.
/// </summary>
internal sealed class PaperVault(IVault vault)
{
    /// <summary>Where the bytes are now; empty when there is nobody to keep them under.</summary>
    /// <exception cref="PersonErasedException">One of the persons was erased.</exception>
    public async Task<ImmutableArray<PaperPart>> Put(string number, byte[] bytes, ImmutableArray<string> persons)
    {
        var people = persons.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var parts = ImmutableArray.CreateBuilder<PaperPart>(people.Count);
        var rest = bytes.ToArray();
        for (var i = 0; i < people.Count; i++)
        {
            var share = rest;
            if (i < people.Count - 1)
            {
                share = RandomNumberGenerator.GetBytes(bytes.Length);
                Mix(rest, share);
            }

            // Named by content, so that two who freeze at once never overwrite each other's shares.
            var row = $"paper/{number}/{Convert.ToHexStringLower(SHA256.HashData(share))[..32]}";
            await vault.Put(people[i], row, share, CancellationToken.None);
            parts.Add(new PaperPart(people[i], row));
        }

        return parts.ToImmutable();
    }

    /// <summary>The bytes, or null when a part is gone.</summary>
    public async Task<byte[]?> Get(ImmutableArray<PaperPart> parts)
    {
        byte[]? bytes = null;
        foreach (var part in parts)
        {
            if (await vault.Get(part.Row, CancellationToken.None) is not { } share) return null;
            if (bytes is null) bytes = [.. share];
            else Mix(bytes, share);
        }

        return bytes;
    }

    private static void Mix(byte[] target, byte[] share)
    {
        for (var i = 0; i < target.Length; i++) target[i] ^= share[i];
    }
}
