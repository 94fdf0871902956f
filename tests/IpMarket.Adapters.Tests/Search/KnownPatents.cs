using System.Collections.Immutable;
using IpMarket.Domain.Catalogue.Search;

namespace IpMarket.Adapters.Tests.Search;

/// <summary>Bibliographic facts of real vanadium-titanium patents, as catalogue documents.</summary>
internal static class KnownPatents
{
    public static readonly ImmutableArray<CatalogueDocument> All =
    [
        Patent(
            "CN201210288271.2; CN102828036B", zh: "一种由钒渣制备偏钒酸钾的方法",
            applicants: "攀钢集团研究院有限公司; 攀钢集团攀枝花钢钒有限公司; 攀钢集团西昌钢钒有限公司", inventors: "高官金; 付自碧; 何文艺; 申彪; 卢晓琳; 尹丹凤; 彭一村"),
        Patent(
            "CN202110771508.1; CN113481454B", zh: "用于带钢在炉内跑偏后气刀自动打开的控制方法",
            applicants: "攀钢集团攀枝花钢钒有限公司; 攀钢集团攀枝花钢铁研究院有限公司; 攀钢集团西昌钢钒有限公司", inventors: "黎苗; 廖嘉豪; 唐瑜"),
        Patent(
            "CN201610240661.0; CN105734615B", zh: "一种氟化物熔盐体系中热电还原制备金属钛的方法", applicants: "东北大学",
            inventors: "韩庆; 王博; 赵旭; 赵浩志", ipc: "C25C"),
        Patent("CN200710201273.2; CN101091984", zh: "不锈钢管的制造方法", applicants: "攀钢集团攀枝花钢铁研究院", filed: "2007-08-03"),
        Patent(
            "CN201110279133.3; CN102296192B",
            en: "Composite roasting additive for extracting vanadium pentoxide from vanadium-containing stone coal "
                + "and application of composite roasting additive",
            applicants: "武汉工程大学", inventors: "何东升; 张泽强; 张汉泉; 张翼"),
        Patent("CN201310675386.1", zh: "高钙钒渣清洁生产五氧化二钒工艺"),
        Patent("CN201410385505.4", zh: "钒渣的综合利用方法"),
        Patent("CN201410154879.5", zh: "硼酸熔融处理含钛高炉渣制备富钛料的方法"),
        Patent("CN201410779305.7", zh: "直接利用粉矿熔融还原炼铁的方法"),
        Patent("CN200910216012.7", zh: "含钒的铝及铝合金及其制备方法"),
        Patent("CN105886788", zh: "热装含钛炉渣熔融还原制取钛硅铁合金的装置及方法"),
        Patent(
            "CN101487067A", zh: "从钒钛磁铁矿砂中直接制取铁和钒钛铝合金的工业化生产方法", applicants: "北京金坤宏宇公司(裁判文书简称); 北京航空航天大学",
            inventors: "卢惠民", filed: "2009-03-03", published: "2011-06-15"),
        Patent("CN101003851A", en: "high-titanium V-Ti oxidised pellets by grate-kiln", applicants: "攀钢集团钢城企业总公司"),
        Patent(
            "CN101113488A", en: "tunnel kiln reduction of V-Ti-Fe concentrate",
            applicants: "PANZHIHUA RUILONG SMELTING MATERIAL DEV CO LTD"),
        Patent(
            "CN101117660A", en: "reduction of V-Ti-Fe concentrate",
            applicants: "PANZHIHUA RUILONG SMELTING MATERIAL DEV CO LTD"),
        Patent(
            "CN101168802A", en: "recovery of Fe V Ti from V-Ti magnetite concentrate",
            applicants: "PANGANG GROUP CO LTD"),
        Patent(
            "CN101121966A", en: "V and Fe from high-Ca high-Fe steel slag",
            applicants: "UNIV KUNMING SCI & TECHNOLOGY", inventors: "Tong X; Ye G"),
        Patent(
            "CN101575677A", en: "high-Ti material and iron/steel products from titanium ore",
            applicants: "PANZHIHUA GOLD&TITANIUM HI TECH CO LTD"),
        Patent(
            "CN116789174B", en: "Low-temperature preparation process of low-valence vanadium oxide",
            applicants: "HEBEI PETROLEUM VOCATIONAL & TECH UNIV", filed: "2023-06-30", published: "2026-06-12"),
        Patent(
            "CN116692944B", en: "A method for producing vanadium oxysulfate solution",
            applicants: "WONTAI POWER CO LTD", filed: "2023-06-15", published: "2026-06-30"),
        Patent(
            "US15/142965; US9525164B1", en: "Method of reducing vanadium pentoxide to vanadium(III) oxide",
            filed: "2016-04-29", published: "2016-12-20"),
        Patent(
            "AU2016212538; AU2016212538B2",
            en: "System and method for preparing high-purity divanadium pentoxide powder",
            applicants: "Institute of Process Engineering of CAS; Beijing Zhongkaihongde Technology Co Ltd",
            inventors: "Qixun BAN; Chuanlin FAN; Jibin Liu; Wenheng Mu; Cunhu WANG; Qingshan Zhu", ipc: "C01"),
        Patent(
            "US17/688913; US11697599B2",
            en: "Process for the production of titanium dioxide, and titanium dioxide obtained thereby",
            applicants: "Venator Germany GmbH", inventors: "Juergen Philipp Kastner; Uwe Rosin"),
        Patent(
            "US07/866705; US5203916A", en: "Titanium dioxide pigment and method of preparation",
            applicants: "Kerr McGee Chemical Corp", inventors: "Kelly A. Green; Thomas I. Brownbridge"),
        Patent(
            "US09/264577; US6409797B2",
            en: "Method of making metals and other elements from the halide vapor of the metal",
            applicants: "International Titanium Powder LLC",
            inventors: "Donn Reynolds Armstrong; Stanley S. Borys; Richard Paul Anderson", filed: "1999-03-08",
            published: "2002-06-25"),
        Patent("US7435282", en: "Elemental material and alloy"),
        Patent(
            "US12/381720; US7776128B2", en: "Continuous production of metallic titanium and titanium-based alloys",
            ipc: "C22B 34/1263; C22B 34/1268; C22B 34/1272"),
        Patent("US8894738", en: "Titanium alloy", filed: "2010-09-10", published: "2014-11-25"),
        Patent(
            "US10400305", en: "Method for producing titanium-aluminum-vanadium alloy",
            applicants: "Universal Achemetal Titanium LLC"),
        Patent(
            "US10907239", en: "hydrogenated titanium alloy powder by co-reduction", filed: "2020-03-16",
            published: "2021-02-02"),
        Patent("US20130022521", en: "Synthetic rutile process B", applicants: "Iluka Resources Limited"),
        Patent(
            "US9123931", en: "Redox flow batteries based on supporting solutions containing chloride",
            filed: "2013-12-13", published: "2015-09-01"),
        Patent(
            "US9819039", en: "Redox flow batteries based on supporting solutions containing chloride",
            filed: "2015-07-31", published: "2017-11-14"),
        Patent(
            "US11251452", en: "Method of restoring electrolyte of vanadium redox flow battery through electrolysis",
            published: "2022-02-15"),
        Patent(
            "EP20120840620; EP2801122A1", en: "Vanadium flow cell", applicants: "Deeya Energy Inc",
            inventors: "Majid Keshavarz; Ge Zu", ipc: "H01M 8/184; H01M 8/188"),
        Patent("TW103127093; TW201511392A", zh: "氧化還原液流電池用電解液、及氧化還原液流電池", ipc: "Y02E 60/10; Y02E 60/50"),
        Patent(
            "RU2019128406; RU2710613C1", en: "ammonia recovery from ammonium vanadate",
            applicants: "Чжунфаньлянь Технолоджи Девелопмент Ко. Лтд.", ipc: "C01G 31/02"),
        Patent("RU2660876C2", en: "upgrading titanium-bearing feed by selective chlorination"),
    ];

    /// <summary>The patent a number belongs to, as printed above.</summary>
    public static CatalogueDocument Of(string number) => All.Single(patent => patent.Numbers.Contains(number, StringComparer.Ordinal));

    private static CatalogueDocument Patent(
        string numbers,
        string? zh = null,
        string? en = null,
        string applicants = "",
        string inventors = "",
        string ipc = "",
        string? filed = null,
        string? published = null)
    {
        var spelled = Several(numbers);
        var stream = "patent:" + spelled[0].Split('.')[0].Replace("/", "", StringComparison.Ordinal);
        return new CatalogueDocument
        {
            Patent = stream,
            Numbers = spelled,
            TitleZh = zh,
            TitleEn = en,
            Applicants = Several(applicants),
            Inventors = Several(inventors),
            IpcCodes = Several(ipc),
            Type = "Invention",
            FilingDate = Day(filed),
            PublicationDate = Day(published),
        };
    }

    private static ImmutableArray<string> Several(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
