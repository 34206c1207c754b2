import type { Row } from "../../../base/tables.ts";
import { applicationKey } from "../../../link/numbers/application-number.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { type ClassSymbol, classRows } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { earliest, withEra } from "../uspto/uspto-cells.ts";
import { locarnoSymbol } from "../uspto/uspto-symbols.ts";

/** A number of a publication or application with its office and date as read. */
export interface NumberedDocument {
  readonly office: string;
  readonly number: string | null;
  readonly date: string | null;
}

interface Holder {
  readonly role: "applicant" | "assignee";
  readonly name: string | null;
  readonly economy: string | null;
  readonly native?: string | null;
}

/** What the gazettes of China and Japan, full texts of Europe and publications in ST.96 say of a publication, before numbers are made keys. Names are lists in the order of the record. */
export interface GazettePublication extends Pick<Row<"patent">, "office" | "kind" | "granted" | "type" | "published"> {
  readonly language: string;
  readonly number: string | null;
  readonly application: NumberedDocument;
  readonly title: string | null;
  readonly abstract: string | null;
  readonly claim: string | null;
  readonly holders: readonly Holder[];
  readonly inventors: readonly (string | null)[];
  readonly symbols: readonly (ClassSymbol | null)[];
  readonly priorities: readonly NumberedDocument[];
  /** Applications that this one comes of; `relation` as in `patent_link`. */
  readonly relatives: readonly (NumberedDocument & { readonly relation: string })[];
  /** Earlier publications of the same application. */
  readonly earlier: readonly NumberedDocument[];
  /** `null` where the record has no list of references. */
  readonly references:
    | readonly (NumberedDocument & { readonly text: string | null; readonly phase?: "applicant" | "examiner" | null })[]
    | null;
}

/** Reads the numbered documents of a gazette: the office where none is stated, and the names of the elements that say what. */
export function gazetteIds(own: string, names: { readonly office: string; readonly number: string; readonly date: string }) {
  const numbered = (id: XmlElement | undefined): NumberedDocument => ({
    office: id?.value(names.office) ?? own,
    number: id?.value(names.number) ?? null,
    date: officeDate(id?.value(names.date)),
  });
  const related = (ids: readonly XmlElement[], relation: string) => ids.map((id) => ({ ...numbered(id), relation }));
  return { numbered, related };
}

/** Parent documents of relations in the XML of WIPO ST.36. */
export const parents = (biblio: XmlElement, path: string): readonly XmlElement[] =>
  biblio.all(path).flatMap((relation) => relation.within("parent-doc").flatMap((parent) => parent.all("document-id")));

/** A symbol of Locarno; `null` where it is none. */
export function locarnoClass(text: string): ClassSymbol | null {
  const symbol = locarnoSymbol(text);
  return symbol === null ? null : { scheme: "locarno", symbol, role: null };
}

/** The rows of a publication. Throws BadRow where its number is none. */
export function* gazetteRows(publication: GazettePublication, place: Place): Generator<RowRecord> {
  const { office, references } = publication;
  const document =
    documentKey(office, publication.number ?? "") ?? fail(`"${(publication.number ?? "").slice(0, 40)}" is not a publication number`);
  const { application, priorities } = publication;
  const own = keyOf(application);
  yield rowRecord("patent", place, {
    document,
    office,
    kind: publication.kind,
    published: publication.published,
    application: own,
    filed: application.date,
    priority: earliest([...priorities.map(({ date }) => date), application.date]),
    granted: publication.granted,
    type: publication.type,
    references: references === null ? null : references.filter(({ number }) => number !== null).length,
    native: publication.number ?? document,
  });
  yield* textsOf(publication, document, place);
  yield* peopleOf(publication, document, place);
  yield* classRows(document, place, publication.symbols);
  yield* citationsOf(references ?? [], document, place);
  yield* linksOf(publication, document, own, place);
}

function* textsOf({ title, abstract, claim, language }: GazettePublication, document: string, place: Place): Generator<RowRecord> {
  for (const [field, text] of Object.entries({ title, abstract, claim })) {
    if (text) yield rowRecord("patent_text", place, { document, field, language, text });
  }
}

function* peopleOf({ holders, inventors, language }: GazettePublication, document: string, place: Place): Generator<RowRecord> {
  const counts = { applicant: 0, assignee: 0 };
  for (const { role, name, economy, native = null } of holders) {
    if (!name) continue;
    counts[role] += 1;
    yield rowRecord("patent_holder", place, { document, role, position: counts[role], name, language, economy, native });
  }
  let position = 0;
  for (const name of inventors) {
    if (!name) continue;
    position += 1;
    yield rowRecord("patent_inventor", place, { document, position, name });
  }
}

/** References, of gazettes those of the examiner; those that cannot be read as a publication are kept as literature. */
function* citationsOf(references: NonNullable<GazettePublication["references"]>, document: string, place: Place): Generator<RowRecord> {
  let position = 0;
  for (const { office, number, text, phase = "examiner" } of references) {
    position += 1;
    const cited = number === null ? null : documentKey(office, number);
    if (cited !== null) yield rowRecord("patent_citation", place, { citing: document, cited, phase, position });
    else {
      const printed = text ?? (number === null ? null : `${office} ${number}`);
      if (printed) yield rowRecord("literature_citation", place, { citing: document, text: printed, phase });
    }
  }
}

function* linksOf(publication: GazettePublication, document: string, own: string | null, place: Place): Generator<RowRecord> {
  const relatives = [...publication.priorities.map((each) => ({ ...each, relation: "priority" })), ...publication.relatives];
  for (const relative of relatives) {
    const other = keyOf(relative);
    if (other !== null && other !== own)
      yield rowRecord("patent_link", place, { document, relation: relative.relation, other, date: relative.date });
  }
  for (const { office, number, date } of publication.earlier) {
    const other = number === null ? null : documentKey(office, number);
    if (other !== null && other !== document) yield rowRecord("patent_link", place, { document, relation: "publication", other, date });
  }
}

const keyOf = ({ office, number, date }: NumberedDocument): string | null => {
  if (number === null) return null;
  return applicationKey(office, office === "JP" ? withEra(number, date) : number);
};
