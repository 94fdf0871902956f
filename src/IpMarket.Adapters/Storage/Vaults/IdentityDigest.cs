using System.Security.Cryptography;
using System.Text;
using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Parties.Identities;
using Microsoft.AspNetCore.DataProtection;

namespace IpMarket.Adapters.Storage.Vaults;

/// <summary>
/// Digests under the store's one key, made at first use by whoever comes first. It stands in <c>state</c>, wrapped by
/// Data Protection, and is saved and restored with it; without it an ID number cannot be guessed from its digest.
/// </summary>
public sealed class IdentityDigest(StateDatabase state, IDataProtectionProvider protection) : IIdentityDigest
{
    private const string Name = "identity";
    private const int KeyBytes = 32;

    private readonly IDataProtector wrapper = protection.CreateProtector("ipmarket.digest-key/1");
    private volatile byte[]? key;

    public async Task<string> Of(string text, CancellationToken cancel)
    {
        key ??= await KeyOfTheStore(cancel);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private async Task<byte[]> KeyOfTheStore(CancellationToken cancel)
    {
        const string read = "select wrapped_key from digest_keys where name = @name";
        if (await state.Scalar<byte[]>(read, cancel, ("name", Name)) is { } known) return wrapper.Unprotect(known);
        var fresh = wrapper.Protect(RandomNumberGenerator.GetBytes(KeyBytes));
        await state.Run(
            "insert into digest_keys (name, wrapped_key) values (@name, @key) on conflict do nothing",
            cancel, ("name", Name), ("key", fresh));
        return wrapper.Unprotect((await state.Scalar<byte[]>(read, cancel, ("name", Name)))!);
    }
}
