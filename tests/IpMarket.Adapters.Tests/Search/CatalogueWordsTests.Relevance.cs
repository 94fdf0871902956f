using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>
/// The relevance set: what people of the trade type, each with the patents they mean, judged by hand over the known
/// patents with the list of synonyms of the house.
/// </summary>
public abstract partial class CatalogueWordsTests
{
    private const string Pentoxide = "AU2016212538";
    private const string Reducing = "US15/142965";
    private const string Dioxide = "US17/688913";
    private const string Pigment = "US07/866705";
    private const string Electrolyte = "US11251452";
    private const string FlowCell = "EP20120840620";
    private const string Redox1 = "US9819039";
    private const string Redox2 = "US9123931";
    private const string RedoxTw = "TW103127093";
    private const string Rutile = "US20130022521";
    private const string Vanadyl = "CN116692944B";
    private const string LowValence = "CN116789174B";
    private const string Ammonium = "RU2019128406";
    private const string Recovery = "CN101168802A";
    private const string Concentrate = "CN101117660A";
    private const string Tunnel = "CN101113488A";
    private const string Pellets = "CN101003851A";
    private const string SteelSlag = "CN101121966A";
    private const string Pipe = "CN200710201273.2";
    private const string TiAlloy = "US8894738";
    private const string Hydrogenated = "US10907239";
    private const string TiAlV = "US10400305";
    private const string Continuous = "US12/381720";

