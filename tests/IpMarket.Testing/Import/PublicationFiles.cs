using System.Text;

namespace IpMarket.Testing.Import;

/// <summary>
/// Small publications in the office's two formats, of an invented patent: the main cases need no shared data.
/// </summary>
public static class PublicationFiles
{
    public const string Number = "CN209910000001.8";
    public const string Stream = "patent:CN209910000001";
    public const string Title = "一种从钒渣中提取五氧化二钒的方法";
    public const string Abstract = "本发明公开了一种方法，将钒渣焙烧后浸出。";

    /// <summary>The newer schema; the number's line is <see cref="NewNumberLine"/>.</summary>
    public static string New(
        string original = "209910000001.8",
        string standard = "102099000000001",
        string date = "20990305",
        string title = Title,
        string ipc = "C22B   34/22    (2006.01)",
        string prolog = "")
        => $"""
        <?xml version="1.0" encoding="utf-8" standalone="no"?>
        {prolog}
        <business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" xsdVersion="V2.2.1">
          <business:BibliographicData>
            <business:PublicationReference dataFormat="original" sequence="1">
              <base:DocumentID>
                <base:WIPOST3Code>CN</base:WIPOST3Code>
                <base:DocNumber>199900001</base:DocNumber>
                <base:Kind>A</base:Kind>
                <base:Date>20990901</base:Date>
              </base:DocumentID>
            </business:PublicationReference>
            <business:PublicationReference dataFormat="standard" sequence="1">
              <base:DocumentID>
                <base:WIPOST3Code>CN</base:WIPOST3Code>
                <base:DocNumber>199900001</base:DocNumber>
                <base:Kind>A</base:Kind>
                <base:Date>00000000</base:Date>
              </base:DocumentID>
            </business:PublicationReference>
            <business:ApplicationReference applType="10" dataFormat="original" sequence="1">
              <base:DocumentID>
                <base:WIPOST3Code>CN</base:WIPOST3Code>
                <base:DocNumber>{original}</base:DocNumber>
                <base:Date>{date}</base:Date>
              </base:DocumentID>
            </business:ApplicationReference>
            <business:ApplicationReference applType="10" dataFormat="standard" sequence="1">
              <base:DocumentID>
                <base:WIPOST3Code>CN</base:WIPOST3Code>
                <base:DocNumber>{standard}</base:DocNumber>
                <base:Date>{date}</base:Date>
              </base:DocumentID>
            </business:ApplicationReference>
            <business:ClassificationIPCRDetails>
              <business:ClassificationIPCR sequence="1">
                <business:Section>C</business:Section>
                <business:MainClass>22</business:MainClass>
                <business:Subclass>B</business:Subclass>
                <business:MainGroup>34</business:MainGroup>
                <business:Subgroup>22</business:Subgroup>
                <base:Text>{ipc}</base:Text>
              </business:ClassificationIPCR>
            </business:ClassificationIPCRDetails>
            <business:InventionTitle lang="zh" dataFormat="original">{title}</business:InventionTitle>
            <business:Parties>
              <business:ApplicantDetails>
                <business:Applicant sequence="1" dataFormat="original">
                  <base:AddressBook lang="zh">
                    <base:Name>示例钒钛有限公司</base:Name>
                    <base:Address><base:AddressLine>0</base:AddressLine></base:Address>
                  </base:AddressBook>
                  <business:OrganizationCode createDate="00000000">0000000000</business:OrganizationCode>
                </business:Applicant>
              </business:ApplicantDetails>
              <business:InventorDetails>
                <business:Inventor sequence="1" dataFormat="original" publicationMark="0">
                  <base:AddressBook lang="zh"><base:Name>示例甲</base:Name></base:AddressBook>
                </business:Inventor>
                <business:Inventor sequence="2" dataFormat="original" publicationMark="1">
                  <base:AddressBook lang="zh"><base:Name>示例乙</base:Name></base:AddressBook>
                </business:Inventor>
                <business:Inventor sequence="3" dataFormat="original" publicationMark="0">
                  <base:AddressBook lang="zh"><base:Name>0</base:Name></base:AddressBook>
                </business:Inventor>
              </business:InventorDetails>
            </business:Parties>
          </business:BibliographicData>
          <business:Abstract><base:Paragraphs num="0001">{Abstract}</base:Paragraphs></business:Abstract>
          <business:Description><business:InventionTitle>别的名称</business:InventionTitle></business:Description>
        </business:PatentDocumentAndRelated>
        """;

    /// <summary>The line of the printed application number in <see cref="New"/>.</summary>
    public const int NewNumberLine = 24;

    /// <summary>The older schema: byte order mark, a stylesheet, an abstract inside the bibliography.</summary>
    public static string Old(string number = "209910000001.8", string title = Title) => $"""
        {'\uFEFF'}<?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/xsl" href="/showxml/xsl/XSL0117new.xsl"?>
        <cn-patent-document lang="ZH" country="CN">
          <cn-bibliographic-data>
            <cn-publication-reference>
              <document-id><country>CN</country><doc-number>199900001</doc-number><kind>A</kind><date>20990901</date></document-id>
            </cn-publication-reference>
            <application-reference appl-type="发明专利">
              <document-id><country>CN</country><doc-number>{number}</doc-number><date>20990305</date></document-id>
            </application-reference>
            <classifications-ipcr>
              <classification-ipcr><text>C22B   34/22    (2006.01)</text></classification-ipcr>
            </classifications-ipcr>
            <invention-title>{title}</invention-title>
            <abstract><p num="1">{Abstract}</p><p num="bio"><bio-deposit>CGMCC 0000</bio-deposit></p></abstract>
            <cn-parties>
              <cn-applicants><cn-applicant sequence="1"><addressbook lang="ZH"><name>示例钒钛有限公司</name></addressbook></cn-applicant></cn-applicants>
              <cn-inventors>
                <cn-inventor sequence="1" cn-not-to-be-published-request-by-inventor="no"><name>示例甲</name></cn-inventor>
                <cn-inventor sequence="2" cn-not-to-be-published-request-by-inventor="yes"><name>示例乙</name></cn-inventor>
                <cn-inventor sequence="3"><name>请求不公布姓名</name></cn-inventor>
              </cn-inventors>
            </cn-parties>
          </cn-bibliographic-data>
          <application-body><description><invention-title>别的名称</invention-title></description></application-body>
        </cn-patent-document>
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
