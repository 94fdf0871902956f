using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Search.Words;
using Xunit;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>What a text finds: the exact set of hits, the best one first where it matters.</summary>
public abstract partial class CatalogueWordsTests : CatalogueSearchTests
{
    /// <summary>Typed text → first number of each patent that must be found, and of no other.</summary>
    public static TheoryData<string, string[]> Questions => new()
    {
        // Chinese of one to eight characters and more.
        { "钢", ["CN101003851A", "CN200710201273.2", Vanadate, Strip] },
        { "钒", [Vanadate, CleanSlag, SlagUse, Alloy, Magnetite, Strip] },
        { "锆", [] },
        { "钾", [Vanadate] },
        { "渣", [Vanadate, CleanSlag, SlagUse, BoronSlag, HotSlag] },
        { "钒渣", [Vanadate, CleanSlag, SlagUse] },
        { "钒钛", [Magnetite] },
        { "钛渣", [] },
        { "金属钛", [MoltenSalt] },
        { "高炉渣", [BoronSlag] },
        { "五氧化二钒", [CleanSlag] },
        { "钒钛磁铁矿", [Magnetite] },
        { "熔融还原", ["CN201410779305.7", HotSlag] },
        { "钒钛铝合金", [Magnetite] },
        { "铝合金", [Alloy, Magnetite] },
        { "氟化物熔盐体系", [MoltenSalt] },
        { "清洁生产五氧化二钒工艺", [CleanSlag] },
        { "偏钒酸钾的", [Vanadate] },
        { "氧化還原液流電池", ["TW103127093"] },
        { "钒渣 清洁", [CleanSlag] },
        { "钒渣，综合利用", [SlagUse] },
        { "钒电池", [] },

        // English: stems, several words in any order, dashes, case, full width.
        { "vanadium pentoxide", [StoneCoal, "US15/142965"] },
        { "pentoxide VANADIUM", [StoneCoal, "US15/142965"] },
        { "ｖａｎａｄｉｕｍ ｆｌｏｗ", ["EP20120840620", "US11251452"] },
        { "redox flow batteries", ["US9123931", "US9819039", "US11251452"] },
        { "the method of restoring electrolyte", ["US11251452"] },
        { "low-temperature", ["CN116789174B"] },
        { "vanadium(III)", ["US15/142965"] },
        { "alloys", ["US7435282", "US12/381720", "US8894738", "US10400305", "US10907239"] },

        // Numbers in any spelling.
        { "CN201210288271.2", [Vanadate] },
        { "ZL201210288271.2", [Vanadate] },
        { "ZL 2012 1 0288271.2", [Vanadate] },
        { "2012102882712", [Vanadate] },
        { "201210288271", [Vanadate] },
        { "CN201210288271A", [Vanadate] },
        { "ＣＮ２０１２１０２８８２７１．２", [Vanadate] },
        { "102012000288271", [Vanadate] },
        { "201210288271.3", [] },
        { "20141", [SlagUse, BoronSlag, "CN201410779305.7"] },
        { "CN-102828036-B", [Vanadate] },
        { "cn102828036a", [Vanadate] },
        { "102828036", [Vanadate] },
        { "CN1057346A", [] },
        { "us9525164b1", ["US15/142965"] },
        { "US 15/142965", ["US15/142965"] },
        { "9525164", ["US15/142965"] },

        // Applicants and inventors.
        { "攀钢集团", ["CN101003851A", Vanadate, Strip, "CN200710201273.2"] },
        { "攀钢", ["CN101003851A", Vanadate, Strip, "CN200710201273.2"] },
        { "东北大学", [MoltenSalt] },
        { "东北大学 钛", [MoltenSalt] },
        { "攀钢集团研究院有限公司", [Vanadate] },
        { "何东升", [StoneCoal] },
        { "武汉工程大学 vanadium", [StoneCoal] },
        { "Venator", ["US17/688913"] },
        { "univ kunming", ["CN101121966A"] },

        // IPC codes.
        { "C25C", [MoltenSalt] },
        { "H01M8/18", ["EP20120840620"] },
        { "h01m", ["EP20120840620"] },
        { "C22B34", ["US12/381720"] },
        { "C22B 34", ["US12/381720"] },
        { "c22b 34/1263", ["US12/381720"] },
        { "Ｃ２２Ｂ　３４／12", ["US12/381720"] },
        { "C22B 34/22", [] },
    };

