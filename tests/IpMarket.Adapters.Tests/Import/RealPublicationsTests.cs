using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using IpMarket.Testing;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>The office's own files, against what a person reads in them.</summary>
public sealed class RealPublicationsTests
{
    private const string New = "cnipa-xml-new/";
    private const string Old = "cnipa-xml-old/";

    public static TheoryData<string, int, Expected> Files => new()
    {
        {
            New + "CN102015000481495CN00001152124630AFULZH20221021CN00D.XML", 30, new Expected(
                "CN201510481495.9", "一种医用放射治疗装置", "2015-08-07",
                "北京大基康明医疗设备有限公司", "曹凯;张圈世;许亚飞;王亮", "A61N 5/00", "CN115212463A 2022-10-21")
        },
        {
            New + "CN102021000991218CN00001137839490AFULZH20211210CN00Y.XML", 29, new Expected(
                "CN202110991218.8", "一种基于合约管理的跨链去中心化方法", "2021-08-26",
                "浙商银行股份有限公司", "陈嘉俊;臧铖;郭东升",
                "H04L 29/08;H04L 29/06;H04L 9/32;G06Q 40/04;G06F 16/27", "CN113783949A 2021-12-10")
        },
        {
            Old + "cn_old1.xml", 20, new Expected(
                "CN201410408762.5", "一种甘草发酵所得烟用香料及其应用", "2014-08-19",
                "云南中烟工业有限责任公司", "段焰青;者为;李青青;叶灵;张伟;夏建军;党立志;王文元",
                "A24B 15/18;C11B 9/00;C12P 1/02;C12R 1/645", "CN104223352A 2014-12-24")
        },
        {
            Old + "cn_old2.xml", 20, new Expected(
                "CN201480000986.0", "用于对包含于人造草坪的填充材料进行重复利用的筛选方法及筛选装置", "2014-03-28",
                "可隆科技特株式会社;盛源立赛科株式会社", "朴建洙;权宁荤;曹光洙;孔景录;蒋志荣",
                "B03B 5/04;B03B 5/32;B03B 5/62;B07B 13/04", "CN104245143A 2014-12-24")
        },
        {
            Old + "cn_old3.xml", 1, new Expected(
                "CN201480000788.4", "马来酸伊索拉定的制造方法", "2014-03-31",
                "日本新药株式会社", "服部正之", "C07D 251/18", "CN104245682A 2014-12-24")
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_real_file_says_what_a_person_reads_in_it(string file, int line, Expected expected)
    {
        ArgumentNullException.ThrowIfNull(file);
        var read = new PatentFileReader().Read(File.ReadAllBytes(SharedData.File(file)));

        Assert.True(read.IsAccepted, read.Refusal?.En);
        Assert.Equal(
            file.StartsWith(New, StringComparison.Ordinal) ? PatentFileFormat.CnipaBusiness : PatentFileFormat.CnipaDocument,
            read.Value.Format);
        var row = Assert.Single(read.Value.Rows);
        Assert.Null(row.Fault);
        Assert.Equal(line, row.Line);
        Assert.Equal(expected, Expected.Of(row.Number!.Text, row.Facts));
        Assert.Null(row.Facts.TitleEn);
    }

    /// <summary>Facts in a form a person writes down.</summary>
    public sealed record Expected(
        string Number,
        string Title,
        string Filed,
        string Applicants,
        string Inventors,
        string Ipc,
        string Publications)
    {
        internal static Expected Of(string number, PatentFacts facts) => new(
            number,
            facts.TitleZh!,
            $"{facts.FilingDate:yyyy-MM-dd}",
            string.Join(';', facts.Applicants),
            string.Join(';', facts.Inventors),
            string.Join(';', facts.Ipc),
            string.Join(';', facts.Publications.Select(p => $"{p} {p.Date:yyyy-MM-dd}")));
    }
}
