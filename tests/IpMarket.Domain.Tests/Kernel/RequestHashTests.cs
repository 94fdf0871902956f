using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Xunit;

namespace IpMarket.Domain.Tests.Kernel;

/// <summary>What makes two requests the same.</summary>
public sealed class RequestHashTests
{
    private static readonly Actor Asker = new("user:a", "party:a");

    [Fact]
    public void What_was_asked_before_a_member_was_added_is_the_same_after() => Assert.Equal(
        SHA256.HashData(Encoding.UTF8.GetBytes("test.wide/1\n{\"amount\":5}\nuser:a\nparty:a")),
        RequestHash.Of(new Wide(5), Asker));

    [Fact]
    public void Whatever_a_member_says_makes_another_request()
    {
        Wide[] different =
        [
            new(5), new(6), new(5, true), new(5, Limit: 0), new(5, Limit: 1), new(5) { Note = "x" },
            new(5) { Mark = "" }, new(5) { Mark = "x" }, new(5) { Names = ["a"] }, new(5) { Kind = DayOfWeek.Monday },
            new(0),
        ];
        Assert.Equal(
            different.Length,
            different.Select(command => Convert.ToHexString(RequestHash.Of(command, Asker)))
                .Distinct(StringComparer.Ordinal).Count());
    }

    [Alias("test.wide/1")]
    internal sealed record Wide(int Amount, bool IsThirdParty = false, int? Limit = null) : ICommand
    {
        public string Note { get; init; } = "";

        public string? Mark { get; init; }

        public ImmutableArray<string> Names { get; init; } = [];

        public DayOfWeek Kind { get; init; }
    }
}
