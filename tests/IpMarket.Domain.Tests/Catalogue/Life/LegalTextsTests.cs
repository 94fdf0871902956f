using IpMarket.Domain.Catalogue.Patents.Life;
using IpMarket.Domain.Catalogue.Patents.Life.Words;
using Xunit;

namespace IpMarket.Domain.Tests.Catalogue.Life;

/// <summary>Which code the gazette's words mean, and where they mean none or several.</summary>
public sealed class LegalTextsTests
{
    [Theory]
    [InlineData("授权", null, "GR01")]
    [InlineData("GR01", null, "GR01")]
    [InlineData(" se01 ", null, "SE01")]
    [InlineData("实质审查的生效", null, "SE01")]
    [InlineData("实质审查生效", null, "SE01")]
    [InlineData("专利权的转移", null, "TR01")]
    [InlineData("专利申请权的转移", null, "TA01")]
    [InlineData("专利实施许可合同备案的生效", null, "EE01")]
    [InlineData("专利权质押合同登记的生效", null, "PE01")]
    [InlineData("专利权质押合同登记的注销", null, "PC01")]
    [InlineData("专利权的保全", null, "PP01")]
    [InlineData("专利权保全的解除", null, "PD01")]
    [InlineData("宣告专利权全部无效", null, "IW01")]
    // The house's own words for a code, in both languages, where one code alone has them.
    [InlineData("质押登记生效", null, "PE01")]
    [InlineData("Patent right deemed abandoned", null, "LEGAL_TEXT_UNKNOWN")]
    // Why it ended is said by the details only.
    [InlineData("专利权的终止", null, "CE01")]
    [InlineData("专利权的终止", "未缴年费专利权终止IPC(主分类):C22B 34/22", "CF01")]
    [InlineData("专利权的终止", "专利权的终止 专利权有效期届满", "CX01")]
    [InlineData("专利权的终止", "授权公告日:20121224", "CE01")]
    // A section's name covers several events.
    [InlineData("专利申请权、专利权的转移", null, "LEGAL_TEXT_AMBIGUOUS")]
    [InlineData("专利申请权、专利权的转移", "专利权的转移IPC", "TR01")]
    [InlineData("专利申请权、专利权的转移", "专利申请权的转移IPC", "TA01")]
    [InlineData("专利申请权、专利权的转移", "专利申请权、专利权的转移 变更事项:申请人", "LEGAL_TEXT_AMBIGUOUS")]
    [InlineData("专利权质押合同登记的生效、变更及注销", "专利权质押合同登记的变更 登记号:1", "PM01")]
    [InlineData("专利权的保全及其解除", null, "LEGAL_TEXT_AMBIGUOUS")]
    [InlineData("专利权的保全及其解除", "专利权的保全 登记生效日", "PP01")]
    [InlineData("专利权的无效宣告", null, "LEGAL_TEXT_AMBIGUOUS")]
    // Words and details that contradict each other.
    [InlineData("授权", "实质审查的生效IPC", "LEGAL_TEXTS_DISAGREE")]
    [InlineData("专利权的保全及其解除", "专利权的转移", "LEGAL_TEXTS_DISAGREE")]
    [InlineData("有权", null, "LEGAL_TEXT_UNKNOWN")]
    [InlineData("专利权维持", null, "LEGAL_TEXT_UNKNOWN")]
    [InlineData("…", null, "LEGAL_TEXT_UNKNOWN")]
    public void Words_mean_one_event_or_are_refused(string text, string? detail, string expected)
    {
        var read = LegalTexts.Read(null, text, detail);
        Assert.Equal(expected, read.Refusal?.Code ?? read.Value.Code);
    }

    [Fact]
    public void Every_code_is_found_by_itself()
    {
        foreach (var code in LegalCodes.All) Assert.Equal(code, LegalTexts.Read(null, code.Code, null).Value);
    }

    [Fact]
    public void The_refusal_names_the_codes_it_may_be()
    {
        var refusal = LegalTexts.Read(null, "专利权的质押", null).Refusal!;
        Assert.Equal("PE01, PM01, PC01", refusal.Figures["codes"].Text);
    }
}
