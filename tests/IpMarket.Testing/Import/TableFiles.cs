using System.Text;

namespace IpMarket.Testing.Import;

/// <summary>Small tables in the formats of the tools owners use, of invented patents.</summary>
public static class TableFiles
{
    public const string Google =
        "search URL:,https://patents.google.com/?q=vanadium\n"
        + "id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,"
        + "result link,representative figure link\n"
        + "CN-199900001-B,Method of extracting vanadium ,示例钒钛有限公司,\"示例甲, 示例乙\",2099-03-05,2099-03-05,"
        + "2099-12-15,2099-12-15,https://example.invalid/1,https://example.invalid/1.png\n"
        + "US-2099232121-A1,\"Furnace, and its use \",\"Example, Inc., 示例大学\",\"J. Doe, Jr., R. Roe\",2099-02-08,"
        + "2099-02-08,2099-08-11,,https://example.invalid/2,\n";

    public const string Lens2015 =
        "#,Jurisdiction,Kind,Publication Number,Publication Date,Publication Year,Application Number,Application Date,"
        + "Priority Numbers,Title,Applicants,Inventors,URL,Type,Full Text,Cited Count,CPC Classifications,"
        + "IPCR Classifications\r"
        + "1,US,A,US 3999999 A,21/09/76,1976,US 17439471 A,24/08/71,US 17439471 A 19710824,Vanadium process,EXAMPLE CO,"
        + "DOE JOHN;;ROE RICHARD,,Granted Patent,yes,9,A21D13/007,C22B34/22;;C01G31/02\r"
        + "2,CN,A,CN 199900001 A,01/09/99,2099,CN 209910000001 A,05/03/99,,钒的方法,示例钒钛有限公司,示例甲,,"
        + "Patent Application,yes,0,,C22B34/22\r";

    public const string LensNewer =
        "#,Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Publication Year,Application Number,Application Date,"
        + "Priority Numbers,Earliest Priority Date,Title,Abstract,Applicants,Inventors,Owners,URL,Document Type\r\n"
        + "1,US,A1,US 2099/0232121 A1,000-000-000-000-001,2099-08-11,2099,US 209914012345 A,2099-02-08,,2099-02-08,"
        + "Vanadium process,\"not, taken\",EXAMPLE CO,DOE JOHN;;ROE RICHARD,,,Patent Application\r\n";

    private const string EspacenetHeader =
        "Title,Publication number,Publication date,Inventor(s),Applicant(s),International classification,"
        + "Cooperative Patent Classification,Application number,Date of application,Priority number(s)";

    public static readonly string Espacenet =
        string.Join(',', EspacenetHeader.Split(',').Select(name => $"\"{name}\"")) + "\n"
        + "\"Vanadium process\",\"KR20990000637 (U)\",\"2099-02-11\",\"DOE JOHN [US];  ROE RICHARD [GB]\","
        + "\"EXAMPLE CO [US]\",\"C22B34/22; C01G31/02\",\"\",\"KR20990006425U\",\"20990101\",\"\"\n"
        + "\"Box\",\"KR20990005675 (U); KR299475295 (Y1)\",\"2099-11-05\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n";

    /// <summary>As a spreadsheet on a Macintosh saves it: <paramref name="space"/> stands before the country.</summary>
    public static string EspacenetFromExcel(string space = "_") =>
        ",,,,,,,,,,\r\"Approximately 2 results\",,,,,,,,,,\rtxt = vanadium,,,,,,,,,,\r"
        + EspacenetHeader + ",\r"
        + $"\"Vanadium process\r\",KR20990000637 (U),\"2099-02-11\r\",\"DOE JOHN{space}[US]\rROE RICHARD{space}[GB]\r\","
        + $"\"EXAMPLE CO{space}[US]\r\",\"C22B34/22\rC01G31/02\r\",,\"KR20990006425U\r\",\"20990101\r\",,\r";

    /// <summary>A list as the Chinese office's search and vendors export it: an A and a B, and what is wrong.</summary>
    public const string Chinese =
        "申请号,申请日,公开（公告）号,公开（公告）日,发明名称,申请（专利权）人,发明(设计)人,IPC主分类号,IPC分类号,法律状态/事件\r\n"
        + "CN209910000001.8,2099.03.05,CN199900001A,2099.09.01,一种<FONT color=\"red\">钒</FONT>的方法,甲公司;乙公司;,"
        + "示例甲；示例乙；,C22B34/22,C22B34/22;C01G31/02,实质审查\r\n"
        + "CN209910000001.8,2099.03.05,CN199900001B,2099.12.15,一种钒的提取方法,丙公司;,示例甲;,C22B34/22,,有权\r\n"
        + "CN209910000002.9,2099.03.05,,,校验位有误,甲公司;,,,,\r\n"
        + "CN:2099079096:W,2099.03.21,WO2099124838A1,2099.06.25,SYSTEM,UNIV EXAMPLE;,,,,\r\n"
        + "209910000003,2099.2.30,,,日期有误,甲公司;,,,,\r\n"
        + ",,CN199900009A,2099/9/1,只有公开号,-,,,,\r\n"
        + ",,,,没有号码,甲公司;,,,,\r\n";

    /// <summary>
    /// Legal events as the Chinese office's search lists them, of the first patent above and of one nobody knows; with
    /// what is wrong.
    /// </summary>
    public const string LegalEvents =
        "申请（专利）号,法律状态公告日,法律状态,法律状态信息\r\n"
        + "CN209910000001.8,2020.03.20,实质审查的生效,实质审查的生效IPC(主分类):C22B34/22申请日:20200305\r\n"
        + "2099100000018,2020.11.24,授权,授权\r\n"
        + "CN209910000001.8,2021-04-02,专利申请权、专利权的转移,专利权的转移IPC(主分类):C22B34/22登记生效日:20210322\r\n"
        + "CN209910000001.8,2021.06.11,专利权质押合同登记的生效、变更及注销,"
        + "专利权质押合同登记的生效IPC(主分类):C22B34/22登记号:Y2099510000123登记生效日:20210525出质人:甲公司质权人:示例银行\r\n"
        + "CN209910000001.8,2022.06.10,PC01,登记号:Y2099510000123\r\n"
        + "CN209910000001.8,2022.07.08,专利申请权、专利权的转移,登记生效日:20220628\r\n"
        + "CN209910000001.8,2022.08.05,专利权状态正常,\r\n"
        + "CN209910000001.8,,授权,\r\n"
        + "CN209910000001.8,2022.02.30,授权,\r\n"
        + "CN209910000001.8,2022.08.06,,\r\n"
        + "CN209910000002.9,2022.08.06,授权,\r\n"
        + ",2022.08.06,授权,\r\n";

    public static byte[] Gb(string text) => Legacy("gb18030", text);

    public static byte[] Mac(string text) => Legacy("macintosh", text);

    private static byte[] Legacy(string encoding, string text) =>
        CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);
}