    /// <summary>The questions of one Chinese character among them: no engine may need two.</summary>
    public static IEnumerable<(string Text, string[] Expected)> OneCharacter => Questions.Select(row => row.Data)
        .Where(question => question.Item1 is [>= '一' and <= '龥']);

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_text_finds_exactly_the_patents_it_stands_in(string text, string[] expected)
    {
        await Index.Use(Synonyms.None, Cancel);
        var hits = await Ask(text);
        var found = hits.Items.Select(patent => patent.Numbers[0]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Length, hits.Total);
    }

    [Theory]
    [InlineData("钒渣", SlagUse)]
    [InlineData("CN102828036B", Vanadate)]
    [InlineData("titanium alloy", "US8894738")]
    [InlineData("攀枝花钢铁研究院", "CN200710201273.2")]
    public async Task The_best_match_stands_first(string text, string expected)
    {
        var hits = await Ask(text);
        Assert.Equal(expected, hits.Items[0].Numbers[0]);
    }

    [Theory]
    [InlineData("钒渣", 4)]
    [InlineData("钒渣制备偏钒酸", 1)]
    [InlineData("vanadium slag", 4)]
    public async Task A_title_comes_before_an_abstract_that_says_it_ten_times(string text, int total)
    {
        var often = string.Concat(Enumerable.Repeat("钒渣由钒渣炉制得，vanadium slag。", 10));
        await Put(KnownPatents.Of(Strip) with { AbstractZh = often });
        var found = (await Ask(text)).Items.Select(patent => patent.Numbers[0]).ToList();
        Assert.Equal(total, found.Count);
        if (total > 1) Assert.Equal(Strip, found[^1]);
        else Assert.DoesNotContain(Strip, found, StringComparer.Ordinal);
    }

    /// <summary>
    /// Independent check: what stands together in a Chinese title finds exactly the patents whose title or names hold
    /// it.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public async Task Every_piece_of_every_chinese_title_finds_all_that_hold_it_and_nothing_else(int characters)
    {
        var pieces = KnownPatents.All.Select(patent => patent.TitleZh).OfType<string>()
            .SelectMany(title => Enumerable.Range(0, Math.Max(0, title.Length - characters + 1))
                .Select(from => title.Substring(from, characters)))
            .Where(piece => piece.All(c => c >= '一'))
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(pieces);
        await Index.Use(Synonyms.None, Cancel);
        foreach (var piece in pieces)
        {
            var expected = KnownPatents.All
                .Where(patent => Texts(patent).Any(
                    text => Synonyms.Key(text).Contains(Synonyms.Key(piece), StringComparison.Ordinal)));
            var hits = await Ask(piece);
            Assert.Equal(
                (piece, string.Join(' ', expected.Select(p => p.Patent).Order(StringComparer.Ordinal))),
                (piece, string.Join(' ', hits.Items.Select(p => p.Patent).Order(StringComparer.Ordinal))));
        }
    }

    [Theory]
    [InlineData("\"钒渣")]
    [InlineData("title:* OR (")]
    [InlineData("钒渣 AND NOT -")]
    [InlineData("[* TO *]")]
    [InlineData("\u202e\u200b钒\ud800")]
    [InlineData("，。！")]
    [InlineData("(((((((")]
    public async Task Text_that_looks_like_syntax_is_only_text(string text)
    {
        var hits = await Ask(text);
        Assert.InRange(hits.Total, 0, KnownPatents.All.Length - 1);
    }

    private static IEnumerable<string> Texts(CatalogueDocument patent) =>
        new[] { patent.TitleZh, patent.TitleEn }.OfType<string>().Concat(patent.Applicants).Concat(patent.Inventors);
}
