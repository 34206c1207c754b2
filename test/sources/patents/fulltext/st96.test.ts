import { describe, expect, test } from "vitest";
import { jpo } from "../../../../src/sources/patents/asia/jpo.ts";
import { st96 } from "../../../../src/sources/patents/fulltext/st96.ts";
import { faults, folderOf, readAll } from "../../support.ts";

const spaces = `xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common"`;
const applied = (office: string, number: string, date = ""): string =>
  `<com:IPOfficeCode>${office}</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>${number}</com:ApplicationNumberText></com:ApplicationNumber>${date && `<pat:FilingDate>${date}</pat:FilingDate>`}`;
const entity = (name: string, more = ""): string =>
  `<com:PublicationContact><com:Name><com:EntityName>${name}</com:EntityName></com:Name>${more}</com:PublicationContact>`;
const symbol = (scheme: "IPCR" | "CPC", group: string, subgroup: string, role: string): string =>
  `<pat:${scheme}Classification><pat:ClassificationVersionDate>2013-01-01</pat:ClassificationVersionDate><pat:${scheme === "CPC" ? "CPCSection" : "Section"}>H</pat:${scheme === "CPC" ? "CPCSection" : "Section"}><pat:Class>01</pat:Class><pat:Subclass>L</pat:Subclass><pat:MainGroup>${group}</pat:MainGroup><pat:Subgroup>${subgroup}</pat:Subgroup><pat:${scheme === "CPC" ? "CPC" : "IPC"}ClassificationValueCode>${role}</pat:${scheme === "CPC" ? "CPC" : "IPC"}ClassificationValueCode></pat:${scheme}Classification>`;

