using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IpMarket.Domain.Kernel.Papers;

namespace IpMarket.Adapters.Papers;

/// <summary>
/// Prints sheets as A4 pages of HTML that need nothing else: styles and code inside, no script, no address fetched. The
/// page's own policy permits its one style sheet by hash and nothing else.
/// </summary>
public sealed class HtmlPaperPress : IPaperPress
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string Style = ReadStyle();
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public string MediaType => "text/html; charset=utf-8";

    public PaperPage Print(PaperSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var (before, after) = (Encoding.UTF8.GetBytes(Before(sheet)), Encoding.UTF8.GetBytes(After(sheet)));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. before, .. after]));
        var check = PaperPage.CheckBegin + Check(sheet, fingerprint) + PaperPage.CheckEnd;
        return new PaperPage((byte[])[.. before, .. Encoding.UTF8.GetBytes(check), .. after], fingerprint);
    }

    private static string Before(PaperSheet sheet)
    {
        var (head, office) = (sheet.Head, sheet.Office);
        var html = new StringBuilder(4_096);
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
            .Append(StyleHash).Append("'\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">")
            .Append($"<title>{Text(head.Title)} {Text(head.Number)}</title>")
            .Append("<style>").Append(Style).Append("</style></head>\n<body><main class=\"sheet\">\n");
        if (head.IsDemo) html.Append("<div class=\"demo\" aria-hidden=\"true\">示例</div>\n");
        html.Append($"<p class=\"office\">{Text(office.Name)}</p>\n<p class=\"number\">")
            .Append(head.IsDemo ? "<span class=\"demo-tag\">示例，不具有任何效力</span>" : "<span></span>")
            .Append($"<span>编号：{Text(head.Display)}</span></p>\n")
            .Append($"<h1>{Text(head.Title)}</h1>\n");
        foreach (var block in sheet.Blocks) Append(html, block);
        return html.Append("<div class=\"foot\">").ToString();
    }

    private static string After(PaperSheet sheet)
    {
        var (head, office) = (sheet.Head, sheet.Office);
        var date = head.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        string[] imprint =
        [
            .. office.Code.Length > 0 ? new[] { "统一社会信用代码 " + office.Code } : [],
            .. office.Address.Length > 0 ? new[] { "地址 " + office.Address } : [],
            "网址 " + office.PublicUrl,
        ];
        return $"""
            <div class="seal"><span>{Text(office.Name)}</span><small>（盖章处）</small><span>{Text(date)}</span></div></div>
            <p class="imprint">{Text(string.Join("　", imprint))}</p>
            </main></body></html>

            """;
    }

    private static string Check(PaperSheet sheet, string fingerprint)
    {
        var address = sheet.Office.CheckAddress(sheet.Head.Number, fingerprint);
        var groups = fingerprint[..PaperOffice.CheckCharacters].Chunk(4).Select(group => new string(group));
        return $"""
            <div class="check">{QrSvg.Of(address)}<div><span>文书编号 {Text(sheet.Head.Number)}</span>
            <span>校验码 <code>{string.Join(' ', groups)}</code></span>
            <span>扫码或访问下列地址，核验本文书是否有效：</span><span>{Text(address)}</span></div></div>
            """;
    }

    private static void Append(StringBuilder html, PaperBlock block)
    {
        switch (block)
        {
            case PaperText text:
                html.Append($"<p class=\"text\">{Text(text.Text)}</p>\n");
                break;
            case PaperHeading heading:
                html.Append($"<h2>{Text(heading.Text)}</h2>\n");
                break;
            case PaperFacts facts:
                html.Append("<table class=\"facts\">");
                foreach (var (name, value) in facts.Facts)
                    html.Append($"<tr><th scope=\"row\">{Text(name)}</th><td>{Text(value)}</td></tr>");
                html.Append("</table>\n");
                break;
            case PaperTable table:
                Append(html, table);
                break;
            case PaperNotes notes:
                html.Append("<ol class=\"notes\">");
                foreach (var note in notes.Notes) html.Append($"<li>{Text(note)}</li>");
                html.Append("</ol>\n");
                break;
            case PaperSigners signers:
                html.Append("<div class=\"signers\">");
                foreach (var name in signers.Names) html.Append($"<div>{Text(name)}</div>");
                html.Append("</div>\n");
                break;
            default:
                throw new ArgumentException($"A page cannot show a {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Append(StringBuilder html, PaperTable table)
    {
        html.Append("<table class=\"list\"><thead><tr>");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\">{Text(column.Name)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
                html.Append(table.Columns[i].IsRight ? "<td class=\"right\">" : "<td>").Append($"{Text(row[i])}</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>\n");
    }

    private static string Text(string text) => Encoder.Encode(text);

    private static string ReadStyle()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream(typeof(HtmlPaperPress).Namespace + ".paper.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
