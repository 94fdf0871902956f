using System.Text;
using IpMarket.Adapters.Import;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Catalogue.Patents;
using Xunit;

namespace IpMarket.Adapters.Tests.Import;

/// <summary>
/// The names Chinese vendors give their columns (the facts file, 7.1), one by one: what each fills, or that it is left
/// out on purpose. Beside it stands only what a row needs to be one.
/// </summary>
public sealed class HeaderAliasTests
{
    private const string Number = "CN209910000001.8";

    public enum Field
    {
        Number,
        Publication,
        PublicationDay,
        Title,
        Applicants,
        Inventors,
        Ipc,
        Abstract,
        Status,
        Priority,
    }

    [Theory]
    [InlineData("申请号", Field.Number)]
    [InlineData("申请(专利)号", Field.Number)]
    [InlineData("申请（专利）号", Field.Number)]
    [InlineData("公开(公告)号", Field.Publication)]
    [InlineData("公开公告号", Field.Publication)]
    [InlineData("公开号", Field.Publication)]
    [InlineData("首次公开号", Field.Publication)]
    [InlineData("授权公告号", Field.Publication)]
    [InlineData("公开(公告)日", Field.PublicationDay)]
    [InlineData("公开公告日", Field.PublicationDay)]
    [InlineData("专利名称", Field.Title)]
    [InlineData("标题", Field.Title)]
    [InlineData("标题(中文)", Field.Title)]
    [InlineData("名称", Field.Title)]
    [InlineData("发明名称", Field.Title)]
    [InlineData("申请人", Field.Applicants)]
    [InlineData("申请(专利权)人", Field.Applicants)]
    [InlineData("[标]当前申请(专利权)人", Field.Applicants)]
    [InlineData("当前权利人", Field.Applicants)]
    [InlineData("第一申请人", Field.Applicants)]
    [InlineData("发明人", Field.Inventors)]
    [InlineData("发明(设计)人", Field.Inventors)]
    [InlineData("IPC主分类号", Field.Ipc)]
    [InlineData("IPC主分类", Field.Ipc)]
    [InlineData("主分类号", Field.Ipc)]
    [InlineData("IPC分类号", Field.Ipc)]
    [InlineData("分类号", Field.Ipc)]
    [InlineData("国际专利分类号", Field.Ipc)]
    [InlineData("IPC", Field.Ipc)]
    [InlineData("摘要", Field.Abstract)]
    [InlineData("摘要文本", Field.Abstract)]
    [InlineData("摘要(中文)", Field.Abstract)]
    [InlineData("法律状态", Field.Status)]
    [InlineData("法律状态/事件", Field.Status)]
    [InlineData("最新法律状态", Field.Status)]
    [InlineData("专利权状态", Field.Status)]
    [InlineData("优先权", Field.Priority)]
    public void A_column_met_in_the_wild_fills_its_field(string header, Field field)
    {
        var (beside, said, expected) = field switch
        {
            Field.Number => ("名称", Number, Number),
            Field.Publication => ("申请号,名称", "CN199900001B", "CN199900001B"),
            Field.PublicationDay => ("申请号,名称,公开号", "2099.09.01", "2099-09-01"),
            Field.Title => ("申请号,申请人", "一种<FONT color=\"\"red\"\">钒</FONT>的方法", "一种钒的方法"),
            Field.Applicants or Field.Inventors => ("申请号,名称", "甲某 | 乙某;", "甲某;乙某"),
            Field.Ipc => ("申请号,名称", "C22B34/22 | C01G31/02", "C22B 34/22;C01G 31/02"),
            Field.Abstract => ("申请号,名称", "本发明公开了一种<font color=\"\"red\"\">钒</font>的方法，\n步骤如下。", "本发明公开了一种钒的方法， 步骤如下。"),
            Field.Status => ("申请号,名称", "实质审查", "实质审查"),
            _ => ("申请号,名称", "JP2007290922", "JP 2007290922"),
        };
        var row = Read(beside, header, said);

        Assert.Null(row.Fault);
        Assert.Equal(expected, Of(row, field));
    }