    /// <summary>Typed text → every patent it means.</summary>
    public static TheoryData<string, string> Meanings => new()
    {
        // Chinese, one to eight characters and more, by synonyms too.
        { "钒渣", $"{SlagUse} {Vanadate} {CleanSlag}" },
        { "钒钛", $"{Magnetite} {Recovery} {Concentrate} {Pellets} {Tunnel}" },
        { "提钒", StoneCoal },
        { "石煤", StoneCoal },
        { "钛白粉", $"{Dioxide} {Pigment}" },
        { "钛合金", $"{TiAlloy} {Hydrogenated}" },
        { "铝合金", $"{Alloy} {Magnetite}" },
        { "金红石", Rutile },
        { "电解液", $"{RedoxTw} {Electrolyte}" },
        { "钒电池", Electrolyte },
        { "二氧化钛", $"{Dioxide} {Pigment}" },
        { "液流电池", $"{RedoxTw} {Redox1} {Redox2} {Electrolyte} {FlowCell}" },
        { "钒酸铵", Ammonium },
        { "硫酸氧钒", Vanadyl },
        { "五氧化二钒", $"{CleanSlag} {Pentoxide} {Reducing} {StoneCoal}" },
        { "钒钛磁铁矿", $"{Magnetite} {Recovery}" },
        { "人造金红石", Rutile },
        { "全钒液流电池", Electrolyte },
        { "低价钒氧化物", LowValence },
        { "含钛高炉渣", BoronSlag },
        { "氧化还原液流电池", RedoxTw },
        { "氧化還原液流電池", RedoxTw },
        { "钒电池电解液", Electrolyte },
        { "钒渣制备偏钒酸", Vanadate },
        { "高钙钒渣生产五氧化二钒", CleanSlag },
        { "钒渣，综合利用", SlagUse },
        { "鋼管", Pipe },

        // English, by synonyms too.
        { "vanadium pentoxide", $"{Reducing} {StoneCoal} {Pentoxide} {CleanSlag}" },
        { "vanadium slag", $"{SlagUse} {Vanadate} {CleanSlag}" },
        { "titanium dioxide", $"{Dioxide} {Pigment}" },
        { "titania", $"{Dioxide} {Pigment}" },
        { "synthetic rutile", Rutile },
        { "blast furnace slag", BoronSlag },
        { "potassium metavanadate", Vanadate },
        { "vanadium titanomagnetite", $"{Magnetite} {Recovery}" },
        { "vanadium redox flow battery", Electrolyte },
        { "flow cell", $"{FlowCell} {RedoxTw} {Redox1} {Redox2} {Electrolyte}" },
        { "titanium alloys", $"{TiAlloy} {Hydrogenated} {TiAlV} {Continuous}" },

        // Formulae.
        { "TiO2", $"{Dioxide} {Pigment}" },
        { "TiO₂", $"{Dioxide} {Pigment}" },
        { "V2O5", $"{CleanSlag} {Pentoxide} {Reducing} {StoneCoal}" },
        { "Ｖ２Ｏ５", $"{CleanSlag} {Pentoxide} {Reducing} {StoneCoal}" },
        { "V-Ti", $"{Recovery} {Concentrate} {Pellets} {Tunnel} {Magnetite}" },
        { "KVO3", Vanadate },
        { "VOSO4", Vanadyl },

        // Mixed.
        { "钒渣 V2O5", CleanSlag },
        { "vanadium 钒渣", $"{SlagUse} {Vanadate} {CleanSlag}" },
        { "TiO2颜料", Pigment },
        { "东北大学 钛", MoltenSalt },
        { "武汉工程大学 V2O5", StoneCoal },

        // Names before, translations, pinyin and initials.
        { "攀枝花钢铁研究院", $"{Pipe} {Strip} {Vanadate}" },
        { "攀枝花钢铁集团", $"{Recovery} {Vanadate} {Strip} {Pipe} {Pellets}" },
        { "东北工学院", MoltenSalt },
        { "昆明理工大学", SteelSlag },
        { "中国科学院过程工程研究所", Pentoxide },
        { "pangang", $"{Recovery} {Vanadate} {Strip} {Pipe} {Pellets}" },
        { "pangangjituan", $"{Vanadate} {Strip} {Pipe} {Pellets}" },
        { "pan gang", $"{Vanadate} {Strip} {Pipe} {Pellets}" },
        { "pgjt", $"{Vanadate} {Strip} {Pipe} {Pellets}" },
        { "dongbeidaxue", MoltenSalt },
        { "dbdx", MoltenSalt },
        { "hedongsheng", StoneCoal },
        { "fanzha", $"{Vanadate} {CleanSlag} {SlagUse}" },
        { "wuyanghuaerfan", CleanSlag },
        { "gaoluzha", BoronSlag },
        { "lvhejin", $"{Magnetite} {Alloy}" },
        { "fzzbpfsj", Vanadate },

        // Typing errors, unfinished words.
        { "titaniun dioxide", $"{Dioxide} {Pigment}" },
        { "pentoxyde", $"{Reducing} {Pentoxide} {StoneCoal}" },
        { "electrolite", Electrolyte },
        { "battry", $"{Redox1} {Redox2} {Electrolyte}" },
        { "magnetit", Recovery },
        { "rutil", Rutile },
        { "oxysulphate", Vanadyl },

        // Numbers, without check character, with spaces, another kind.
        { "201210288271", Vanadate },
        { "2012102882712", Vanadate },
        { "ZL 2012 1 0288271.2", Vanadate },
        { "cn102828036a", Vanadate },
        { "US 15/142965", Reducing },
        { "H01M8/18", FlowCell },
        { "H01M 8/18", FlowCell },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public async Task What_people_of_the_trade_type_finds_what_they_mean(string text, string expected)
    {
        var meant = expected.Split(' ');
        var hits = await Ask(text);
        Assert.Equal(Sorted(meant), Sorted(hits.Items.Select(patent => patent.Numbers[0])));
        Assert.Equal(meant.Length, hits.Total);
    }

    [Theory]
    [InlineData("五氧化二钒", CleanSlag)]
    [InlineData("vanadium slag", SlagUse)]
    [InlineData("TiO2", Dioxide)]
    [InlineData("titanium alloy", TiAlloy)]
    [InlineData("flow cell", FlowCell)]
    [InlineData("钒钛", Magnetite)]
    public async Task What_is_written_as_typed_or_fits_best_stands_first(string text, string expected) =>
        Assert.Equal(expected, (await Ask(text)).Items[0].Numbers[0]);

    [Fact]
    public void The_relevance_set_is_large_enough() => Assert.InRange(Meanings.Count, 60, int.MaxValue);

    [Theory]
    [InlineData("钒")]
    [InlineData("vanadium")]
    [InlineData("V")]
    public async Task Every_spelling_of_a_metal_finds_the_others(string text)
    {
        var found = (await Ask(text)).Items.Select(patent => patent.Numbers[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All([SlagUse, Reducing, Recovery], meant => Assert.Contains(meant, found));
    }

    [Fact]
    public async Task A_list_of_synonyms_is_in_force_at_once()
    {
        await Index.Use(new Synonyms([new SynonymGroup(SynonymKind.Term, ["黑渣", "钒渣"])]), Cancel);
        Assert.Equal(3, (await Ask("黑渣")).Total);
        Assert.Equal(0, (await Ask("钛白粉")).Total);
        await Index.Use(Synonyms.House, Cancel);
        Assert.Equal(0, (await Ask("黑渣")).Total);
        Assert.Equal(2, (await Ask("钛白粉")).Total);
    }

    [Theory]
    [InlineData("vanad", Reducing)]
    [InlineData("titanium diox", Dioxide)]
    [InlineData("pang", Pipe)]
    [InlineData("pangangjit", Pipe)]
    [InlineData("fanzh", SlagUse)]
    [InlineData("20121028", Vanadate)]
    public async Task While_typing_the_last_word_may_be_unfinished(string text, string expected)
    {
        var hits = await Search.Search(new CatalogueQuery { Text = text, IsTyping = true, Limit = 40 }, Cancel);
        Assert.Contains(hits.Items, patent => patent.Numbers[0] == expected);
    }

    [Fact]
    public async Task Suggestions_name_words_applicants_codes_and_patents()
    {
        var suggested = await Suggestions.To("钒", Search, Synonyms.House, Cancel);
        Assert.InRange(suggested.Count, 4, SearchLimits.SuggestionsMax);
        Assert.Contains(suggested, one => one is { Kind: SuggestionKind.Word, Text: "钒渣", Note: "vanadium slag" });
        Assert.Contains(suggested, one => one is { Kind: SuggestionKind.Ipc, Text: "C22B 34/20" });
        Assert.Contains(suggested, one => one is { Kind: SuggestionKind.Patent, Text: Vanadate, Note: "一种由钒渣制备偏钒酸钾的方法" });
        var applicants = await Suggestions.To("dongbei", Search, Synonyms.House, Cancel);
        Assert.Contains(applicants, one => one is { Kind: SuggestionKind.Applicant, Text: "东北大学", Count: 1 });
        Assert.Equal(Vanadate, (await Suggestions.To("20121028827", Search, Synonyms.House, Cancel))[^1].Text);
        Assert.Empty(await Suggestions.To(" ，", Search, Synonyms.House, Cancel));
    }
}
