using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Tests.Catalogue.Life;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

/// <summary>Which round of which listing takes a patent another one holds.</summary>
public sealed class ReservationTests
{
    private static readonly Guid Held = Round(1);
    private static readonly Moment At = new(
        new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero), new Actor("user:seller", "party:seller"));

    public static TheoryData<bool, string, Guid, Guid?, string?> Attempts => new()
    {
        { false, "listing:a", Held, null, null },
        { false, "listing:a", Round(2), null, null },
        { false, "listing:b", Round(2), Held, "RESERVED" },
        { true, "listing:a", Held, null, null },
        { true, "listing:a", Round(2), null, "RESERVED_BY_ANOTHER_ROUND" },
        { true, "listing:a", Round(2), Round(3), "RESERVED_BY_ANOTHER_ROUND" },
        { true, "listing:a", Round(2), Held, null },
        { true, "listing:b", Round(2), Held, "RESERVED" },
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public void A_confirmed_reservation_gives_way_only_to_the_round_after_it(
        bool isConfirmed, string listing, Guid round, Guid? ended, string? refused)
    {
        var patent = APatent.Filed("2012-08-14").Then(new PatentReserved("listing:a", Held, At.At));
        if (isConfirmed) patent.Then(new PatentReservationConfirmed(Held));
        var answer = PatentDecider.Decide(patent.State, new ReservePatent(listing, round) { Ended = ended }, At);
        Assert.Equal(refused, answer.Refusal?.Code);
        Assert.DoesNotContain("listing:a", $"{answer.Refusal?.Zh}{answer.Refusal?.En}", StringComparison.Ordinal);
        Assert.True(answer.IsAccepted || answer.Refusal!.Figures.IsEmpty);
    }

    private static Guid Round(int number) => new(number, 0, 0, new byte[8]);
}
