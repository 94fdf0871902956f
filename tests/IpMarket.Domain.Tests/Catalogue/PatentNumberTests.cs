using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue;

public sealed class PatentNumberTests
{
    public static TheoryData<string> RealNumbers =>
    [
        "201710601862.3", "202110771508.1", "201510828968.8", "201410143927.0", "201610240661.0", "201210288271.2",
        "200710201273.2", "202010966101.X", "95115608.X", "97101765.4",
    ];

    [Theory]
    [MemberData(nameof(RealNumbers))]
    public void A_real_application_number_is_read(string text)
    {
        var number = PatentNumber.Parse(text).Value;

        Assert.Equal(NumberKind.Application, number.Kind);
        Assert.Equal("CN" + text, number.Text);
        Assert.Equal("patent:CN" + text[..^2], number.Stream);
    }

    [Theory]
    [MemberData(nameof(RealNumbers))]
    public void Every_other_check_character_is_refused(string text)
    {
        foreach (var check in "0123456789X".Where(c => c != text[^1]))
        {
            var refusal = PatentNumber.Parse(text[..^1] + check).Refusal;

            Assert.True(refusal?.Is(NumberRefusal.WrongCheckCharacter), text[..^1] + check);
        }
    }

    [Theory]
    [MemberData(nameof(RealNumbers))]
    public void Every_change_of_a_single_digit_is_refused(string text)
    {
        for (var at = 0; at < text.Length - 2; at++)
        {
            foreach (var digit in "0123456789".Where(c => c != text[at]))
            {
                var changed = text[..at] + digit + text[(at + 1)..];

                Assert.False(PatentNumber.TryParse(changed, out _), changed);
            }
        }
    }

    [Theory]
    [InlineData("CN202110771508.1")]
    [InlineData("ZL202110771508.1")]
    [InlineData("zl 2021 1 0771508.1")]
    [InlineData(" cn2021107715081 ")]
    [InlineData("ＣＮ２０２１１０７７１５０８．１")]
    [InlineData("２０２１１０７７１５０８\u3000．１")]
    [InlineData("202110771508")]
    [InlineData("CN202110771508A")]
    [InlineData("CN2021107715081A")]
    [InlineData("CN202110771508.1B2")]
    [InlineData("CN-202110771508-A")]
    [InlineData("102021000771508")]
    [InlineData("CN102021000771508")]
    public void Every_spelling_of_one_application_is_the_same_patent(string text)
    {
        var number = PatentNumber.Parse(text).Value;

        Assert.Equal("CN202110771508.1", number.Text);
        Assert.Equal("CN202110771508", number.Key);
        Assert.Equal(PatentType.Invention, number.Type);
    }

    [Theory]
    [InlineData("102021001286633", "CN202111286633.X")]
    [InlineData("102015000481495", "CN201510481495.9")]
    [InlineData("102021000991218", "CN202110991218.8")]
    public void The_standard_form_is_the_number_without_its_check_character(string standard, string printed) =>
        Assert.Equal(printed, PatentNumber.Parse(standard).Value.Text);

    [Theory]
    [InlineData("105734615", "CN105734615", "")]
    [InlineData("CN105734615B", "CN105734615", "B")]
    [InlineData("CN 105734615 A", "CN105734615", "A")]
    [InlineData("CN-110364031-B", "CN110364031", "B")]
    [InlineData("CN204000001U", "CN204000001", "U")]
    [InlineData("CN301234567S", "CN301234567", "S")]
    [InlineData("CN1234567C", "CN1234567", "C")]
    [InlineData("CN2567890Y", "CN2567890", "Y")]
    public void A_publication_number_is_read_with_its_kind(string text, string key, string kind)
    {
        var number = PatentNumber.Parse(text).Value;

        Assert.Equal(NumberKind.Publication, number.Kind);
        Assert.Equal(key, number.Key);
        Assert.Equal(kind, number.Publication!.Value.Kind);
    }

