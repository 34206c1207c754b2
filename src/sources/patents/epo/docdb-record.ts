import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { earliest } from "../uspto/uspto-cells.ts";
import { citationRows, partyRows, referenceCount } from "./docdb-citations.ts";
import { classRows, docdbSymbols } from "./docdb-classes.ts";
import { applicationOf, dateOf, formatsOf, officeDate, publicationOf } from "./docdb-ids.ts";
import { kindMeaning } from "./docdb-kinds.ts";

/** Codes of DOCDB; `T` is a technical relation that nobody claimed. */
const linkages: Readonly<Record<string, string>> = { "1": "continuation", "3": "division", W: "national-stage" };
const technicalRelation = "T";

/** The rows of one `exchange-document` of an exchange file or of OPS. Throws BadRow where it names no publication or has a date that is none. */
export function* docdbRows(element: XmlElement, place: Place): Generator<RowRecord> {
  const office = element.attributes.country ?? "";
  const number = element.attributes["doc-number"] ?? "";
  const document =
    documentKey(office, number) ?? fail(`${`${office} ${number}`.trim().slice(0, 40) || "nothing"} is not a publication number`);
  if (element.attributes.status === "D") {
    const date = officeDate(element.attributes["date-of-last-exchange"]);
    yield rowRecord("patent_event", place, { document, kind: "other", code: "DOCDB D", date, note: "deleted from DOCDB" });
    return;
  }
  const biblio = element.first("bibliographic-data") ?? fail("no bibliographic-data");
  const claims = priorityClaims(biblio.all("priority-claims/priority-claim"), office);
  if (hasFacts(biblio)) yield patentRow(element, biblio, document, place, claims);
  yield* textRows(document, place, "title", biblio.all("invention-title"));
  yield* textRows(document, place, "abstract", element.all("abstract"));
  yield* partyRows(document, place, biblio);
  yield* classRows(document, place, docdbSymbols(biblio));
  yield* citationRows(document, place, biblio);
  yield* priorityRows(document, place, claims, applicationOf(formatsOf(biblio.all("application-reference")), office));
  yield* familyRows(document, place, element.all("patent-family/family-member"));
}

/** The answer to a question for an abstract only repeats the number. */
const hasFacts = (biblio: XmlElement): boolean =>
  biblio.children.some(({ name, children }) => name !== "publication-reference" && children.length > 0);

function patentRow(element: XmlElement, biblio: XmlElement, document: string, place: Place, claims: readonly PriorityClaim[]): RowRecord {
  const office = element.attributes.country ?? "";
  const kind = element.attributes.kind || null;
  const publication = formatsOf(biblio.all("publication-reference"));
  const application = formatsOf(biblio.all("application-reference"));
  const published = officeDate(element.attributes["date-publ"]) ?? dateOf(publication);
  const filed = dateOf(application);
  const meaning = kindMeaning(office, kind, published);
  return rowRecord("patent", place, {
    document,
    office,
    kind,
    published,
    application: applicationOf(application, office),
    filed,
    priority: earliest([...claims.map(({ date }) => date), filed]),
    family: element.attributes["family-id"] || null,
    granted: availability(biblio) ?? meaning.granted,
    type: meaning.type,
    references: referenceCount(biblio),
    native: publication.get("original")?.value("doc-number") ?? element.attributes["doc-number"] ?? document,
  });
}

/** The date of public availability says best whether this publication was a grant. */
function availability(biblio: XmlElement): 1 | 0 | null {
  const names = biblio.all("dates-of-public-availability").flatMap((each) => each.children.map(({ name }) => name));
  if (names.some((name) => name === "printed-with-grant" || name === "not-printed-with-grant")) return 1;
  return names.some((name) => name.endsWith("-without-grant")) ? 0 : null;
}

/** Titles or abstracts, each language and text once. */
export function* textRows(document: string, place: Place, field: string, elements: readonly XmlElement[]): Generator<RowRecord> {
  const seen = new Set<string>();
  for (const element of elements) {
    const text = element.text();
    const language = element.attributes.lang?.toLowerCase().trim() || null;
    const key = `${language} ${text}`;
    if (text === "" || seen.has(key)) continue;
    seen.add(key);
    yield rowRecord("patent_text", place, { document, field, language, text });
  }
}

interface PriorityClaim {
  readonly application: string | null;
  readonly date: string | null;
  readonly relation: string;
}

/** Priorities by sequence. DOCDB does not promise sequences for the original form, which counts only beside another format. */
export function priorityClaims(elements: readonly XmlElement[], office: string): readonly PriorityClaim[] {
  const grouped = new Map<string, XmlElement[]>();
  for (const element of elements) {
    if (element.attributes["data-format"] === "original") continue;
    const sequence = element.attributes.sequence ?? String(grouped.size + 1);
    grouped.set(sequence, [...(grouped.get(sequence) ?? []), element]);
  }
  return [...grouped.values()].flatMap((group) => {
    const linkage = group.map((each) => each.value("priority-linkage-type")).find((each) => each !== null) ?? "";
    if (linkage === technicalRelation) return [];
    const formats = formatsOf(group);
    const provisional = formats.get("docdb")?.value("country") === "US" && formats.get("docdb")?.value("kind") === "P";
    const relation = (Object.hasOwn(linkages, linkage) && linkages[linkage]) || (provisional ? "provisional" : "priority");
    return [{ application: applicationOf(formats, office), date: dateOf(formats), relation }];
  });
}

/** Links to the applications whose priority is claimed; a first filing names itself, which is no link. */
export function* priorityRows(document: string, place: Place, claims: readonly PriorityClaim[], own: string | null): Generator<RowRecord> {
  for (const { application, date, relation } of claims) {
    if (application !== null && application !== own)
      yield rowRecord("patent_link", place, { document, relation, other: application, date });
  }
}

/** Links to the other publications of a family. */
function* familyRows(document: string, place: Place, members: readonly XmlElement[]): Generator<RowRecord> {
  const others = new Set<string>();
  for (const member of members) {
    for (const reference of member.all("publication-reference")) {
      const other = publicationOf(formatsOf([reference]));
      if (other !== null && other !== document) others.add(other);
    }
  }
  for (const other of others) yield rowRecord("patent_link", place, { document, relation: "family", other, date: null });
}
