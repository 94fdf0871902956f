using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Testing.Journal;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel.Journal;

public sealed class ChainTests
{
    /// <summary>
    /// Two records of one stream, their hashes computed apart from this code (Python's hashlib and struct) from the
    /// eight fields of the format. A change here breaks every stored chain.
    /// </summary>
    [Fact]
    public void The_hash_of_a_record_is_the_published_format()
    {
        const string stream = "auction:01jd钒";
        var at = new DateTimeOffset(2026, 11, 23, 17, 30, 0, TimeSpan.FromHours(8)).AddTicks(123_456 * 10);
        Assert.Equal(1_795_426_200_123_456, at.ToUnixMicroseconds());
        byte[] salt = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
        var first = RecordHash.Of(
            RecordHash.Genesis,
            stream,
            1,
            "trading.auction.bid-placed/1",
            at,
            new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E"),
            """{"amount":{"fen":12500000,"currency":"CNY"},"note":"钒钛"}""",
            RecordHash.SecretDigest(salt, """{"actor":{"user":"user:1"}}"""));
        Assert.Equal("0c5d5a305a3c3e569c2dec7f90ca836849626db0c65e65981dd8da3204c27e51", Hex(first));
        Array.Reverse(salt);
        var second = RecordHash.Of(
            first,
            stream,
            2,
            "kernel.fence/1",
            at.AddTicks(10),
            new Guid("1f8fad5b-d9cb-469f-a165-70867728950e"),
            "{}",
            RecordHash.SecretDigest(salt, null));
        Assert.Equal("2ab57c71f713199945b1ae386366fe5bae31e13a6ead7286a60e31ee2f6a124d", Hex(second));
    }

    [Fact]
    public void A_chain_in_order_has_no_break_and_ends_at_its_last_hash()
    {
        var records = Records(5);
        var check = new ChainCheck("test:1");
        Assert.All(records, record => Assert.Null(check.Next(record)));
        Assert.Equal(5, check.Version);
        Assert.Equal(records[4].Hash, check.Head.ToArray());
    }

    public static TheoryData<string, string, long, Func<JournalRecord, JournalRecord>> Tamperings => new()
    {
        { "public", "hash", 3, r => r with { Public = r.Public.Replace('3', '4') } },
        { "a space in public", "hash", 3, r => r with { Public = r.Public + " " } },
        { "secret", "hash", 3, r => r with { Secret = "{}" } },
        { "secret removed", "hash", 3, r => r with { Secret = null } },
        { "salt", "hash", 3, r => r with { Salt = Flipped(r.Salt) } },
        { "short salt", "salt", 3, r => r with { Salt = r.Salt[1..] } },
        { "type", "hash", 3, r => r with { Type = "test.fact/2" } },
        { "at", "hash", 3, r => r with { At = r.At.AddTicks(TimeSpan.TicksPerMicrosecond) } },
        { "command id", "hash", 3, r => r with { CommandId = Guid.Empty } },
        { "stream", "stream", 3, r => r with { Stream = "test:2" } },
        { "version", "version", 3, r => r with { Version = 4 } },
        { "hash", "hash", 3, r => r with { Hash = Flipped(r.Hash) } },
        { "short hash", "hash", 3, r => r with { Hash = r.Hash[1..] } },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void A_changed_field_of_record_3_is_found_at_version_3(
        string what, string field, long version, Func<JournalRecord, JournalRecord> tamper)
    {
        Assert.NotEmpty(what);
        var records = Records(5);
        records[2] = tamper(records[2]);
        Assert.Equal(new ChainBreak("test:1", version, field), ChainCheck.FirstBreak("test:1", records));
    }

    [Fact]
    public void A_record_forged_together_with_its_own_hash_is_found_at_the_next_version()
    {
        var records = Records(5);
        var forged = records[2] with { Public = "{\"value\":999}" };
        records[2] = forged with
        {
            Hash = RecordHash.Of(
                records[1].Hash, forged.Stream, forged.Version, forged.Type, forged.At, forged.CommandId, forged.Public,
                RecordHash.SecretDigest(forged.Salt, forged.Secret)),
        };
        Assert.Equal(new ChainBreak("test:1", 4, "hash"), ChainCheck.FirstBreak("test:1", records));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public void A_removed_record_is_found_at_its_version(int index, long version)
    {
        var records = Records(5);
        records.RemoveAt(index);
        Assert.Equal(new ChainBreak("test:1", version, "version"), ChainCheck.FirstBreak("test:1", records));
    }

    [Fact]
    public void Two_swapped_records_are_found_at_the_first_of_them()
    {
        var records = Records(5);
        (records[1], records[2]) = (records[2], records[1]);
        Assert.Equal(new ChainBreak("test:1", 2, "version"), ChainCheck.FirstBreak("test:1", records));
    }

    private static List<JournalRecord> Records(int count) =>
        [.. new Chain("test:1").Of(Guid.NewGuid(), count, secret: "{\"actor\":{\"user\":\"user:1\"}}").Records];

    private static byte[] Flipped(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        copy[7] ^= 1;
        return copy;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
