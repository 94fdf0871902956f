using System.Security.Cryptography;
using System.Text;
using IpMarket.Adapters.Storage.State;
using IpMarket.Adapters.Tests.Storage;
using IpMarket.Domain.Parties.Identities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IpMarket.Adapters.Tests.State;

public abstract class IdentityDigestContract : StateContract
{
    private const string Number = "510411199001010014";

    [Fact]
    public async Task The_same_text_has_the_same_digest_in_every_process_of_the_store_from_the_first_on()
    {
        var processes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Process()));
        var digests = await Task.WhenAll(processes.Select(process => Task.Run(() => Digest(process, Number), Cancel)));
        Assert.Matches("^[0-9a-f]{64}$", Assert.Single(digests.Distinct(StringComparer.Ordinal)));
        Assert.Equal(digests[0], await Digest(await Process(), Number), StringComparer.Ordinal);
        Assert.NotEqual(digests[0], await Digest(processes[0], "510411199001010022"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_digest_says_nothing_without_the_stores_key()
    {
        var process = await Process();
        var digest = await Digest(process, Number);
        var number = Encoding.UTF8.GetBytes(Number);
        Assert.NotEqual(Convert.ToHexStringLower(SHA256.HashData(number)), digest, StringComparer.Ordinal);
        var stored = await process.GetRequiredService<StateDatabase>().Scalar<byte[]>(
            "select wrapped_key from digest_keys", Cancel);
        Assert.NotEqual(Convert.ToHexStringLower(HMACSHA256.HashData(stored!, number)), digest, StringComparer.Ordinal);
    }

    private static Task<string> Digest(ServiceProvider process, string text) =>
        process.GetRequiredService<IIdentityDigest>().Of(text, Cancel);
}

public sealed class SqliteIdentityDigestTests : IdentityDigestContract
{
    protected override Task<JournalStore> Create() => Sqlite();
}

public sealed class PostgresIdentityDigestTests : IdentityDigestContract
{
    protected override Task<JournalStore> Create() => Postgres();
}
