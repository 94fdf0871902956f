using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Search;

/// <summary>Pinyin, synonyms, codes, and what of a text answers a question.</summary>
public sealed class WordsTests
{
    private static readonly Moment Now = new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), new Actor("user:a", null));

    [Theory]
    [InlineData("xian", "xian|xi an")]
    [InlineData("pangang", "pang ang|pan gang")]
    [InlineData("lüe", "lve|lv e")]
    [InlineData("v2o5", "")]
    [InlineData("titanium", "")]
    [InlineData("", "")]
    public void Letters_are_read_as_syllables_those_of_fewest_first(string letters, string expected)
    {
        var ways = string.Join('|', Pinyin.Split(letters).Select(way => string.Join(' ', way)));
        Assert.Equal(expected, ways);
    }

    [Fact]
    public void The_last_syllable_may_be_unfinished_while_typing()
    {
        Assert.Empty(Pinyin.Split("fanzh"));
        Assert.Contains(Pinyin.Split("fanzh", isBeginning: true), way => string.Join(' ', way) == "fan zh");
    }

    [Fact]
    public void A_character_has_every_usual_reading_and_a_letter_none()
    {
        Assert.Equal("chang zhang", string.Join(' ', Pinyin.Of("长").Order(StringComparer.Ordinal)));
        Assert.Equal("fan", Assert.Single(Pinyin.Of("钒")));
        Assert.Equal("tai", Assert.Single(Pinyin.Of("钛")));
        Assert.Equal("lv", Assert.Single(Pinyin.Of("铝")));
        Assert.Empty(Pinyin.Of("V"));
    }

    [Fact]
    public void Long_nonsense_is_read_in_bounded_time_and_ways() =>
        Assert.InRange(Pinyin.Split(new string('a', 40)).Length, 1, 6);

    [Fact]
    public void Spelling_does_not_tell_synonyms_apart()
    {
        foreach (var spelled in new[] { "TiO2", "tio₂", "ＴＩＯ２", "二氧化钛", "二氧化鈦", "Titanium  Dioxide" })
            Assert.Contains(Synonyms.House.Of(spelled), other => other.Text == "钛白粉");
        Assert.Empty(Synonyms.House.Of("钛白粉尘"));
        Assert.Empty(Synonyms.House.Of(""));
    }

    [Fact]
    public void The_list_of_the_house_would_be_taken_from_the_centre() =>
        Assert.Null(SynonymsDecider.Decide(SynonymList.Empty, new SetSynonyms(Synonyms.House.Groups), Now).Refusal);

    [Theory]
    [InlineData("钒", "SYNONYM_GROUP_SIZE")]
    [InlineData("钒=钒", "SYNONYM_GROUP_SIZE")]
    [InlineData("V2O5=Ｖ₂o5", "SYNONYM_GROUP_SIZE")]
    [InlineData("钒=，", "SYNONYM_MALFORMED")]
    [InlineData("钒=", "SYNONYM_MALFORMED")]
    [InlineData("1=2=3=4=5=6=7=8=9=10=11=12=13", "SYNONYM_GROUP_SIZE")]
    public void A_group_has_two_to_twelve_different_words(string terms, string code)
    {
        var group = new SynonymGroup(SynonymKind.Term, [.. terms.Split('=')]);
        var refusal = SynonymsDecider.Decide(SynonymList.Empty, new SetSynonyms([group]), Now).Refusal;
        Assert.Equal(code, refusal!.Code);
        Assert.Equal("1", $"{refusal.Figures["group"].Number}");
    }

    [Fact]
    public void A_list_has_an_end_and_resetting_the_house_s_own_changes_nothing()
    {
        var group = new SynonymGroup(SynonymKind.Term, ["钒", "V"]);
        var many = new SetSynonyms([.. Enumerable.Repeat(group, SynonymsDecider.GroupsMax + 1)]);
        Assert.Equal("TOO_MANY_SYNONYM_GROUPS", SynonymsDecider.Decide(SynonymList.Empty, many, Now).Refusal!.Code);
        Assert.Equal(
            "SYNONYMS_NOT_CHANGED",
            SynonymsDecider.Decide(SynonymList.Empty, new SetSynonyms(Groups: null), Now).Refusal!.Code);
        var own = new SynonymList([group]);
        Assert.IsType<SynonymsReset>(Assert.Single(
            SynonymsDecider.Decide(own, new SetSynonyms(Groups: null), Now).Value!));
        Assert.Single(own.InForce.Groups);
    }

    [Theory]
    [InlineData("一种由钒渣制备偏钒酸钾的方法", "钒渣", "钒渣")]
    [InlineData("一种由钒渣制备偏钒酸钾的方法", "vanadium slag", "钒渣")]
    [InlineData("一种由钒渣制备偏钒酸钾的方法", "fanzha", "钒渣")]
    [InlineData("一种由钒渣制备偏钒酸钾的方法", "fzzb", "钒渣制备")]
    [InlineData("一种由钒渣制备偏钒酸钾的方法", "钒", "钒 钒")]
    [InlineData("氧化還原液流電池用電解液", "电解液", "電解液")]
    [InlineData("Titanium dioxide pigment", "TiO₂", "Titanium dioxide")]
    [InlineData("Titanium dioxide pigment", "titaniun pigments", "Titanium pigment")]
    [InlineData("Redox flow batteries", "battery", "batteries")]
    [InlineData("钒渣的综合利用方法", "钒渣综合利用", "钒渣 综合利用")]
    [InlineData("钒渣的综合利用方法", "铁", "")]
    [InlineData("𠮷钒 V₂O₅", "v2o5", "V₂O₅")]
    public void Marks_stand_where_the_text_answers(string text, string asked, string expected)
    {
        var marks = TextMarks.Of(text, AskedText.Read(asked, Synonyms.House));
        Assert.Equal(expected, string.Join(' ', marks.Select(mark => text.Substring(mark.From, mark.Length))));
    }

    [Theory]
    [InlineData("C22B 34/00", "C22B34/")]
    [InlineData("c22b　34/10", "C22B34/10 C22B34/12")]
    [InlineData("C22B 34/22", "C22B34/22")]
    [InlineData("C01G 23/04", "C01G23/04 C01G23/053 C01G23/07")]
    [InlineData("C22B", "C22B")]
    [InlineData("C", "C")]
    [InlineData("A23L 1/00", "A23L1/")]
    [InlineData(" ", "")]
    public void A_code_asked_for_means_those_below_it_too(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', IpcTitles.Beginnings(code)));

    [Fact]
    public void Every_code_has_titles_in_both_languages_and_hangs_from_one_above_it()
    {
        Assert.All(IpcTitles.All, title => Assert.True(title.Zh.Any(c => c > '一') && title.En.All(c => c < 128)));
        Assert.Equal(IpcTitles.All.Length, IpcTitles.All.DistinctBy(title => title.Code, StringComparer.Ordinal).Count());
        Assert.Equal("C22B 34/20", IpcTitles.All.Single(title => title.Code == "C22B 34/22").Parent);
        Assert.Equal("C01G", IpcTitles.All.Single(title => title.Code == "C01G 23/00").Parent);
        Assert.All(
            IpcTitles.All.Where(title => title.Parent is not null),
            title => Assert.Contains(IpcTitles.All, above => above.Code == title.Parent));
    }
}
