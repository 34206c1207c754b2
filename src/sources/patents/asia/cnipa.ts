import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { cutElements, cutRest } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { type ClassSymbol, ipcSymbol, joinSymbol } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { type GazettePublication, gazetteIds, gazetteRows, locarnoClass } from "../gazette/gazette-publication.ts";
import { economyOf } from "../uspto/uspto-cells.ts";
import { chineseKind, chineseOldRows } from "./cnipa-old.ts";

const layout: RecordLayout = { marks: xmlMarks("cn-patent-document", "business:PatentDocumentAndRelated"), rows: xmlRows(rows, shortened) };

/** Publications of the Chinese office in its older (ST.36) and newer XML (docs/data.md). Addresses are read for their country only. */
export const cnipa = xmlSource({
  name: "cnipa",
  notice: "Patent publications of the China National Intellectual Property Administration; its terms of use apply.",
  what: "Chinese publication",
  layoutOf: (head) => (/<(?:cn-patent-document|business:PatentDocumentAndRelated)[\s>]/.test(head) ? layout : null),
});

/** Only the first claim is kept and nothing of the description and the drawings, which are most of a record. */
function shortened(bytes: Buffer): Buffer {
  const claims = cutRest(cutRest(bytes, "claims", "claim", 1), "business:Claims", "business:Claim", 1);
  return cutElements(claims, ["description", "drawings", "business:Description", "business:Drawings"]);
}

function rows(root: XmlElement, place: Place): Generator<RowRecord> {
  if (root.name === "cn-patent-document") return chineseOldRows(root, place);
  return root.name === "PatentDocumentAndRelated"
    ? chineseNewRows(root, place)
    : fail(`${root.name.slice(0, 40)} is not a Chinese publication`);
}

/** The rows of a `PatentDocumentAndRelated` (the XML of the Chinese office since about 2020). Throws BadRow for one without its data or number. */
function chineseNewRows(root: XmlElement, place: Place): Generator<RowRecord> {
  const biblio = root.first("BibliographicData") ?? root.first("DesignBibliographicData") ?? fail("no BibliographicData");
  const id = original(biblio.all("PublicationReference"));
  const kind = root.attributes.kind || id?.value("Kind") || null;
  const publication: GazettePublication = {
    office: root.attributes.country || "CN",
    language: (root.attributes.lang || "zh").toLowerCase(),
    number: root.attributes.docNumber || id?.value("DocNumber") || null,
    kind,
    ...chineseKind(kind),
    published: officeDate(root.attributes.datePublication) ?? officeDate(id?.value("Date")),
    application: numbered(original(biblio.all("ApplicationReference"))),
    title: biblio.value("InventionTitle") ?? biblio.value("DesignTitle"),
    abstract: root.first("Abstract/Paragraphs")?.text() || null,
    claim: root.value("Claims/Claim"),
    holders: [
      ...biblio.all("Parties/ApplicantDetails/Applicant").map((each) => holder("applicant", each)),
      ...biblio.all("Parties/AssigneeDetails/Assignee").map((each) => holder("assignee", each)),
      ...biblio.all("AssigneeDetails/Assignee").map((each) => holder("assignee", each)),
    ],
    inventors: biblio.all("Parties/InventorDetails/Inventor").map((each) => each.value("AddressBook/Name")),
    symbols: [
      ...biblio.all("ClassificationIPCRDetails/ClassificationIPCR").map(ipc),
      ...biblio.within("ClassificationLocarno").map(locarno),
    ],
    priorities: preferOriginal(biblio.all("PriorityDetails/Priority")).map(numbered),
    relatives: [
      ...biblio.all("RelatedDocuments/Division").flatMap((each) => related(parentsOf(each), "division")),
      ...related(ids(biblio, ["PCTOrRegionalFilingData", "InternationalFilingData"]), "national-stage"),
    ],
    earlier: ids(biblio, ["PCTOrRegionalPublishingData", "InternationalPublishingData", "RelatedPublication"]).map(numbered),
    references: biblio.first("ReferencesCited") === undefined ? null : biblio.all("ReferencesCited/Citation").map(reference),
  };
  return gazetteRows(publication, place);
}

/** Numbers stand twice: as printed (`original`) and lengthened to fifteen digits (`standard`). */
const preferOriginal = (elements: readonly XmlElement[]): readonly XmlElement[] => {
  const printed = elements.filter(({ attributes }) => attributes.dataFormat === "original");
  return printed.length > 0 ? printed : elements;
};

const original = (references: readonly XmlElement[]): XmlElement | undefined => preferOriginal(references)[0]?.first("DocumentID");

const { numbered, related } = gazetteIds("CN", { office: "WIPOST3Code", number: "DocNumber", date: "Date" });

const ids = (biblio: XmlElement, names: readonly string[]): readonly XmlElement[] =>
  names.flatMap((name) => biblio.within(name).flatMap((each) => preferOriginal(each.within("DocumentID"))));

const parentsOf = (relation: XmlElement): readonly XmlElement[] =>
  relation.within("ParentDocument").flatMap((parent) => parent.all("DocumentID"));

const reference = (citation: XmlElement) => ({
  ...numbered(original(citation.within("PublicationReference"))),
  text: citation.text() || null,
});

const holder = (role: "applicant" | "assignee", party: XmlElement) => ({
  role,
  name: party.value("AddressBook/Name") ?? party.value("AddressBook/OrganizationName"),
  economy: economyOf(party.value("AddressBook/Address/WIPOST3Code")),
});

function ipc(element: XmlElement): ClassSymbol | null {
  const parts = ["Section", "MainClass", "Subclass"].map((name) => element.value(name) ?? "");
  const symbol = joinSymbol(parts.join(""), element.value("MainGroup") ?? "", element.value("Subgroup") ?? "");
  return symbol === null ? ipcSymbol(element.value("Text") ?? "") : { scheme: "ipc", symbol, role: null };
}

const locarno = (element: XmlElement): ClassSymbol | null =>
  locarnoClass(element.value("MainClassification") ?? element.value("Text") ?? element.text());
