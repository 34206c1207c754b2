import { applicationKey } from "../../../link/numbers/application-number.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import type { Place, RowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, daysOf, economyOf, kindOf, personOf, typeOfGrant } from "./uspto-cells.ts";
import { type IdFields, type Phase, UsptoPublication, type UsptoSymbol } from "./uspto-publication.ts";

type Role = "applicant" | "assignee" | "inventor";

/** Where a layout of the USPTO's XML says what: paths of elements below `biblio`, and of names and countries below a party. */
export interface UsptoFields {
  /** Holds all else, the record itself where there is none. */
  readonly biblio: readonly string[];
  readonly publication: Omit<IdFields, "country"> & { readonly path: string; readonly kind: string };
  readonly application: Omit<IdFields, "country"> & { readonly path: string };
  readonly term: readonly string[];
  /** Elements that say that a part of the term was disclaimed; `date`: from when, where that is printed. */
  readonly disclaimer?: { readonly paths: readonly string[]; readonly date?: string };
  /** Of the texts; left out: the record says. */
  readonly language?: string;
  readonly title: string;
  readonly abstract: (root: XmlElement) => string | null;
  readonly claim: (root: XmlElement) => string | null;
  readonly parties: readonly (readonly [role: Role, path: string, counts?: (party: XmlElement) => boolean])[];
  /** Of each name the first path that has one; the parts of a person's name in their order. */
  readonly names: { readonly organisation: readonly string[]; readonly person: readonly (readonly string[])[] };
  /** The first that is an economy counts. */
  readonly economies: readonly string[];
  /** An address in a state of the US has no country. */
  readonly state?: string;
  readonly classes: readonly (readonly [path: string, symbol: (element: XmlElement, design: boolean) => UsptoSymbol])[];
  readonly references?: {
    readonly paths: readonly string[];
    readonly document: string;
    readonly text: readonly string[];
    readonly phase: (reference: XmlElement) => Phase | null;
  };
  /** How a document is named in references and links. */
  readonly ids: IdFields;
  /** Relations to other applications and publications; `own` is the key of the application. */
  readonly links: (biblio: XmlElement, publication: UsptoPublication, own: string | null) => void;
  /** What the publication is; `null`: its number tells. */
  readonly granted: (root: XmlElement) => 0 | 1;
  readonly type: (biblio: XmlElement, kind: string | null) => string | null;
}

/** Texts of paragraphs as one. */
export const joined = (paragraphs: readonly XmlElement[] = []): string | null =>
  paragraphs
    .map((each) => each.text())
    .join(" ")
    .trim() || null;

/** A class that is the text of an element. */
export const inText =
  (scheme: UsptoSymbol["scheme"], read: (printed: string) => string | null) =>
  (element: XmlElement): UsptoSymbol => ({ scheme, symbol: read(element.raw()) });

const firstOf = (element: XmlElement, paths: readonly string[]): string | null =>
  paths.reduce<string | null>((found, path) => found ?? element.value(path), null);

/** Rows of a record by the fields of its layout. Throws BadRow where number or date of publication is missing. */
export function usptoRows(root: XmlElement, place: Place, fields: UsptoFields): readonly RowRecord[] {
  const biblio = fields.biblio.map((path) => root.first(path)).find((found) => found !== undefined) ?? root;
  const id = biblio.first(fields.publication.path);
  const native = id?.value(fields.publication.number) ?? "";
  const publication = new UsptoPublication(place, documentKey("US", native), fields.ids);
  const application = biblio.first(fields.application.path);
  const number = application?.value(fields.application.number) ?? null;
  const own = number === null ? null : applicationKey("US", number);
  const kind = id?.value(fields.publication.kind) ?? null;
  const granted = fields.granted(root);
  const type = fields.type(biblio, kind) ?? (granted === 1 ? typeOfGrant(publication.document) : null);
  const language = fields.language ?? root.attributes.lang?.toLowerCase() ?? null;

  publication.text("title", biblio.value(fields.title), language);
  publication.text("abstract", fields.abstract(root), language);
  publication.text("claim", fields.claim(root), language);
  parties(biblio, publication, fields);
  for (const [path, symbol] of fields.classes) for (const each of biblio.all(path)) publication.classified(symbol(each, type === "design"));
  references(biblio, publication, fields);
  fields.links(biblio, publication, own);
  disclaimer(biblio, publication, fields);
  return publication.rows({
    kind: kindOf(kind),
    published: dayOf(id?.value(fields.publication.date) ?? null),
    application: own,
    filed: dayOf(application?.value(fields.application.date) ?? null),
    granted,
    type,
    term_days: daysOf(firstOf(biblio, fields.term)),
    native,
  });
}

function disclaimer(biblio: XmlElement, publication: UsptoPublication, { disclaimer: fields }: UsptoFields): void {
  if (!fields?.paths.some((path) => biblio.first(path) !== undefined)) return;
  publication.disclaimed(dayOf((fields.date && biblio.value(fields.date)) || null));
}

function parties(biblio: XmlElement, publication: UsptoPublication, { parties, names, economies, state }: UsptoFields): void {
  for (const [role, path, counts = () => true] of parties) {
    for (const party of biblio.all(path).filter(counts)) {
      const name = firstOf(party, names.organisation) ?? personOf(...names.person.map((paths) => firstOf(party, paths)));
      const countries = economies.map((country) => party.value(country));
      const inState = state !== undefined && countries.every((country) => country === null) && party.value(state) !== null;
      publication.party(role, name, inState ? "US" : (countries.map(economyOf).find((economy) => economy !== null) ?? null));
    }
  }
}

function references(biblio: XmlElement, publication: UsptoPublication, { references: fields }: UsptoFields): void {
  const list = fields?.paths.map((path) => biblio.first(path)).find((found) => found !== undefined);
  if (fields === undefined || list === undefined) return;
  publication.listsReferences();
  for (const reference of list.children) {
    const phase = fields.phase(reference);
    const document = reference.first(fields.document);
    if (document) publication.cites(document, phase);
    publication.citesText(firstOf(reference, fields.text), phase);
  }
}
