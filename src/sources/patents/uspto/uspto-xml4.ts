import type { XmlElement } from "../../format/xml-element.ts";
import { roleOf } from "../tables/patent-table-cells.ts";
import { officeOf } from "./uspto-cells.ts";
import { inText, type UsptoFields } from "./uspto-fields.ts";
import { parentRelation } from "./uspto-parents.ts";
import type { Phase, UsptoPublication, UsptoSymbol } from "./uspto-publication.ts";
import { ipcSymbol, locarnoSymbol, partsSymbol, uspcSymbol } from "./uspto-symbols.ts";

const blocks: ReadonlySet<string> = new Set(["p", "claim-text", "li"]);

/** Until 2012 the applicants were the inventors, and stand in no other list. */
const isInventor = (applicant: XmlElement): boolean => applicant.attributes["app-type"] === "applicant-inventor";
const isNoInventor = (applicant: XmlElement): boolean => !isInventor(applicant);

const inBook = (name: string): readonly string[] => [`addressbook/${name}`, name];

const inParts =
  (scheme: "cpc" | "ipc") =>
  (each: XmlElement): UsptoSymbol => ({
    scheme,
    symbol: partsSymbol(
      each.value("section"),
      each.value("class"),
      each.value("subclass"),
      each.value("main-group"),
      each.value("subgroup"),
    ),
    role: roleOf(each.value("classification-value")),
  });

const types: Readonly<Record<string, string>> = {
  utility: "utility",
  design: "design",
  plant: "plant",
  reissue: "reissue",
  sir: "statutory",
};

const phases: Readonly<Record<string, Phase>> = {
  "cited by examiner": "examiner",
  "cited by applicant": "applicant",
  "cited by third party": "third-party",
  "cited by other": "other",
};

/** Version 4.x of the USPTO's DTDs: grants ("Patent Grant Red Book") and applications ("Patent Application Red Book"). */
export const xml4Fields: UsptoFields = {
  biblio: ["us-bibliographic-data-grant", "us-bibliographic-data-application"],
  publication: { path: "publication-reference/document-id", number: "doc-number", kind: "kind", date: "date" },
  application: { path: "application-reference/document-id", number: "doc-number", date: "date" },
  term: ["us-term-of-grant/us-term-extension"],
  disclaimer: { paths: ["us-term-of-grant/disclaimer"] },
  title: "invention-title",
  abstract: (root) => root.first("abstract")?.text(blocks) || null,
  claim: firstClaim,
  parties: [
    ["assignee", "assignees/assignee"],
    ["applicant", "us-parties/us-applicants/us-applicant", isNoInventor],
    ["applicant", "parties/applicants/applicant", isNoInventor],
    ["inventor", "parties/applicants/applicant", isInventor],
    ["inventor", "us-parties/inventors/inventor"],
    ["inventor", "us-parties/inventors/deceased-inventor"],
    ["inventor", "parties/inventors/inventor"],
    ["inventor", "inventors/inventor"],
  ],
  names: { organisation: inBook("orgname"), person: ["first-name", "middle-name", "last-name", "suffix"].map(inBook) },
  economies: ["addressbook/address/country", "residence/country", "address/country"],
  classes: [
    ["classifications-cpc/main-cpc/classification-cpc", inParts("cpc")],
    ["classifications-cpc/further-cpc/classification-cpc", inParts("cpc")],
    ["classifications-ipcr/classification-ipcr", inParts("ipc")],
    ["classification-ipc/main-classification", inText("ipc", ipcSymbol)],
    ["classification-ipc/further-classification", inText("ipc", ipcSymbol)],
    ["classification-national/main-classification", inText("uspc", uspcSymbol)],
    ["classification-national/further-classification", inText("uspc", uspcSymbol)],
    ["classification-locarno/main-classification", inText("locarno", locarnoSymbol)],
    ["classification-locarno/further-classification", inText("locarno", locarnoSymbol)],
  ],
  references: {
    paths: ["us-references-cited", "references-cited"],
    document: "patcit/document-id",
    text: ["nplcit/othercit", "nplcit"],
    phase: (reference) => phases[reference.value("category") ?? ""] ?? null,
  },
  ids: { country: "country", number: "doc-number", date: "date" },
  links,
  granted: (root) => (root.name === "us-patent-grant" ? 1 : 0),
  type: (biblio) => types[biblio.first("application-reference")?.attributes["appl-type"]?.toLowerCase() ?? ""] ?? null,
};

/** The first claim that is not a line saying that claims were cancelled. */
function firstClaim(root: XmlElement): string | null {
  const claims = root.all("claims/claim").map((claim) => claim.text(blocks));
  return claims.find((text) => !/^[\d\s.,–-]*\(?cancell?ed\)?\.?$/i.test(text)) ?? null;
}

const relations: Readonly<Record<string, string>> = {
  continuation: "continuation",
  "continuation-in-part": "continuation-in-part",
  division: "division",
  reissue: "reissue",
  "continuing-reissue": "reissue",
  "us-divisional-reissue": "reissue",
};

function links(biblio: XmlElement, publication: UsptoPublication, own: string | null): void {
  for (const claim of biblio.all("priority-claims/priority-claim")) {
    publication.claimsId("priority", claim, officeOf(claim.value("country")) ?? "");
  }
  for (const related of biblio.first("us-related-documents")?.children ?? []) relatedDocument(related, publication, own);
  const filing = biblio.first("pct-or-regional-filing-data/document-id");
  if (filing) publication.claimsId("national-stage", filing, "WO");
  const published = biblio.first("pct-or-regional-publishing-data/document-id");
  if (published) publication.linkedId("publication", published);
}

function relatedDocument(related: XmlElement, publication: UsptoPublication, own: string | null): void {
  if (related.name === "related-publication") {
    for (const id of related.all("document-id")) publication.linkedId("publication", id);
    return;
  }
  if (related.name === "us-provisional-application") {
    for (const id of related.all("document-id")) publication.claimsId("provisional", id);
    return;
  }
  const child = related.value("relation/child-doc/document-id/doc-number");
  const relation = parentRelation(relations[related.name] ?? "family", child, own);
  for (const parent of related.all("relation/parent-doc")) {
    for (const id of parent.all("document-id")) publication.claimsId(relation, id);
    for (const id of parent.all("parent-pct-document/document-id")) publication.claimsId(relation, id);
    for (const id of parent.all("parent-grant-document/document-id")) publication.linkedId(relation, id);
  }
}
