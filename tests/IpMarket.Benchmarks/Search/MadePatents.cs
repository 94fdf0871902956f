using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Kernel;

namespace IpMarket.Benchmarks.Search;

/// <summary>Patents made of the trade's words, the same for the same seed and number.</summary>
internal sealed class MadePatents(int seed)
{
    internal static readonly string[] Things =
    [
        "钒渣", "钒钛磁铁矿", "高炉渣", "含钛高炉渣", "五氧化二钒", "三氧化二钒", "偏钒酸铵", "多钒酸铵", "钒氮合金", "钒铁", "钒铝合金",
        "钒电解液", "全钒液流电池", "钛精矿", "钛渣", "高钛渣", "钛白粉", "二氧化钛", "人造金红石", "海绵钛", "四氯化钛", "钛合金", "钛粉",
        "钛铁合金", "碳化钛", "氮化钛", "钛酸锂", "石煤", "含钒页岩", "提钒尾渣", "转炉渣", "含铬钒渣", "钪精矿", "废脱硝催化剂",
    ];

    internal static readonly string[] Means =
    [
        "钠化焙烧", "钙化焙烧", "无盐焙烧", "酸浸", "碱浸", "萃取", "离子交换", "沉钒", "熔盐电解", "熔盐氯化", "沸腾氯化", "碳热还原",
        "铝热还原", "镁热还原", "真空蒸馏", "磁选", "浮选", "水解", "煅烧", "微波加热", "喷雾干燥", "球团烧结", "直接还原", "选择性浸出",
    ];

    internal static readonly string[] Effects =
    [
        "工艺流程短", "能耗低", "废水循环使用", "净化除杂彻底", "尾渣可直接利用", "不产生有害气体", "设备投资少", "产品纯度高", "操作简便", "钒铬分离效果好",
        "酸耗低", "原料适应性强",
    ];

    internal static readonly string[] English =
    [
        "vanadium slag", "titanium dioxide", "vanadium pentoxide", "titanium sponge", "ilmenite", "flow battery electrolyte",
        "ferrovanadium", "titanium alloy", "stone coal", "blast furnace slag", "synthetic rutile", "ammonium metavanadate",
        "roasting", "leaching", "solvent extraction", "molten salt electrolysis", "carbothermic reduction", "chlorination",
    ];

    internal static readonly string[] Places =
    [
        "攀枝花", "成都", "西昌", "承德", "昆明", "重庆", "长沙", "沈阳", "北京", "马鞍山", "锦州", "大连", "朝阳", "汉中", "十堰", "洛阳",
    ];

    internal static readonly string[] Trades =
    [
        "钒业有限公司", "钛业股份有限公司", "钢铁研究院有限公司", "新材料科技有限公司", "冶金研究所", "矿业集团有限公司", "储能技术有限公司", "化工有限公司",
    ];

    private const string Names = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹";
    private const string Given = "明华强伟芳军平红玉文建国志海涛林波松云飞龙春秋晨阳光荣永安宁";

    private static readonly string[] Codes =
    [
        "C22B 34/22", "C22B 34/12", "C22B 1/02", "C22B 3/08", "C22B 7/04", "C01G 31/02", "C01G 23/047", "C21B 3/04",
        "C21C 5/28", "C22C 14/00", "C22C 27/02", "H01M 8/18", "C09C 1/36", "C25C 3/28", "B01J 23/22", "C01B 21/06",
    ];

    /// <summary>More than there are patents of one seed.</summary>
    private const int SeedsApart = 15_485_863;

    private static readonly DateOnly First = new(1990, 1, 1);

    /// <param name="number">0 and up.</param>
    /// <param name="edition">Which edition of the patent: each has another price and standing.</param>
    public CatalogueDocument Patent(int number, int edition = 0)
    {
        var random = new Random(unchecked((seed * SeedsApart) + number));
        string Of(string[] words) => words[random.Next(words.Length)];
        var (thing, means, product) = (Of(Things), Of(Means), Of(Things));
        var title = random.Next(4) switch
        {
            0 => $"一种{thing}{means}制备{product}的方法",
            1 => $"{thing}{means}生产{product}的工艺及装置",
            2 => $"从{thing}中回收{product}的{means}方法",
            _ => $"一种用于{thing}的{means}设备",
        };
        var (filed, serial) = (First.AddDays(random.Next(13_000)), 1_000_000 + number);
        var applicants = Enumerable.Range(0, 1 + random.Next(2))
            .Select(_ => $"{Of(Places)}{(char)('甲' + random.Next(40))}{Of(Trades)}").ToImmutableArray();
        var status = (MarketStatus)((random.Next(20) + edition) % 20 is var s and < 4 ? s : 0);
        return new CatalogueDocument
        {
            Patent = $"patent:CN{filed.Year}1{serial:d7}",
            Numbers = [$"CN{filed.Year}1{serial:d7}.{number % 10}", $"CN{100_000_000 + number}B"],
            TitleZh = title,
            AbstractZh = Abstract(thing, means, product, Of(Effects), Of(Effects)),
            TitleEn = random.Next(3) == 0 ? $"Method of {Of(English)} by {Of(English)} of {Of(English)}" : null,
            Applicants = applicants,
            Inventors = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Person(random))],
            IpcCodes = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Of(Codes)).Distinct(StringComparer.Ordinal)],
            Type = random.Next(4) == 0 ? "UtilityModel" : "Invention",
            LegalStatus = "授权",
            FilingDate = filed,
            PublicationDate = filed.AddDays(500),
            Listing = status == MarketStatus.NotListed
                ? null
                : new ListingFacts($"listing:{number}", "Published", status, Money.Cny(10_000L * random.Next(1, 5_000))),
        };
    }

    /// <summary>As long as the office asks for, of the title's own words among those every abstract has.</summary>
    private static string Abstract(string thing, string means, string product, string effect, string other) =>
        $"本发明公开了一种以{thing}为原料制备{product}的方法，属于冶金技术领域。该方法将{thing}破碎、磨细后与添加剂混合，经{means}处理，"
        + $"控制温度和时间，得到中间产物；再经固液分离，得到{product}。本发明{effect}，{product}收率高，{other}，适合工业化生产。";

    private static string Person(Random random) =>
        $"{Names[random.Next(Names.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";
}