/** Invented content in the layout of WIPO's schema of ST.96 and of its example of a publication. */
const grant = (number = "09999001", kind = "B2"): string => `<?xml version="1.0" encoding="UTF-8"?>
<pat:PatentPublication ${spaces}
 com:st96Version="V6_0" com:languageCode="en"><com:IPOfficeCode>US</com:IPOfficeCode>
<pat:BibliographicData com:st96Version="V6_0">
<pat:PatentPublicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode><pat:PublicationNumber>${number}</pat:PublicationNumber><com:PatentDocumentKindCode>${kind}</com:PatentDocumentKindCode><com:PublicationDate>2018-06-19</com:PublicationDate></pat:PatentPublicationIdentification>
<pat:ApplicationIdentification>${applied("US", "14999001", "2015-03-12")}</pat:ApplicationIdentification>
<pat:PriorityClaimBag><pat:PriorityClaim com:sequenceNumber="01">${applied("JP", "2013-099001", "2013-11-08")}</pat:PriorityClaim></pat:PriorityClaimBag>
<pat:PatentClassificationBag><pat:IPCRClassificationBag>${symbol("IPCR", "21", "762", "I")}${symbol("IPCR", "31", "0203", "N")}</pat:IPCRClassificationBag>
<pat:CPCClassificationBag><pat:MainCPC>${symbol("CPC", "21", "76254", "I")}</pat:MainCPC><pat:FurtherCPC>${symbol("CPC", "2224", "83", "A")}</pat:FurtherCPC></pat:CPCClassificationBag></pat:PatentClassificationBag>
<pat:InventionTitleBag><pat:InventionTitle>Invented bonding</pat:InventionTitle><pat:InventionTitle com:languageCode="fr">Collage inventé</pat:InventionTitle></pat:InventionTitleBag>
<pat:ReferenceCitationBag>
<pat:ReferenceCitation pat:citingPartyCategory="Applicant"><com:PatentCitation com:sequenceNumber="1"><com:CitedPatentDocumentIdentification><com:IPOfficeCode>US</com:IPOfficeCode><com:DocumentNumber>6103599</com:DocumentNumber><com:PatentDocumentDate>2000-08</com:PatentDocumentDate></com:CitedPatentDocumentIdentification></com:PatentCitation></pat:ReferenceCitation>
<pat:ReferenceCitation pat:citingPartyCategory="Examiner"><com:PatentCitation><com:CitedPatentDocumentIdentification><com:IPOfficeCode>EP</com:IPOfficeCode><com:DocumentNumber>1000000</com:DocumentNumber></com:CitedPatentDocumentIdentification></com:PatentCitation></pat:ReferenceCitation>
<pat:ReferenceCitation><com:NPLCitation><com:NPLCitationText>NOBODY, "On wafers", 1999</com:NPLCitationText></com:NPLCitation></pat:ReferenceCitation></pat:ReferenceCitationBag>
<pat:SearchField><pat:PatentClassificationBag><pat:IPCRClassificationBag>${symbol("IPCR", "23", "00", "I")}</pat:IPCRClassificationBag></pat:PatentClassificationBag></pat:SearchField>
<pat:RelatedDocumentBag><pat:Division><pat:ParentDocument><pat:PatentDocumentIdentification><pat:ApplicationIdentification>${applied("US", "12999002", "2010-07-13")}</pat:ApplicationIdentification></pat:PatentDocumentIdentification></pat:ParentDocument><pat:ChildDocument><pat:PatentDocumentIdentification><pat:ApplicationIdentification>${applied("US", "14999001")}</pat:ApplicationIdentification></pat:PatentDocumentIdentification></pat:ChildDocument></pat:Division>
<pat:RelatedPublication><pat:PatentDocumentIdentification><pat:PatentPublicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode><pat:PublicationNumber>20150999001</pat:PublicationNumber><com:PublicationDate>2015-08-22</com:PublicationDate></pat:PatentPublicationIdentification></pat:PatentDocumentIdentification></pat:RelatedPublication></pat:RelatedDocumentBag>
<pat:PartyBag><pat:ApplicantBag><pat:Applicant com:sequenceNumber="1"><com:PublicationContact><com:Name><com:OrganizationName><com:OrganizationStandardName>Nordwafer AS</com:OrganizationStandardName></com:OrganizationName></com:Name><com:PostalAddressBag><com:PostalAddress><com:PostalStructuredAddress><com:CountryCode>NO</com:CountryCode></com:PostalStructuredAddress></com:PostalAddress></com:PostalAddressBag></com:PublicationContact></pat:Applicant></pat:ApplicantBag>
<pat:InventorBag><pat:Inventor><com:PublicationContact><com:Name><com:PersonName><com:PersonStructuredName><com:FirstName>Jane</com:FirstName><com:LastName>Doe</com:LastName></com:PersonStructuredName></com:PersonName></com:Name></com:PublicationContact></pat:Inventor></pat:InventorBag>
<pat:AssigneeBag><pat:Assignee>${entity("Nordwafer Holding AS")}</pat:Assignee></pat:AssigneeBag></pat:PartyBag>
</pat:BibliographicData><pat:Abstract><com:P>A wafer</com:P><com:P>bonded cold.</com:P></pat:Abstract><pat:Description><com:P>Long text</com:P></pat:Description>
<pat:Claims><pat:Claim><pat:ClaimNumber>1</pat:ClaimNumber><pat:ClaimText>A wafer, comprising:<pat:ClaimText>a layer.</pat:ClaimText></pat:ClaimText></pat:Claim><pat:Claim><pat:ClaimNumber>2</pat:ClaimNumber><pat:ClaimText>Another.</pat:ClaimText></pat:Claim></pat:Claims></pat:PatentPublication>
`;

