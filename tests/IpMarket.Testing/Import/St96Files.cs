namespace IpMarket.Testing.Import;

/// <summary>A small publication in WIPO's standard ST.96, of the invented patent of <see cref="PublicationFiles"/>.</summary>
public static class St96Files
{
    /// <summary>A Chinese publication with an application number, or one of another office that has none of ours.</summary>
    public static string Publication(
        string office = "CN",
        string application = "209910000001.8",
        string title = "<pat:InventionTitle com:languageCode=\"zh\">" + PublicationFiles.Title + "</pat:InventionTitle>",
        string summary = PublicationFiles.Abstract)
        => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <pat:PatentPublication xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common" com:st96Version="V6_0">
          <com:IPOfficeCode>{office}</com:IPOfficeCode>
          <pat:BibliographicData com:st96Version="V6_0">
            <pat:PatentPublicationIdentification>
              <com:IPOfficeCode>{office}</com:IPOfficeCode>
              <pat:PublicationNumber>199900001</pat:PublicationNumber>
              <com:PatentDocumentKindCode>B</com:PatentDocumentKindCode>
              <com:PublicationDate>2099-12-15</com:PublicationDate>
            </pat:PatentPublicationIdentification>
            <pat:ApplicationIdentification>
              <com:IPOfficeCode>{office}</com:IPOfficeCode>
              <com:ApplicationNumber><com:ApplicationNumberText>{application}</com:ApplicationNumberText></com:ApplicationNumber>
              <pat:FilingDate>2099-03-05</pat:FilingDate>
            </pat:ApplicationIdentification>
            <pat:PriorityClaimBag>
              <pat:PriorityClaim com:sequenceNumber="01">
                <com:IPOfficeCode>JP</com:IPOfficeCode>
                <com:ApplicationNumber><com:ApplicationNumberText>2098-290922</com:ApplicationNumberText></com:ApplicationNumber>
                <pat:FilingDate>2098-11-08</pat:FilingDate>
              </pat:PriorityClaim>
            </pat:PriorityClaimBag>
            <pat:PatentClassificationBag>
              <pat:IPCRClassificationBag>
                <pat:IPCRClassification com:sequenceNumber="1">
                  <pat:Section>C</pat:Section><pat:Class>22</pat:Class><pat:Subclass>B</pat:Subclass>
                  <pat:MainGroup>34</pat:MainGroup><pat:Subgroup>22</pat:Subgroup>
                </pat:IPCRClassification>
                <pat:IPCRClassification com:sequenceNumber="2">
                  <pat:Section>C</pat:Section><pat:Class>01</pat:Class><pat:Subclass>G</pat:Subclass>
                  <pat:MainGroup>31</pat:MainGroup><pat:Subgroup>00</pat:Subgroup>
                </pat:IPCRClassification>
              </pat:IPCRClassificationBag>
            </pat:PatentClassificationBag>
            <pat:InventionTitleBag>{title}</pat:InventionTitleBag>
            <pat:PartyBag>
              <pat:ApplicantBag>
                <pat:Applicant com:sequenceNumber="001">
                  <com:PublicationContact><com:Name><com:OrganizationName><com:OrganizationStandardName>示例钒钛有限公司</com:OrganizationStandardName></com:OrganizationName></com:Name></com:PublicationContact>
                </pat:Applicant>
                <pat:Applicant com:sequenceNumber="002">
                  <com:PublicationContact><com:Name><com:EntityName>示例大学</com:EntityName></com:Name></com:PublicationContact>
                </pat:Applicant>
              </pat:ApplicantBag>
              <pat:InventorBag>
                <pat:Inventor com:sequenceNumber="001">
                  <com:PublicationContact><com:Name><com:PersonName><com:PersonFullName>示例甲</com:PersonFullName></com:PersonName></com:Name></com:PublicationContact>
                </pat:Inventor>
                <pat:Inventor com:sequenceNumber="002">
                  <com:PublicationContact>
                    <com:Name><com:PersonName><com:PersonStructuredName><com:FirstName>Jane</com:FirstName><com:LastName>Doe</com:LastName></com:PersonStructuredName></com:PersonName></com:Name>
                  </com:PublicationContact>
                </pat:Inventor>
              </pat:InventorBag>
            </pat:PartyBag>
          </pat:BibliographicData>
          <pat:Abstract><com:P com:pNumber="0001">{summary}</com:P></pat:Abstract>
        </pat:PatentPublication>
        """;
}
