import { applicationKey } from "../../../link/application-number.ts";
import { documentKey } from "../../../link/document-number.ts";
import type { Place, RowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, daysOf, economyOf, kindOf, officeOf, personOf, typeOfGrant } from "./uspto-cells.ts";
import { type Phase, UsptoPublication } from "./uspto-publication.ts";
import { relatedDocuments } from "./uspto-related.ts";
import { ipcSymbol, locarnoSymbol, partsSymbol, uspcSymbol } from "./uspto-symbols.ts";

/**
 * Rows of a grant (`us-patent-grant`) or application (`us-patent-application`) in version 4.x of the USPTO's DTDs ("Patent Grant Red
 * Book", "Patent Application Red Book"). Throws BadRow where number or date of publication is missing.
 */
export function xml4Rows(root: XmlElement, place: Place): readonly RowRecord[] {
  const grant = root.name === "us-patent-grant";
  const biblio = root.first(grant ? "us-bibliographic-data-grant" : "us-bibliographic-data-application") ?? root;
  const id = biblio.first("publication-reference/document-id");
  const native = id?.value("doc-number") ?? "";
  const publication = new UsptoPublication(place, documentKey("US", native));
  const application = biblio.first("application-reference/document-id");
  const number = application?.value("doc-number") ?? null;
  const language = root.attributes.lang?.toLowerCase() ?? null;
  const own = number === null ? null : applicationKey("US", number);

  publication.text("title", biblio.value("invention-title"), language);
  publication.text("abstract", root.first("abstract")?.text(blocks) || null, language);
  publication.text("claim", firstClaim(root), language);
  parties(biblio, publication);
  classes(biblio, publication);
  references(biblio, publication);
  relatedDocuments(biblio, publication, own);
  return publication.rows({
    kind: kindOf(id?.value("kind") ?? null),
    published: dayOf(id?.value("date") ?? null),
    application: own,
    filed: dayOf(application?.value("date") ?? null),
    granted: grant ? 1 : 0,
    type: typeOf(biblio.first("application-reference")?.attributes["appl-type"]) ?? (grant ? typeOfGrant(publication.document) : null),
    term_days: daysOf(biblio.value("us-term-of-grant/us-term-extension")),
    native,
  });
}

const blocks: ReadonlySet<string> = new Set(["p", "claim-text", "li"]);

const types: Readonly<Record<string, string>> = {
  utility: "utility",
  design: "design",
  plant: "plant",
  reissue: "reissue",
  sir: "statutory",
};

const typeOf = (printed: string | undefined): string | null => types[printed?.toLowerCase() ?? ""] ?? null;

/** The first claim that is not a line saying that claims were cancelled. */
function firstClaim(root: XmlElement): string | null {
  const claims = root.all("claims/claim").map((claim) => claim.text(blocks));
  return claims.find((text) => !/^[\d\s.,–-]*\(?cancell?ed\)?\.?$/i.test(text)) ?? null;
}

function parties(biblio: XmlElement, publication: UsptoPublication): void {
  for (const assignee of biblio.all("assignees/assignee")) publication.holder("assignee", partyName(assignee), partyEconomy(assignee));
  const older = biblio.all("parties/applicants/applicant");
  for (const applicant of [...biblio.all("us-parties/us-applicants/us-applicant"), ...older]) {
    if (!isInventor(applicant)) publication.holder("applicant", partyName(applicant), partyEconomy(applicant));
  }
  const lists = [
    "us-parties/inventors/inventor",
    "us-parties/inventors/deceased-inventor",
    "parties/inventors/inventor",
    "inventors/inventor",
  ];
  for (const inventor of [...older.filter(isInventor), ...lists.flatMap((path) => biblio.all(path))]) {
    publication.inventor(partyName(inventor), partyEconomy(inventor));
  }
}

/** Until 2012 the applicants were the inventors, and stand in no other list. */
const isInventor = (applicant: XmlElement): boolean => applicant.attributes["app-type"] === "applicant-inventor";

function partyName(party: XmlElement): string | null {
  const book = party.first("addressbook") ?? party;
  return (
    book.value("orgname") ?? personOf(book.value("first-name"), book.value("middle-name"), book.value("last-name"), book.value("suffix"))
  );
}

const partyEconomy = (party: XmlElement): string | null =>
  economyOf(party.value("addressbook/address/country")) ??
  economyOf(party.value("residence/country")) ??
  economyOf(party.value("address/country"));

function classes(biblio: XmlElement, publication: UsptoPublication): void {
  for (const path of ["classifications-cpc/main-cpc/classification-cpc", "classifications-cpc/further-cpc/classification-cpc"]) {
    for (const each of biblio.all(path)) publication.classified("cpc", symbolOf(each), roleOf(each));
  }
  for (const each of biblio.all("classifications-ipcr/classification-ipcr")) publication.classified("ipc", symbolOf(each), roleOf(each));
  const older = biblio.first("classification-ipc");
  for (const each of older === undefined ? [] : symbolsOf(older)) publication.classified("ipc", ipcSymbol(each), null);
  const national = biblio.first("classification-national");
  for (const each of national === undefined ? [] : symbolsOf(national)) publication.classified("uspc", uspcSymbol(each), null);
  const locarno = biblio.first("classification-locarno");
  for (const each of locarno === undefined ? [] : symbolsOf(locarno)) publication.classified("locarno", locarnoSymbol(each), null);
}

const symbolsOf = (classification: XmlElement): readonly string[] =>
  [...classification.all("main-classification"), ...classification.all("further-classification")].map((each) => each.raw());

const symbolOf = (each: XmlElement): string | null =>
  partsSymbol(each.value("section"), each.value("class"), each.value("subclass"), each.value("main-group"), each.value("subgroup"));

/** `I` is invention information; `A` (CPC) and `N` (IPC) is additional. */
function roleOf(each: XmlElement): "inventive" | "additional" | null {
  const value = each.value("classification-value");
  return value === "I" ? "inventive" : value === "A" || value === "N" ? "additional" : null;
}

const phases: Readonly<Record<string, Phase>> = {
  "cited by examiner": "examiner",
  "cited by applicant": "applicant",
  "cited by third party": "third-party",
  "cited by other": "other",
};

function references(biblio: XmlElement, publication: UsptoPublication): void {
  const list = biblio.first("us-references-cited") ?? biblio.first("references-cited");
  if (list === undefined) return;
  publication.listsReferences();
  for (const citation of list.children) {
    const phase = phases[citation.value("category") ?? ""] ?? null;
    const id = citation.first("patcit/document-id");
    if (id) publication.cites(officeOf(id.value("country")), id.value("doc-number"), id.value("date"), phase);
    publication.citesText(citation.value("nplcit/othercit") ?? citation.value("nplcit"), phase);
  }
}