describe("publications in WIPO ST.96", () => {
  test("a grant with application, priority, parties, classes, references and texts", async () => {
    const { rows, rejects, of } = await readAll(st96, [await folderOf({ "grant.xml": grant(), "other.xml": "<a/>" })]);
    expect([rejects, rows.flatMap(faults)]).toEqual([[], []]);
    expect(of("patent")).toEqual([
      expect.objectContaining({
        document: "US9999001",
        office: "US",
        kind: "B2",
        published: "2018-06-19",
        application: "US14999001",
        filed: "2015-03-12",
        priority: "2013-11-08",
        granted: 1,
        type: "utility",
        references: 2,
      }),
    ]);
    expect(of("patent_text").map(({ field, language, text }) => [field, language, text])).toEqual([
      ["title", "en", "Invented bonding"],
      ["title", "fr", "Collage inventé"],
      ["abstract", "en", "A wafer bonded cold."],
      ["claim", "en", "A wafer, comprising: a layer."],
    ]);
    expect(of("patent_holder").map(({ role, name, economy }) => [role, name, economy])).toEqual([
      ["applicant", "Nordwafer AS", "NO"],
      ["assignee", "Nordwafer Holding AS", null],
    ]);
    expect(of("patent_inventor").map(({ name }) => name)).toEqual(["Doe, Jane"]);
    // What was searched (H01L 23/00) is no class of the patent.
    expect(of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role])).toEqual([
      ["ipc", "H01L21/762", "inventive"],
      ["ipc", "H01L31/0203", "additional"],
      ["cpc", "H01L21/76254", "inventive"],
      ["cpc", "H01L2224/83", "additional"],
    ]);
    expect(of("patent_citation").map(({ cited, phase }) => [cited, phase])).toEqual([
      ["US6103599", "applicant"],
      ["EP1000000", "examiner"],
    ]);
    expect(of("literature_citation").map(({ text, phase }) => [text, phase])).toEqual([['NOBODY, "On wafers", 1999', null]]);
    expect(of("patent_link").map(({ relation, other }) => [relation, other])).toEqual([
      ["priority", "JP2013099001"],
      ["division", "US12999002"],
      ["publication", "US2015999001"],
    ]);
  });

  test("a utility model of an office that prints no kind of claim, one without its number, and several in one file", async () => {
    const model = grant("202299001", "U")
      .replaceAll(">US<", ">CN<")
      .replace(/<pat:Abstract[\s\S]*<\/pat:Claims>/, "");
    const all = [grant("x"), model, grant().replace(/<pat:BibliographicData[\s\S]*<\/pat:BibliographicData>/, "")];
    const { rejects, of } = await readAll(st96, [await folderOf({ "all.xml": all.join("") })]);
    expect(of("patent").map(({ document, type, granted }) => [document, type, granted])).toEqual([["CN202299001", "utility-model", null]]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [1, '"x" is not a publication number'],
      [3, "no BibliographicData"],
    ]);
  });

  test("a file in another XML is refused by its outermost element", async () => {
    const folder = await folderOf({ "a.xml": "<pat:PatentPublicationIdentification/>" });
    await expect(st96.files([`${folder}/a.xml`])).rejects.toMatchObject({ message: expect.stringContaining("outermost element is") });
  });
});

const contact = (name: string, own: boolean, address = ""): string =>
  `<jpcom:Contact jpcom:OriginalLanguageIndicator="${own}"><com:Name><com:EntityName>${name}</com:EntityName></com:Name>${address && `<com:PostalAddressBag><com:PostalAddress><com:PostalAddressText>${address}</com:PostalAddressText></com:PostalAddress></com:PostalAddressBag>`}</jpcom:Contact>`;

