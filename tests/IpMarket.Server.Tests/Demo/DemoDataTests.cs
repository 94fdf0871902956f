using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Server.Demo;
using IpMarket.Server.Demo.Catalogue;
using IpMarket.Server.Demo.Lots;
using Xunit;

namespace IpMarket.Server.Tests.Demo;

public sealed class DemoDataTests
{
    [Fact]
    public void Every_known_patent_has_a_number_that_is_read_and_facts_within_their_bounds()
    {
        var known = KnownPatents.Load();
        Assert.Equal(163, known.Length);
        Assert.All(known, patent => Assert.Null(FactsRule.Fault(patent.Facts)));
        Assert.DoesNotContain(known, patent => patent.Number.IsDemo);
        Assert.Contains(known, patent => patent.Number.Kind == NumberKind.Publication);
        Assert.Contains(known, patent => patent.Number.Kind == NumberKind.Foreign);
    }

    [Fact]
    public void Invented_patents_carry_the_year_2099_a_valid_check_character_and_the_word_example()
    {
        foreach (var number in new[] { 0, 1, 7, 8, 99, 100_000 })
        {
            var lot = DemoLot.Of(number);
            Assert.True(PatentNumber.TryParse(lot.Application, out var application));
            Assert.True(application.IsDemo);
            Assert.Contains("示例", lot.Facts.TitleZh, StringComparison.Ordinal);
            Assert.Contains("示例", lot.Offer.Description, StringComparison.Ordinal);
            Assert.Null(FactsRule.Fault(lot.Facts));
        }
    }

    [Fact]
    public void Invented_parties_say_so_in_their_names()
    {
        Assert.All(DemoPeople.Parties, party => Assert.StartsWith("示例", party.Name, StringComparison.Ordinal));
        Assert.All(DemoPeople.Parties, party => Assert.True(ContactFormats.TryAccount(DemoParties.AccountOf(party), out _)));
    }
}
