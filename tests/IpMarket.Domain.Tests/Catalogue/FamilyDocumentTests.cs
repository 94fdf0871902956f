using IpMarket.Domain.Catalogue.Patents;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

/// <summary>Documents of a family as sources print them: read, never completed.</summary>
public sealed class FamilyDocumentTests
{
    [Theory]
    [InlineData("US 201161550506 P 20111024", "US|201161550506|P|2011-10-24")]
    [InlineData("KR20130006425U 20130801", "KR|20130006425|U|2013-08-01")]
    [InlineData("US201313974256 20130823", "US|201313974256||2013-08-23")]
    [InlineData("US 2013/0101709 A1", "US|2013/0101709|A1|")]
    [InlineData("CN-102828036-B", "CN|102828036|B|")]
    [InlineData("KR20150000637 (U)", "KR|20150000637|U|")]
    [InlineData("WO2014US51801 2014-08-20", "WO|2014US51801||2014-08-20")]
    [InlineData("CN201210288271.2 2012.08.14", "CN|201210288271.2||2012-08-14")]
    [InlineData("CN201210288271.X", "CN|201210288271.X||")]
    [InlineData("JPH0123456A", "JP|H0123456|A|")]
    [InlineData("KR10-2013-0033547", "KR|10-2013-0033547||")]
    [InlineData("2007-290922", "|2007-290922||")]
    [InlineData("特願2007-290922", "|特願2007-290922||")]
    [InlineData("20110101", "|20110101||")]
    [InlineData("US 20119999", "US|20119999||")]
    [InlineData("US 20110101", "US|20110101||")]
    public void A_number_is_told_from_its_office_kind_and_day(string text, string expected)
    {
        var read = FamilyDocument.Read(FamilyTie.Priority, text)!;
        Assert.Equal(expected, $"{read.Office}|{read.Number}|{read.Kind}|{read.Date:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("US")]
    [InlineData("无")]
    [InlineData("US 1234567890123456789012345678901234567890123456789012345678901")]
    public void What_names_no_document_is_none(string text) =>
        Assert.Null(FamilyDocument.Read(FamilyTie.Member, text));

    [Theory]
    [InlineData(FamilyTie.Member, "CN 102828036 B", "patent:CN102828036")]
    [InlineData(FamilyTie.Priority, "CN201210288271.2 20120814", "patent:CN201210288271")]
    [InlineData(FamilyTie.Member, "US 9525164 B1", "patent:US9525164")]
    // A foreign application's number may be the publication's of another patent.
    [InlineData(FamilyTie.Priority, "US 9525164 20111024", null)]
    [InlineData(FamilyTie.Member, "2007-290922", null)]
    public void A_document_is_a_patent_of_ours_only_beyond_doubt(FamilyTie tie, string text, string? expected) =>
        Assert.Equal(expected, FamilyDocument.Read(tie, text)!.ToPatent()?.Stream);

    [Fact]
    public void A_day_once_seen_stays_and_one_document_stands_once()
    {
        var facts = Facts("KR 1020130033547 20130328", "US 9525164 B1").With(Facts("KR 1020130033547", "EP 2767319 A1"));
        Assert.Equal(
            "EP 2767319 A1, KR 1020130033547 2013-03-28, US 9525164 B1", string.Join(", ", facts.Family));
        Assert.True(facts.NewsIn(Facts("KR 1020130033547")).IsEmpty);
        Assert.Equal("US 1 A", string.Join(", ", facts.NewsIn(Facts("US 1 A", "US 9525164 B1")).Family));
        Assert.Equal("US 1 A", string.Join(", ", Facts("US 1 A", "US 9525164 B1").GapsOf(facts).Family));
        var difference = Assert.Single(facts.DifferencesTo(Facts("US 1 A")));
        Assert.Equal(("family", "US 1 A"), (difference.Field, difference.After));
    }

    [Fact]
    public void Facts_of_before_the_family_was_kept_have_none() => Assert.Empty(
        System.Text.Json.JsonSerializer.Deserialize<PatentFacts>(
            """{"titleZh":"钒","titleEn":null,"applicants":[],"inventors":[],"ipc":[],"filingDate":null,"publications":[]}""",
            Domain.Kernel.Journal.EventCodec.Options)!.Family);

    private static PatentFacts Facts(params string[] documents) => PatentFacts.None with
    {
        Family = [.. documents.Select(text => FamilyDocument.Read(FamilyTie.Member, text)!)],
    };
}