/** Invented content in the office's profile of ST.96 (`JPRegisteredPatentPublication_V1_0`). */
const gazette = (stage: string, number: string, words: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<jppat:${stage}PatentPublication xmlns:jppat="http://www.jpo.go.jp/standards/XMLSchema/ST96/JPPatent" xmlns:jpcom="http://www.jpo.go.jp/standards/XMLSchema/ST96/JPCommon" ${spaces} com:languageCode="ja" com:st96Version="V3_1">
<jppat:${stage}PatentPublicationBibliographicData><pat:PlainLanguageDesignationText>${words}</pat:PlainLanguageDesignationText>
<jppat:PatentPublicationIdentification><pat:PublicationNumber>${number}</pat:PublicationNumber><com:PublicationDate>2023-03-12</com:PublicationDate></jppat:PatentPublicationIdentification>
<jppat:ApplicationIdentification><com:ApplicationNumber><com:ApplicationNumberText>2019099001</com:ApplicationNumberText></com:ApplicationNumber><pat:FilingDate>2019-03-01</pat:FilingDate></jppat:ApplicationIdentification>
<pat:InventionTitle>架空の基板</pat:InventionTitle>
<jppat:${stage}PatentPublicationPartyBag><jppat:ApplicantRegisteredPractitionerBag><jppat:Applicant com:sequenceNumber="1"><com:PartyIdentifier>000009901</com:PartyIdentifier>${contact("Invented Wafer Co.", false)}${contact("架空ウエハ株式会社", true, "東京都架空区")}</jppat:Applicant></jppat:ApplicantRegisteredPractitionerBag>
<jppat:InventorBag><jppat:Inventor>${contact("架空 太郎", true)}</jppat:Inventor></jppat:InventorBag></jppat:${stage}PatentPublicationPartyBag>
<jppat:IPCClassification><pat:MainClassification>H01L  21/02   (2006.01)</pat:MainClassification><pat:FurtherClassification>H01L  27/12   (2006.01)</pat:FurtherClassification></jppat:IPCClassification>
<jppat:NationalClassification><jppat:MainNationalClassification><pat:PatentClassificationText>H01L  27/12    B</pat:PatentClassificationText></jppat:MainNationalClassification></jppat:NationalClassification>
<jppat:FtermInformationBag><jppat:FtermInformation>5F152 AA06</jppat:FtermInformation></jppat:FtermInformationBag>
</jppat:${stage}PatentPublicationBibliographicData>
<pat:Abstract><com:P>架空の要約。</com:P></pat:Abstract><pat:Claims><pat:Claim><pat:ClaimText>基板。</pat:ClaimText></pat:Claim><pat:Claim><pat:ClaimText>別。</pat:ClaimText></pat:Claim></pat:Claims></jppat:${stage}PatentPublication>
`;

test("Japanese gazettes since 2022: a grant by its words, an unexamined application, an amendment is none", async () => {
  const folder = await folderOf({
    "b.xml": gazette("Registered", "7299001", "特許公報(B2)"),
    "a.xml": gazette("Unexamined", "2022099001", "公開特許公報(A)") + gazette("International", "WO2020099001", "再公表特許(A1)"),
    "c.xml": '<jppat:UnexaminedPatentPublicationAmendment xmlns:jppat="http://x"/>',
  });
  const { rows, rejects, of } = await readAll(jpo, [folder]);
  expect([rejects, rows.flatMap(faults)]).toEqual([[], []]);
  const [first] = of("patent").filter(({ document }) => document === "JP7299001");
  expect(first).toMatchObject({ kind: "B2", granted: 1, type: "utility", application: "JP2019099001", published: "2023-03-12" });
  expect(
    of("patent")
      .map(({ document, kind, granted }) => [document, kind, granted])
      .sort(),
  ).toEqual([
    ["JP2022099001", "A", 0],
    ["JP7299001", "B2", 1],
    ["JPWO2020099001", "A1", 0],
  ]);
  const own = <T extends { readonly document: string }>(found: readonly T[]) => found.filter(({ document }) => document === "JP7299001");
  expect(own(of("patent_holder")).map(({ name, economy, native, language }) => [name, economy, native, language])).toEqual([
    ["架空ウエハ株式会社", "JP", "000009901", "ja"],
  ]);
  expect(own(of("patent_inventor")).map(({ name }) => name)).toEqual(["架空 太郎"]);
  expect(own(of("patent_class")).map(({ scheme, symbol }) => [scheme, symbol])).toEqual([
    ["ipc", "H01L21/02"],
    ["ipc", "H01L27/12"],
    ["fi", "H01L27/12B"],
    ["fterm", "5F152AA06"],
  ]);
  expect(own(of("patent_text")).map(({ field, text }) => [field, text])).toEqual([
    ["title", "架空の基板"],
    ["abstract", "架空の要約。"],
    ["claim", "基板。"],
  ]);
});