    [Theory]
    [InlineData("95115608.X", "CN95115608.X")]
    [InlineData("CN95115608.X", "CN95115608.X")]
    [InlineData("ZL95115608", "CN95115608.X")]
    [InlineData("ZL95115608X", "CN95115608.X")]
    [InlineData("ZL 97101765.4", "CN97101765.4")]
    public void An_application_number_of_eight_digits_needs_its_dot_or_ZL(string text, string printed) =>
        Assert.Equal(printed, PatentNumber.Parse(text).Value.Text);

    [Theory]
    [InlineData("KR20150000637 (U)", "KR20150000637", "U")]
    [InlineData("US9525164B1", "US9525164", "B1")]
    [InlineData("US15/142965", "US15142965", "")]
    [InlineData("US 2016/0232121 A1", "US20160232121", "A1")]
    [InlineData("US-2016232121-A1", "US20160232121", "A1")]
    [InlineData("US08936998B2", "US8936998", "B2")]
    [InlineData("US D533981 S1", "USD533981", "S1")]
    [InlineData("USRE45678E1", "USRE45678", "E1")]
    [InlineData("WO2014/157990A1", "WO2014157990", "A1")]
    [InlineData("EP2801122A1", "EP2801122", "A1")]
    public void A_foreign_right_is_named_by_office_and_digits(string text, string key, string kind)
    {
        var number = PatentNumber.Parse(text).Value;

        Assert.Equal(NumberKind.Foreign, number.Kind);
        Assert.Equal(key, number.Key);
        Assert.Equal(kind, number.ForeignKind);
        Assert.Null(number.Type);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("95115608X")]
    [InlineData("95115608")]
    [InlineData("971017654")]
    [InlineData("1234567")]
    [InlineData("CN:2019079096:W")]
    [InlineData("202110771508.")]
    [InlineData("2021107715.081")]
    [InlineData("202170771508")]
    [InlineData("190010771508")]
    [InlineData("2021107715\u200B08.1")]
    [InlineData("\u202E202110771508.1")]
    [InlineData("CN")]
    [InlineData("中国202110771508.1")]
    [InlineData("202110771508.1; DROP TABLE")]
    [InlineData("US1234567890123456")]
    [InlineData("122021000771508")]
    [InlineData("102021110771508")]
    public void What_is_no_number_is_refused(string? text)
    {
        var refusal = PatentNumber.Parse(text).Refusal;

        Assert.NotNull(refusal);
        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void An_invented_patent_of_the_demo_is_known_by_its_year()
    {
        var digits = "209910000001";
        var number = PatentNumber.Parse(digits + "." + ApplicationNumber.CheckCharacter(digits)).Value;

        Assert.True(number.IsDemo);
        Assert.False(PatentNumber.Parse("202110771508.1").Value.IsDemo);
    }

    [Theory]
    [InlineData("201480000986.0", PatentType.Invention)]
    [InlineData("202110771508.1", PatentType.Invention)]
    public void The_type_digit_names_the_type(string text, PatentType type) =>
        Assert.Equal(type, PatentNumber.Parse(text).Value.Type);

    [Fact]
    public void All_real_rows_of_the_search_list_are_read()
    {
        var rows = File.ReadAllLines(SharedData.File("cnipa-pss/cnipa-pss-bci-733.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells[0].StartsWith("CN2", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(723, rows.Count);

        var applications = rows.Count(cells =>
            PatentNumber.Parse(cells[0]).Value is { Kind: NumberKind.Application } number && number.Text == cells[0]);
        var publications = rows.Count(cells =>
            PatentNumber.Parse(cells[2]).Value is { Kind: NumberKind.Publication } number && number.Text == cells[2]);

        Assert.Equal(723, applications);
        Assert.Equal(723, publications);
        Assert.Equal(551, rows.Select(cells => PatentNumber.Parse(cells[0]).Value.Key).Distinct(StringComparer.Ordinal).Count());
    }
}