    /// <summary>What no fact of ours is made of; the reason stands beside the name.</summary>
    [Theory]
    [InlineData("主权项", "claims are read where they are published")]
    [InlineData("主权项内容", "as above")]
    [InlineData("首项权利要求", "as above")]
    [InlineData("地址", "addresses of persons are no facts of a patent")]
    [InlineData("申请人地址", "as above")]
    [InlineData("国省代码", "follows from the address")]
    [InlineData("国省", "as above")]
    [InlineData("代理机构", "who acts before the office binds nobody here")]
    [InlineData("专利代理机构", "as above")]
    [InlineData("专利类型", "the number says it, and more surely")]
    [InlineData("转让次数", "a count names no transfer: files of legal events do")]
    [InlineData("被引用专利", "citations are no facts of ours")]
    [InlineData("引用专利", "as above")]
    public void A_column_left_out_on_purpose_changes_nothing(string header, string why)
    {
        Assert.NotEmpty(why);
        var row = Read("申请号,名称", header, "四川 甲某 3");

        Assert.Null(row.Fault);
        Assert.Equal(PatentFacts.None with { TitleZh = "钒" }, row.Facts);
        Assert.Equal((Number, null, null), (row.Number!.Text, row.Status, row.Event));
    }

    [Theory]
    [InlineData("方法 of extracting", "方法 of extracting")]
    [InlineData("A method of extracting vanadium.", null)]
    [InlineData("バナジウムを抽出する方法。", null)]
    [InlineData("-", null)]
    public void An_abstract_that_is_not_chinese_is_not_taken(string said, string? expected) =>
        Assert.Equal(expected, Read("申请号,名称", "摘要", said).Facts.AbstractZh);

    [Fact]
    public void An_abstract_longer_than_a_patent_takes_refuses_its_row()
    {
        Assert.Equal(
            FactsRule.AbstractCharsMax,
            Read("申请号,名称", "摘要", new string('钒', FactsRule.AbstractCharsMax)).Facts.AbstractZh!.Length);
        var fault = Read("申请号,名称", "摘要", new string('钒', FactsRule.AbstractCharsMax + 1)).Fault!;
        Assert.True(fault.Is(PatentRowRefusal.ValueTooLong), fault.En);
        Assert.Equal("abstract", fault.Figures["field"].Text);
    }

    [Fact]
    public void Of_applicants_named_twice_those_of_the_application_are_taken() => Assert.Equal(
        ["甲公司"], Read("申请号,名称,申请人", "当前权利人", "乙公司").Facts.Applicants);

    /// <summary>A row of the columns beside and the one asked about.</summary>
    private static PatentFileRow Read(string beside, string header, string said)
    {
        var cells = beside.Split(',').Select(name => name switch
        {
            "申请号" => Number,
            "名称" => "钒",
            "公开号" => "CN199900001A",
            _ => "甲公司",
        });
        var file = new PatentFileReader().Read(Encoding.UTF8.GetBytes(
            $"{beside},\"{header}\"\n{string.Join(',', cells)},\"{said}\"\n"));
        Assert.True(file.IsAccepted, file.Refusal?.En);
        Assert.Equal(PatentFileFormat.NamedColumns, file.Value.Format);
        return Assert.Single(file.Value.Rows);
    }

    private static string? Of(PatentFileRow row, Field field) => field switch
    {
        Field.Number => row.Number!.Text,
        Field.Publication => Assert.Single(row.Facts.Publications).ToString(),
        Field.PublicationDay => $"{Assert.Single(row.Facts.Publications).Date:yyyy-MM-dd}",
        Field.Title => row.Facts.TitleZh,
        Field.Applicants => string.Join(';', row.Facts.Applicants),
        Field.Inventors => string.Join(';', row.Facts.Inventors),
        Field.Ipc => string.Join(';', row.Facts.Ipc),
        Field.Abstract => row.Facts.AbstractZh,
        Field.Status => row.Status,
        _ => Assert.Single(row.Facts.Family).ToString(),
    };
}
